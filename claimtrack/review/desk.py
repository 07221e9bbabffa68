"""The screen without its keys: three panes, their content, and background work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Static

from claimtrack.coverage import Gap
from claimtrack.model import Article, Claim, Ledger, Problem, Source
from claimtrack.review import details, fresh_reading
from claimtrack.review.dialogs import Answer, Dialog, plain
from claimtrack.review.fresh_reading import Quarrels, Reading, article_of, read
from claimtrack.review.laying import marks
from claimtrack.review.look import PLACES, WIDE
from claimtrack.review.panes import Details, Queue, Text, footer, status, title
from claimtrack.review.session import Reply, Select, Session
from claimtrack.review.worklist import ORDERS, Topic, in_order

if TYPE_CHECKING:
    from claimtrack.conflicts.results.values import Conflict
    from claimtrack.registry import Registry

WATCHED = 1.0
"""Seconds between two looks at whether another hand wrote the file."""
FEW = 3000
"""Claims that are compared unasked; of more that takes long, and waits for the first `c`."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the command line lends the screen.

    ``select`` makes a choice of claims out of what was typed, or raises ValueError; ``filters``
    are the names that can be typed; ``topic`` derives what a claim is about; ``registry`` who is
    who; ``edit`` opens the editor at a claim; ``day`` turns a day as typed into EDTF, or raises
    ValueError; ``by`` signs rulings.
    """

    select: Callable[[str], Select]
    filters: Sequence[str]
    topic: Callable[[Ledger], Topic]
    registry: Callable[[Ledger], Registry]
    edit: Callable[[Path, str | None], None]
    day: Callable[[str], str]
    by: str | None = None


class Desk(App[None]):
    """Claims beside their article. What keys do is in `claimtrack.review.actions`."""

    CSS = PLACES
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, path: Path, services: Services, chosen: Select, order: str, choice: str = ""
    ) -> None:
        super().__init__()
        self.services, self.chosen, self.order, self.choice = services, chosen, order, choice
        self.filter = ""
        self.session = Session(path, self.ordered())
        self.readings: dict[str, Reading] = {}
        self._being_read: set[str] = set()
        self.articles: dict[str, Article | Problem] = {}
        self.quarrels: Quarrels | None = None
        self.pair: int | None = None
        """Which of the claim's conflicts is shown, from 0."""
        self.gap: Gap | None = None
        """The gap that is shown instead of the claim."""
        self._in_view: tuple[object, ...] = ()

    def ordered(self) -> Select:
        """The claims that are chosen, in the order that is chosen."""
        order, chosen, topic = self.order, self.chosen, self.services.topic
        return lambda ledger: in_order(order, chosen(ledger), ledger, topic(ledger))

    # The screen ---------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, three panes, what came of the last key, where one is, the keys."""
        yield Static("", id="title")
        with Horizontal(id="panes"):
            yield Queue()
            yield Text()
            yield Details()
        yield Static("", id="message")
        yield Static("", id="status")
        yield Static("", id="keys")

    def on_mount(self) -> None:
        """Paint first; what takes longer comes after."""
        self.call_after_refresh(self.paint)
        self.call_after_refresh(self.prepare)
        self.set_interval(WATCHED, self.watch_file)
        if len(self.session.claims) <= FEW:
            self.set_timer(0.3, self.compare)

    def prepare(self) -> None:
        """What is done once the screen is painted."""

    def on_resize(self, event: Resize) -> None:
        """Narrow terminals show one pane less, one below the other."""
        base = self.screen_stack[0]
        base.set_class(event.size.width < WIDE, "narrow")
        base.query_one("#keys", Static).update(plain(footer(event.size.width - 2)))

    def on_pane_resized(self) -> None:
        """Lays the text out anew once a pane has its new width."""
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Everything as it is now."""
        if not self.screen_stack:
            return
        base = self.screen_stack[0]
        session, claim = self.session, self.session.current
        source = session.source(claim)
        base.query_one(Queue).show_queue(
            len(session.list.ids), session.list.at, self._claim_at, self._is_disputed
        )
        text, pane = base.query_one(Text), base.query_one(Details)
        in_view = (claim and claim.id, self.gap, self.pair, text.size, pane.size)
        is_new = in_view != self._in_view  # else it stays where the reader scrolled to
        self._in_view = in_view
        self._paint_text(text, claim, source, is_new=is_new)
        made = list(self._details(claim, source, pane.cells))
        pane.show_details(made, 0 if is_new else None)
        base.query_one("#title", Static).update(plain(title(source) or str(session.path)))
        base.query_one("#status", Static).update(plain(self._status(claim, source)))
        if session.errors:
            why = f"the file has errors: {session.errors[0]}; no decisions until then, o opens it"
            self.tell(Reply(why, good=False))
        self._read_on(source)

    def _claim_at(self, number: int) -> Claim | None:
        ids = self.session.list.ids
        return self.session.claims.get(ids[number]) if number < len(ids) else None

    def _is_disputed(self, claim: Claim) -> bool:
        return self.quarrels is not None and claim.id in self.quarrels.of

    def _paint_text(
        self, pane: Text, claim: Claim | None, source: Source | None, *, is_new: bool
    ) -> None:
        article = self.article(source)
        if not isinstance(article, Article):
            why = str(article) if article else (claim.words if claim else "no claims match")
            pane.show_text(why, (), 0)
            return
        others = self.session.of_article(source.id if source else None)
        spans = claim.quote.spans if claim and claim.quote else ()
        at = self.gap.at.start if self.gap else spans[0].start if spans else None
        runs = marks(claim, others, self.gaps(source), self.gap)
        pane.show_text(article.body, runs, at if is_new else None)

    def _details(
        self, claim: Claim | None, source: Source | None, cells: int
    ) -> Iterator[details.Line]:
        if self.gap:
            yield from details.gap_lines(self.gap, self.body(source), cells)
            return
        if claim is None:
            return
        reading = self.readings.get(source.id) if source else None
        topic = self.services.topic(self.session.ledger)(claim)
        against = self.conflicts(claim)
        conflicts = list(details.conflict_lines(against, self.pair, cells, self.session.file_of))
        if self.pair is not None:  # asked for: above the fields, where no height hides it
            yield from conflicts[1:]
            yield []
        yield from details.claim_lines(claim, source, topic, cells)
        yield from details.changed_lines(self.session.differing.get(claim.id, ()), cells)
        yield from conflicts if self.pair is None else ()
        yield from details.why_lines(claim, reading, cells)

    def _status(self, claim: Claim | None, source: Source | None) -> str:
        was_read = source is not None and source.id in self.readings
        gaps = len(self.gaps(source)) if was_read else None
        order = f"by {self.order}" if self.order != ORDERS[0] else ""
        choice = " · ".join(filter(None, (self.filter or self.choice, order)))
        return status(self.session, gaps, len(self.conflicts(claim)), choice)

    def tell(self, reply: Reply) -> None:
        """What came of a key, on a line of its own."""
        line = plain(reply.text)
        line.stylize("green" if reply.good else "bold red")
        self.screen_stack[0].query_one("#message", Static).update(line)

    def changed(self, reply: Reply) -> str | None:
        """Shows what came of a change that keeps the place; what was refused, for a form."""
        self.tell(reply)
        self.paint()
        return None if reply.good else reply.text

    def ask(self, dialog: Dialog, then: Callable[[Answer], object] | None = None) -> None:
        """Opens something over the screen; ``then`` gets its answer, if there is one."""

        def answered(answer: Answer | None) -> None:
            if answer is not None and then is not None:
                then(answer)

        self.push_screen(dialog, answered)

    # What is known of what is shown -------------------------------------------------------------

    def claim(self) -> Claim | None:
        """The claim that keys are about; None, and a word on why, while a gap is shown."""
        if self.gap:
            why = "a gap is shown: + makes it a claim, x passes it over, Esc goes back"
            self.tell(Reply(why, good=False))
            return None
        return self.session.current

    def article(self, source: Source | None) -> Article | Problem | None:
        """The text of an article; a problem where it cannot be read."""
        if source is None:
            return None
        if source.id not in self.articles:
            self.articles[source.id] = article_of(self.session.path, source)
        return self.articles[source.id]

    def body(self, source: Source | None) -> str:
        """The body of an article, empty where it cannot be read."""
        article = self.article(source)
        return article.body if isinstance(article, Article) else ""

    def gaps(self, source: Source | None) -> Sequence[Gap]:
        """The open gaps of an article, in the order of the text; none before it was read."""
        reading = self.readings.get(source.id) if source else None
        if source is None or reading is None:
            return ()
        return reading.gaps(source, self.session.of_article(source.id)).open()

    def conflicts(self, claim: Claim | None) -> list[Conflict]:
        """The conflicts of a claim, the worst first; none before all were compared."""
        return self.quarrels.conflicts(claim.id) if self.quarrels and claim else []

    def show_claim(self) -> None:
        """From a gap or a pair back to the claim."""
        self.gap = self.pair = None

    # Beside the screen --------------------------------------------------------------------------

    def _read_on(self, source: Source | None) -> None:
        """Has the article read by the parser beside the screen, unless it was or is being read."""
        article = self.article(source)
        if source is None or not isinstance(article, Article):
            return
        if source.id in self.readings or source.id in self._being_read:
            return
        self._being_read.add(source.id)
        work = partial(self._read, source.id, article, self.session.ledger)
        self.run_worker(work, thread=True, group="reading", exit_on_error=False)

    def _read(self, ident: str, article: Article, ledger: Ledger) -> None:
        reading = read(article, self.services.registry(ledger))
        self.call_from_thread(self._take_reading, ident, reading)

    def _take_reading(self, ident: str, reading: Reading) -> None:
        self.readings[ident] = reading
        self._being_read.discard(ident)
        self.paint()

    def compare(self) -> None:
        """Has all claims compared, beside the screen."""
        work = partial(self._compare, self.session.ledger)
        self.run_worker(work, thread=True, group="comparing", exclusive=True, exit_on_error=False)

    def _compare(self, ledger: Ledger) -> None:
        self.call_from_thread(
            self._take_quarrels, fresh_reading.quarrels(self.session.path, ledger)
        )

    def _take_quarrels(self, known: Quarrels) -> None:
        self.quarrels = known
        self.paint()

    def watch_file(self) -> None:
        """Reads the ledger again where another hand wrote it."""
        if self.session.changed_outside():
            self.articles.clear()
            self.gap = None
            if not self.session.errors:
                self.tell(Reply("the file was changed elsewhere and has been read again"))
            self.paint()
