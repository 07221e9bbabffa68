"""One actor asserts, confirms, announces or blames what another denies, doubts or withholds.

Of several claims of the same two actors on the same matter the plainest pair is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimtrack.about.roots import roots_of
from claimtrack.conflicts.events import Links, of_one_event, one_event, shelve
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds.opponents import can_clash, is_one_camp, takes_side
from claimtrack.conflicts.kinds.voices import voices
from claimtrack.conflicts.proposition import Sureness, case_of, sureness
from claimtrack.conflicts.propositions.match import Match, beside, by_place, folded, stances
from claimtrack.conflicts.propositions.utterance import Utterance, utterances_of
from claimtrack.conflicts.statement.distance import WINDOW, days_between
from claimtrack.conflicts.statement.side import PLAINEST
from claimtrack.conflicts.statement.statement import Statement, by_day
from claimtrack.conflicts.weights import threshold
from claimtrack.lexicon.stems import likeness

KIND = "stance"
VERDICT: dict[Sureness, str] = {"surely": "conflict", "probably": "tension"}
_DOES = {
    "denies": "denied", "doubts": "doubted", "withholds": "did not confirm",
    "asserts": "said", "confirms": "confirmed", "announces": "announced", "accuses": "charged",
}  # fmt: skip
"""What an actor, one or several, did."""


def find(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """For each actor against a proposition: who takes the other side most plainly.

    Those who confirm, announce or charge are all told; one who merely asserts only where nobody
    does so, one of whom it is not sure that he means the same only where nobody else is left.
    """
    own = utterances_of(statements)
    places = by_place(own)
    plainest = [
        replace(each, also=beside(each.pair, places)) for each in _plainest(statements, links)
    ]
    yield from plainest
    yield from _by_evidence(own, links, plainest)


def _answered(findings: Iterable[Finding]) -> set[str]:
    """The ids of what speaks against something, where it is known what that is."""
    return {
        statement.claim.id for each in findings for statement in each.pair if statement.side == -1
    }


def _by_evidence(
    own: Sequence[Utterance], links: Links, known: Sequence[Finding]
) -> Iterator[Finding]:
    """Two sides of one matter by all that speaks for it, where the texts are to be had."""
    least = threshold(KIND)
    answered = _answered(known)
    clashes = [
        match
        for match in stances(own, links, least)
        if match.score >= least
        and not any(utterance.silent for utterance in match.pair)
        and not answered & {utterance.statement.claim.id for utterance in match.pair}
        and _is_tied(match)
        and _can_clash(match)
        and _names_what(*(utterance.statement for utterance in match.pair))
    ]
    for match, also in folded(clashes, by_place(own), known):
        of, against = (each.statement for each in match.pair)
        first, second = sorted((of, against), key=by_day)
        verdict = "tension" if against.claim.stance == "withholds" else "conflict"
        reason = f"{says(against)} what {says(of)} ({match.why})"
        yield Finding(KIND, verdict, reason, (first, second), also=also)


def _can_clash(match: Match) -> bool:
    """Whether both take a side, or one does away with what the other asks for."""
    left, right = (utterance.statement for utterance in match.pair)
    if "dismissed" in match.pieces:
        return not is_one_camp(left, right)
    return can_clash(left, right)


_TYING = frozenset(
    {
        "answers",
        "set_against",
        "denies_nearest",
        "spoken_of_denies",
        "surely",
        "probably",
        "antonyms",
        "early_late",
        "said_otherwise",
        "taken_up",
        "dismissed",
        "harm_denied",
    }
)
"""Evidence that two statements speak of one thing, whichever words they share."""
_DISPUTES = frozenset({"amiss_in_order", "follows_at_once", "same_paragraph"})
"""Evidence that ties them only all together: right behind who finds fault all is in order."""
_ENOUGH = 2
_ONE_THING = 0.6
"""So much alike, 0 to 1, and a denial is of a statement, be it of what the title names."""


def _is_tied(match: Match) -> bool:
    """Whether it is seen that two statements speak of one thing, and not only of one event.

    One answers the other or they share a word that is not what the whole article is about; two
    where neither takes a side. That one has a "nicht" and stands beside the other ties nothing.
    "geht von einem Rennen aus" and "weist den Verdacht eines Rennens zurück" are of one thing
    whatever the title is about.
    """
    of, against = match.pair
    if _TYING & match.pieces.keys() or ("accused" in match.pieces and against.denies):
        return True
    if match.pieces.get("denial_around") == 1.0 or match.pieces.keys() >= _DISPUTES:
        return True
    if against.denies and match.pieces.get("alike", 0.0) >= _ONE_THING:
        return True
    whole = of.statement.title_gist | against.statement.title_gist
    both = of.stems & against.stems
    shared, more = both - whole, (of.roots & against.roots) - roots_of(both | whole)
    return len(shared) + bool(more) >= (_ENOUGH if "no_sides" in match.pieces else 1)


def _plainest(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """The plainest clash of each two actors on a matter that their words show to be one."""
    against_all: dict[tuple[str, ...], dict[tuple[str, ...], Clash]] = defaultdict(dict)
    for against, of in _opposed(statements, links):
        sure = sureness(against, of)
        if sure is None or (sure == "probably" and _answers_another(against, of)):
            continue
        clash = Clash(against, of, sure, _plainness(against, of, sure))
        rivals = against_all[_dispute(against)]
        if clash.plain > getattr(rivals.get(of.actors), "plain", _NOT_AT_ALL):
            rivals[of.actors] = clash
    for rivals in against_all.values():
        yield from (_finding(clash) for clash in _worth_telling(list(rivals.values())))


def _answers_another(against: Statement, of: Statement) -> bool:
    """Whether it is known what a denial answers in its article, and that this is not it."""
    answers = against.claim.answers
    return against.place == of.place and bool(answers) and of.claim.id not in answers


def ties(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The dispute of what speaks against something: of its clashes the plainest are kept."""
    if _speaks_against(statement):
        yield _dispute(statement)


