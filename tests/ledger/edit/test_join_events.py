"""Which articles tell of one event, written by splice."""

from __future__ import annotations

import pytest

from claimtrack.ledger.edit.join_events import joined, parted
from claimtrack.ledger.errors import EventError
from claimtrack.model import Event
from tests.ledger.readings import book

ARTICLES = """\
articles:
  - {id: damm-a, title: Der Damm brach}
  - {id: damm-b, title: Dammbruch im Tal}
  - {id: moor, title: Das Moor brennt}
  - {id: ohne}
"""
EVENTS = """\
events:
  - {name: Dammbruch, articles: [damm-a, damm-b], apart: [ohne]}  # sure
  - {name: Moorbrand, articles: [moor]}
"""
JOINED: dict[str, tuple[str, tuple[str, ...], str | None, Event, str]] = {
    "the first event takes its first article's title": (
        ARTICLES, ("damm-a", "moor"), None, Event("Der Damm brach", ("damm-a", "moor")),
        ARTICLES + "\nevents:\n  - name: Der Damm brach\n    articles: [damm-a, moor]\n",
    ),
    "a name that is given": (
        ARTICLES, ("damm-a", "damm-a"), "Flut", Event("Flut", ("damm-a",)),
        ARTICLES + "\nevents:\n  - name: Flut\n    articles: [damm-a]\n",
    ),
    "an article without a title": (
        ARTICLES, ("ohne",), None, Event("ohne", ("ohne",)),
        ARTICLES + "\nevents:\n  - name: ohne\n    articles: [ohne]\n",
    ),
    "a title that another event has": (
        ARTICLES + "events:\n  - {name: Das Moor brennt, articles: [ohne]}\n", ("moor",), None,
        Event("moor", ("moor",)),
        ARTICLES + "events:\n  - {name: Das Moor brennt, articles: [ohne]}\n"
        "  - name: moor\n    articles: [moor]\n",
    ),
    "an event that is there, what was apart from it no longer": (
        ARTICLES + EVENTS, ("damm-b", "ohne"), None,
        Event("Dammbruch", ("damm-a", "damm-b", "ohne")),
        ARTICLES + EVENTS.replace("damm-b], apart: [ohne]}", "damm-b, ohne]}"),
    ),
    "an event by its name": (
        ARTICLES + EVENTS, ("ohne",), "Moorbrand", Event("Moorbrand", ("moor", "ohne")),
        ARTICLES + EVENTS.replace("[moor]", "[moor, ohne]"),
    ),
    "an event gets another name": (
        ARTICLES + EVENTS, ("moor",), "Brand", Event("Brand", ("moor",)),
        ARTICLES + EVENTS.replace("Moorbrand", "Brand"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", JOINED)
def test_join(case: str) -> None:
    before, articles, name, event, after = JOINED[case]
    result = joined(book(before), articles, name)
    assert result.event == event
    assert [one.text for one in result.documents] == [after]


def test_nothing_is_written_where_nothing_changes() -> None:
    assert joined(book(ARTICLES + EVENTS), ("damm-a", "damm-b")).documents == ()


PARTED = {
    "of a new event": (
        ARTICLES, ("moor", "ohne"), None, Event("Das Moor brennt", ("moor",), ("ohne",)),
        ARTICLES + "\nevents:\n  - name: Das Moor brennt\n"
        "    articles: [moor]\n    apart: [ohne]\n",
    ),
    "of the event that the first is in": (
        ARTICLES + EVENTS, ("damm-a", "damm-b", "ohne"), None,
        Event("Dammbruch", ("damm-a",), ("ohne", "damm-b")),
        ARTICLES + EVENTS.replace(
            "[damm-a, damm-b], apart: [ohne]", "[damm-a], apart: [ohne, damm-b]"
        ),
    ),
    "and named": (
        ARTICLES + EVENTS, ("moor", "damm-a"), "Brand", Event("Brand", ("moor",), ("damm-a",)),
        ARTICLES + EVENTS.replace(
            "Moorbrand, articles: [moor]", "Brand, articles: [moor], apart: [damm-a]"
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PARTED)
def test_part(case: str) -> None:
    before, articles, name, event, after = PARTED[case]
    result = parted(book(before), articles, name)
    assert result.event == event
    assert [one.text for one in result.documents] == [after]


def test_what_cannot_be() -> None:
    with pytest.raises(EventError, match="no article “nobody”"):
        joined(book(ARTICLES), ("moor", "nobody"))
    with pytest.raises(EventError, match="in two events, “Dammbruch” and “Moorbrand”"):
        joined(book(ARTICLES + EVENTS), ("damm-a", "moor"))
    with pytest.raises(EventError, match="no article “nobody”"):
        parted(book(ARTICLES), ("moor", "nobody"))
