"""The articles of a ledger read again and compared with their claims."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from claimtrack.coverage.account_cache import Accounts
from claimtrack.coverage.claim_worthy import stretches
from claimtrack.coverage.gaps import Account, account
from claimtrack.ledger.document.article_files import Reader, article_of
from claimtrack.ledger.document.passages import passages
from claimtrack.model import Article, Claim, Ledger, Problem, Source, Span

_FILES = 4
"""Files whose articles are at hand."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """An article of a ledger, where its file is, and what its claims do not account for."""

    source: Source
    file: Path
    article: Article
    account: Account


def survey(
    ledger: Ledger, sources: Iterable[Source], read: Reader, before: Accounts | None = None
) -> Iterator[Surveyed | Problem]:
    """Some articles of a ledger in turn; a problem for one that cannot be held against its claims.

    ``read`` reads the articles of a file, ``before`` are the accounts of an earlier time. Places in
    a text that was corrected since it was last read would lie, so such an article is a problem,
    too. A file of many articles is read once where they follow each other in the ledger.
    """
    read = lru_cache(_FILES)(read)
    path = Path(ledger.path)
    folder = path if path.is_dir() else path.parent
    claims: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        claims[claim.article].append(claim)
    for source in sources:
        if source.file is None:
            yield Problem(ledger.path, 0, 0, f"the article {source.id} names no file")
            continue
        article = text_of(source, Path(os.path.normpath(folder / source.file)), read)
        if isinstance(article, Problem):
            yield article
            continue
        passed = [passage.span for passage in passages(source)]
        own = claims[source.id]
        make = partial(_account, article, own, passed)
        done = before.account(article, own, passed, make) if before else make()
        yield Surveyed(source, folder / source.file, article, done)


def _account(article: Article, claims: Sequence[Claim], passed: Sequence[Span]) -> Account:
    return account(article.id, list(stretches(article)), claims, passed)


def text_of(source: Source, file: Path, read: Reader) -> Article | Problem:
    """The article of a file that an entry means, under the ledger's id; a problem without one."""
    articles, problems = read(file)
    article = article_of(source, articles)
    if article is None:
        why = problems[0].message if problems else f"the article {source.id} is not in it"
        hint = problems[0].hint if problems else None
        return Problem(str(file), 0, 0, why, hint=hint)
    if source.sha256 and article.sha256 and source.sha256 != article.sha256:
        hint = "ingest it again; its claims are found by their words"
        return Problem(str(file), 0, 0, "the text has changed", hint=hint)
    return Article(
        source.id,
        article.body,
        title=article.title,
        published=source.published or article.published,
        outlet=source.outlet or article.outlet,
        file=article.file,
        sha256=article.sha256,
    )
