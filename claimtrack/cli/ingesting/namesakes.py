"""Two articles under one id: what would take the place of another article is left out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from claimtrack.archive import reader
from claimtrack.article.addresses import same
from claimtrack.article.intake import UnfitError
from claimtrack.cli import locations, opening
from claimtrack.cli.ingesting import extraction
from claimtrack.cli.ingesting.extraction import Batch
from claimtrack.model import Article, Ledger, Problem, Source

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
