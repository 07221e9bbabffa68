"""The review screen itself: what each key does, and what is shown after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Static

from claimtrack.conflicts.results.values import Conflict
from claimtrack.coverage import Gap
from claimtrack.ledger.edit.wanted import as_typed, with_note
from claimtrack.ledger.errors import LedgerError
from claimtrack.model import Article, Claim, Ledger, Problem, Source
from claimtrack.review import details, editing
from claimtrack.review.dialogs import Answer, Ask, Dialog, Field, Form, Help, plain
from claimtrack.review.disputes import Quarrels, quarrels
from claimtrack.review.keys import KEYS, Key
from claimtrack.review.laying import Mark
from claimtrack.review.orders import ORDERS, Topic, in_order
from claimtrack.review.panes import Details, Queue, Text
from claimtrack.review.reading import Reading, article_of, read
from claimtrack.review.session import Select, Session, Told

if TYPE_CHECKING:
    from claimtrack.registry import Registry

WIDE = 100
"""Columns from which on all three panes have room."""
WATCHED = 1.0
"""Seconds between two looks at whether another hand wrote the file."""
FEW = 3000
"""Claims that are compared unasked; of more that takes long, and waits for the first `c`."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the command line lends the screen.

    ``select`` makes a choice of claims out of what was typed, or raises ValueError; ``topic``
    derives what a claim is about; ``registry`` who is who; ``edit`` opens the editor at a claim;
    ``day`` turns a day as typed into EDTF, or raises ValueError; ``by`` signs rulings.
    """

    select: Callable[[str], Select]
    topic: Callable[[Ledger], Topic]
    registry: Callable[[Ledger], Registry]
    edit: Callable[[Path, str | None], None]
    day: Callable[[str], str]
    by: str | None = None


CSS = """
Screen { layout: vertical; }
#title { height: 1; text-style: bold; padding: 0 1; }
#panes { height: 1fr; }
Queue { width: 27%; max-width: 48; border-right: solid $panel-lighten-2; scrollbar-size: 0 0; }
Text { width: 1fr; padding: 0 1; scrollbar-size: 1 1; overflow-x: hidden; overflow-y: auto; }
Details { width: 31%; max-width: 62; border-left: solid $panel-lighten-2; padding: 0 1;
    scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
#message { height: 1; padding: 0 1; }
#status { height: 1; padding: 0 1; text-style: dim; }
#keys { height: 1; padding: 0 1; text-style: dim; }
.narrow #panes { layout: vertical; }
.narrow Queue { display: none; width: 100%; max-width: 100%; border-right: none; }
.narrow Text { width: 100%; height: 1fr; }
.narrow Details { width: 100%; max-width: 100%; height: 45%; border-left: none;
    border-top: solid $panel-lighten-2; }
.queue Queue { display: block; }
.queue Text, .queue Details { display: none; }
Dialog { align: center middle; }
.dialog { width: 84; max-width: 96%; height: auto; max-height: 90%; border: round $accent;
    padding: 0 1; background: $surface; }
.help { height: 90%; }
.form VerticalScroll { height: auto; max-height: 16; }
.row { height: auto; }
.row .name { width: 12; }
.row Input, .row Select { width: 1fr; }
#complaint { color: $error; height: auto; }
"""


class Review(App[None]):
    """Claims beside their article, decided one key at a time."""

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.names, key.action, key.does, show=False, priority=key.names == "tab")
        for key in KEYS
    ]

    def __init__(self, path: Path, services: Services, chosen: Select, order: str) -> None:
        super().__init__()
        self.services, self.chosen, self.order = services, chosen, order
        self.filter = ""
        self.session = Session(path, self._ordered())
        self.readings: dict[str, Reading] = {}
        self.articles: dict[str, Article | Problem] = {}
        self.quarrels: Quarrels | None = None
        self.pair: int | None = None
        self.gap: Gap | None = None

    def _ordered(self) -> Select:
        order, chosen, topic = self.order, self.chosen, self.services.topic
        return lambda ledger: in_order(order, chosen(ledger), ledger, topic(ledger))

    # The screen ---------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, three panes, what was just said, where one is, the keys."""
        yield Static("", id="title")
        with Horizontal(id="panes"):
            yield Queue()
            yield Text()
            yield Details()
        yield Static("", id="message")
        yield Static("", id="status")
        told = "  ".join(
            f"{key.shown} {key.footer}" for key in sorted(KEYS, key=_last) if key.footer
        )
        yield Static(plain(told), id="keys")

    def on_mount(self) -> None:
        """Paint first; what takes longer comes after."""
        self.call_after_refresh(self.paint)
        self.set_interval(WATCHED, self.watch_file)
        if len(self.session.claims) <= FEW:
            self.set_timer(0.3, self._compare)

    def on_resize(self, event: Resize) -> None:
        """Narrow terminals show one pane less, one below the other."""
        self.screen_stack[0].set_class(event.size.width < WIDE, "narrow")
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Everything as it is now."""
        if not self.screen_stack:
            return
        base = self.screen_stack[0]
        session, claim = self.session, self.session.current
        source = session.source(claim)
        base.query_one(Queue).show_queue(len(session.queue), session.at, self._claim_at)
        self._paint_text(base.query_one(Text), claim, source)
        pane = base.query_one(Details)
        pane.show_details(list(self._details(claim, source, pane.cells)))
        base.query_one("#title", Static).update(plain(_title(source) or str(session.path)))
        base.query_one("#status", Static).update(plain(self._status(source)))
        if session.errors:
            first = session.errors[0]
            self.tell(Told(f"broken: {first}; decisions are off, o opens it", good=False))
        self._read_on(source)

    def _claim_at(self, number: int) -> Claim | None:
        session = self.session
        return session.claims.get(session.queue[number]) if number < len(session.queue) else None

    def _paint_text(self, pane: Text, claim: Claim | None, source: Source | None) -> None:
        article = self._article(source)
        if isinstance(article, Article):
            at = self.gap.at.start if self.gap else _start(claim)
            pane.show_text(article.body, self._marks(claim, source), at)
        else:
            why = str(article) if article else (claim.words if claim else "no claims are chosen")
            pane.show_text(why, (), 0)

    def _article(self, source: Source | None) -> Article | Problem | None:
        if source is None:
            return None
        if source.id not in self.articles:
            self.articles[source.id] = article_of(self.session.path, source)
        return self.articles[source.id]

    def _marks(self, claim: Claim | None, source: Source | None) -> list[Mark]:
        """The other claims, the gaps, then the claim itself with its speaker and cue."""
        others = self.session.of_article(source.id if source else None)
        found = [
            Mark(*span, other.status if other.status != "new" else "other")
            for other in others
            for span in (other.quote.spans if other.quote else ())
        ]
        found += [Mark(*gap.at, "gap") for gap in self._gaps(source)]
        if self.gap:
            return [*found, Mark(*self.gap.at, "current gap")]
        for mention, style in (
            (claim.quote if claim else None, "current"),
            (claim.speaker if claim else None, "speaker"),
            (claim.cue if claim else None, "cue"),
        ):
            found += [Mark(*span, style) for span in (mention.spans if mention else ())]
        return found

    def _gaps(self, source: Source | None) -> Sequence[Gap]:
        """The open gaps of an article, in the order of the text; none before it was read."""
        reading = self.readings.get(source.id) if source else None
        if source is None or reading is None:
            return ()
        return reading.gaps(source, self.session.of_article(source.id)).open()

    def _details(
        self, claim: Claim | None, source: Source | None, cells: int
    ) -> Iterator[details.Line]:
        if self.gap:
            body = self._body(source)
            text, sentence = (
                " ".join(body[slice(*span)].split())
                for span in (self.gap.at, self.gap.stretch.sentence)
            )
            yield from details.gap_lines(self.gap, text, sentence, cells)
            return
        if claim is None:
            return
        reading = self.readings.get(source.id) if source else None
        topic = self.services.topic(self.session.ledger)(claim)
        conflicts = list(details.conflict_lines(self._conflicts(claim), self.pair, cells))
        if self.pair is not None:  # asked for: above the fields, where no height hides it
            yield from conflicts[1:]
            yield []
        yield from details.claim_lines(claim, source, topic, cells)
        yield from details.changed_lines(self.session.differing.get(claim.id, ()), cells)
        yield from conflicts if self.pair is None else ()
        yield from details.why_lines(claim, reading, cells)

    def _body(self, source: Source | None) -> str:
        article = self._article(source)
        return article.body if isinstance(article, Article) else ""

    def _conflicts(self, claim: Claim | None) -> list[Conflict]:
        return self.quarrels.conflicts(claim.id) if self.quarrels and claim else []

    def _status(self, source: Source | None) -> str:
        """``17/87 · 12 accepted · 3 rejected · 72 new · 4 gaps``, filter and order."""
        session, counts = self.session, self.session.counts()
        place = f"{session.at + 1 if session.queue else 0}/{len(session.queue)}"
        parts = [place, *(f"{counts[one]} {one}" for one in ("accepted", "rejected", "new"))]
        if source and source.id in self.readings:
            gaps = len(self._gaps(source))
            parts.append(f"{gaps} gap{'' if gaps == 1 else 's'} here")
        if against := len(self._conflicts(session.current)):
            parts.append(f"{against} conflict{'' if against == 1 else 's'}")
        parts += [f"by {self.order}", *([self.filter] if self.filter else [])]
        return " · ".join(parts)

    def tell(self, told: Told) -> None:
        """What came of a key, on a line of its own."""
        line = plain(told.text)
        line.stylize("bold red" if not told.good else "green")
        self.screen_stack[0].query_one("#message", Static).update(line)

    # In the background --------------------------------------------------------------------------

    def _read_on(self, source: Source | None) -> None:
        """Has the article read by the parser, unless it was, beside the screen."""
        article = self._article(source)
        if source is None or source.id in self.readings or not isinstance(article, Article):
            return
        work = partial(self._read, source.id, article, self.session.ledger)
        self.run_worker(work, thread=True, group="reading", exclusive=True, exit_on_error=False)

    def _read(self, ident: str, article: Article, ledger: Ledger) -> None:
        reading = read(article, self.services.registry(ledger))
        self.call_from_thread(self._take_reading, ident, reading)

    def _take_reading(self, ident: str, reading: Reading) -> None:
        self.readings[ident] = reading
        self.paint()

    def _compare(self) -> None:
        work = partial(self._quarrel, self.session.ledger)
        self.run_worker(work, thread=True, group="comparing", exclusive=True, exit_on_error=False)

    def _quarrel(self, ledger: Ledger) -> None:
        found = quarrels(self.session.path, ledger)
        self.call_from_thread(self._take_quarrels, found)

    def _take_quarrels(self, found: Quarrels) -> None:
        self.quarrels = found
        self.paint()

    def watch_file(self) -> None:
        """Reads the ledger again where another hand wrote it."""
        if self.session.changed_outside():
            self._forget()
            if not self.session.errors:
                self.tell(Told("the file was changed outside, and is read again"))
            self.paint()

    def _forget(self) -> None:
        """What hangs on the text of the ledger's articles, when these may be others."""
        self.articles.clear()
        self.gap = None

    # Moving -------------------------------------------------------------------------------------

    def _moved(self) -> None:
        self.gap = self.pair = None
        self.tell(Told())
        self.paint()

    def action_move(self, by: int) -> None:
        """The next claim, or the one before."""
        self.session.move(by)
        self._moved()

    def action_article(self, by: int) -> None:
        """The next article, or the one before."""
        self.session.move_article(by)
        self._moved()

    def action_queue(self) -> None:
        """Shows the queue alone where all three have no room; else hides or shows it."""
        base = self.screen_stack[0]
        if base.has_class("narrow"):
            base.toggle_class("queue")
        else:
            base.query_one(Queue).display = not base.query_one(Queue).display
        self.call_after_refresh(self.paint)

    # Deciding -----------------------------------------------------------------------------------

    def _decide(self, values: Mapping[str, str]) -> None:
        """Writes fields of the claim that is shown, and goes on to the next undecided one."""
        claim = self.session.current
        if claim is None:
            return
        told = self.session.put(claim.id, values)
        self._decided(told)

    def _decided(self, told: Told) -> None:
        if told.good and not self.session.next_undecided():
            told = Told("all are decided")
        self.gap = self.pair = None
        self.tell(told)
        self.paint()

    def _changed(self, told: Told) -> str | None:
        """Shows what came of a change that keeps the place; what was refused, for a form."""
        self.tell(told)
        self.paint()
        return None if told.good else told.text

    def action_accept(self) -> None:
        """Accepts the claim."""
        self._decide({"status": "accepted"})

    def action_reject(self) -> None:
        """Rejects the claim."""
        self._decide({"status": "rejected"})

    def action_leave(self) -> None:
        """Goes on to the next undecided claim, this one left as it is."""
        self._decided(Told())

    def action_reject_because(self) -> None:
        """Rejects the claim with a reason in its note, in one change."""
        claim = self.session.current
        if claim:
            self._ask(Ask("Why is it rejected?"), partial(self._reject_because, claim))

    def _reject_because(self, claim: Claim, answer: Answer) -> None:
        note = with_note(answer[""])
        told = self.session.write([claim.id], lambda entry: {"status": "rejected", **note(entry)})
        self._decided(told)

    def action_undo(self) -> None:
        """Takes back the last decision."""
        self.gap = self.pair = None
        self._changed(self.session.take_back())

    def action_credibility(self, number: str) -> None:
        """Gives the claim an Admiralty number; the same again takes it away."""
        claim = self.session.current
        if claim:
            value = "" if claim.credibility == number else number
            self._changed(self.session.put(claim.id, {"credibility": value}))

    def action_tags(self) -> None:
        """Asks for the claim's tags."""
        claim = self.session.current
        if claim:
            names = sorted({tag for one in self.session.claims.values() for tag in one.tags})
            ask = Ask("Tags, parted by commas", ", ".join(claim.tags), names)
            self._ask(ask, lambda answer: self._put(claim, {"tags": answer[""]}))

    def action_note(self) -> None:
        """Asks for a note, which goes behind the one that is there."""
        claim = self.session.current
        if claim:
            self._ask(
                Ask("Note"),
                lambda answer: self._changed(self.session.write([claim.id], with_note(answer[""]))),
            )

    def _put(self, claim: Claim, values: Mapping[str, str]) -> str | None:
        return self._changed(self.session.put(claim.id, values))

    def action_edit(self) -> None:
        """Opens the claim's fields."""
        claim = self.session.current
        if claim and self.gap is None:
            topic = self.services.topic(self.session.ledger)(claim)
            form = editing.fields(claim, self.session.ledger, topic)
            save = partial(self._save, claim)
            self._ask(Form(claim.id, form, save))

    def _save(self, claim: Claim, typed: Mapping[str, str]) -> str | None:
        try:
            return self._put(claim, self._dated(typed))
        except ValueError as error:
            return str(error)

    def _dated(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Days as people type them in EDTF. Raises ValueError for one that is none."""
        days = ("said", "about")
        return {
            name: self.services.day(value) if name in days and value.strip() else value
            for name, value in typed.items()
        }

    def action_border(self, side: str, by: int) -> None:
        """Moves the start or the end of the quotation by a token."""
        claim = self.session.current
        spans = claim.quote.spans if claim and claim.quote else ()
        body = self._body(self.session.source(claim))
        if claim is None or not spans or not body:
            self.tell(Told("there is no quotation whose place is known", good=False))
        elif not _stands(claim, body):
            self.tell(
                Told("the article does not have the words there; `check` says more", good=False)
            )
        elif (new := editing.moved(body, spans, side, by)) is None:
            self.tell(Told("the quotation cannot go further", good=False))
        else:
            values = editing.quotation(body, new)
            self._changed(self.session.write([claim.id], lambda _: values))

    def action_accept_all(self) -> None:
        """Accepts all new claims of the queue, their number typed back."""
        new = [one for one in self.session.queue if self.session.claims[one].status == "new"]
        if not new:
            self.tell(Told("none of the queue is new"))
            return
        what = "claims" if len(new) > 1 else "claim"
        number = str(len(new))
        self._ask(
            Ask(
                f"Accept {number} new {what}? Type the number",
                refuse=lambda typed: None if typed.strip() == number else f"type {number}, or Esc",
            ),
            lambda _: self._changed(self.session.write(new, as_typed({"status": "accepted"}))),
        )

    # Conflicts ----------------------------------------------------------------------------------

    def action_conflict(self) -> None:
        """Shows the conflicts of the claim one after the other."""
        if self.quarrels is None:
            self.tell(Told("comparing all claims …"))
            self._compare()
            return
        found = self._conflicts(self.session.current)
        if not found:
            self.tell(Told("nothing speaks against this claim"))
            return
        self.pair = 0 if self.pair is None else (self.pair + 1) % len(found)
        self.paint()

    def action_rule(self) -> None:
        """Asks for a verdict on the pair that is shown."""
        found = self._conflicts(self.session.current)
        if self.pair is None or self.pair >= len(found):
            self.tell(Told("no pair is shown: c shows the conflicts", good=False))
            return
        conflict = found[self.pair]
        one, other = (side.claim.id for side in conflict.sides)
        before = conflict.ruling
        form = (
            Field("verdict", before.verdict if before else "", words=editing.VERDICTS),
            Field("why", (before and before.why) or ""),
            Field("by", (before and before.by) or self.services.by or ""),
        )
        save = partial(self._rule, one, other)
        self._ask(Form(f"{one} and {other}", form, save, whole=True))

    def _rule(self, one: str, other: str, typed: Mapping[str, str]) -> str | None:
        if not typed["verdict"]:
            return "choose a verdict"
        try:
            editing.rule(self.session.path, (one, other), typed)
        except LedgerError as error:
            return str(error)
        self.session.written(one)
        self.quarrels = None
        self._compare()
        return self._changed(Told(f"ruled: {typed['verdict']}"))

    # Gaps ---------------------------------------------------------------------------------------

    def action_gap(self) -> None:
        """Goes to the next gap of the article, from the last one to the first."""
        source = self.session.source(self.session.current)
        if source is None or source.id not in self.readings:
            self.tell(Told("the article is still being read" if source else "no article is shown"))
            return
        gaps = self._gaps(source)
        if not gaps:
            self.gap = None
            self.tell(Told("every figure, quotation and speech act here has its claim"))
        else:
            here = self.gap.at.start if self.gap else -1
            self.gap = next((gap for gap in gaps if gap.at.start > here), gaps[0])
        self.paint()

    def action_pass_over(self) -> None:
        """Notes that no claim is missing in the gap."""
        source = self.session.source(self.session.current)
        article = self._article(source)
        if self.gap is None or not isinstance(article, Article):
            self.tell(Told("no gap is shown: g goes to the next", good=False))
            return
        try:
            editing.pass_over(self.session.path, article, self.gap.at)
        except LedgerError as error:
            self.tell(Told(str(error), good=False))
            return
        self.session.written(self.session.queue[self.session.at])
        self.action_gap()

    def action_add(self) -> None:
        """A claim out of the gap: as the parser reads it, else its words alone."""
        source = self.session.source(self.session.current)
        if self.gap is None or source is None:
            self.tell(Told("no gap is shown: g goes to the next", good=False))
            return
        claims = self.session.of_article(source.id)
        sentence = self.gap.stretch.sentence
        found = self.readings[source.id].proposed(*sentence, claims)
        claim = found or editing.bare(self._body(source), self.gap)
        quote = Field("quote", editing.words(claim))
        form = (quote, *editing.fields(claim, self.session.ledger, None))
        save = partial(self._add, source.id, claim)
        self._ask(Form(f"a claim out of {source.id}", form, save, whole=True))

    def _add(self, article: str, claim: Claim, typed: Mapping[str, str]) -> str | None:
        try:
            ident = editing.add(self.session.path, article, claim, self._dated(typed))
        except (LedgerError, ValueError) as error:
            return str(error)
        self.gap = None
        self.session.written(ident)
        self.session.include(ident)
        return self._changed(Told(f"{ident} added"))

    # The rest -----------------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Asks which claims are gone through."""
        self._ask(
            Ask(
                "Which claims? NAME=value,… such as actor=Rutte,status=new; nothing: all",
                self.filter,
                refuse=self._refused,
            ),
            self._filtered,
        )

    def _refused(self, typed: str) -> str | None:
        try:
            found = self.services.select(typed)(self.session.ledger)
        except ValueError as error:
            return str(error)
        return None if found else "none matches"

    def _filtered(self, answer: Answer) -> None:
        self.filter = answer[""].strip()
        self.chosen = self.services.select(self.filter)
        self.session.choose(self._ordered())
        self._moved()

    def action_order(self) -> None:
        """The next order of the queue."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.session.choose(self._ordered())
        self._moved()

    def action_editor(self) -> None:
        """Opens the editor at the claim, or at the first error of a broken file."""
        claim = self.session.current
        ident = claim.id if claim and not self.session.errors else None
        try:
            with self.suspend():
                self.services.edit(self.session.path, ident)
        except ValueError as error:
            self.tell(Told(str(error), good=False))
        self.watch_file()

    def action_help(self) -> None:
        """The keys."""
        self.push_screen(Help())

    def action_leave_review(self) -> None:
        """Leaves; everything is written already."""
        self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, keys are for the answer."""
        asked = isinstance(self.screen, Dialog)
        return not asked or action not in {key.action.partition("(")[0] for key in KEYS}

    def _ask(self, dialog: Dialog, then: Callable[[Answer], object] | None = None) -> None:
        def answered(answer: Answer | None) -> None:
            if answer is not None and then is not None:
                then(answer)

        self.push_screen(dialog, answered)


def _last(key: Key) -> bool:
    """The footer begins with the key of the help, so that no width hides it."""
    return key.action != "help"


def _start(claim: Claim | None) -> int | None:
    spans = claim.quote.spans if claim and claim.quote else ()
    return spans[0].start if spans else None


def _stands(claim: Claim, body: str) -> bool:
    """Whether the article has the claim's words where the claim says."""
    quote = claim.quote
    words = " ".join(body[slice(*span)] for span in quote.spans) if quote else ""
    return quote is not None and words.split() == quote.text.split()


def _title(source: Source | None) -> str:
    if source is None:
        return ""
    return " · ".join(filter(None, (source.title or source.id, source.outlet, source.published)))
