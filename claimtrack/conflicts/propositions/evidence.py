"""What speaks for and against two statements being two sides of one matter, each from 0 to 1.

Their weights (``evidence.tsv``) are added up; nothing here decides alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from claimtrack.about.origin import is_anonymous
from claimtrack.about.terms import alike, held
from claimtrack.conflicts.propositions.nearness import (
    NEAR,
    between,
    is_far,
    is_near,
    is_spoken_of,
    kin,
    opposed,
    same_person,
)
from claimtrack.conflicts.propositions.replies import (
    are_both_against,
    is_amiss,
    is_earlier,
    is_in_order,
    is_said_otherwise,
    refuses_proposal,
    resuming,
    rules_out_for_himself,
    speaks_for_himself,
)
from claimtrack.conflicts.propositions.taking_up import VIEWING
from claimtrack.conflicts.propositions.utterance import SIGNS, Utterance
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.side import NEGATIVE
from claimtrack.conflicts.statement.word_lists import whole_words
from claimtrack.lexicon.stems import stem, words
from claimtrack.model import Claim

_FAR_APART = 20
_UNSURE_DENIAL = 0.5
"""What a denial counts for the statement beside it where it is not known what it answers."""
_UNSURE = 0.3
"""What a sign counts where the two do not stand side by side."""
_BY_NEGATION = 0.5
"""What a negation counts as an answer to a charge."""
_TAKEN_UP_FARTHER = 0.5
"""What it counts that a statement is taken up where another stands between."""
_FEW = 3
"""A denial of so few content words points, and tells nothing of its own."""


def stance_evidence(target: Utterance, rebuttal: Utterance, nearest: bool) -> dict[str, float]:
    """For two statements of two speakers, the one that may be against the other second.

    ``nearest`` says that the first is the last statement of somebody else before the second.
    """
    return {name: value for name, value in _stance(target, rebuttal, nearest) if value}


def _stance(target: Utterance, rebuttal: Utterance, nearest: bool) -> Iterator[tuple[str, float]]:
    of, against = target.statement.claim, rebuttal.statement.claim
    yield from place(target, rebuttal)
    yield "alike", alike(target.stems, rebuttal.stems)
    yield "held", held(target.stems, rebuttal.stems)
    yield "kin", kin(target, rebuttal)
    yield "nothing_shared", float(not target.around & rebuttal.around)
    yield from _tenors(target, rebuttal)
    yield from _signs(target, rebuttal)
    resumed = resuming(target, rebuttal)
    yield from _answers(target, rebuttal, resumed)
    yield from _one_behind_the_next(target, rebuttal, nearest, resumed)
    yield from _charges(target, rebuttal)
    yield from _replies(target, rebuttal)
    yield "no_figures", float(not (of.figures or against.figures))
    yield "both_figures", float(bool(of.figures and against.figures))
    yield "says_nothing", float(target.silent or rebuttal.silent)
    demand = "demands" in (of.stance, against.stance) or refuses_proposal(rebuttal)
    yield "demand", float(demand and "dismissed" not in resumed)
    yield "no_speaker", max(map(_nobody, (of, against)))
    yield "same_person", same_person(target, rebuttal)


def _answers(
    target: Utterance, rebuttal: Utterance, resumed: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """Whether one is known to answer the other, denies it, or answers and denies something else."""
    of, against = target.statement.claim, rebuttal.statement.claim
    answers = of.id in against.answers
    speaks_against = is_denial(rebuttal) or against.stance in NEGATIVE
    yield "answers", float(answers and speaks_against)
    yield "set_against", float(answers and not (speaks_against or rebuttal.admits))
    summed_up = against.kind == "reported" and not (speaks_against or VIEWING in rebuttal.tenor)
    yield "summed_up", float(summed_up)
    around = _is_denied_around(target, rebuttal)
    if around and not rebuttal.denies:
        yield "denial_around", 1.0 if of.id in rebuttal.answers_around else _UNSURE_DENIAL
    another = rebuttal.denies and not _is_answered(of, against.answers)
    yield "answers_another", float(another and not is_far(target, rebuttal))
    bare = bool(target.around & rebuttal.around) or "bare_denial" in rebuttal.signs
    yield "denies_another", float(rebuttal.denies and not (bare or answers))
    opposite = opposed(target, rebuttal)
    yield "antonyms", float(opposite)
    retorts = answers and "retorting" in rebuttal.signs
    against_it = target.denies or rebuttal.denies or around or retorts or opposite
    otherwise = is_said_otherwise(target, rebuttal)
    yield "said_otherwise", float(otherwise)
    himself = speaks_for_himself(target, rebuttal)
    yield "for_himself", float(himself)
    against_it = against_it or otherwise or himself or is_earlier(target, rebuttal)
    against_it = against_it or bool(resumed)
    yield "no_denial", float(not against_it)
    yield "both_against", float(are_both_against(target, rebuttal))
    own = rules_out_for_himself(rebuttal) and not is_spoken_of(rebuttal, target)
    yield "own_option", float(own)


_POINTING = frozenset({"taken_up", "dismissed"})
"""Ways of resuming that only point, so that what stands between may be meant."""


def _is_denied_around(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether the denial beside a rebuttal can be of a statement: of one before it, or elsewhere.

    Of one behind it only where it is known to answer that.
    """
    of = target.statement.claim
    if not rebuttal.denial_around or not _is_answered(of, rebuttal.answers_around):
        return False
    before = target.at <= rebuttal.at or is_far(target, rebuttal)
    return before or of.id in rebuttal.answers_around


