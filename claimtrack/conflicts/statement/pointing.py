"""Words that only point to another claim: "bestätigte die Nachricht", "wies die Vorwürfe ab"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.about.matters import text_matters
from claimtrack.conflicts.statement.content import acts_of, gist_of, proposition
from claimtrack.conflicts.statement.side import is_on_a_claim
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import either, whole_words
from claimtrack.lexicon.concepts import senses

_CHARGE = either("charge")
_SAID = either("charge", "said")
_WITHOUT_CONTENT = r"(?! über| von| zu[mr]? |, dass)"
_POINTS_BACK = re.compile(
    r"^(?:was|dies|das|es|diese?[ns]?|alles?)\b|"
    rf"\b(?:die|diese[nr]?|den|der|das|alle|solche) (?:\w+ ){{0,3}}?{_SAID}\b{_WITHOUT_CONTENT}|"
    rf"\b{_CHARGE}\b{_WITHOUT_CONTENT}",
    re.I,
)
_ALL_TOLD = re.compile(rf"\b(?:die|den|alle|allen|solche) (?:\w+en )?{either('several')}\b", re.I)
_WHOSE = re.compile(
    rf"\b((?:\w+en ){{0,2}}){_SAID}((?: (?:der|des|von|aus)(?: \w+){{1,3}})?)", re.I
)
"""Whose words they are: "die chinesischen Vorwürfe", "die Vorwürfe der kanadischen Ermittler"."""
_DEED = re.compile(rf"\b(?:die|diese|den|der|das|alle|alles) {either('deed')}\b")
"""What somebody is charged with, when he denies it: "bestritt die Tat"."""
_CRITICISES = whole_words("criticises", any_case=False)
_AIMED = re.compile(r"\bgegen (?:ihn|sie|sich|(?:seine|ihre) Person)\b")
"""Whom a charge is aimed at, which does not say what it is."""
_LEAST_WORDS = 3
"""Fewer words in quotation marks are no proposition."""


def borrow(
    statement: Statement, earlier: Sequence[Statement], later: Sequence[Statement]
) -> Statement:
    """The proposition of the claim that words point to, for a statement that has none of its own.

    "die Vorwürfe der Gewerkschaft" are what the union says anywhere in the article; "den Vorwurf"
    is the last charge before it; "die Berichte" are what the title tells, else most of the claims;
    "was Moskau bestreitet", "die Nachricht" and "diese Berichte" are the claim just before.
    """
    if not only_points(statement):
        return statement
    pointed_to, clear = _meant(statement, earlier, later)
    if pointed_to is None:
        return statement
    return replace(
        statement, matters=pointed_to.matters, gist=pointed_to.gist, acts=pointed_to.acts,
        places=pointed_to.places, lands=pointed_to.lands, borrowed=True, clear=clear,
        meant=pointed_to.claim.id if pointed_to.claim is not statement.claim else None,
    )  # fmt: skip


def only_points(statement: Statement) -> bool:
    """Whether the words of a statement stand for another claim and say nothing themselves."""
    if not is_on_a_claim(statement.claim):
        return False
    text = _AIMED.sub("", proposition(statement.claim)).strip()
    deed = statement.claim.stance == "denies" and _DEED.search(text)
    if not deed and not _POINTS_BACK.search(text):
        return False
    return not text_matters(text) and not any(acts_of(senses(text)))


def _meant(
    statement: Statement, earlier: Sequence[Statement], later: Sequence[Statement]
) -> tuple[Statement | None, bool]:
    """What the words point to, and whether it is the one charge that the article tells of."""
    text = proposition(statement.claim)
    whose = _whose(text)
    named = [
        candidate
        for candidate in (*earlier[::-1], *later)
        if _speaks_for(candidate, whose, statement)
    ]
    if named:
        return named[0], [*map(_accuses, named)] == [True]
    rivals = list(_others(statement, earlier))
    last = next(reversed(rivals), None)
    if re.search(_CHARGE, text) or _DEED.search(text):
        charges = _charges(rivals) or [candidate for candidate in later if _accuses(candidate)]
        if charges or not _ALL_TOLD.search(text):
            return next(reversed(charges), None), [*map(_accuses, charges)] == [True]
    if _ALL_TOLD.search(text):
        return _headline(statement) or _main(earlier) or last, False
    return last, False


def _charges(rivals: Sequence[Statement]) -> list[Statement]:
    """What somebody is blamed for: charges, else rumours, else what is said to be bad."""
    for test in (_accuses, _is_charge, _criticises):
        charges = [rival for rival in rivals if test(rival)]
        if charges:
            return charges
    return []


def _accuses(statement: Statement) -> bool:
    return statement.claim.stance == "accuses"


def _criticises(statement: Statement) -> bool:
    return statement.claim.kind == "reported" and bool(_CRITICISES.search(statement.claim.words))


def _speaks_for(candidate: Statement, whose: set[str], statement: Statement) -> bool:
    return bool(
        candidate.side and candidate.actors != statement.actors and whose & _known_as(candidate)
    )


def _is_charge(statement: Statement) -> bool:
    return statement.claim.stance == "accuses" or statement.claim.confidence == "alleged"


def _others(statement: Statement, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """What others stand for or against; of nobody in particular, only a charge or a rumour."""
    for candidate in earlier:
        somebody = (
            candidate.actors != statement.actors if candidate.actors else _is_charge(candidate)
        )
        fragment = candidate.claim.kind == "direct" and len(candidate.gist) < _LEAST_WORDS
        if somebody and candidate.side and not fragment:
            yield candidate


def _whose(text: str) -> set[str]:
    """The names and states beside what is pointed to: whose words it is."""
    pointed = _WHOSE.search(text)
    line = senses(" ".join(pointed.groups())) if pointed else []
    return {word.stem for word in line if word.word[:1].isupper()} | {
        f"={word.nation}" for word in line if word.nation
    }


def _known_as(statement: Statement) -> set[str]:
    """The words of the actors' names, and the states in them."""
    line = [word for name in statement.actors for word in senses(name) if word.word[:1].isupper()]
    return {word.stem for word in line} | {f"={word.nation}" for word in line if word.nation}


def _headline(statement: Statement) -> Statement | None:
    """The title as a proposition, where it says what is done with or to whom."""
    title = statement.source.title if statement.source else None
    if not title:
        return None
    line, about = senses(title), text_matters(title)
    acts = frozenset(acts_of(line))
    if not about or not acts:
        return None
    return replace(statement, matters=about, gist=frozenset(gist_of(line)), acts=acts)


def _main(earlier: Sequence[Statement]) -> Statement | None:
    """The claim that shares most with the title and the other claims, with something done in it."""
    able = [
        candidate
        for candidate in earlier
        if candidate.matters and candidate.acts and candidate.side
    ]
    source = earlier[0].source if earlier else None
    title = gist_of(senses(source.title)) if source and source.title else ()
    weights: dict[str, int] = defaultdict(int, {word: len(earlier) for word in title})
    for candidate in earlier:
        for word in candidate.gist:
            weights[word] += 1
    scores = [
        (sum(weights[word] for word in candidate.gist) / (len(candidate.gist) + 4), candidate)
        for candidate in able
    ]
    return max(scores, key=lambda pair: pair[0])[1] if scores else None