def _speaks_against(statement: Statement) -> bool:
    """Whether somebody is against something; who it is may be left open where it is sure what."""
    return statement.side == -1 and bool(statement.actors or statement.meant)


def _dispute(against: Statement) -> tuple[str, ...]:
    who = against.actors or (against.meant or "",)
    return (*who, *case_of(against))


class Clash(NamedTuple):
    """Two statements on opposite sides, and how plainly they are."""

    against: Statement
    of: Statement
    sure: Sureness
    plain: tuple[bool, bool, float]


_NOT_AT_ALL = (False, False, -1.0)


def _plainness(against: Statement, of: Statement, sure: Sureness) -> tuple[bool, bool, float]:
    return sure == "surely", of.claim.stance in PLAINEST, likeness(against.gist, of.gist)


def _worth_telling(clashes: list[Clash]) -> list[Clash]:
    best = max(clash.plain for clash in clashes)
    if best[0] and best[1]:
        return [clash for clash in clashes if clash.plain[0] and clash.plain[1]]
    return [clash for clash in clashes if clash.plain == best][:1]


def _opposed(
    statements: Sequence[Statement], links: Links
) -> Iterator[tuple[Statement, Statement]]:
    """Each statement against something with those that stand for something, told of its event.

    What an actor took back is held against nobody who spoke on that day or later.
    """
    opposing = [statement for statement in statements if _speaks_against(statement)]
    standing = (statement for statement in statements if opposing and statement.side == 1)
    shelf = shelve((statement, statement) for statement in standing)
    for against in opposing:
        rivals = list(of_one_event(against, shelf, links))
        until = _taken_back(against, rivals)
        for of in rivals:
            held = until is None or (of.days.last or 0) < until
            held = held and bool(of.actors or of.claim.id == against.meant)
            held = held and (days_between(against, of) or 0) <= WINDOW
            if held and can_clash(against, of):
                yield against, of


def _taken_back(against: Statement, rivals: Sequence[Statement]) -> int | None:
    """The first later day on which the same actor took the other side."""
    said = against.days.last or 0
    days = (
        of.days.last
        for of in rivals
        if of.days.last and of.days.last > said and voices(of) & voices(against)
        and sureness(against, of)
    )  # fmt: skip
    return min(days, default=None)


def _names_what(of: Statement, against: Statement) -> bool:
    """Whether one who does not confirm something is told to speak of that."""
    return against.claim.stance != "withholds" or of.claim.id in against.claim.answers


def _finding(clash: Clash) -> Finding:
    against, of, sure = clash.against, clash.of, clash.sure
    reason = f"{says(against)} what {says(of)}"
    if sure == "probably":
        reason += "; that both mean the same is likely, not sure"
    elif against.claim.stance == "withholds":
        reason += "; not to confirm is not to deny"
    verdict = "tension" if against.claim.stance == "withholds" else VERDICT[sure]
    first, second = sorted((against, of), key=by_day)
    return Finding(KIND, verdict, reason, (first, second))


def says(statement: Statement) -> str:
    """A statement in a few words: "Russland denied („dementierte Berichte über …“)"."""
    claim = statement.claim
    does = _DOES.get(claim.stance, claim.stance)
    if statement.side == -1 and claim.stance in ("asserts", "confirms", "announces"):
        does = "spoke against"
    return f"{claim.actor or 'somebody unnamed'} {does} („{short(claim.words)}“)"


_MARKS = '„“”"»«'


def short(text: str, longest: int = 60) -> str:
    """Words without quotation marks around them, cut at a blank, with an ellipsis."""
    text = text.strip(_MARKS)
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"


def reasons(left: Statement, right: Statement, links: Links) -> Iterator[str]:
    """Why two claims were, or were not, held against each other as two sides of one matter."""
    if left.side * right.side != -1:
        yield "not on two sides: " + "; ".join(says(each) for each in (left, right))
    elif not one_event(left, right, links):
        yield "nothing shows that they are told of one event"
    elif not (takes_side(left) and takes_side(right)):
        yield "one of them is a demand or an open question"
    elif is_one_camp(left, right):
        yield "one actor, or a body and who belongs to it"
    elif (apart := days_between(left, right) or 0) > WINDOW:
        yield f"they were said {apart} days apart"
    elif sureness(left, right) is None:
        yield "their words do not show that they mean the same"
