"""Ids in the page: numbers of claims and articles, which are short and harmless in any link."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.model import Claim, Source

BY_HAND = "by-hand"
"""Where claims stand that have no article."""


class Anchors:
    """The numbers of claims, in the order of their rows, and of articles; each from 1."""

    def __init__(self, claims: Iterable[Claim], sources: Iterable[Source]) -> None:
        self._claims = {claim.id: at for at, claim in enumerate(claims, start=1)}
        self._articles = {source.id: at for at, source in enumerate(sources, start=1)}

    def row(self, claim: Claim) -> str:
        """The id of a claim's row in the table."""
        return f"c{self._claims[claim.id]}"

    def words(self, claim: Claim, piece: int = 1) -> str:
        """The id of a piece of a claim's words in its article; links lead to the first."""
        own = f"m{self._claims[claim.id]}"
        return own if piece == 1 else f"{own}-{piece}"

    def article(self, ident: str | None) -> str:
        """The id of an article's part of the page; of one that is not known, of what has none."""
        number = self._articles.get(ident or "")
        return f"a{number}" if number else BY_HAND
