"""A claim written by hand: what was typed for it, turned into fields of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimtrack.cli import opening
from claimtrack.cli.arguments.typed_figures import figures, read_in
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, did_you_mean, refusals
from claimtrack.fields import BY_NAME
from claimtrack.model import Claim, Figure, Ledger


def _tell_figures(claim: Claim) -> None:
    """Says which figures were read in the words, and how to put them right."""
    for number, figure in enumerate(claim.figures):
        what = " ".join(filter(None, (figure.text, figure.what, figure.state)))
        output.remark(
            f"  figure: {what}; if not: claimtrack set {claim.id} figures.{number}.state=…"
        )


def _typed(name: str) -> str:
    """What is typed for a field."""
    return "WORDS" if name == "quote" else f"--{BY_NAME[name].flag or name}"


def add(path: Path, article: str | None, fields: Mapping[str, str | list[str] | None]) -> None:
    """Write a claim and where it stands."""
    from claimtrack import ledger

    for name, value in fields.items():
        if any(not part.strip() for part in ([value] if isinstance(value, str) else value or ())):
            raise Failure(f"{_typed(name)} is empty", "leave it out")
    typed = {name: _value(name, value) for name, value in fields.items() if value}
    if not typed.get("claim") and not typed.get("quote") and not typed.get("at"):
        raise Failure(
            "a claim needs its words",
            'claimtrack add ARTICLE "words of the article", or --claim "your own"',
        )
    if article:
        typed["article"] = article_id(opening.head(path), article)
    with refusals():
        ident = ledger.add(path, typed, read_in)
    after = opening.named(path, [ident])
    output.write([f"{after.place(ident)}: {ident} added"])
    if "figures" not in typed:
        _tell_figures(next(claim for claim in after.claims if claim.id == ident))


def _value(name: str, typed: str | list[str]) -> str | list[str] | tuple[Figure, ...]:
    """What was typed for a field as the ledger has it: a day in EDTF, one actor without a list."""
    if name == "figures":
        return tuple(figure for words in typed for figure in figures(words))
    if name == "actor" and len(typed) == 1:
        return typed[0]
    if BY_NAME[name].sort == "day" and isinstance(typed, str):
        return day(typed, f"--{name}") or ""
    return typed


def article_id(ledger: Ledger, typed: str) -> str:
    """The id of the article with this id, or of the only one whose id holds what was typed."""
    ids = [source.id for source in ledger.sources]
    part = [typed] if typed in ids else [ident for ident in ids if typed in ident]
    if len(part) == 1:
        return part[0]
    if part:
        raise Failure(
            f"{typed!r} matches {len(part)} articles: {', '.join(part[:5])}", "type more of the id"
        )
    hint = (
        did_you_mean(typed, ids)
        or "`claimtrack articles` lists them, `claimtrack ingest` adds some"
    )
    raise Failure(f"no article {typed!r} in {ledger.path}", hint)


def day(typed: str | None, option: str) -> str | None:
    """A day as it was typed, in EDTF."""
    if typed is None:
        return None
    from claimtrack.cli.arguments.typed_days import parse_day

    try:
        return parse_day(typed, date.today())
    except ValueError as why:
        raise Failure(f"{option}: {why}") from why
