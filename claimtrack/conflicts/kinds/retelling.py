"""Two articles carry the same statement of the same actor and differ in it.

Found by the chain (actor or whom they lean on), the time, and the wording; what can differ is
the day, the confidence, the number, the noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from claimtrack.about.matters import Matter
from claimtrack.about.origin import is_anonymous, key
from claimtrack.conflicts.events import Links
from claimtrack.conflicts.figures.counts import amounts, counts
from claimtrack.conflicts.figures.verdict import judge
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.proposition import places_meet
from claimtrack.conflicts.propositions.match import Match, of_one_actor
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.statement.statement import Count, Statement, by_day
from claimtrack.conflicts.verdicts import SHOWN
from claimtrack.conflicts.weights import threshold
from claimtrack.lexicon.concepts import Sense, senses
from claimtrack.lexicon.stems import likeness
from claimtrack.model import Claim, Figure, Interval

KIND = "retelling"
_ALIKE, _ALIKE_WITH_FIGURE = 0.45, 0.2
"""How alike the words of one statement must be (0 to 1), also where both have one figure."""
_SURE = 0.6
"""From here on alike they surely are one statement."""
_ONE_WORDING = 0.9
"""So much of one in the other, 0 to 1, and both say the same."""
_LEAST_WORDS = 2
"""Fewer content words could be anybody's."""
_OPEN_DAYS = 30
"""An open beginning ("zuvor", "kürzlich") reaches back so far."""
_SLIP_DAYS = 2
"""A day told wrong is wrong by so much at most; more, and it is another statement."""

_REMEMBERED = 4096
"""Statements whose names and numbers are kept while they are compared with many others."""

Difference = Callable[[Statement, Statement], str | None]


