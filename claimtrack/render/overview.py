"""An overview of what is disputed: one line per question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from claimtrack.conflicts.results.blocks import Camp, camps, questions
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.model import Interval
from claimtrack.render import wording
from claimtrack.render.marked import folded
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.render.text_columns import width

MANY = 4
"""So many questions are told at a glance first; fewer are seen at once as they are."""
_ASIDE = 3
"""So many figures that were not compared are named with their reason."""
_NAMES = 2
"""So many names stand for a camp at a glance."""
_OPEN = float("inf")
_NAYS = frozenset({"denies", "doubts", "withholds"})
_ASPECTS = ("day", "confidence", "figure")


class Glance(NamedTuple):
    """A question in short: what is counted or talked about, who says what, since when."""

    verdict: str
    event: str | None
    what: str
    phase: str
    says: str
    sources: int
    alone: tuple[str, ...]
    since: str


def are_many(conflicts: Iterable[Conflict]) -> bool:
    """True if there are so many questions that a glance at all of them helps."""
    return next(islice(questions(conflicts), MANY - 1, None), None) is not None


def glance(question: Sequence[Conflict], glyphs: Glyphs) -> Glance:
    """The pairs of one question in short; the first of them is the worst."""
    first, groups = question[0], camps(question)
    backers = {name for camp in groups for name in names_of(camp)}
    return Glance(
        verdict=first.told,
        event=first.event,
        what=what_of(first),
        phase=wording.phase(first.phase) if first.phase else "",
        says=_says(first, groups, glyphs),
        sources=len(backers),
        alone=alone(groups),
        since=min(filter(None, (_day(side) for camp in groups for side in camp.sides)), default=""),
    )


def what_of(conflict: Conflict) -> str:
    """What is counted or talked about: the topic, without a place that the event's name tells."""
    topic = conflict.topic or "(no topic)"
    what, bracket, place = topic.removesuffix(")").rpartition(" (")
    is_in_event = bracket and conflict.event and place in conflict.event.split()
    return what if is_in_event else topic


def heading_of(conflict: Conflict, glyphs: Glyphs) -> str:
    """``Tote · Hochwasser Lindenburg``: what is disputed, if the event's name does not tell it."""
    what, event = what_of(conflict), conflict.event
    is_in_event = event and set(what.split()) <= set(event.split())
    return f" {glyphs.sep} ".join(filter(None, ("" if is_in_event else what, event)))


def by_heading(aside: Iterable[Conflict], glyphs: Glyphs) -> dict[str, list[str]]:
    """For each heading a line a reason: which figures were not compared with those below it."""
    reasons: dict[str, dict[str, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for conflict in aside:
        reasons[heading_of(conflict, glyphs)][conflict.reason].append(conflict.sides[1])
    return {
        heading: [_not_compared(why, sides) for why, sides in own.items()]
        for heading, own in reasons.items()
    }


def _not_compared(why: str, sides: Sequence[Side]) -> str:
    figures = dict.fromkeys(
        f"„{side.figure.text if side.figure else ''}“ "
        f"({wording.actor(side.claim)}, {side.claim.id})"
        for side in sides
    )
    more = f" and {len(figures) - _ASIDE} more" if len(figures) > _ASIDE else ""
    return f"not compared: {', '.join([*figures][:_ASIDE])}{more}: {why}"


def names_of(camp: Camp) -> tuple[str, ...]:
    """The independent origins behind a camp, or where they are not known its actors."""
    return camp.backers or tuple(dict.fromkeys(wording.actor(side.claim) for side in camp.sides))


def _day(side: Side) -> str:
    """The last day on which it can have been said, without what makes it uncertain."""
    return (side.claim.said or side.reported or "").rpartition("/")[2].strip(".~?%")


def alone(groups: Sequence[Camp]) -> tuple[str, ...]:
    """Who has nobody beside him, where others have somebody."""
    sizes = [len(names_of(camp)) for camp in groups]
    if max(sizes) < 2:
        return ()
    return tuple(names_of(camp)[0] for camp in groups if len(names_of(camp)) == 1)


def _says(first: Conflict, groups: Sequence[Camp], glyphs: Glyphs) -> str:
    """Lowest to highest with who says it; who is against whom; what one actor did when."""
    if first.kind == "figure" or (first.kind == "reversal" and first.gap):
        ends = sorted(groups, key=lambda camp: _extent(camp.sides[0]))
        extremes = (f"{_number(camp, glyphs)} ({_few(camp)})" for camp in (ends[0], ends[-1]))
        return " to ".join(dict.fromkeys(extremes))
    before, after = first.sides
    if first.kind == "stance":
        last = groups[-1]
        return f"{_few(last)} {_against(last)} {' and '.join(map(_few, groups[:-1]))}"
    if first.kind == "reversal":
        days = (wording.told(side.claim.said, side.reported, glyphs) for side in first.sides)
        acts = (f"{side.claim.stance} {day}" for side, day in zip(first.sides, days, strict=True))
        return f"{wording.actor(after.claim)} {f' {glyphs.then} '.join(acts)}"
    return f"{wording.actor(before.claim)} told {_differing(before, after) or 'in two ways'}"


def _against(camp: Camp) -> str:
    """``denies`` where all do so who are against it; what they assert instead is no word for it."""
    stances = {side.claim.stance for side in camp.sides}
    return stances.pop() if len(stances) == 1 and stances <= _NAYS else "against"


def _differing(first: Side, second: Side) -> str:
    """In what two tellings of one statement plainly differ."""
    both = [
        (side.claim.said, side.claim.confidence, side.figure.text if side.figure else None)
        for side in (first, second)
    ]
    aspects = [name for name, a, b in zip(_ASPECTS, *both, strict=True) if a and b and a != b]
    return f"with another {' and '.join(aspects)}" if aspects else ""


def _extent(side: Side) -> tuple[float, float]:
    near = side.figure.near if side.figure else None
    near = near or Interval(0, None)
    return near.low, _OPEN if near.high is None else near.high


def _number(camp: Camp, glyphs: Glyphs) -> str:
    figure = camp.sides[0].figure
    return wording.figure(figure, glyphs) if figure else "?"


def _few(camp: Camp) -> str:
    names = names_of(camp)
    more = f" +{len(names) - _NAMES}" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more


def overview(conflicts: Iterable[Conflict], screen: Screen) -> Iterator[str]:
    """The lines of all questions, event by event, each with its number."""
    glances = (glance(question, screen.glyphs) for question in questions(conflicts))
    numbered = enumerate(glances, start=1)
    for event, own in groupby(numbered, lambda each: each[1].event):
        yield line(screen, Piece(event or "(several events)", "heading"))
        for number, each in own:
            lead = f"{f'#{number}':>5} "
            yield from folded(lead, _pieces(each, screen.glyphs), screen, " " * width(lead))
    yield ""


def _pieces(seen: Glance, glyphs: Glyphs) -> Iterator[Piece]:
    sep = Piece(f" {glyphs.sep} ", "faint")
    yield Piece(seen.verdict, seen.verdict)
    yield from (sep, Piece(seen.what))
    if seen.phase:
        yield Piece(f" ({seen.phase})", "faint")
    yield from (sep, Piece(seen.says, "number"), sep)
    yield Piece(f"{seen.sources} source{'s' if seen.sources != 1 else ''}")
    if seen.alone:
        yield from (sep, Piece(f"alone: {', '.join(seen.alone)}", "actor"))
    if seen.since:
        yield from (sep, Piece(f"since {seen.since}", "faint"))
