"""Accounts of articles kept in the user's cache folder: reading a text again takes far longer.

An account is kept under a digest of all that it hangs on: the text, the places of its claims and
what was decided on them, what was passed over, the program. It is never the truth: what is not
there, is damaged or cannot be written is made again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimtrack.coverage.claim_worthy import Stretch
from claimtrack.coverage.gaps import Account, Gap
from claimtrack.ledger.files.user_folder import key_of, user_folder, write_note
from claimtrack.ledger.index.database import program
from claimtrack.model import Article, Claim, Mention, Span

PARTS = (".", "article", "coverage", "extract", "german", "lexicon", "registry")
"""The parts of the program on which it hangs what an article asks for."""


class Accounts:
    """The accounts kept for a ledger at some path."""

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