def find(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """Every retelling that differs, and the exact copies as ``same origin``.

    Who takes the other side in a later article is not retold: :mod:`reversal` tells of it.
    """
    known = set()
    for finding in _worded_alike(statements, links):
        known.add(finding.ids)
        yield finding
    yield from _by_evidence(statements, links, known)


def _by_evidence(
    statements: Sequence[Statement], links: Links, known: set[frozenset[str]]
) -> Iterator[Finding]:
    """One statement told twice and otherwise, by all that speaks for it, where texts are there."""
    least = threshold(KIND)
    own = utterances_of(statement for statement in statements if statement.actors)
    matches = (match for match in of_one_actor(KIND, own, links) if match.score >= least)
    for match in _one_partner_each(matches):
        left, right = (each.statement for each in match.pair)
        differs = _differs(match.pieces)
        if not differs or frozenset((left.claim.id, right.claim.id)) in known:
            continue
        reason = f"one statement of {left.claim.actor} is told otherwise ({match.why})"
        yield Finding(KIND, differs, reason, _ordered(left, right))


def _one_partner_each(matches: Iterable[Match]) -> Iterator[Match]:
    """The surest matches first; what is matched in an article is matched with nothing else there.

    Of all that somebody said on a day, what is looked back on is one thing.
    """
    taken: set[tuple[str, str]] = set()
    for match in sorted(matches, key=lambda each: -each.score):
        left, right = (each.statement for each in match.pair)
        own = {(left.claim.id, right.place), (right.claim.id, left.place)}
        if not own & taken:
            taken |= own
            yield match


def _differs(evidence: Mapping[str, float]) -> str | None:
    """The verdict on one statement told twice; None where both tell the same."""
    if any(evidence.get(name) for name in ("numbers_differ", "negation_differs", "antonyms")):
        return "conflict"
    if evidence.get("other_confidence"):
        return "tension"
    return None if evidence.get("held", 0) >= _ONE_WORDING else "conflict"


def _worded_alike(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """What nearly the same words show to be one statement: less alike where it has one number.

    What nobody in particular says ("Experten", "eine Geheimdienstquelle") is one by that alone.
    """
    for left, right in _candidates(statements, links):
        alike = likeness(left.wording, right.wording)
        if alike < _ALIKE and not (alike >= _ALIKE_WITH_FIGURE and _share_number(left, right)):
            continue
        if not (_share_name(left, right) or _share_number(left, right)):
            continue
        if left.side * right.side == -1 and left.days.last != right.days.last:
            continue
        differences = [text for test in DIFFERENCES if (text := test(left, right))]
        if differences:
            verdict = "conflict" if alike >= _SURE else "tension"
            yield Finding(KIND, verdict, _reason(left, differences), _ordered(left, right))
        elif left.wording == right.wording and amounts(left) == amounts(right):
            reason = f"{left.claim.actor or 'nobody named'}: one statement, the same words"
            yield Finding(KIND, "same origin", reason, _ordered(left, right))


Dated = tuple[Statement, int, int]
"""A statement with the first and the last day on which it can have been made."""


def _candidates(
    statements: Sequence[Statement], links: Links
) -> Iterator[tuple[Statement, Statement]]:
    voices = _by_voice(statements)
    seen: set[tuple[str, str]] = set()
    for (name, place), own in voices.items():
        for linked in sorted(links[place]):
            if place < linked:
                for left, right in _at_one_time(own, voices.get((name, linked), ())):
                    ids = (left.claim.id, right.claim.id)
                    if ids not in seen and places_meet(left, right):
                        seen.add(ids)
                        yield left, right


def _by_voice(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Dated]]:
    """What is long enough to be known again, by everybody in its chain and its article."""
    voices: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for statement in statements:
        last = statement.days.last
        if last is not None and len(statement.wording) >= _LEAST_WORDS:
            first = statement.days.first or last - _OPEN_DAYS
            for name in sorted(statement.chain):
                voices[name, statement.place].append((statement, first, last))
    return voices


def _at_one_time(
    own: Iterable[Dated], there: Sequence[Dated]
) -> Iterator[tuple[Statement, Statement]]:
    """Statements between which no more days lie than a slip makes."""
    for left, first, last in own:
        for right, since, until in there:
            if since - last <= _SLIP_DAYS and first - until <= _SLIP_DAYS:
                yield left, right


def _share_name(left: Statement, right: Statement) -> bool:
    """Whether both are of somebody in particular, and of one: "Experten" are nobody."""
    return not _named(left).isdisjoint(_named(right))


@lru_cache(maxsize=_REMEMBERED)
def _named(statement: Statement) -> frozenset[str]:
    names = (*statement.actors, *statement.claim.cites)
    return frozenset(key(name) for name in names if not is_anonymous(name))


def _share_number(left: Statement, right: Statement) -> bool:
    """Whether both count the same number of the same."""
    own = _numbers(left)
    return bool(own) and not own.isdisjoint(_numbers(right))


@lru_cache(maxsize=_REMEMBERED)
def _numbers(statement: Statement) -> frozenset[tuple[Interval | None, str]]:
    return frozenset((figure.near, matter.population) for figure, matter in _counted(statement))


@lru_cache(maxsize=_REMEMBERED)
def _counted(statement: Statement) -> tuple[tuple[Figure, Matter], ...]:
    pairs = zip(statement.claim.figures, statement.counted, strict=True)
    return tuple((figure, matter) for figure, matter in pairs if matter)


def _day(left: Statement, right: Statement) -> str | None:
    left_day, right_day = left.claim.said, right.claim.said
    if not left_day or not right_day or _meet(left, right):
        return None
    return f"another day ({left_day}, {right_day})"


def _meet(left: Statement, right: Statement) -> bool:
    a, b = left.days, right.days
    if a.last is None or b.last is None:
        return True
    return max(a.first or 0, b.first or 0) <= min(a.last, b.last)


def _confidence(left: Statement, right: Statement) -> str | None:
    a, b = left.claim, right.claim
    if a.confidence == b.confidence:
        return None
    return f"another confidence ({_hedged(a)}, {_hedged(b)})"


def _hedged(claim: Claim) -> str:
    return f"„{claim.hedge}“: {claim.confidence}" if claim.hedge else claim.confidence


def _stance(left: Statement, right: Statement) -> str | None:
    if left.side * right.side != -1:
        return None
    return f"another stance ({left.claim.stance}, {right.claim.stance})"


def _number(left: Statement, right: Statement) -> str | None:
    """Another number for one thing that did not just grow."""
    for a, b in product(_counts(left), _counts(right)):
        if (a.matter.population, a.scope) != (b.matter.population, b.scope):
            continue
        if a.matter.state == b.matter.state and judge(a, b).verdict in SHOWN:
            return f"another number („{a.figure.text}“, „{b.figure.text}“)"
    return None


@lru_cache(maxsize=_REMEMBERED)
def _counts(statement: Statement) -> tuple[Count, ...]:
    return tuple(counts([statement]))


def _noun(left: Statement, right: Statement) -> str | None:
    """Another noun for what is counted; "23 Verletzte" is none beside "23 Fahrgäste verletzt"."""
    for (a, matter), (b, partner) in product(_counted(left), _counted(right)):
        if (a.near, matter.population) != (b.near, partner.population):
            continue
        left_noun, right_noun = _head(a, matter), _head(b, partner)
        if not (left_noun and right_noun) or left_noun.stem == right_noun.stem:
            continue
        if not (_says(left_noun, partner) or _says(right_noun, matter)):
            return f"another noun („{left_noun.word}“, „{right_noun.word}“)"
    return None


def _head(figure: Figure, matter: Matter) -> Sense | None:
    """The noun of a figure's ``what`` that names its population."""
    for word in senses(figure.what or ""):
        if any(concept.population == matter.population for concept in word.concepts):
            return word
    return None


def _says(noun: Sense, matter: Matter) -> bool:
    """Whether a noun only says what is told of others to have happened to them."""
    return any(concept.state and concept.state == matter.state for concept in noun.concepts)


DIFFERENCES: tuple[Difference, ...] = (_day, _confidence, _stance, _number, _noun)


def _reason(statement: Statement, differences: Sequence[str]) -> str:
    who = statement.claim.actor or "somebody unnamed"
    return f"one statement of {who} is told with {', '.join(differences)}"


def _ordered(left: Statement, right: Statement) -> tuple[Statement, Statement]:
    first, second = sorted((left, right), key=by_day)
    return first, second
