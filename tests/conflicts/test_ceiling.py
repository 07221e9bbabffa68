"""The most that two statements can come to: never less than what they do come to."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.propositions.ceiling import ceiling, may_come_to
from claimtrack.conflicts.propositions.evidence import stance_evidence
from claimtrack.conflicts.propositions.match import stances
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.weights import threshold, total
from tests.conflicts.test_replies import told

SAID = [
    ("Anna Berg", "der Damm halte nicht", "asserts"),
    ("Tom Vogt", "der Damm halte", "asserts"),
    ("Eva Lenz", "Berg habe den Damm zerstört", "accuses"),
    ("Anna Berg", "sie habe den Damm nicht zerstört", "denies"),
    ("Jan Roth", "das sei falsch", "denies"),
    ("Ida Holm", "man wisse es erst seit Mai", "asserts"),
    ("Kai Sommer", "man wisse es bereits seit April", "asserts"),
    ("Lea Brand", "die Meldung sei auf jeden Fall wahr gewesen", "confirms"),
    ("Max Korn", "der Damm müsse erhöht werden", "demands"),
    ("Uwe Tann", "das Meer steige um 30 Zentimeter", "announces"),
]  # fmt: skip
TEXT = " ".join(
    f"{words[0].upper()}{words[1:]}, {verb} {speaker}."
    for (speaker, words, _), verb in zip(
        SAID, ("sagte", "widersprach", "klagte", "sagte", "entgegnete") * 2, strict=True
    )
)


def every() -> list[Utterance]:
    lowered = [(speaker, words[1:], stance) for speaker, words, stance in SAID]
    return told(TEXT, *lowered)


def comes_to(one: Utterance, other: Utterance, nearest: bool) -> float:
    evidence = stance_evidence(one, other, nearest)
    sure = sureness(one.statement, other.statement)
    opposed = one.statement.side * other.statement.side == -1
    return total("stance", evidence | ({sure: 1.0} if sure and opposed else {}))


@pytest.mark.parametrize("nearest", [True, False])
def test_no_pair_comes_to_more_than_its_ceiling(nearest: bool) -> None:
    for one, other in permutations(every(), 2):
        score = comes_to(one, other, nearest)
        assert score <= ceiling(one, other)
        assert may_come_to(score, one, other)


def test_a_pair_that_shares_nothing_stays_below_what_is_shown() -> None:
    pairs = list(permutations(every(), 2))
    low = [pair for pair in pairs if not may_come_to(threshold("stance"), *pair)]
    assert 0 < len(low) < len(pairs)


def test_what_is_shown_is_the_same_with_the_others_left_out() -> None:
    least = threshold("stance")
    own = every()
    links = {"a": frozenset({"a"})}
    shown = [
        [(match.pair, match.pieces, match.score) for match in some if match.score >= least]
        for some in (stances(own, links), stances(own, links, least))
    ]
    assert shown[0]
    assert shown[0] == shown[1]
    assert len(stances(own, links, least)) < len(stances(own, links))