def _one_behind_the_next(
    target: Utterance, rebuttal: Utterance, nearest: bool, resumed: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """What it tells that a statement is the last of somebody else before another, or is not."""
    answers = target.statement.claim.id in rebuttal.statement.claim.answers
    near = is_near(target, rebuttal)
    yield "follows_at_once", float(nearest and near)
    yield "another_between", float(not (nearest or answers) and near)
    for name in resumed:
        yield name, 1.0 if nearest or name not in _POINTING else _TAKEN_UP_FARTHER
    yield "points_elsewhere", float(_points_elsewhere(target, rebuttal, nearest))
    yield "spoken_of_denies", float(nearest and near and _is_called_on(target, rebuttal))
    meant = nearest and rebuttal.denies and _may_mean(target, rebuttal)
    yield "denies_nearest", float(meant)
    yield "points_back", float(meant and "bare_denial" in rebuttal.signs)
    if "contrasting" in rebuttal.signs and target.at <= rebuttal.at:
        yield "contrast", 1.0 if near else _UNSURE


def _tenors(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """Whether both tell of what has happened, and whether one avows what it says."""
    yield "both_past", float("past" in target.tenor and "past" in rebuttal.tenor)
    yield "emphatic", float(("emphatic" in target.tenor) != ("emphatic" in rebuttal.tenor))
    if is_in_order(target) != is_in_order(rebuttal):
        yield "in_order", 1.0
        blames = is_amiss(target) or is_amiss(rebuttal)
        yield "amiss_in_order", float(blames and is_near(target, rebuttal))


def _is_called_on(target: Utterance, denial: Utterance) -> bool:
    """Whether one of whom the statement right before tells denies something, by a verb of denial.

    "Er habe dreimal beim Betreiber angerufen. Die Firma bestreitet, Hinweise erhalten zu haben."
    A denial of before ("hatte … ausgeschlossen") answers nothing that is told now.
    """
    cue = denial.statement.claim.cue
    verb = cue is not None and bool(SIGNS["denial"].search(cue.text)) and not denial.recalled
    if not verb or target.denies or target.negated:
        return False
    behind = target.paragraph == denial.paragraph and target.at < denial.at
    return behind and is_spoken_of(denial, target)


def _is_answered(of: Claim, answers: Collection[str]) -> bool:
    """Whether a denial can be of a claim: it answers that, or nobody knows what it answers."""
    return not answers or of.id in answers


def _may_mean(target: Utterance, denial: Utterance) -> bool:
    """Whether a denial may mean the statement before it: no other, and one with a word of it.

    Or it only points: "wies das zurück".
    """
    answers = denial.statement.claim.answers
    if answers:
        return target.statement.claim.id in answers
    bare = "bare_denial" in denial.signs and len(denial.stems) <= _FEW
    return (bare or bool(target.stems & denial.stems)) and denial.sentence - target.sentence in (
        0,
        1,
    )


def _points_elsewhere(target: Utterance, denial: Utterance, nearest: bool) -> bool:
    """Whether a denial that only points ("wies das zurück") has another statement before it."""
    only_points = denial.denies and "bare_denial" in denial.signs and len(denial.stems) <= _FEW
    answers = target.statement.claim.id in denial.statement.claim.answers
    return only_points and not (nearest or answers or target.stems & denial.stems)


def _nobody(claim: Claim) -> float:
    """How little is known of who speaks, 0 to 1: "Experten" are nobody in particular."""
    if not claim.actors:
        return 1.0
    return 0.5 if all(map(is_anonymous, claim.actors)) else 0.0


def is_denial(utterance: Utterance) -> bool:
    """Whether a statement denies something, or stands beside a denial of its speaker."""
    return utterance.denies or utterance.denial_around


def _charges(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    meets = target.stems & rebuttal.stems or is_spoken_of(rebuttal, target)
    answered = rebuttal.denies or (rebuttal.negated and not target.negated and meets)
    if target.statement.claim.stance == "accuses" and answered:
        yield "accused", 1.0 if rebuttal.denies else _BY_NEGATION
        named = frozenset(map(stem, words(target.statement.claim.words)))
        yield "accused_answers", float(bool(rebuttal.names & named))


def _replies(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """What shows that two speakers tell of one thing, though neither says that he denies it."""
    near = is_near(target, rebuttal)
    much = 1.0 if near else _UNSURE
    yield "spoken_of_replies", much * is_spoken_of(rebuttal, target)
    yield "speaks_of_him", much * is_spoken_of(target, rebuttal)
    yield "insists", float("insisting" in rebuttal.signs)
    yield "insisted", float("insisting" in target.signs)
    yield "disputed", float(near and _tells_a_dispute(between(target, rebuttal)))
    yield "early_late", float(is_earlier(target, rebuttal))


_DISPUTING = whole_words("disputing")


@lru_cache(maxsize=4096)
def _tells_a_dispute(text: str) -> bool:
    return _DISPUTING.search(text) is not None


def place(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """How two statements stand to each other in the text and in time, by the names of evidence."""
    if target.statement.place != rebuttal.statement.place:
        yield "other_article", 1.0
    elif min(target.sentence, rebuttal.sentence) >= 0:
        yield "same_paragraph", float(target.paragraph == rebuttal.paragraph)
        apart = abs(target.sentence - rebuttal.sentence)
        yield "next_sentence", float(apart <= 1)
        yield "distant", min(1.0, max(0, apart - NEAR) / 6)
        yield "later_first", float(target.at > rebuttal.at)
    apart_days = days_between(target.statement, rebuttal.statement)
    if apart_days is not None and apart_days > _FAR_APART:
        yield "far_in_time", 1.0


def _signs(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    shared = held(target.stems, rebuttal.stems)
    if rebuttal.denies and not target.denies:
        yield "denies", 1.0
        yield "denies_held", shared
    elif target.denies and rebuttal.denies:
        yield "both_deny", 1.0
    if target.negated != rebuttal.negated:
        yield "negation_differs", 1.0
        yield "negation_held", shared
    elif target.negated:
        yield "both_negated_held", shared
    yield "admits", float(target.admits or rebuttal.admits)
    if target.statement.side * rebuttal.statement.side == -1:
        yield "two_sides", 1.0
        yield "two_sides_held", shared
    elif not (target.denies or rebuttal.denies):
        yield "no_sides", 1.0
