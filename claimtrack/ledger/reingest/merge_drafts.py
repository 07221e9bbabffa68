"""Drafts out of tables merged into a ledger that people edit.

A draft is recognised by its id, else by its words in their place. What a person wrote stays: only
fields that are still empty are filled. A claim that the parser wrote and nobody touched takes what
the table says, and is a person's from then on. What a person deleted stays away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimtrack.fields import of
from claimtrack.ids import Taken, claim_id, trace
from claimtrack.ledger.document.article_files import Reader
from claimtrack.ledger.document.guard import require_whole
from claimtrack.ledger.document.ledger_file import Book, Placed, home, last_claim
from claimtrack.ledger.edit.add_claim import ReadFigures, filled_in
from claimtrack.ledger.edit.changes import Add, Change, Put
from claimtrack.ledger.edit.set_fields import put_at, valid
from claimtrack.ledger.edit.splice import changed, edits, order
from claimtrack.ledger.errors import EditError, LookupFailedError, RefusedError
from claimtrack.ledger.format.entries import ArticleEntry, ClaimEntry, names
from claimtrack.ledger.format.from_model import (
    Fields,
    annotated,
    figures_fields,
    shown,
    untouched,
)
from claimtrack.ledger.format.validation_messages import did_you_mean
from claimtrack.ledger.reingest.draft import Draft, Imported
from claimtrack.ledger.reingest.draft_keys import (
    cut_at_gaps,
    keys_of_claim,
    keys_of_draft,
    plain,
    same_figures,
    words_of_draft,
)
from claimtrack.ledger.reingest.report import Difference, Fate, Result
from claimtrack.model import Claim, Problem, Source

Topic = Callable[[Claim], str | None]
"""What a claim is about by its words, where its topic is not named."""

_KEYS = ("id", "article", "quote", "at")
_ANALYST = frozenset(field.name for field in of("analyst"))


def merge_drafts(
    book: Book,
    path: Path,
    drafts: Iterable[Draft],
    read: Reader,
    figures: ReadFigures | None = None,
    topic: Topic = lambda claim: None,
) -> Imported:
    """A ledger after drafts were merged into it; a draft that cannot be is a problem.

    ``read`` reads the articles in which words are looked up, ``figures`` those in the words of
    a draft that has none. Raises RefusedError when more than single items of a file are broken.
    """
    require_whole(book)
    work = _Work(book, path, read, figures, topic)
    for draft in drafts:
        try:
            work.take(draft)
        except (EditError, LookupFailedError, RefusedError) as error:
            work.refuse(draft, str(error))
    return work.done()


@dataclass
class _Work:
    """What merging collects from draft to draft, and where it finds claims again."""

    book: Book
    path: Path
    read: Reader
    figures: ReadFigures | None
    topic: Topic
    changes: dict[str, list[Change]] = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[Any, Draft] = field(default_factory=dict)
    taken: Taken = field(default_factory=Taken)
    added: dict[str, list[str]] = field(default_factory=dict)
    facts: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ledger = self.book.ledger
        self.taken = self.book.ids()
        self.sources = {source.id: source for source in ledger.sources}
        self.pairs: dict[str | None, list[tuple[Claim, Placed]]] = {}
        self.known: dict[Any, tuple[Claim, Placed]] = {}
        for claim, placed in self.book.pairs():
            self.pairs.setdefault(claim.article, []).append((claim, placed))
            for key in keys_of_claim(claim):
                self.known.setdefault(key, (claim, placed))
        self.missing = {source.id: self._deleted(source) for source in ledger.sources}

    def _deleted(self, source: Source) -> Counter[str]:
        """The traces of what was written for an article and is no longer there."""
        left = Counter(source.wrote)
        left.subtract(trace(claim.quoted) for claim, _ in self.pairs.get(source.id, ()))
        return left

    def take(self, draft: Draft) -> None:
        """Merges one draft. Raises EditError, LookupFailedError and RefusedError."""
        fields: dict[str, Any] = dict(draft.fields)
        ident = fields.get("id")
        if ident in self.book.elsewhere and ident not in self.known:
            raise EditError(f"the ledger has a claim “{ident}” in a different article")
        known = self.known.get(ident) if ident else None
        if known is None:
            fields = self._whole(draft, fields)
            keys = keys_of_draft(fields)
            known = next((self.known[key] for key in keys if key in self.known), None)
        else:
            keys = [ident]
        self._require_first(draft, known[0].id if known else keys)
        if known:
            self._settle(*known, fields)
        elif self._was_deleted(fields):
            self._tell("deleted", fields, str(ident or ""))
        else:
            self._add(fields, draft)

    def _require_first(self, draft: Draft, key: Any) -> None:
        """Raises EditError where an earlier row is of the same claim."""
        for each in [key] if isinstance(key, str) else key:
            before = self.lines.setdefault(each, draft)
            if before is not draft:
                raise EditError(f"{before.file}:{before.line} is on the same claim")

    def _whole(self, draft: Draft, fields: dict[str, Any]) -> dict[str, Any]:
        """A draft with its words looked up, its figures read, its fields as they are written."""
        article = fields.get("article")
        if words := fields.pop("words", None):
            fields["quote" if article else "claim"] = words
        source = self.sources.get(article) if article else None
        if article and source is None and not draft.article:
            near = did_you_mean(article, self.sources)
            hint = f"; {near}" if near else "; add it with `claimtrack ingest`"
            raise EditError(f"no article “{article}” in the ledger{hint}")
        if isinstance(fields.get("at"), list):
            fields["quote"] = cut_at_gaps(fields)
        if draft.article and (source is None or source.file is None):
            self.facts.setdefault(str(article), draft.article)
            return fields
        return filled_in(self.book, self.path, fields, self.read, self.figures)

    def _was_deleted(self, fields: Mapping[str, Any]) -> bool:
        missing = self.missing.get(str(fields.get("article")))
        mark = trace(words_of_draft(fields))
        if missing and fields.get("quote") and missing[mark] > 0:
            missing[mark] -= 1
            return True
        return False

    def _add(self, fields: Mapping[str, Any], draft: Draft) -> None:
        article = fields.get("article")
        actors = fields.get("actor") or ()
        first = actors if isinstance(actors, str) else next(iter(actors), None)
        ident = fields.get("id") or claim_id(
            first, article or "", words_of_draft(fields), self.taken
        )
        unordered = {**fields, "id": ident}
        if "figures" in unordered:
            unordered["figures"] = figures_fields(fields["figures"])
        ordered: Fields = {
            name: unordered[name] for name in names(ClaimEntry) if unordered.get(name)
        }
        valid(ordered)
        self.taken.add(ident)
        pairs = self.pairs.get(article, []) if article else []
        document = home(self.book, self._entry(article), pairs)
        self._note(document.file, Add("claims", ordered, last_claim(pairs, document)))
        if article and fields.get("quote"):
            self.added.setdefault(article, []).append(trace(words_of_draft(fields)))
        self._tell("new", fields, ident)

    def _entry(self, article: str | None) -> Placed | None:
        return next((at for source, at in self.book.sources() if source.id == article), None)

    def _settle(self, claim: Claim, placed: Placed, fields: Mapping[str, Any]) -> None:
        """A claim that is there: what the draft says of it otherwise is taken, or told."""
        differences = list(self._differences(claim, placed, fields))
        own = untouched(claim) and not annotated(claim)
        taken = [
            difference
            for difference, value in differences
            if own or _is_empty(placed, difference.field)
        ]
        puts = [
            put_at(placed, difference.field, value)
            for difference, value in differences
            if difference in taken
        ]
        if puts and not _allowed(placed, puts):
            taken, puts, why = [], [], "a comment would be lost"
        else:
            why = None
        for put in puts:
            self._note(placed.document.file, put)
        left = [difference for difference, _ in differences if difference not in taken]
        fate: Fate = "kept" if left else "updated" if taken else "unchanged"
        differing = tuple(left or taken)
        self.results.append(
            Result(fate, claim.article or "", claim.id, claim.words, differing, why)
        )

    def _differences(
        self, claim: Claim, placed: Placed, fields: Mapping[str, Any]
    ) -> Iterator[tuple[Difference, Any]]:
        entry = placed.value
        assert isinstance(entry, ClaimEntry)
        words = fields.get("words")
        if words and plain(words) not in map(plain, (claim.words, claim.quoted)):
            yield Difference("quote", claim.words, words), words
        wanted = {
            name: figures_fields(value) if name == "figures" else value
            for name, value in fields.items()
            if name not in (*_KEYS, "words")
        }
        if wanted.get("topic") == (claim.topic or self.topic(claim)):
            wanted.pop("topic", None)
        valid({"claim": "x", **wanted})
        new = ClaimEntry.model_validate({"claim": "x", **wanted})
        for name, value in wanted.items():
            if getattr(new, name) != getattr(entry, name) and not same_figures(name, new, entry):
                yield Difference(name, shown(entry, name), shown(new, name)), value

    def _note(self, file: str, change: Change) -> None:
        self.changes.setdefault(file, []).append(change)

    def _tell(self, fate: Fate, fields: Mapping[str, Any], ident: str) -> None:
        self.results.append(
            Result(fate, fields.get("article") or "", ident, words_of_draft(fields))
        )

    def refuse(self, draft: Draft, why: str) -> None:
        """Takes down why a draft does not come in."""
        cell = f"{draft.cell}: " if draft.cell else ""
        column = draft.column or 1
        self.problems.append(Problem(draft.file, draft.line, column, f"{cell}{why}", code="import"))

    def done(self) -> Imported:
        """The files that change, with what articles remember of what was written for them."""
        for article, marks in self.added.items():
            self._remember(article, marks)
        documents = (
            changed(document, self.changes[document.file])
            for document in self.book.documents
            if document.file in self.changes
        )
        return Imported(tuple(documents), tuple(self.results), tuple(self.problems))

    def _remember(self, article: str, marks: Sequence[str]) -> None:
        """Notes the traces of new claims, so that one that is deleted stays away."""
        placed, source = self._entry(article), self.sources.get(article)
        if placed is None or source is None:
            facts = {**self.facts.get(article, {}), "id": article, "wrote": " ".join(marks)}
            fields = {name: facts[name] for name in _OF_ARTICLE if facts.get(name)}
            self._note(home(self.book, None, []).file, Add("articles", fields))
            return
        wrote = " ".join([*source.wrote, *marks])
        self._note(
            placed.document.file,
            Put("articles", placed.index, "wrote", wrote, order("articles")),
        )


_OF_ARTICLE = tuple(
    name for name in names(ArticleEntry) if name not in ("file", "passed", "reliability")
)
"""What a reading may say of an article; its file lies where the reading was made."""


def _is_empty(placed: Placed, name: str) -> bool:
    """True for a field that nobody filled; of what is the analyst's also where it is left out."""
    value = getattr(placed.value, name, None)
    unset = name not in placed.node and name in _ANALYST
    return unset or not value


def _allowed(placed: Placed, puts: Sequence[Change]) -> bool:
    """Whether the changes leave every comment where it is."""
    try:
        list(edits(placed.document, puts))
    except RefusedError:
        return False
    return True
