"""The articles of a ledger read again and compared with their claims."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimtrack.coverage.claim_worthy import Stretch, stretches
from claimtrack.coverage.gaps import Account, Gap, account
from claimtrack.ledger.document.article_files import Reader, article_of
from claimtrack.ledger.document.passages import passages
from claimtrack.ledger.files.user_folder import key_of, user_folder, write_note
from claimtrack.ledger.index.database import program
from claimtrack.model import Article, Claim, Ledger, Mention, Problem, Source, Span

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


PARTS = (".", "article", "coverage", "extract", "german", "lexicon", "registry")
"""The parts of the program on which it hangs what an article asks for."""


class Accounts:
    """The accounts of a ledger kept in the user's cache folder: reading a text again takes longer.

    Each is kept under a digest of all that it hangs on: the text, the places of its claims and what
    was decided on them, what was passed over, the program. What is not there, is damaged or cannot
    be written is made again.
    """

    def __init__(self, ledger: Path) -> None:
        self._file: Path | None = None
        self._old: Mapping[str, Any] = {}
        self._new: dict[str, Any] = {}
        self._mark = program(PARTS)
        with suppress(OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
            self._file = user_folder("cache") / "coverage" / f"{key_of(ledger)}.json"
            held = json.loads(self._file.read_text("utf-8"))
            if held["program"] == self._mark and held["sum"] == _sum(held["accounts"]):
                self._old = held["accounts"]

    def account(
        self,
        article: Article,
        claims: Sequence[Claim],
        passed: Sequence[Span],
        make: Callable[[], Account],
    ) -> Account:
        """The account of an article: as it was kept, else as ``make`` makes it."""
        key = _key(article, claims, passed)
        packed = self._old.get(key)
        if packed is None:
            account = make()
            self._new[key] = _packed(account)
            return account
        self._new[key] = packed
        return _unpacked(article.id, packed)

    def keep(self) -> None:
        """Keep the accounts that were asked for, and no others, where that can be done."""
        if self._file is None or self._new == self._old:
            return
        held = {"program": self._mark, "sum": _sum(self._new), "accounts": self._new}
        with suppress(OSError):
            write_note(self._file, json.dumps(held))


def _sum(accounts: Mapping[str, Any]) -> str:
    return sha256(json.dumps(accounts, sort_keys=True).encode("ascii")).hexdigest()


def _key(article: Article, claims: Sequence[Claim], passed: Sequence[Span]) -> str:
    """A digest of all that the account of an article hangs on."""
    places = [
        (
            claim.id, claim.status, claim.read is None,
            *(_spans(mention) for mention in (claim.quote, claim.speaker, claim.cue)),
        )
        for claim in claims
    ]  # fmt: skip
    basis = repr((article, places, [tuple(span) for span in passed]))
    return sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _spans(mention: Mention | None) -> list[tuple[int, ...]] | None:
    return None if mention is None else [tuple(span) for span in mention.spans]


def _packed(account: Account) -> list[Any]:
    gaps = [[astuple(gap.stretch), gap.state, gap.claim] for gap in account.gaps]
    packed: list[Any] = json.loads(json.dumps([account.counts, gaps]))
    return packed


def _unpacked(article: str, packed: list[Any]) -> Account:
    counts, gaps = packed
    return Account(article, counts, tuple(_gap(article, *gap) for gap in gaps))


def _gap(article: str, stretch: list[Any], state: Any, claim: str | None) -> Gap:
    kind, spans, sentence, *rest = stretch
    own = Stretch(kind, tuple(Span(*span) for span in spans), Span(*sentence), *rest)
    return Gap(article, own, state, claim)
