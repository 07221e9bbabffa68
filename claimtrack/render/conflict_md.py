"""Conflicts in Markdown, for a note: all questions in a table, then one by one, sides and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from claimtrack.conflicts.results.blocks import Camp, camps, questions
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.render import md, wording
from claimtrack.render.conflict import camp_title, head_of, rulings_of
from claimtrack.render.conflict_side import Place, apart, kind_of
from claimtrack.render.overview import are_many, by_heading, glance, heading_of, names_of
from claimtrack.render.screen import UNICODE

_HEADS = ("actor", "said", "stance", "figure", "meant", "words", "origins", "source", "claim")
_GLANCE = ("#", "event", "what", "phase", "verdict", "who says what", "sources", "alone", "since")


def notes(
    conflicts: Sequence[Conflict], place: Place, aside: Iterable[Conflict] = ()
) -> Iterator[str]:
    """The lines of the note; ``place`` gives the file that a side's claim stands in.

    ``aside`` are pairs that were not compared, each told under its heading.
    """
    not_compared = by_heading(aside, UNICODE)
    numbers = count(1) if are_many(conflicts) else None
    if numbers:
        yield from _glances(conflicts)
    for heading, group in groupby(conflicts, lambda conflict: heading_of(conflict, UNICODE)):
        yield md.heading(heading)
        yield ""
        for question in questions(group):
            yield from _question(question, place, f"#{next(numbers)} " if numbers else "")
        for remark in not_compared.pop(heading, ()):
            yield md.paragraph(remark)
            yield ""


def _glances(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """A row a question."""
    yield md.row(_GLANCE)
    yield md.rule(["---"] * len(_GLANCE))
    for number, question in enumerate(questions(conflicts), start=1):
        seen = glance(question, UNICODE)
        yield md.row(
            (
                str(number), seen.event or "", seen.what, seen.phase, seen.verdict, seen.says,
                str(seen.sources), ", ".join(seen.alone), seen.since,
            )
        )  # fmt: skip
    yield ""


def _question(question: Sequence[Conflict], place: Place, lead: str) -> Iterator[str]:
    first = question[0]
    yield md.paragraph(f"· {_kind(question)}", strong=f"{lead}{first.told.upper()}")
    yield ""
    if len(question) == 1:
        yield from _table(first.sides, place)
    for camp in camps(question) if len(question) > 1 else ():
        yield from _camp(camp, place)
    yield md.paragraph(first.reason)
    yield ""
    for ruled in rulings_of(question):
        yield md.paragraph(ruled)
        yield ""


def _kind(question: Sequence[Conflict]) -> str:
    if len(question) > 1:
        return head_of(question, camps(question), UNICODE)
    first = question[0]
    return f"{kind_of(first)} · {apart(first.gap)}" if first.gap else kind_of(first)


def _camp(camp: Camp, place: Place) -> Iterator[str]:
    yield md.paragraph(f"{camp_title(camp, UNICODE)}: {', '.join(names_of(camp))}")
    yield ""
    yield from _table(camp.sides, place)


def _table(sides: Iterable[Side], place: Place) -> Iterator[str]:
    yield md.row(_HEADS)
    yield md.rule(["---"] * len(_HEADS))
    for side in sides:
        yield md.row(_cells(side, place))
    yield ""


def _cells(side: Side, place: Place) -> Sequence[str]:
    claim, figure = side.claim, side.figure
    hedged = "" if claim.confidence == "stated" else f", {claim.confidence}"
    where = wording.where(place(side), side.line)
    return (
        wording.chain(claim, UNICODE),
        wording.told(claim.said, side.reported, UNICODE),
        f"{claim.stance}{hedged}",
        figure.text if figure else "",
        wording.interval(figure.near, UNICODE) if figure and figure.near else "",
        claim.words,
        ", ".join(side.backers) or str(side.origins),
        f"{side.outlet or claim.article or 'by hand'}, {where}",
        claim.id,
    )
