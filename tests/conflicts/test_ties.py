"""What ties two statements together before they are two sides of one matter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts.figures.measures import measures
from claimtrack.conflicts.kinds.reversal import is_tied
from claimtrack.model import Mention, Span
from tests.conflicts.test_evidence import DAY, article, shown


def kinds(title: str, first: str, second: str, stance: str = "asserts") -> list[str]:
    source, text, said = article(
        "a", f"{first} Das erklärte Anna Berg. {second} Dies sagte Kai Holm.",
        [("Anna Berg", first, "asserts", ""), ("Kai Holm", second, stance, "")],
        DAY,
    )  # fmt: skip
    return [each.kind for each in shown((replace(source, title=title), text, said))]


@pytest.mark.parametrize(
    ("title", "first", "second", "found"),
    [
        # a word that the title has is what the whole article is about
        ("Streit in Lesk", "Der Stausee sei dicht.", "Der Stausee sei nicht dicht.", ["stance"]),
        ("Streit um den Stausee", "Der Stausee entstand für die Mühlen.",
         "Größeres als der Stausee kommt nicht nach.", []),
        # a word that only one of them has
        ("Streit in Lesk", "Der Stausee sei dicht.", "Die Wahl finde nicht statt.", []),
    ],
)  # fmt: skip
def test_two_statements_share_more_than_the_matter_of_their_article(
    title: str, first: str, second: str, found: list[str]
) -> None:
    assert kinds(title, first, second) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ob der Stausee dicht sei", ["stance"]),
        ("ob der Stausee oder die Mühle dicht sei", []),
    ],
)
def test_who_leaves_open_which_of_two_things_is_so_takes_no_side(
    words: str, found: list[str]
) -> None:
    source, text, (one, other) = article(
        "a", f"Der Stausee sei dicht, sagte Anna Berg. Kai Holm wollte nicht sagen, {words}.",
        [("Anna Berg", "Der Stausee sei dicht", "asserts", ""),
         ("Kai Holm", words, "withholds", "")],
        DAY,
    )  # fmt: skip
    told = (source, text, [one, replace(other, answers=(one.id,))])
    assert [each.kind for each in shown(told)] == found


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Wenn wir einmal dort sind", []),
        ("Er war nur einmal dort", ["einmal"]),
        ("Er war dreimal dort", ["dreimal"]),
    ],
)
def test_einmal_is_a_number_where_a_word_before_it_says_so(words: str, numbers: list[str]) -> None:
    assert [each.figure.text for each in measures(words, DAY)] == numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Die Reporter bestätigten die Darstellung von Holm.", []),
        ("Auch die Reporter bestätigten das.", []),
        ("Die Reporter bestätigten die Steinwürfe.", ["stance"]),
    ],
)
def test_who_confirms_what_somebody_says_is_not_against_it(words: str, found: list[str]) -> None:
    denial = "Kai Holm bestritt die Steinwürfe."
    source, text, (one, other) = article(
        "a", f"{denial} {words}",
        [("Kai Holm", denial, "denies", ""), ("Reporter", words, "confirms", "")],
        DAY,
    )  # fmt: skip
    cues = ("bestritt", "bestätigten")
    told = [
        replace(each, kind="reported", cue=mention(text, cue))
        for each, cue in zip((one, other), cues, strict=True)
    ]
    assert [each.kind for each in shown((source, text, told))] == found


def mention(text: str, words: str) -> Mention:
    return Mention(words, (Span(text.index(words), text.index(words) + len(words)),))


@pytest.mark.parametrize(
    ("told", "tied"),
    [
        (("nothing_held", "nothing_shared", "commitment"), False),
        (("nothing_held", "nothing_shared", "both_direct"), True),
        (("nothing_held", "nothing_shared", "admission"), True),
        (("nothing_held", "commitment"), True),
        (("commitment",), True),
    ],
)
def test_who_turns_round_speaks_of_one_thing(told: tuple[str, ...], tied: bool) -> None:
    assert is_tied(dict.fromkeys(told, 1.0)) == tied
