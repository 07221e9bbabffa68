"""The options that commands share: their names, their help, their words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from claimtrack.cli.failure import one_of
from claimtrack.fields import FIELDS
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES
from claimtrack.render import FORMATS

Words = list[str] | None
SCALE = tuple(word for word, number in CONFIDENCE.items() if number is not None)
"""Words of confidence that stand for a number: one can be as sure as that."""


def _several(name: str, help_: str, metavar: str = "TEXT") -> Any:
    return typer.Option(name, help=f"{help_} Repeatable.", metavar=metavar, show_default=False)


Ledger = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        envvar="CLAIMTRACK_LEDGER",
        show_envvar=False,
        help="The ledger. Default: CLAIMTRACK_LEDGER, or else claims.yaml or data/claims.yaml "
        "here or in a folder above.",
    ),
]


def _format(typed: str) -> str:
    return one_of(typed, FORMATS, "--format")


Format = Annotated[
    str,
    typer.Option("--format", metavar="|".join(FORMATS), help="Output format.", callback=_format),
]
Actor = Annotated[
    Words,
    _several("--actor", "Who makes the claim; also by an alias, in any case, without umlauts."),
]
Via = Annotated[Words, _several("--via", "Who passed the claim on to the article.")]
Article = Annotated[Words, _several("--article", "Part of the article's id, or its outlet.")]
Outlet = Annotated[Words, _several("--outlet", "Part of the outlet's name.")]
Topic = Annotated[Words, _several("--topic", "Part of the topic's name.")]
Stance = Annotated[
    Words, _several("--stance", f"What the actor does: {', '.join(STANCES)}.", "WORD")
]
MinConfidence = Annotated[
    str | None,
    typer.Option(
        "--min-confidence",
        metavar="WORD|0-100",
        help=f"At least this confident: {', '.join(SCALE)}.",
    ),
]
MinScore = Annotated[
    str | None,
    typer.Option("--min-score", metavar="0-1", help="At least this parser score."),
]
Kind = Annotated[
    Words, _several("--kind", f"How the claim is reported: {', '.join(KINDS)}.", "WORD")
]
Status = Annotated[
    Words, _several("--status", f"What the analyst decided: {', '.join(STATUSES)}.", "WORD")
]
Tag = Annotated[Words, _several("--tag", "One of your tags.")]
Text = Annotated[Words, _several("--text", "Text in the claim; all given words must be there.")]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Said on that day or later: 2024-10-14, 18.10.2024, gestern …",
    ),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Said on that day or earlier.")
]
State = Annotated[
    Words, _several("--state", "State of a figure: planned, ready, sent, killed …", "WORD")
]
Reliability = Annotated[
    str | None,
    typer.Option(
        "--reliability", metavar="A-F", help="Sources with this Admiralty letter or a better one."
    ),
]
Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="KEY",
        help="said, reported, actor, article, confidence, stance, score, id, file; "
        "-KEY reverses the order.",
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=0, help="Show only the first N.")
]
_RARE_COLUMNS = [
    field.name
    for field in FIELDS
    if field.column and field.name not in ("id", "said", "actor", "stance", "confidence")
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="NAME,…",
        help=f"Columns by name, also {', '.join(_RARE_COLUMNS)}, reported, said_first, "
        "said_last, score, rule; of figures also figure, value, min, max, far_min, far_max, what, "
        "state, scope, event.",
    ),
]
Rows = Annotated[str, typer.Option("--rows", metavar="claims|figures", help="What each row shows.")]
Locale = Annotated[
    str,
    typer.Option(
        "--locale",
        metavar="en|de",
        help="With --format csv: de for spreadsheets with German settings.",
    ),
]
FILTERS: dict[str, Any] = {
    "actor": Actor, "via": Via, "article": Article, "topic": Topic, "stance": Stance,
    "min_confidence": MinConfidence, "min_score": MinScore, "kind": Kind, "status": Status,
    "tag": Tag, "text": Text, "since": Since, "until": Until, "state": State,
    "reliability": Reliability,
}  # fmt: skip
"""Every filter of claims, by its name; none asks for anything unless it is given."""

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of a claim; part of it is enough.")]
Ids = Annotated[
    list[str], typer.Argument(metavar="ID…", help="Ids of claims; part of an id is enough.")
]
