"""An article that was read, and what the ledger knows of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.article.addresses import publisher
from claimtrack.article.file_bytes import regular, whole
from claimtrack.article.intake import UnfitError
from claimtrack.ids import digest
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Placed, home
from claimtrack.ledger.document.passages import moved
from claimtrack.ledger.document.relocate import places
from claimtrack.ledger.edit.changes import Add, Change, Put
from claimtrack.ledger.edit.set_fields import put_at
from claimtrack.ledger.edit.splice import order
from claimtrack.ledger.format.from_model import article_fields
from claimtrack.model import Article, Claim, Source


@dataclass(frozen=True, slots=True)
class Known:
    """An article with its entry and its claims in the ledger; ``ident`` is its id there.

    ``document`` is the file in which what is new about it is written.
    """

    article: Article
    ident: str
    document: Document
    source: Source | None
    placed: Placed | None
    claims: tuple[tuple[Claim, Placed], ...]

    @property
    def corrected(self) -> bool:
        """Whether the text is another than that of the last time."""
        noted = self.source.sha256 if self.source else None
        return noted is not None and noted != self.article.sha256

    @property
    def wrote(self) -> tuple[str, ...]:
        """The traces of all claims that were ever written for it."""
        return self.source.wrote if self.source else ()


def known_article(book: Book, article: Article, folder: Path) -> Known:
    """What a ledger knows of an article: by its id, else by its file, its text, its words.

    The file tells an article that was renamed before and is corrected now, the text one that is
    renamed or moved now, the words one that is renamed and corrected. ``folder`` is what the
    ledger's files are relative to.
    """
    entries = list(book.sources())
    same = [entry for entry in entries if entry[0].id == article.id]
    same = same or _same_file(entries, _relative(article.file, folder))
    same = same or [entry for entry in entries if _same_text(entry[0], article)]
    same = same or _same_words(book, article, folder)
    source, placed = next(iter(same), (None, None))
    ident = source.id if source else article.id
    claims = tuple((claim, at) for claim, at in book.pairs() if claim.article == ident)
    return Known(article, ident, home(book, placed, claims), source, placed, claims)


_Entries = list[tuple[Source, Placed]]


def _same_file(entries: _Entries, file: str | None) -> _Entries:
    """The entries of a file that holds one article."""
    if file is None or Path(file).suffix.lower() == ".jsonl":
        return []
    return [entry for entry in entries if entry[0].file and os.path.normpath(entry[0].file) == file]


def _same_text(source: Source, article: Article) -> bool:
    """Whether an article is that source by its text; another paper may print the same report."""
    old, new = (publisher(printed.outlet, printed.url) for printed in (source, article))
    if article.sha256 is None or source.sha256 != article.sha256:
        return False
    return old is None or new is None or old == new


def _same_words(book: Book, article: Article, folder: Path) -> _Entries:
    """The entry whose file is gone and most of whose quotations stand in an article.

    Title and day have to be the same: another paper may print the same agency's words.
    """
    head = article.title, article.published
    alike = [source for source in book.sources() if (source[0].title, source[0].published) == head]
    gone = [entry for entry in alike if article.title and _gone(entry[0].file, folder)]
    likely = [entry for entry in gone if _mostly_in(article.body, _quotations(book, entry[0].id))]
    return likely if len(likely) == 1 else []


def _quotations(book: Book, ident: str) -> list[str]:
    of_it = (claim for claim, _ in book.pairs() if claim.article == ident)
    return [claim.quote.text for claim in of_it if claim.quote]


def _mostly_in(body: str, quotations: Sequence[str]) -> bool:
    there = sum(bool(places(quotation, body)) for quotation in quotations)
    return 2 * there > len(quotations)


def article_changes(known: Known, folder: Path, wrote: Sequence[str]) -> Iterator[Change]:
    """What has to be written about an article: all when it is new, else what moved on."""
    article = known.article
    file = _relative(article.file, folder)
    if known.placed is None or known.source is None:
        yield Add("articles", article_fields(article, file, wrote))
        return
    if known.corrected and known.source.passed:
        yield put_at(known.placed, "passed", list(moved(known.source, article.body)[0]))
    moves = known.corrected or not _still_holds(known.source, folder)
    new = {"file": file if moves else None, "sha256": article.sha256}
    new["wrote"] = " ".join(wrote)
    for field, value in new.items():
        if value and value != _old(known.source, field):
            yield Put("articles", known.placed.index, field, value, order("articles"))


def _old(source: Source, field: str) -> str | None:
    value = getattr(source, field)
    return " ".join(value) if isinstance(value, tuple) else value


def _gone(file: str | None, folder: Path) -> bool:
    """Whether an article's file is no longer there; what never had one is not gone."""
    return file is not None and not (folder / file).exists()


def _still_holds(source: Source, folder: Path) -> bool:
    """Whether an article's file is there; of a plain text also whether nobody has changed it.

    That is not known of a file outside the ledger's folder, which is not opened.
    """
    if source.file is None or _gone(source.file, folder):
        return False
    place = folder / source.file
    if source.sha256 is None or place.suffix != ".txt":
        return True
    here = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 - ends in a separator
    try:
        with regular(place, lambda real: real.startswith(here)) as stream:
            return digest(whole(stream)) == source.sha256
    except (OSError, UnfitError):
        return True


def _relative(file: str | None, folder: Path) -> str | None:
    """An article's file seen from the ledger's folder, None for standard input.

    Raises UnfitError for a name that is no Unicode, which a ledger cannot hold.
    """
    if file is None or file == "-":
        return None
    try:
        name = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        name = Path(file).as_posix()
    if any("\ud800" <= char <= "\udfff" for char in name):
        raise UnfitError("a ledger cannot hold a file name that is not Unicode", "rename the file")
    return name
