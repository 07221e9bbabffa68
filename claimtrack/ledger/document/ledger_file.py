"""A ledger opened: its files with all their places, and what they say.

Where :class:`~claimtrack.model.Ledger` is what the rest of the program asks, a book is what the
ledger itself needs to check, to merge into and to edit its files.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from claimtrack.ids import Named, Taken, idents
from claimtrack.ledger.document import Document, Entry
from claimtrack.ledger.format import to_model
from claimtrack.ledger.format.entries import (
    ENTRIES,
    ActorEntry,
    ArticleEntry,
    ClaimEntry,
    EventEntry,
    LedgerFile,
    RulingEntry,
    Strict,
    TopicEntry,
    names,
)
from claimtrack.ledger.format.quoted import GAP
from claimtrack.ledger.format.validation_messages import did_you_mean, faults
from claimtrack.ledger.yaml.lines import Trouble, problem
from claimtrack.ledger.yaml.nodes import Map, find
from claimtrack.model import Claim, Ledger, Problem, Source

Understand: TypeAlias = Callable[[Entry, type[Strict], list[Trouble]], Strict | None]
"""Makes a value of an entry, or None; what is wrong with it is added to the troubles."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry that was understood, and where it stands: item ``index`` of a section's list."""

    document: Document
    section: str
    index: int
    value: Strict

    @property
    def entry(self) -> Entry:
        """Its place in the file."""
        return self.document.sections[self.section].entries[self.index]

    @property
    def node(self) -> Map:
        """Its fields, with their places."""
        node = self.entry.node
        assert isinstance(node, Map)
        return node

    @property
    def line(self) -> int:
        """The line on which its fields start, from 1."""
        return self.document.lines.at(self.entry.base + self.node.start)[0]

    def trouble(
        self, message: str, code: str, *path: str | int, hint: str | None = None
    ) -> Trouble:
        """Something wrong with one of its fields."""
        at = self.entry.base + find(self.node, path).start
        return Trouble(at, message, code, hint)


@dataclass(frozen=True, slots=True)
class Book:
    """The files of a ledger, what was understood, what was not.

    ``claims`` runs parallel to ``ledger.claims``, ``articles`` to ``ledger.sources``, ``rulings``
    to ``ledger.rulings``, ``events`` to ``ledger.events``. ``elsewhere`` are ids of claims that
    the files have, and this book not all of: where only a part of a ledger was read.
    """

    documents: tuple[Document, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]
    articles: tuple[Placed, ...]
    actors: tuple[Placed, ...]
    topics: tuple[Placed, ...]
    claims: tuple[Placed, ...]
    rulings: tuple[Placed, ...]
    events: tuple[Placed, ...]
    elsewhere: Container[str] = frozenset()

    def ids(self) -> Taken:
        """The ids of all claims, to which new ones may be added."""
        return Taken(self.elsewhere, {claim.id for claim in self.ledger.claims})

    def pairs(self) -> Iterator[tuple[Claim, Placed]]:
        """Each claim with its place."""
        return zip(self.ledger.claims, self.claims, strict=True)

    def sources(self) -> Iterator[tuple[Source, Placed]]:
        """Each article with its place."""
        return zip(self.ledger.sources, self.articles, strict=True)


def open_book(
    path: str,
    documents: Iterable[Document],
    understand: Understand | None = None,
    elsewhere: Container[str] = frozenset(),
) -> Book:
    """The book of a ledger's files.

    Entries that break a rule are set aside, with a problem; unless ``understand`` makes something
    of them. ``elsewhere`` are the ids of claims that are left out of the documents.
    """
    documents = tuple(documents)
    problems: list[Problem] = []
    placed: dict[str, list[Placed]] = {section: [] for section in ENTRIES}
    understand = understand or _understood
    aside = sum(_read(document, placed, problems, understand) for document in documents)
    problems.sort(key=lambda problem: problem.at)
    ledger = _ledger(path, placed, aside, one_file=[each.file for each in documents] == [path])
    entries = {section: tuple(entry) for section, entry in placed.items()}
    return Book(documents, ledger, tuple(problems), **entries, elsewhere=elsewhere)


