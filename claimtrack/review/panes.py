"""The panes of the screen: queue and text, of which only the lines in view are ever made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimtrack.model import Claim, Span
from claimtrack.render import safe, words
from claimtrack.render.layout import pad, shorten, width
from claimtrack.render.terminal import STYLES
from claimtrack.review.laying import Mark, Run, line_of, lines, runs

LOOKS = {
    **STYLES,
    "current": "reverse",
    "other": "underline",
    "accepted": "green underline",
    "rejected": "dim strike",
    "gap": "yellow italic",
    "current gap": "black on yellow",
    "speaker": "bold cyan",
    "cue": "bold magenta",
    "chosen": "reverse",
}
"""What each style looks like, in rich's words: those of all output, and those of the screen."""

SIGNS = {"new": " ", "accepted": "✓", "rejected": "✗"}
SIGN_STYLES = {"new": "", "accepted": "good", "rejected": "bad"}
UPPER = 3
"""The part of the text's height, one third, above which the marked words are kept."""


@cache
def look(name: str) -> Style:
    """A style by its name."""
    return Style.parse(LOOKS.get(name, ""))


def strip_of(found: Sequence[Run], cells: int, base: Style | None = None) -> Strip:
    """A line of the screen, filled up with blanks. Its text has passed `safe.terminal`."""
    segments = [
        Segment(safe.terminal(run.text), (base or Style()) + look(run.style)) for run in found
    ]
    return Strip(segments).adjust_cell_length(cells, base)


class Pane(ScrollView):
    """A pane of lines, each made when it comes into view."""

    can_focus = False

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
            return Strip.blank(self.cells)
        return strip_of(self.line(number), self.cells, self.base(number))


class Queue(Pane):
    """The claims that are gone through, one a line."""

    claim_at: Callable[[int], Claim | None] = staticmethod(lambda _: None)
    chosen = 0

    def show_queue(self, count: int, chosen: int, claim_at: Callable[[int], Claim | None]) -> None:
        """Shows the queue around the claim that is chosen."""
        self.claim_at, self.chosen = claim_at, chosen
        self.show_lines(count, chosen)

    def line(self, number: int) -> Sequence[Run]:
        """Status, actor, first words and score of a claim."""
        claim = self.claim_at(number)
        if claim is None:
            return ()
        score = f"{claim.read.score:.2f}"[1:] if claim.read and claim.read.score < 1 else ""
        room = self.cells - 2 - len(score) - 1
        who = shorten(safe.terminal(words.actor(claim)), max(6, room // 2))
        rest = shorten(safe.terminal(claim.words), max(0, room - width(who) - 1))
        return (
            Run(f"{SIGNS[claim.status]} ", SIGN_STYLES[claim.status]),
            Run(who, "actor"),
            Run(pad(f" {rest}", max(0, room - width(who)))),
            Run(f" {score}", "faint"),
        )

    def base(self, number: int) -> Style | None:
        """The chosen claim is reversed."""
        return look("chosen") if number == self.chosen else None


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

    def line(self, number: int) -> Sequence[Run]:
        """One of the lines."""
        return self.made[number]
