"""The lines above and below the panes: the article, the position, the keys that fit."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.model import Source
from claimtrack.render.text_columns import width
from claimtrack.review.keys import KEYS
from claimtrack.review.session import Session

FIRST = ("help", "leave_review")
"""Actions whose keys no width hides."""


def title(source: Source | None) -> str:
    """The article that is shown: title, outlet, day."""
    if source is None:
        return ""
    return " · ".join(filter(None, (source.title or source.id, source.outlet, source.published)))


def status(session: Session, gaps: int | None, conflicts: int, choice: str) -> str:
    """``17/87 · 3/9 here · 12 accepted · 3 rejected · 72 new · 4 gaps``, then the choice.

    *Here* is the article that is shown; ``gaps`` is None while it was not read yet.
    """
    counts = session.counts()
    at = session.list.at + 1 if session.list.ids else 0
    parts = [f"{at}/{len(session.list.ids)}", *_here(session)]
    parts += [f"{counts[word]} {word}" for word in ("accepted", "rejected", "new")]
    if gaps is not None:
        parts.append(_counted(gaps, "gap"))
    if conflicts:
        parts.append(_counted(conflicts, "conflict"))
    return " · ".join([*parts, *([choice] if choice else [])])


def _here(session: Session) -> Iterator[str]:
    """Which of its article's claims the one that is shown is."""
    claim = session.current
    if claim and claim.article:
        own = [
            ident for ident in session.list.ids if session.claims[ident].article == claim.article
        ]
        yield f"{own.index(claim.id) + 1}/{len(own)} here"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def footer(columns: int) -> str:
    """The keys with a word each, as many as fit; the way to all of them and the way out first."""
    keys = sorted((key for key in KEYS if key.footer), key=lambda key: key.action not in FIRST)
    line = ""
    for key in keys:
        more = f"{line}  {key.shown} {key.footer}" if line else f"{key.shown} {key.footer}"
        if width(more) <= columns:
            line = more
    return line
