"""A claim written by hand from the command line: its words looked up in their article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.ids import claim_id
from claimtrack.ledger.document.article_files import Reader, article_of
from claimtrack.ledger.document.ledger_file import Book, home, last_claim
from claimtrack.ledger.edit.changes import Add
from claimtrack.ledger.edit.find_quote import at_place, looked_up
from claimtrack.ledger.edit.set_fields import Edited, valid
from claimtrack.ledger.edit.splice import changed
from claimtrack.ledger.errors import EditError
from claimtrack.ledger.format.entries import ClaimEntry, names
from claimtrack.ledger.format.from_model import Fields, figures_fields, ranges
from claimtrack.ledger.format.quoted import GAP, written
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Figure, Span

ReadFigures = Callable[[str, Sequence[Span]], Sequence[Figure]]
"""Reads the figures that stand within some spans of a text."""


def added(
    book: Book,
    path: Path,
    values: Mapping[str, Data | Sequence[Figure]],
    read: Reader,
    figures: ReadFigures | None = None,
) -> Edited:
    """A book with one more claim; ``figures`` reads those in its words where none are given."""
    filled = filled_in(book, path, values, read, figures)
    ident = _ident(book, filled)
    unordered: dict[str, Data] = {"id": ident, **filled}
    fields: Fields = {
        name: unordered.pop(name) for name in names(ClaimEntry) if name in unordered
    } | unordered
    valid(fields)
    _not_there_yet(book, fields)
    claims = tuple(pair for pair in book.pairs() if pair[0].article == filled.get("article", ""))
    document = home(book, None, claims)
    new = changed(document, [Add("claims", fields, last_claim(claims, document))])
    return Edited((new,), (ident,))


def filled_in(
    book: Book,
    path: Path,
    values: Mapping[str, Data | Sequence[Figure]],
    read: Reader,
    figures: ReadFigures | None = None,
) -> dict[str, Any]:
    """The fields of a claim with its quotation as the article has it, its place, its figures.

    Raises LookupFailedError and EditError, as :func:`added` does.
    """
    filled: dict[str, Any] = {name: value for name, value in values.items() if value}
    places: list[tuple[str, Sequence[Span]]] = []
    if filled.get("article") and (quotation := _quotation(book, path, filled, read)):
        filled |= {"quote": quotation.words, "at": ranges(quotation.spans)}
        places.append((quotation.body, quotation.spans))
    own = str(filled.get("claim", ""))
    places.append((own, [Span(0, len(own))]))
    if "figures" not in filled and figures:
        by_place = (figures(body, spans) for body, spans in places)
        filled["figures"] = next(filter(None, by_place), ())
    filled["figures"] = figures_fields(filled.get("figures", ()))
    if not filled["figures"]:
        del filled["figures"]
    return filled


def _ident(book: Book, fields: Mapping[str, Data]) -> str:
    taken = book.ids()
    given = fields.get("id")
    if given is not None and given in taken:
        raise EditError(f"the ledger has a claim “{given}” already")
    actor = fields.get("actor")
    first = actor if isinstance(actor, str) else next(map(str, actor or ()), None)
    words = str(fields.get("quote") or fields.get("claim") or "").replace(GAP, " ")
    return str(given or claim_id(first, str(fields.get("article", "")), words, taken))


class _Quotation(NamedTuple):
    """The body of an article, where words stand in it, and these."""

    body: str
    spans: tuple[Span, ...]
    words: str


def _quotation(
    book: Book, path: Path, fields: Mapping[str, Data], read: Reader
) -> _Quotation | None:
    """The article's own words and their place, for a claim that quotes them; else None."""
    ident = str(fields["article"])
    source = next((known for known in book.ledger.sources if known.id == ident), None)
    if source is None:
        raise EditError(f"no article “{ident}” in the ledger; add it with `claimtrack ingest`")
    typed, at = str(fields.get("quote", "")), fields.get("at")
    if not typed and not at:
        return None
    if source.file is None:
        raise EditError(f"the ledger does not say in which file the article “{ident}” is")
    file = (path if path.is_dir() else path.parent) / source.file
    articles, problems = read(file)
    article = article_of(source, articles)
    if article is None:
        why = problems[0].message if problems else "the article is not in it"
        raise EditError(f"{file}: {why}")
    body = article.body
    spans = at_place(typed, _typed(at), body) if at else looked_up(typed, body)
    return _Quotation(body, spans, written([body[span.start : span.end] for span in spans]))


def _typed(at: Any) -> str:
    """Ranges as they are typed: with commas between."""
    return at if isinstance(at, str) else ",".join(map(str, at))


def _not_there_yet(book: Book, fields: Mapping[str, Data]) -> None:
    """The same words in the same place would be the same claim twice."""
    spans = fields.get("at")
    for claim in book.ledger.claims if spans else ():
        if claim.article == fields["article"] and claim.quote and _same(claim.quote.spans, spans):
            place = book.ledger.place(claim.id)
            raise EditError(f"{place}: the ledger has these words already: {claim.id}")


def _same(spans: Sequence[Span], at: Data | None) -> bool:
    return ranges(spans) == at