def _ledger(path: str, placed: dict[str, list[Placed]], aside: int, *, one_file: bool) -> Ledger:
    """What the entries of a ledger's files say; ``aside`` of them say nothing."""
    sources = tuple(to_model.source(value) for value in _values(placed, "articles", ArticleEntry))
    claims = tuple(_claims(placed["claims"], {s.id: s.published for s in sources}))
    return Ledger(
        path=path,
        sources=sources,
        actors=tuple(to_model.actor(value) for value in _values(placed, "actors", ActorEntry)),
        topics=tuple(to_model.topic(value) for value in _values(placed, "topics", TopicEntry)),
        claims=claims,
        rulings=tuple(to_model.ruling(value) for value in _values(placed, "rulings", RulingEntry)),
        events=tuple(to_model.event(value) for value in _values(placed, "events", EventEntry)),
        lines=_lines(claims, placed["claims"]),
        files={} if one_file else _files(claims, placed["claims"]),
        aside=aside,
    )


def _values(placed: dict[str, list[Placed]], section: str, kind: type[Any]) -> Iterator[Any]:
    return (entry.value for entry in placed[section] if isinstance(entry.value, kind))


def _read(
    document: Document,
    placed: dict[str, list[Placed]],
    problems: list[Problem],
    understand: Understand,
) -> int:
    """Sorts a document's entries into ``placed``; returns how many had to be set aside."""
    troubles = [*document.troubles, *_sections(document)]
    aside = 0
    for section, shape in ENTRIES.items():
        for index, entry in enumerate(document.entries(section)):
            value = understand(entry, shape, troubles)
            if value is None:
                aside += 1
            else:
                placed[section].append(Placed(document, section, index, value))
    problems += (problem(document.file, document.lines, trouble) for trouble in troubles)
    return aside


def _understood(entry: Entry, shape: type[Strict], troubles: list[Trouble]) -> Strict | None:
    return value_of(entry, shape, troubles) if entry.sound else None


def value_of(entry: Entry, shape: type[Strict], troubles: list[Trouble]) -> Strict | None:
    """What an entry says; None, and more ``troubles``, when it breaks a rule of the format."""
    try:
        return shape.model_validate(entry.node)
    except ValidationError as error:
        assert entry.node is not None
        troubles += faults(error, shape, entry.node, entry.base)
        return None


def _sections(document: Document) -> Iterator[Trouble]:
    """What is wrong with the top level: unknown sections, a list that is none, the version."""
    for name, section in document.sections.items():
        if name not in LedgerFile.model_fields:
            known = names(LedgerFile)
            hint = did_you_mean(name, known) or f"a ledger has: {', '.join(known)}"
            yield Trouble(section.start, f"unknown field “{name}”", "unknown-field", hint)
        elif name == "version" and section.node not in (None, "", "1"):
            at = section.base + section.node.start if section.node else section.start
            yield Trouble(at, "this version of the format is unknown", "version", "version: 1")
        elif name in ENTRIES and section.node and not isinstance(section.node, list):
            at = section.base + section.node.start
            yield Trouble(at, f"{name}: expected a list", "shape", "each item starts with “- ”")


def _claims(placed: list[Placed], published: dict[str, str | None]) -> Iterator[Claim]:
    entries = [held.value for held in placed if isinstance(held.value, ClaimEntry)]
    for entry, ident in zip(entries, idents(map(_named, entries)), strict=True):
        yield to_model.claim(entry, ident, published.get(entry.article or ""))


def _named(entry: ClaimEntry) -> Named:
    words = (entry.quote or entry.claim or "").replace(GAP, " ")
    return Named(entry.id, entry.actor[0] if entry.actor else None, entry.article, words)


def _lines(claims: Iterable[Claim], placed: Iterable[Placed]) -> dict[str, int]:
    return {claim.id: at.line for claim, at in zip(claims, placed, strict=True)}


def _files(claims: Iterable[Claim], placed: Iterable[Placed]) -> dict[str, str]:
    return {claim.id: at.document.file for claim, at in zip(claims, placed, strict=True)}


def home(book: Book, placed: Placed | None, claims: Sequence[tuple[Claim, Placed]]) -> Document:
    """The file of an article's entry, else of its first claim, else ``claims.yaml``, the first."""
    if placed or claims:
        return placed.document if placed else claims[0][1].document
    named = (document for document in book.documents if Path(document.file).stem == "claims")
    return next(named, book.documents[0])


def last_claim(claims: Sequence[tuple[Claim, Placed]], document: Document) -> int | None:
    """The item behind which new claims go: the last of their article in this file."""
    return max((at.index for _, at in claims if at.document is document), default=None)
