"""The most that two statements can come to: never less than what they do come to."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.propositions.ceiling import ceiling, may_come_to
from claimtrack.conflicts.propositions.evidence import stance_evidence
from claimtrack.conflicts.propositions.match import stances
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.statement.statement import Days
from claimtrack.conflicts.weights import threshold, total, weights
from tests.conflicts.building import at, exact, utterance
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


def pair(target: dict[str, Any], rebuttal: dict[str, Any]) -> tuple[Utterance, Utterance]:
    before = {"actors": ("Berg",), "quote": at(0), **target}
    behind = {"actors": ("Vogt",), "quote": at(26), "sentence": 1, **rebuttal}
    return utterance("a0", **before), utterance("a1", **behind)


def weight(name: str, own: str = "stance") -> float:
    return weights(own)[name].weight


def worth(pieces: str, own: str = "stance") -> float:
    """What pieces of evidence come to, those with "-" taken away: gains, or a loss quickly seen."""
    return sum(
        (-1 if piece[0] == "-" else 1)
        * (min if piece.lstrip("-") in LOSSES else max)(0.0, weight(piece.lstrip("-"), own))
        for piece in pieces.split()
    )


LOSSES = {"no_denial", "other_article", "both_figures"}
AB, BC, B = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xb",)))
THREE = (exact("3", 3),)
IN_ONE_ARTICLE = "same_paragraph next_sentence later_first disputed follows_at_once"
DENIED = "denies denies_held both_deny denies_nearest points_back spoken_of_denies -no_denial"
NEGATED = "negation_differs negation_held both_negated_held"


def signs(*names: str) -> dict[str, Any]:
    return {"signs": frozenset(names)}


def tenor(*names: str) -> dict[str, Any]:
    return {"tenor": frozenset(names)}


@pytest.mark.parametrize(
    ("target", "rebuttal", "pieces"),
    [
        ({"figures": THREE}, {}, "-no_figures"),
        ({}, {"figures": THREE}, "-no_figures"),
        ({"figures": THREE}, {"figures": THREE}, "-no_figures both_figures"),
        ({"side": 1}, {"side": -1}, "two_sides two_sides_held surely probably"),
        ({"side": -1}, {"side": -1}, ""),
        ({}, {"denies": True}, DENIED),
        ({"denies": True}, {}, DENIED),
        ({}, {"denial_around": True}, "denial_around -no_denial"),
        ({"denial_around": True}, {}, ""),
        ({}, {"answers": ("a0",)}, "answers set_against -no_denial"),
        ({}, {"answers": ("a9",)}, ""),
        ({"stems": frozenset({"beteiligt"})}, {"stems": frozenset({"unbeteiligt"})},
         "antonyms -no_denial"),
        ({"negated": True}, {}, NEGATED),
        ({}, {"negated": True}, NEGATED),
        ({"negated": True}, {"negated": True}, NEGATED),
        ({"stance": "accuses"}, {"denies": True}, f"{DENIED} accused accused_answers"),
        ({"stance": "accuses"}, {"negated": True}, f"{NEGATED} accused accused_answers"),
        ({"stance": "accuses"}, {}, ""),
        ({}, {"stance": "accuses"}, ""),
        (tenor("past"), tenor("past"), "both_past"),
        (tenor("past"), {}, ""),
        (tenor("emphatic"), {}, "emphatic"),
        ({}, tenor("emphatic"), "emphatic"),
        (tenor("not_before"), tenor("before_then"), ""),
        ({}, signs("contrasting"), "contrast"),
        (signs("contrasting"), {}, ""),
        ({}, signs("insisting"), "insists"),
        (signs("insisting"), {}, "insisted"),
    ],
)  # fmt: skip
def test_what_may_come_where_something_is_so(
    target: dict[str, Any], rebuttal: dict[str, Any], pieces: str
) -> None:
    most = ceiling(*pair(target, rebuttal)) - ceiling(*pair({}, {}))
    assert most == pytest.approx(worth(pieces))


@pytest.mark.parametrize(
    ("rebuttal", "pieces"), [("before_then", "early_late -no_denial"), ("not_before", "")]
)
def test_what_may_come_where_one_says_since_when(rebuttal: str, pieces: str) -> None:
    same = {"stems": B}
    later = {**same, **tenor("not_before")}, {**same, **tenor(rebuttal)}
    most = ceiling(*pair(*later)) - ceiling(*pair(same, same))
    assert most == pytest.approx(worth(pieces))


@pytest.mark.parametrize(("article", "own"), [("a", "stance"), ("b", "stance_across")])
def test_what_may_come_of_two_plain_statements(article: str, own: str) -> None:
    """All that needs nothing which is quickly seen, and a better partner's lead of four."""
    needs = {"alike", "held", "kin", "start", "shown", "possible", "rival", *LOSSES}
    rows = "answers set_against denial_around two_sides two_sides_held surely probably accused "
    rows += "accused_answers antonyms contrast both_past emphatic early_late insists insisted "
    rows += "in_order amiss_in_order said_otherwise for_himself taken_up dismissed harm_denied "
    needs |= set(f"{rows} {NEGATED} {DENIED}".split())
    beside = ["same_paragraph", "next_sentence", "later_first", "disputed", "follows_at_once"]
    free = weights(own).keys() - needs - set(beside)
    there = " ".join([*free, "no_denial", *(beside if article == "a" else ["other_article"])])
    most = weight("start", own) + worth(there, own) + 4 * worth("rival", own)
    most += max(0.0, weight("kin", own))
    assert most <= ceiling(*pair({}, {"article": article})) <= most + 1e-5


@pytest.mark.parametrize(
    ("first", "second", "alike", "held"),
    [(AB, BC, 0.5, 0.5), (AB, B, 2 / 3, 1.0), (AB, AB, 1.0, 1.0)],
)
def test_what_shared_words_come_to(
    first: frozenset[str], second: frozenset[str], alike: float, held: float
) -> None:
    """What is not shared as words may still be by its roots."""
    more = ceiling(*pair({"stems": first}, {"stems": second})) - ceiling(*pair({}, {}))
    roots = max(0.0, weight("kin")) * held
    assert more == pytest.approx(weight("alike") * alike + weight("held") * held - roots)


@pytest.mark.parametrize(
    ("target", "rebuttal", "loss"),
    [
        ({}, {}, {}),
        ({}, {"sentence": 3}, {"distant": 1 / 6}),
        ({}, {"sentence": 9}, {"distant": 1.0}),
        ({}, {"days": Days(121, 121)}, {"far_in_time": 1.0}),
        ({"actors": ("Vogt",)}, {}, {"same_person": 1.0}),
        ({"names": AB}, {"names": BC}, {"same_person": 0.5}),
        ({"actors": ("Vogt",)}, {"sentence": 9}, {"same_person": 1.0, "distant": 1.0}),
    ],
)
def test_what_distance_and_one_speaker_take_away(
    target: dict[str, Any], rebuttal: dict[str, Any], loss: dict[str, float]
) -> None:
    two = pair(target, rebuttal)
    most = ceiling(*two) + sum(min(0.0, weight(name)) * much for name, much in loss.items())
    assert may_come_to(most - 1e-9, *two)
    assert not may_come_to(most + 1e-3, *two)
