"""A text read once: its sentences, where they begin, and what lies in which."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.german.document import read
from claimtrack.model import Span

PIECES = st.sampled_from(
    [
        "Er kam.",
        "„Ja. ",
        "Nein“",
        ", sagte sie. ",
        "\n",
        "Dr. ",
        "am 3. Mai ",
        "1992 ",
        "(",
        "…",
        " ",
    ]
)


def words(text: str, stretches: list[Span] | None = None) -> list[str]:
    """The sentences of a text as it has them."""
    return [text[slice(*sentence.whole)] for sentence in read(text, stretches).sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("Er kam am 3. Mai. 1992 ging er.", ["Er kam am 3. Mai.", "1992 ging er."]),
        ("Ohne Punkt\nNeue Zeile", ["Ohne Punkt", "Neue Zeile"]),
        ("„Ja. Nein“, sagte er. Er ging.", ["„Ja. Nein“, sagte er.", "Er ging."]),
        ("„Ja.\n\nNein“, sagte er.", ["„Ja.\n\nNein“, sagte er."]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert words(text) == sentences


def test_only_the_stretches_have_sentences_but_all_sentences_have_their_place() -> None:
    text = "Titel\nBerlin – Er kam. Sie ging.\nEnde."
    document = read(text, [Span(15, 33)])
    assert words(text, [Span(15, 33)]) == ["Er kam.", "Sie ging."]
    assert [text[at:].split()[0] for at in document.starts] == [
        "Titel", "Berlin", "Er", "Sie", "Ende.",
    ]  # fmt: skip


def test_a_text_of_which_nothing_is_read_has_no_sentences() -> None:
    assert words("Nur ein Titel", []) == []


@pytest.mark.parametrize(("at", "number"), [(0, 0), (7, 0), (8, 1), (16, 1)])
def test_the_part_of_a_place(at: int, number: int) -> None:
    assert read("Er kam. Sie ging.").part_at(at) == number


def test_sentences_inside_direct_speech_count() -> None:
    document = read("„Ja. Nein“, sagte er.")
    assert len(document.sentences) == 1
    assert document.starts == [0, 5]


def test_the_tokens_of_a_span() -> None:
    document = read("Er kam. Sie ging.")
    assert [token.text for token in document.tokens_in(Span(8, 16))] == ["Sie", "ging"]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_token_is_in_one_sentence(text: str) -> None:
    document = read(text)
    inside = [token for sentence in document.sentences for token in sentence.tokens]
    assert inside == list(document.tokens)
    assert document.starts == sorted(set(document.starts))
    assert all(sentence.whole.start in document.starts for sentence in document.sentences)


@pytest.mark.parametrize(
    ("start", "end", "numbers"),
    [
        (0, 18, ["20", "etwa 300"]),
        (0, 17, ["20"]),
        (10, 18, ["etwa 300"]),
        (11, 18, []),
        (18, 34, []),
    ],
)
def test_the_numbers_within_a_span(start: int, end: int, numbers: list[str]) -> None:
    document = read("20 gehen, etwa 300 Leute sehen zu.")
    assert [found.text for found in document.quantities_in(Span(start, end))] == numbers


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        (0, 30, ["2024-10-03", "2024-10-03"]),
        (0, 29, ["2024-10-03"]),
        (12, 20, ["2024-10-03"]),
        (13, 29, []),
    ],
)
def test_the_dates_that_touch_a_span(start: int, end: int, dates: list[str]) -> None:
    """The evening is that of the day named before, as the whole text has it."""
    document = read("Am 3. Oktober regnete es. Am Abend kam Schnee.", published="2024-10-18")
    assert [date.value for date in document.dates] == ["2024-10-03", "2024-10-03"]
    assert [date.value for date in document.dates_in(Span(start, end))] == dates
