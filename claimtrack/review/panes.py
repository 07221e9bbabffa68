"""The panes of the screen: queue and text, of which only the lines in view are ever made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimtrack.model import Claim, Source, Span
from claimtrack.render import safe, wording
from claimtrack.render.text_columns import pad, shorten, width
from claimtrack.review.keys import KEYS
from claimtrack.review.laying import Mark, Run, line_of, lines, runs
from claimtrack.review.look import DISPUTED, SIGN_STYLES, SIGNS, STYLES_OF_MARKS
from claimtrack.review.session import Session

UPPER = 3
"""The part of the text's height, one third, above which the marked words are kept."""
SCORE = 4
"""Cells of a score in the queue, a blank before it."""
MOST_OF_NAME = 20
"""Cells that an actor has at most in the queue."""


@cache
def look(name: str) -> Style:
    """A style by its name."""
    return Style.parse(STYLES_OF_MARKS.get(name, ""))


def strip_of(pieces: Sequence[Run], cells: int, base: Style | None = None) -> Strip:
    """A line of the screen, filled up with blanks. Its text has passed `safe.terminal`.

    Every piece has a style: without colours the toolkit asks each for it.
    """
    style = base or Style()
    segments = [Segment(safe.terminal(run.text), style + look(run.style)) for run in pieces]
    return Strip(segments).adjust_cell_length(cells, style)


class Pane(ScrollView):
    """A pane of lines, each made when it comes into view."""

    can_focus = False

    class Resized(Message):
        """A pane has another size, and what it shows has to be laid out anew."""

        namespace = "pane"

    def on_resize(self, event: Resize) -> None:
        """Tells the screen."""
        self.post_message(self.Resized())

    def turn(self, by: int) -> None:
        """Scrolls by pages, each of which keeps a line of the one before."""
        page = max(1, self.size.height - 1)
        self.scroll_to(y=self.scroll_offset.y + by * page, animate=False, immediate=True)

    def show_lines(self, count: int, at: int | None = None) -> None:
        """Says how many lines there are, and which should be in the upper third."""
        self.virtual_size = Size(self.cells, count)
        if at is not None:
            height = max(1, self.size.height)
            self.scroll_to(
                y=max(0, at - height // UPPER), animate=False, force=True, immediate=True
            )
        self.refresh()

    @property
    def cells(self) -> int:
        """The width of a line."""
        inner, outer = self.scrollable_content_region.width, self.size.width
        return max(8, int(inner or outer))

    def line(self, number: int) -> Sequence[Run]:
        """A line by its number, from 0."""
        raise NotImplementedError

    def base(self, number: int) -> Style | None:
        """The style of a whole line."""
        return None

    def render_line(self, y: int) -> Strip:
        """What the toolkit asks for: line ``y`` of what is in view."""
        number = self.scroll_offset.y + y
        if number >= self.virtual_size.height:
            return Strip.blank(self.cells, Style())
        return strip_of(self.line(number), self.cells, self.base(number))


class Queue(Pane):
    """The claims that are gone through, one a line."""

    claim_at: Callable[[int], Claim | None] = staticmethod(lambda _: None)
    is_disputed: Callable[[Claim], bool] = staticmethod(lambda _: False)
    chosen = 0

    def show_queue(
        self,
        count: int,
        chosen: int,
        claim_at: Callable[[int], Claim | None],
        is_disputed: Callable[[Claim], bool],
    ) -> None:
        """Shows the queue around the claim that is chosen."""
        self.claim_at, self.is_disputed, self.chosen = claim_at, is_disputed, chosen
        self.show_lines(count, chosen)

    def line(self, number: int) -> Sequence[Run]:
        """Status, conflict, actor, first words and score of a claim, in columns."""
        claim = self.claim_at(number)
        if claim is None:
            return ()
        score = f"{claim.read.score:.2f}"[1:] if claim.read and claim.read.score < 1 else ""
        room = self.cells - 2 - SCORE
        names = min(max(6, room * 2 // 5), MOST_OF_NAME)
        who = name_in(safe.terminal(wording.actor(claim)), names)
        first = shorten(safe.terminal(claim.words), max(0, room - names - 1))
        return (
            Run(SIGNS[claim.status], SIGN_STYLES[claim.status]),
            Run(DISPUTED, "warn") if self.is_disputed(claim) else Run(" "),
            Run(pad(who, names), "actor"),
            Run(pad(f" {first}", max(0, room - names))),
            Run(f"{score:>{SCORE}}", "faint"),
        )

    def base(self, number: int) -> Style | None:
        """The chosen claim is reversed."""
        return look("chosen") if number == self.chosen else None


def name_in(name: str, cells: int) -> str:
    """A name in so many cells: of one like "Anna Weber" rather the end than the start."""
    *first, last = name.split(" ")
    is_proper = bool(first) and all(word[:1].isupper() for word in (*first, last))
    if is_proper and width(name) > cells > width(last):
        return f"…{last}"
    return shorten(name, cells)


class Text(Pane):
    """The body of an article with what is marked in it."""

    body = ""
    laid: Sequence[Span] = ()
    marks: Sequence[Mark] = ()
    _laid_for: tuple[int, str] = (0, "")

    def show_text(self, body: str, marks: Sequence[Mark], at: int | None) -> None:
        """Shows a body; the character ``at`` comes into the upper third."""
        if self._laid_for != (self.cells, body):
            self.laid, self._laid_for = lines(body, self.cells - 1), (self.cells, body)
        self.body, self.marks = body, marks
        self.show_lines(len(self.laid), None if at is None else line_of(self.laid, at))

    def line(self, number: int) -> Sequence[Run]:
        """A line of the text."""
        line = self.laid[number]
        near = [mark for mark in self.marks if mark.start < line.end and line.start < mark.end]
        return runs(self.body, line, near)


class Details(Pane):
    """Lines that were made beforehand: fields, reasons, conflicts."""

    made: Sequence[Sequence[Run]] = ()

    def show_details(self, made: Sequence[Sequence[Run]], at: int | None = 0) -> None:
        """Shows these lines."""
        self.made = made
        self.show_lines(len(made), at)

    def turn_round(self) -> None:
        """The next page; behind the last one the first."""
        if self.scroll_offset.y + self.size.height >= self.virtual_size.height:
            self.scroll_to(y=0, animate=False, immediate=True)
        else:
            self.turn(1)

    def line(self, number: int) -> Sequence[Run]:
        """One of the lines."""
        return self.made[number]


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
