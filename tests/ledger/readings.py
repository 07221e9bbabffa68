"""Articles and claims as an extraction would hand them over, for the tests of the ledger."""

from __future__ import annotations

from hashlib import sha256

from claimtrack.ids import claim_id
from claimtrack.ledger.document.ledger_file import Book, open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.reingest.merge import merge
from claimtrack.ledger.reingest.report import Merge
from claimtrack.model import Article, Claim, Figure, Mention, Reading, Span

BODY = (
    "Die Stadt rechne mit 300 Gästen, sagte Anna Weber. "
    "Der Pegel werde, so Weber, bis Freitag steigen. "
    "Es gebe keinen Anlass zur Sorge, betonte der Deich­verband."
)
FIRST = "Die Stadt rechne mit 300 Gästen"
SECOND = ("Der Pegel werde", "bis Freitag steigen")
THIRD = "Es gebe keinen Anlass zur Sorge"


def article(body: str = BODY, ident: str = "pegel", **known: str) -> Article:
    digest = sha256(body.encode()).hexdigest()
    return Article(ident, body, title="Der Pegel: steigt", sha256=digest, **known)  # type: ignore[arg-type]


def spans(body: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(body.index(one), body.index(one) + len(one)) for one in words)


def claim(body: str, *words: str, actor: str | None = "Anna Weber", **fields: object) -> Claim:
    quote = Mention(" ".join(words), spans(body, *words))
    return Claim(
        id=claim_id(actor, "pegel", quote.text, ()),
        article="pegel",
        actors=(actor,) if actor else (),
        kind="indirect",
        quote=quote,
        read=Reading("verb+konjunktiv", 0.9),
        **fields,  # type: ignore[arg-type]
    )


def claims(body: str = BODY) -> list[Claim]:
    """Three claims: one with a figure, one in two pieces, one of somebody else."""
    return [
        claim(body, FIRST, figures=(Figure("300", "Gästen", "attending"),)),
        claim(body, *SECOND, said="../2024-06-03", confidence="likely", hedge="werde"),
        claim(body, THIRD, actor="Deichverband", cue=Mention("", spans(body, "betonte"))),
    ]


def book(text: str) -> Book:
    return open_book("claims.yaml", [read(text, "claims.yaml")])


def merged(text: str, found: list[Claim], of: Article | None = None, **how: bool) -> Merge:
    return merge(book(text), [(of or article(), found)], **how)


def after(text: str, result: Merge) -> str:
    """The ledger's text after a merge."""
    return result.documents[0].text if result.documents else text


def ingested(text: str = "", found: list[Claim] | None = None) -> str:
    """A ledger into which the article was read."""
    return after(text, merged(text, claims() if found is None else found))
