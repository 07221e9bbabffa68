"""Articles that are there already: the same one once more, and another one under its id."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimtrack.archive import reader
from claimtrack.article.addresses import publisher, same
from claimtrack.article.intake import UnfitError
from claimtrack.cli import locations, opening
from claimtrack.cli.console import output
from claimtrack.cli.ingesting import extraction
from claimtrack.cli.ingesting.extraction import Batch
from claimtrack.model import Article, Ledger, Problem, Source

_Seen = dict[str, list[Source | Article]]
"""The articles that were there before, by address and by text."""


def once(batch: Batch, known: Ledger | None) -> Batch:
    """A batch without the articles that it holds or the ledger knows under another id.

    Each that is left out is told on standard error. It is the same that has the same address, or
    the same text and no other outlet: ten papers that print one report are ten sources. What the
    ledger knows by its own id stays, and so does a file that was renamed.
    """
    sources = known.sources if known else ()
    ids = {source.id for source in sources}
    seen: _Seen = {}
    for source in sources:
        _note(seen, source)
    first = []
    for article, claims in batch.read:
        before = None if article.id in ids else _before(seen, article, known)
        if before is None:
            first.append((article, claims))
            _note(seen, article)
        else:
            output.remark(*_left_out(article, before))
    return replace(batch, read=tuple(first))


def _gone(known: Ledger | None, source: Source | Article) -> bool:
    """Whether the ledger names a file that is not there: it may have been renamed."""
    if known is None or isinstance(source, Article):
        return False
    path = locations.article_path(known, source)
    return path is not None and not path.exists()


def _note(seen: _Seen, source: Source | Article) -> None:
    for key in filter(None, (same(source.url), source.sha256)):
        seen.setdefault(key, []).append(source)


def _before(seen: _Seen, article: Article, known: Ledger | None) -> Source | Article | None:
    """The article that this one is once more."""

    def there(key: str | None) -> Iterator[Source | Article]:
        return (source for source in seen.get(key or "", ()) if not _gone(known, source))

    ours = publisher(article.outlet, article.url)
    by_text = (
        source
        for source in there(article.sha256)
        if ours is None or publisher(source.outlet, source.url) in (None, ours)
    )
    return next(there(same(article.url)), None) or next(by_text, None)


def _left_out(article: Article, before: Source | Article) -> Iterator[str]:
    place = article.file or "standard input"
    key = same(article.url)
    why = "address" if key and key == same(before.url) else "text"
    yield f"warning: {place}: skipped: {article.id} is {before.id} again, with the same {why}"
    yield f'  name it "{before.id}" (its file, or its `id`) to update that article'


_HINT = (
    "give it an `id` of its own in its front matter or JSON line, or rename the file\n"
    "if it is that article with a new text, take the old one out of the ledger first"
)


def apart(batch: Batch, known: Ledger | None) -> Batch:
    """A batch without articles whose id the ledger has for another article.

    Each is told on standard error and counts as one that could not be read. Two files of JSON
    lines may number their articles alike, two pages be saved under one name; merged, the claims of
    the first would go and the second be taken for it.
    """
    if known is None:
        return batch
    sources = {source.id: source for source in known.sources}
    unread: list[Problem] = []
    read = []
    for article, claims in batch.read:
        source = sources.get(article.id)
        if source and _is_another(article, source, known):
            extraction.tell(reader.left_out(article, _taken(source)), unread)
        else:
            read.append((article, claims))
    return replace(batch, read=tuple(read), unread=batch.unread + len(unread))


def _is_another(article: Article, source: Source, known: Ledger) -> bool:
    """Whether an article is not the one that the ledger has under its id.

    A corrected article keeps its address, its file, or most of the words that were quoted from it.
    """
    if source.sha256 in (None, article.sha256):
        return False
    addresses = same(article.url), same(source.url)
    if None not in addresses:
        return addresses[0] != addresses[1] and not _keeps_words(article, source, known)
    return not (_is_same_file(article, source, known) or _keeps_words(article, source, known))


def _is_same_file(article: Article, source: Source, known: Ledger) -> bool:
    """Whether an article stands where the ledger has it. Lines of JSON and pipes are no place."""
    from claimtrack.article.web_pages import SUFFIXES

    place = locations.article_path(known, source)
    suffix = Path(article.file or "").suffix.lower()
    if article.file is None or place is None or suffix == ".jsonl":
        return False
    kept_text = suffix in SUFFIXES and place.stem.startswith(article.id)
    return kept_text or os.path.realpath(article.file) == os.path.realpath(place)


def _keeps_words(article: Article, source: Source, known: Ledger) -> bool:
    """Whether half of the quotations stand in the text; without any, the title has to be the same.

    White space may differ.
    """
    claims = opening.of_articles(known, [source.id]).claims
    quotations = [
        claim.quote.text for claim in claims if claim.article == source.id and claim.quote
    ]
    if not quotations:
        return article.title == source.title
    text = " ".join(article.body.split())
    parts = [quotation.split(" … ") for quotation in quotations]
    there = sum(all(" ".join(part.split()) in text for part in each) for each in parts)
    return 2 * there >= len(quotations)


def _taken(source: Source) -> UnfitError:
    place = source.file or "standard input"
    return UnfitError(f"the ledger has a different article with this id, from {place}", _HINT)
