"""What speaks for and against two statements being two sides of one matter, each from 0 to 1.

Their weights (``evidence.tsv``) are added up; nothing here decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from claimtrack.about.origin import is_anonymous
from claimtrack.about.terms import alike, held
from claimtrack.conflicts.propositions.utterance import Utterance, antonyms
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.side import NEGATIVE
from claimtrack.conflicts.statement.word_lists import either, whole_words
from claimtrack.lexicon.stems import REMEMBERED, stem, words
from claimtrack.model import Claim

_FAR_APART = 20
_UNSURE_DENIAL = 0.5
"""What a denial counts for the statement beside it where it is not known what it answers."""
_UNSURE = 0.3
"""What a sign counts where the two do not stand side by side."""
_BY_NEGATION = 0.5
"""What a negation counts as an answer to a charge."""
_NEAR = 2
_FEW = 3
"""A denial of so few content words points, and tells nothing of its own."""


def kin(left: Utterance, right: Utterance) -> float:
    """How much more two statements share beneath their words: "gemeldet" and "Meldung", 0 to 1."""
    return max(0.0, held(left.roots, right.roots) - held(left.stems, right.stems))


def opposed(left: Utterance, right: Utterance) -> bool:
    """Whether the words of one say the opposite of some word of the other."""
    if not right.stems.isdisjoint(_opposites(left.stems)):
        return True
    return _is_without(left.stems, right.stems) or _is_without(right.stems, left.stems)


@lru_cache(maxsize=REMEMBERED)
def _opposites(stems: frozenset[str]) -> frozenset[str]:
    table = antonyms()
    return frozenset().union(*(table[key] for key in stems if key in table))


def _is_without(some: frozenset[str], rest: frozenset[str]) -> bool:
    """Whether a word stands in one with "un-" that stands in the other without: "unbeteiligt"."""
    return not rest.isdisjoint(_without_un(some))


@lru_cache(maxsize=REMEMBERED)
def _without_un(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(word[2:] for word in stems if word.startswith("un"))


def same_person(left: Utterance, right: Utterance) -> float:
    """How sure it is that two statements have one speaker, 0 to 1, by all that names him."""
    if set(left.statement.actors) & set(right.statement.actors):
        return 1.0
    if (left.names and left.names <= right.titles) or (right.names and right.names <= left.titles):
        return 1.0
    if not (left.names and right.names):
        return 0.0
    return held(left.names, right.names)


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
    yield from _answers(target, rebuttal)
    yield from _one_behind_the_next(target, rebuttal, nearest)
    yield from _charges(target, rebuttal)
    yield from _replies(target, rebuttal)
    yield "no_figures", float(not (of.figures or against.figures))
    yield "both_figures", float(bool(of.figures and against.figures))
    yield "says_nothing", float(target.silent or rebuttal.silent)
    yield "demand", float("demands" in (of.stance, against.stance))
    yield "no_speaker", max(map(_nobody, (of, against)))
    yield "same_person", same_person(target, rebuttal)


def _answers(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """Whether one is known to answer the other, denies it, or answers and denies something else."""
    of, against = target.statement.claim, rebuttal.statement.claim
    answers = of.id in against.answers
    speaks_against = is_denial(rebuttal) or against.stance in NEGATIVE
    yield "answers", float(answers and speaks_against)
    yield "set_against", float(answers and not (speaks_against or rebuttal.admits))
    yield "summed_up", float(against.kind == "reported" and not speaks_against)
    around = _is_denied_around(target, rebuttal)
    if around and not rebuttal.denies:
        yield "denial_around", 1.0 if of.id in rebuttal.answers_around else _UNSURE_DENIAL
    another = rebuttal.denies and not _is_answered(of, against.answers)
    yield "answers_another", float(another and not _is_far(target, rebuttal))
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
    yield "no_denial", float(not against_it)
    yield "both_against", float(_are_both_against(target, rebuttal))
    own = _rules_out_for_himself(rebuttal) and not _is_spoken_of(rebuttal, target)
    yield "own_option", float(own)


def _is_denied_around(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether the denial beside a rebuttal can be of a statement: of one before it, or elsewhere.

    Of one behind it only where it is known to answer that.
    """
    of = target.statement.claim
    if not rebuttal.denial_around or not _is_answered(of, rebuttal.answers_around):
        return False
    before = target.at <= rebuttal.at or _is_far(target, rebuttal)
    return before or of.id in rebuttal.answers_around


