"""The same article twice: saved again, under another name, under an address that tracks readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimtrack.article.addresses import publisher, same
from claimtrack.cli import locations
from claimtrack.cli.console import output
from claimtrack.cli.ingesting.extraction import Batch
from claimtrack.model import Article, Ledger, Source

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
        if not (known and _gone(known, source)):
            _note(seen, source)
    first = []
    for article, claims in batch.read:
        before = None if article.id in ids else _before(seen, article)
        if before is None:
            first.append((article, claims))
            _note(seen, article)
        else:
            output.remark(*_left_out(article, before))
    return replace(batch, read=tuple(first))


def _gone(known: Ledger, source: Source) -> bool:
    path = locations.article_path(known, source)
    return path is not None and not path.exists()


def _note(seen: _Seen, source: Source | Article) -> None:
    for key in filter(None, (same(source.url), source.sha256)):
        seen.setdefault(key, []).append(source)


def _before(seen: _Seen, article: Article) -> Source | Article | None:
    """The article that this one is once more."""
    ours = publisher(article.outlet, article.url)
    by_text = (
        source
        for source in seen.get(article.sha256 or "", ())
        if ours is None or publisher(source.outlet, source.url) in (None, ours)
    )
    return next(iter(seen.get(same(article.url) or "", ())), None) or next(by_text, None)


def _left_out(article: Article, before: Source | Article) -> Iterator[str]:
    place = article.file or "standard input"
    key = same(article.url)
    why = "address" if key and key == same(before.url) else "text"
    yield f"warning: {place}: skipped: {article.id} is {before.id} again, with the same {why}"
    yield f'  name it "{before.id}" (its file, or its `id`) to update that article'
