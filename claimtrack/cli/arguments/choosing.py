"""What was typed turned into filters, ids, columns; words that are none are a Failure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

from claimtrack import edtf
from claimtrack.analysis.filters import ORDERS, Filters
from claimtrack.cli.arguments import options
from claimtrack.cli.arguments.options import SCALE
from claimtrack.cli.arguments.typed_values import day
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, did_you_mean, near, one_of
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES, Claim, Ledger

if TYPE_CHECKING:
    from claimtrack.ledger.index.alone import Alone

FEW = 12
"""So many names are all told when none is like what was typed."""
Typed = Sequence[str] | None
_CLOSED = {"stance": STANCES, "kind": KINDS, "status": STATUSES}


def filters(
    *,
    min_confidence: str | None = None,
    min_score: str | None = None,
    since: str | None = None,
    until: str | None = None,
    reliability: str | None = None,
    **words: Typed,
) -> Filters:
    """The filters of a command line, as it was typed."""
    for name, closed in _CLOSED.items():
        for word in words.get(name) or ():
            one_of(word.casefold(), closed, f"--{name}")
    return Filters(
        min_confidence=confidence(min_confidence),
        min_score=score(min_score),
        since=first_day(since, "--since"),
        until=last_day(until, "--until"),
        reliability=letter(reliability),
        **{name: tuple(given or ()) for name, given in words.items()},
    )


def confidence(typed: str | None) -> int | None:
    """``likely`` or ``68`` as a number."""
    if typed is None:
        return None
    if typed.isdigit() and int(typed) <= 100:
        return int(typed)
    return CONFIDENCE[one_of(typed.casefold(), SCALE, "--min-confidence")]


def score(typed: str | None) -> float | None:
    """A number from 0 to 1, with a point or a comma."""
    if typed is None:
        return None
    digits = typed.replace(",", ".")
    if not re.fullmatch(r"0?\.\d+|[01](\.0*)?", digits):
        raise Failure(f"--min-score: {typed!r} is not a number from 0 to 1", "for example 0.9")
    return float(digits)


def letter(typed: str | None) -> str | None:
    """An Admiralty letter of reliability."""
    return one_of(typed.upper(), "ABCDEF", "--reliability") if typed else None


def first_day(typed: str | None, option: str) -> date | None:
    """The first day of a date as typed: ``2024-10`` is the first of October."""
    when = _when(typed, option)
    return when.first or when.last if when else None


def last_day(typed: str | None, option: str) -> date | None:
    """The last day of a date as typed: ``2024-10`` is the last of October."""
    when = _when(typed, option)
    return when.last or when.first if when else None


def _when(typed: str | None, option: str) -> edtf.When | None:
    return None if typed is None else edtf.parse(day(typed, option))


def sort_key(typed: str) -> str:
    """One of `claimtrack.analysis.filters.ORDERS`, a ``-`` in front or not."""
    one_of(typed.removeprefix("-"), ORDERS, "--sort")
    return typed


def columns(
    typed: str | None, form: str, own: str | None = None, *, rows: str = "claims"
) -> tuple[str, ...]:
    """The names of columns; when none were typed those that the user set, else the usual ones.

    ``rows`` says what a row is of, a claim or a figure.
    """
    from claimtrack.render import claims, figure_table

    of: Any = figure_table if rows == "figures" else claims
    usual: tuple[str, ...] = of.IN_A_FILE if form == "csv" else of.USUAL
    typed = typed if typed is not None else own
    if typed is None:
        return usual
    names = [name.strip() for name in typed.split(",") if name.strip()]
    return tuple(one_of(name, of.COLUMNS, "--columns") for name in names) or usual


def one(ledger: Ledger, typed: str) -> Claim:
    """The claim with this id, or the only one whose id holds what was typed."""
    ids = [claim.id for claim in ledger.claims]
    ident = _only(typed, ids, "claim", ledger, "`claimtrack list` shows ids")
    return next(claim for claim in ledger.claims if claim.id == ident)


def article_id(ledger: Ledger, typed: str) -> str:
    """The id of the article with this id, or of the only one whose id holds what was typed."""
    ids = [source.id for source in ledger.sources]
    hint = "`claimtrack articles` lists them, `claimtrack ingest` adds some"
    return _only(typed, ids, "article", ledger, hint)


def _only(typed: str, known: Sequence[str], what: str, ledger: Ledger, hint: str) -> str:
    exact = [ident for ident in known if ident == typed]
    ids = exact or [ident for ident in known if typed and typed in ident]
    if len(ids) == 1:
        return ids[0]
    if ids:
        few = f"{', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}"
        message = f"{typed!r} matches {output.counted(len(ids), what)}: {few}"
        raise Failure(message, "type more of the id")
    raise Failure(f"no {what} {typed!r} in {ledger.path}", did_you_mean(typed, known) or hint)


def say_why_none(alone: Alone, filters: Filters) -> None:
    """After an empty answer: what each filter finds alone, and what is near its words."""
    if not alone.claims:
        output.remark("no claims yet: read some with `claimtrack ingest ARTICLE…`")
        return
    output.remark(f"none of {output.counted(alone.claims, 'claim')} matches")
    for name, count in alone.passing.items():
        typed = getattr(filters, name)
        words = typed if isinstance(typed, tuple) else (str(typed),)
        option = f"--{name.replace('_', '-')} {' '.join(words)}"
        there = "" if count else suggestion(words, alone.words.get(name, ()))
        hint = f"; {there}" if there else ""
        output.remark(f"  {option}: {output.counted(count, 'claim')} alone{hint}")


def suggestion(words: Sequence[str], names: Sequence[str]) -> str:
    """The names that are like the words typed; all, if they are few and none is; else nothing."""
    like = dict.fromkeys(hint for word in words for hint in near(word, names))
    if like:
        return f"similar: {', '.join(like)}"
    return f"there are: {', '.join(names)}" if 0 < len(names) <= FEW else ""


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every filter as an option of its own.

    It gets them together as ``filters``, a `claimtrack.analysis.filters.Filters`.
    """
    added = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=option)
        for name, option in options.FILTERS.items()
    ]
    own = own_options(command, "filters")
    first = [parameter for parameter in own if parameter.default is Parameter.empty]
    rest = [parameter for parameter in own if parameter.default is not Parameter.empty]
    return gathering(
        command, "filters", added, [*first, *added, *rest], lambda typed: filters(**typed)
    )


def own_options(command: Callable[..., None], gathered: str) -> list[Parameter]:
    """The parameters of a command without the one that takes other options together."""
    own = signature(command, eval_str=True).parameters.values()
    return [
        parameter.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in own
        if parameter.name != gathered
    ]


def gathering(
    command: Callable[..., None],
    gathered: str,
    added: Sequence[Parameter],
    shown: Sequence[Parameter],
    made: Callable[[dict[str, Any]], object],
) -> Callable[..., None]:
    """The command with the options ``shown``, of which some were ``added``.

    What is made of the values of these it gets as the parameter ``gathered``.
    """

    @wraps(command)
    def run(**given: Any) -> None:
        typed = {parameter.name: given.pop(parameter.name) for parameter in added}
        command(**{gathered: made(typed)}, **given)

    run.__signature__ = signature(command).replace(parameters=shown)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    del run.__wrapped__  # its annotations are no longer these
    return run