def _one_behind_the_next(
    target: Utterance, rebuttal: Utterance, nearest: bool
) -> Iterator[tuple[str, float]]:
    """What it tells that a statement is the last of somebody else before another, or is not."""
    answers = target.statement.claim.id in rebuttal.statement.claim.answers
    near = _is_near(target, rebuttal)
    yield "follows_at_once", float(nearest and near)
    yield "another_between", float(not (nearest or answers) and near)
    yield "points_elsewhere", float(_points_elsewhere(target, rebuttal, nearest))
    meant = nearest and rebuttal.denies and _may_mean(target, rebuttal)
    yield "denies_nearest", float(meant)
    yield "points_back", float(meant and "bare_denial" in rebuttal.signs)
    if "contrasting" in rebuttal.signs and target.at <= rebuttal.at:
        yield "contrast", 1.0 if near else _UNSURE


def _tenors(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """Whether both tell of what has happened, and whether one avows what it says."""
    yield "both_past", float("past" in target.tenor and "past" in rebuttal.tenor)
    yield "emphatic", float(("emphatic" in target.tenor) != ("emphatic" in rebuttal.tenor))
    if _is_in_order(target) != _is_in_order(rebuttal):
        yield "in_order", 1.0
        blames = _is_amiss(target) or _is_amiss(rebuttal)
        yield "amiss_in_order", float(blames and _is_near(target, rebuttal))


def _is_in_order(utterance: Utterance) -> bool:
    """Whether somebody says that all was as it should be: "ordnungsgemäß", "rechtzeitig"."""
    return "in_order" in utterance.tenor and not utterance.negated


def _is_amiss(utterance: Utterance) -> bool:
    """Whether somebody says that something was not as it should be: "nie", "zu spät", a charge."""
    blames = utterance.negated or utterance.statement.claim.stance == "accuses"
    amiss = "amiss" in utterance.tenor or blames
    return amiss and not (_is_in_order(utterance) or utterance.denies)


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


def _are_both_against(target: Utterance, denial: Utterance) -> bool:
    """Whether two speak against something of one sort, each in words of his own.

    "Er schließt eine Koalition mit A aus", "B wolle keine mit C": neither denies the other. A
    denial that only points ("wies das zurück", "widersprach") can be of what was denied.
    """
    against = target.statement.side == denial.statement.side == -1 and denial.denies
    points = target.denies or "bare_denial" in denial.signs
    return against and not points and bool(target.roots & denial.roots)


_EXCLUDING = re.compile(
    rf"(?<!\w)(?:{either('excluding')}\b.*\baus|auszuschließen|ausschließ\w+|ausgeschlossen)\b",
    re.S,
)
_OPTION = whole_words("option", any_case=False)


def _rules_out_for_himself(denial: Utterance) -> bool:
    """Whether a denial is of what the speaker could do himself: "schloss eine Koalition aus".

    That speaks against nobody but who says that he will; "schloss einen Anschlag aus" does.
    """
    spoken = denial.statement.claim.words
    return bool(denial.denies and _EXCLUDING.search(spoken) and _OPTION.search(spoken))


def _nobody(claim: Claim) -> float:
    """How little is known of who speaks, 0 to 1: "Experten" are nobody in particular."""
    if not claim.actors:
        return 1.0
    return 0.5 if all(map(is_anonymous, claim.actors)) else 0.0


def is_denial(utterance: Utterance) -> bool:
    """Whether a statement denies something, or stands beside a denial of its speaker."""
    return utterance.denies or utterance.denial_around


def _charges(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    meets = target.stems & rebuttal.stems or _is_spoken_of(rebuttal, target)
    answered = rebuttal.denies or (rebuttal.negated and not target.negated and meets)
    if target.statement.claim.stance == "accuses" and answered:
        yield "accused", 1.0 if rebuttal.denies else _BY_NEGATION
        named = frozenset(map(stem, words(target.statement.claim.words)))
        yield "accused_answers", float(bool(rebuttal.names & named))


def _replies(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """What shows that two speakers tell of one thing, though neither says that he denies it."""
    near = _is_near(target, rebuttal)
    much = 1.0 if near else _UNSURE
    yield "spoken_of_replies", much * _is_spoken_of(rebuttal, target)
    yield "speaks_of_him", much * _is_spoken_of(target, rebuttal)
    yield "insists", float("insisting" in rebuttal.signs)
    yield "insisted", float("insisting" in target.signs)
    yield "disputed", float(near and bool(_DISPUTING.search(_between(target, rebuttal))))
    yield "early_late", float(is_earlier(target, rebuttal))


def is_earlier(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether of what came no earlier for one the other says that it had: "erst", "schon".

    They speak of one thing where they stand side by side and one speaks of the other.
    """
    spoken_of = _is_spoken_of(target, rebuttal) or _is_spoken_of(rebuttal, target)
    meets = spoken_of or target.stems & rebuttal.stems
    if not (meets and _is_near(target, rebuttal)):
        return False
    early, late = (target, rebuttal) if "not_before" in target.tenor else (rebuttal, target)
    apart = "not_before" in early.tenor and "before_then" in late.tenor
    return apart and "not_before" not in late.tenor


_DISPUTING = whole_words("disputing")


def _between(left: Utterance, right: Utterance) -> str:
    """The text from the sentence before two statements to the last of them, in one paragraph."""
    layout = left.statement.layout
    if layout is None:
        return ""
    first, last = sorted((left.sentence, right.sentence))
    if first and layout.paragraph(layout.sentences[first - 1]) == left.paragraph:
        first -= 1
    return layout.words(first, last)


def speaks_for_himself(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether one of two says of himself, word for word, that it was not so, beside the other.

    "Das Öl stamme aus der Halle, sagte X. „Aus unserer Halle ist nichts ausgelaufen“, sagte Y."
    What somebody will not do is no answer.
    """
    ahead = target.statement.ahead or rebuttal.statement.ahead
    if ahead or not _is_near(target, rebuttal) or target.paragraph != rebuttal.paragraph:
        return False
    ways = ((target, rebuttal), (rebuttal, target))
    return any(_is_for_himself(own) and _is_meant(own, by) for own, by in ways)


def _is_for_himself(utterance: Utterance) -> bool:
    direct = utterance.statement.claim.kind == "direct" and "first_person" in utterance.tenor
    return direct and (utterance.negated or bool({"emphatic", "in_order"} & utterance.tenor))


def _is_meant(utterance: Utterance, by: Utterance) -> bool:
    """Whether somebody is spoken of by another, who denies nothing, or the same things are."""
    meets = bool(utterance.roots & by.roots) or _is_spoken_of(utterance, by)
    return meets and not (by.negated or by.denies)


_OTHERWISE = whole_words("said_otherwise")


def is_said_otherwise(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether the text says between two statements that the second contradicts the first.

    "Bei den Eltern klingt das anders. „…“"; "Tom Vogt schildert etwas anderes: …".
    """
    layout = target.statement.layout
    near = _is_near(target, rebuttal) and target.paragraph == rebuttal.paragraph
    if layout is None or not (near and target.at < rebuttal.at):
        return False
    start = target.sentence + 1 if rebuttal.sentence > target.sentence else rebuttal.sentence
    return bool(_OTHERWISE.search(layout.words(start, rebuttal.sentence)))


def _is_spoken_of(utterance: Utterance, by: Utterance) -> bool:
    """Whether a speaker, or the state or body that he speaks for, is among another's words."""
    spoken = _spoken(by.statement.claim.words)
    if not (utterance.called.isdisjoint(spoken) and utterance.titles.isdisjoint(spoken)):
        return True
    seats = utterance.statement.seats & by.statement.lands
    return bool(seats and seats - by.statement.seats)


@lru_cache(maxsize=REMEMBERED)
def _spoken(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


def place(target: Utterance, rebuttal: Utterance) -> Iterator[tuple[str, float]]:
    """How two statements stand to each other in the text and in time, by the names of evidence."""
    if target.statement.place != rebuttal.statement.place:
        yield "other_article", 1.0
    elif min(target.sentence, rebuttal.sentence) >= 0:
        yield "same_paragraph", float(target.paragraph == rebuttal.paragraph)
        apart = abs(target.sentence - rebuttal.sentence)
        yield "next_sentence", float(apart <= 1)
        yield "distant", min(1.0, max(0, apart - _NEAR) / 6)
        yield "later_first", float(target.at > rebuttal.at)
    apart_days = days_between(target.statement, rebuttal.statement)
    if apart_days is not None and apart_days > _FAR_APART:
        yield "far_in_time", 1.0


def _is_far(left: Utterance, right: Utterance) -> bool:
    """Whether two statements stand in two articles."""
    return left.statement.place != right.statement.place


def _is_near(left: Utterance, right: Utterance) -> bool:
    near = left.statement.place == right.statement.place
    return near and left.sentence >= 0 and abs(left.sentence - right.sentence) <= _NEAR


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
