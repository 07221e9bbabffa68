"""Marks as elements: nested, closed and opened again where they cross; the sentences around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Article, Claim, Mention, Span
from claimtrack.report.marked_passages import DEEPEST, paragraphs, pieces, stands

BODY = (
    "Erster Satz hier. Zweiter Satz dort. Dritter Satz.\n\nNeuer Absatz ohne Aussage.\n\nEnde gut."
)


def claim(ident: str, *spans: tuple[int, int], body: str = BODY) -> Claim:
    text = " ".join(body[start:end] for start, end in spans)
    return Claim(ident, "a", quote=Mention(text, tuple(Span(*span) for span in spans)))


def written(body: str, *claims: Claim) -> str:
    """``<a`` opens the mark of a claim, ``<a2`` of its second piece; ``>`` ends the last."""
    text = ""
    for piece in pieces(body, Span(0, len(body)), claims, {}):
        text += ">" * piece.closes
        text += "".join(f"<{own.id}{at if at > 1 else ''} " for own, at in piece.opens)
        text += "".join(f"!{own.id} " for own in piece.places)
        text += piece.text
    return text


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ({"a": [(2, 5)]}, "01<a 234>56789"),
        ({"a": [(0, 10)]}, "<a 0123456789>"),
        ({"a": [(2, 5)], "b": [(5, 8)]}, "01<a 234><b 567>89"),
        ({"a": [(2, 8)], "b": [(4, 6)]}, "01<a 23<b 45>67>89"),
        ({"b": [(2, 6)], "a": [(2, 8)]}, "01<a <b 2345>67>89"),
        ({"a": [(2, 6)], "b": [(4, 8)]}, "01<a 23<b 45>><b2 67>89"),
        ({"a": [(2, 4), (6, 8)]}, "01<a 23>45<a2 67>89"),
        ({"a": [(2, 8)], "b": [(2, 8)]}, "01<a <b 234567>>89"),
    ],
)
def test_marks_are_nested_as_elements_are(
    spans: dict[str, list[tuple[int, int]]], expected: str
) -> None:
    claims = [claim(ident, *own, body="0123456789") for ident, own in spans.items()]
    assert written("0123456789", *claims) == expected


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 12)), max_size=8))
def test_whatever_crosses_each_mark_holds_its_words(ends: list[tuple[int, int]]) -> None:
    body = "abcdefghijkl"
    spans = [(min(end), max(end)) for end in ends if end[0] != end[1]]
    claims = [claim(str(at), span, body=body) for at, span in enumerate(spans)]
    held = {own.id: "" for own in claims}
    open_: list[str] = []
    for piece in pieces(body, Span(0, len(body)), claims, {}):
        del open_[len(open_) - piece.closes :]
        open_ += [own.id for own, _ in piece.opens]
        for ident in open_:
            held[ident] += piece.text
    assert open_ == []
    assert held == {own.id: own.words for own in claims}


def test_of_too_many_on_one_place_the_place_alone_is_known() -> None:
    claims = [claim(f"c{at}", (2, 4), body="0123456789") for at in range(DEEPEST + 2)]
    text = written("0123456789", *claims)
    assert text.count("<") == DEEPEST
    assert text.count("!") == 2
    assert f"!c{DEEPEST + 1} 23" in text


SECOND = (18, 36)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 6)], ["Erster Satz hier."]),
        ([(26, 30)], ["Zweiter Satz dort."]),
        ([(0, 6), (37, 44)], ["Erster Satz hier. | Dritter Satz."]),
        ([(0, 6), (26, 30)], ["Erster Satz hier. Zweiter Satz dort."]),
        ([(12, 22)], ["Erster Satz hier. Zweiter Satz dort."]),
        ([(0, 6), (80, 84)], ["Erster Satz hier.", "Ende gut."]),
        ([], []),
    ],
)
def test_the_sentences_around_words_are_shown(
    spans: list[tuple[int, int]], expected: list[str]
) -> None:
    claims = [claim(f"c{at}", span) for at, span in enumerate(spans)]
    shown = paragraphs(Article("a", BODY), claims, whole=False)
    told = [" | ".join(BODY[slice(*at)] for at in paragraph.stretches) for paragraph in shown]
    assert told == expected


def test_a_whole_text_is_shown_without_the_debris_of_its_page() -> None:
    body = f"Lesen Sie auch: Mehr dazu\n\n{BODY}"
    shown = list(paragraphs(Article("a", body), [], whole=True))
    text = "\n".join(body[slice(*at)] for paragraph in shown for at in paragraph.stretches)
    assert "Neuer Absatz ohne Aussage." in text
    assert "Lesen Sie auch" not in text


@pytest.mark.parametrize(
    ("quote", "spans", "expected"),
    [
        ("Erster", [(0, 6)], True),
        ("Anders", [(0, 6)], False),
        ("", [], False),
        ("gut.", [(84, 900)], False),
        ("Erster", [(6, 0)], False),
    ],
)
def test_words_stand_where_they_are_letter_for_letter(
    quote: str, spans: list[tuple[int, int]], expected: bool
) -> None:
    told = Claim("c", "a", quote=Mention(quote, tuple(Span(*span) for span in spans)))
    assert stands(Article("a", BODY), told) is expected
    assert not stands(None, told)
