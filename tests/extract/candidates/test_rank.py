"""Which candidates stand where they share words, and how they are put beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.candidates import join as joining
from claimtrack.extract.candidates.rank import rivals, settle
from claimtrack.model import Kind, Span
from tests.extract.reading import sentences


def made(
    rule: str, start: int, end: int, *, frame: tuple[int, int] | None = None, score: float = 0.9
) -> Candidate:
    """A candidate of a rule for the words ``start`` to ``end``, its frame with a cue."""
    direct, free = rule.startswith("marks"), rule.endswith("free") or rule == "sollen"
    kind: Kind = "direct" if direct else "reported" if rule == "act" else "indirect"
    spans = (Span(*frame),) if frame else ()
    return Candidate(
        "free_indirect" if free else kind,
        rule,
        (Span(start, end),),
        0,
        score,
        frame=spans,
        cue=spans,
    )


DASS = made("verb+dass", 20, 60, frame=(0, 18))


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        pytest.param([DASS], ["verb+dass"], id="one stands"),
        pytest.param([made("konjunktiv+free", 0, 61), DASS], ["verb+dass"], id="frame before mood"),
        pytest.param([made("sollen", 0, 61), DASS], ["verb+dass"], id="frame before hearsay"),
        pytest.param([made("act", 0, 61, frame=(0, 61)), DASS], ["verb+dass"], id="act: a frame"),
        pytest.param(
            [made("marks+ahead", 20, 60, frame=(0, 18)), DASS],
            ["marks+ahead"],
            id="speech before a frame",
        ),
        pytest.param(
            [made("marks+fragment", 30, 40), DASS],
            ["verb+dass", "marks+fragment"],
            id="a fragment stands in other words",
        ),
        pytest.param(
            [made("inverted", 20, 60, frame=(62, 80), score=0.8), DASS],
            ["verb+dass"],
            id="the higher score",
        ),
        pytest.param(
            [made("verb+dass", 30, 60, frame=(20, 28)), DASS],
            ["verb+dass"],
            id="a report inside a report",
        ),
        pytest.param(
            [made("according", 0, 10, frame=(10, 18)), DASS],
            ["verb+dass"],
            id="words that are a frame's only",
        ),
        pytest.param(
            [DASS, made("inverted", 70, 99, frame=(100, 120))],
            ["verb+dass", "inverted"],
            id="words apart",
        ),
        pytest.param(
            [made("verb+konjunktiv", 58, 99, frame=(101, 110)), DASS],
            ["verb+dass", "verb+konjunktiv"],
            id="hardly a word shared",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_the_best_candidates_stand(found: list[Candidate], standing: list[str]) -> None:
    assert [one.rule for one in settle(found)] == standing
    assert [one.rule for one in settle(found[::-1])] == standing


RULES = ["marks+behind", "marks+fragment", "verb+dass", "inverted", "according", "act", "sollen"]
CANDIDATES = st.lists(
    st.builds(
        lambda rule, start, size, score: made(rule, start, start + size, score=score),
        st.sampled_from(RULES),
        st.integers(0, 60),
        st.integers(1, 40),
        st.sampled_from([0.7, 0.9]),
    ),
    max_size=8,
)


@settings(derandomize=True)
@given(CANDIDATES)
def test_settling_loses_words_only_to_better_ones(found: list[Candidate]) -> None:
    kept = settle(found)
    assert kept == sorted(kept, key=lambda one: (one.start, -one.end))
    assert all(any(rivals(one, other) for other in kept) for one in found if one not in kept)
    assert settle(kept) == kept


@pytest.mark.parametrize(
    ("mark", "outer", "within"),
    [
        (made("marks+inside", 30, 40), DASS, Span(20, 60)),
        (made("marks+inside", 20, 60), DASS, Span(20, 60)),
        (made("marks+inside", 10, 40), DASS, None),
        (made("marks+inside", 70, 80), DASS, None),
        (made("marks+inside", 30, 40), made("marks+behind", 20, 60), None),
    ],
)
def test_a_quotation_notes_the_words_in_which_it_stands(
    mark: Candidate, outer: Candidate, within: Span | None
) -> None:
    assert joining.nest([outer, mark])[1].within == within


BODY = "Die Lage sei ernst. Man brauche Zelte.\nEs fehle an Wasser."
FIRST, SECOND, THIRD = (
    Candidate("free_indirect", "konjunktiv+free", (sentence.whole,), sentence.index, 0.85)
    for sentence in sentences(BODY)
)
INSIDE = FIRST._replace(kind="direct", spans=(Span(4, 8),), within=FIRST.spans[0])


@pytest.mark.parametrize(
    ("before", "fresh", "count"),
    [
        pytest.param([FIRST], SECOND, 1, id="one report"),
        pytest.param([FIRST, INSIDE], SECOND, 2, id="a quotation inside"),
        pytest.param([SECOND], THIRD, 2, id="another paragraph"),
        pytest.param([FIRST], THIRD, 2, id="a sentence between"),
        pytest.param([FIRST], SECOND._replace(rule="sollen"), 2, id="Konjunktiv turns to sollen"),
        pytest.param([FIRST], SECOND._replace(who=(Span(0, 3),)), 2, id="another speaker"),
        pytest.param([FIRST], SECOND._replace(kind="indirect"), 2, id="a frame of its own"),
        pytest.param([FIRST._replace(kind="indirect")], SECOND, 2, id="behind a frame"),
        pytest.param([], SECOND, 1, id="nothing before"),
    ],
)
def test_a_free_report_goes_on(before: list[Candidate], fresh: Candidate, count: int) -> None:
    found = list(before)
    joining.add(found, [fresh], sentences(BODY))
    assert len(found) == count


def test_joined_sentences_are_one_stretch_that_quotations_know() -> None:
    found = [FIRST, INSIDE]
    joining.add(found, [SECOND], sentences(BODY))
    whole, inside = found
    assert BODY[slice(*whole.spans[0])] == "Die Lage sei ernst. Man brauche Zelte."
    assert (whole.sentence, whole.last) == (0, 1)
    assert inside.within == whole.spans[0]
