"""What opens over the screen: a question, a form, a ruling, the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, Select, Static

from claimtrack.model import CONFIDENCE, KINDS, STANCES, Ledger
from claimtrack.render import safe
from claimtrack.review.keys import KEYS


class Names(Suggester):
    """Completes the last of some names that are parted by commas."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names = _harmless(names)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last name whole; None where no name begins so."""
        return _completed(value, value.rpartition(",")[2].lstrip(), self.names)


class Choices(Suggester):
    """Completes a filter's name and, behind ``=``, what it may be: ``actor=Ru``."""

    def __init__(self, values: Mapping[str, Iterable[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.values = {name: _harmless(values) for name, values in values.items()}

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word whole; None where nothing begins so."""
        name, sign, typed = value.rpartition(",")[2].lstrip().partition("=")
        if sign:
            return _completed(value, typed.lstrip(), self.values.get(name.strip(), ()))
        return _completed(value, name, [f"{known}=" for known in self.values])


def _harmless(names: Iterable[str]) -> list[str]:
    return [name for name in names if safe.terminal(name) == name]


def _completed(line: str, begun: str, names: Iterable[str]) -> str | None:
    folded = begun.casefold()
    if not folded:
        return None
    whole = next((name for name in names if name.casefold().startswith(folded)), None)
    return line[: len(line) - len(begun)] + whole if whole else None


def actors(ledger: Ledger) -> list[str]:
    """All names that the claims of a ledger have, in order."""
    return sorted(
        {name for claim in ledger.claims for name in (*claim.actors, *claim.via, *claim.cites)}
    )


def values_of(ledger: Ledger, filters: Sequence[str]) -> dict[str, list[str]]:
    """What each filter may be, as far as the ledger knows."""
    claims, sources = ledger.claims, ledger.sources
    known: dict[str, Iterable[str]] = {
        "actor": {name for claim in claims for name in claim.actors},
        "via": {name for claim in claims for name in claim.via},
        "article": [source.id for source in sources],
        "outlet": {source.outlet for source in sources if source.outlet},
        "agency": {name for source in sources for name in source.agencies},
        "topic": {topic.name for topic in ledger.topics}
        | {claim.topic for claim in claims if claim.topic},
        "tag": {tag for claim in claims for tag in claim.tags},
        "status": ("new", "accepted", "rejected"),
        "stance": STANCES,
        "kind": KINDS,
        "min_confidence": tuple(CONFIDENCE),
    }
    return {name: sorted(known.get(name, ())) for name in filters}


Answer = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name, what it holds, the closed words or the names it may hold.

    ``hint`` is shown while it is empty.
    """

    name: str
    value: str = ""
    words: Sequence[str] = ()
    names: Sequence[str] = field(default=())
    hint: str = ""


class Dialog(ModalScreen[Answer | None]):
    """Something that is answered, or left with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "leave")]

    def complain(self, text: str) -> None:
        """Says why an answer will not do."""
        self.query_one("#complaint", Static).update(plain(text))

    def on_input_changed(self) -> None:
        """What was wrong with the answer before is no longer said."""
        self.complain("")


class Ask(Dialog):
    """One line of text. ``refuse`` says why an answer will not do; None takes it."""

    def __init__(
        self,
        question: str,
        value: str = "",
        suggester: Suggester | None = None,
        refuse: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self.question, self.value, self.suggester, self.refuse = question, value, suggester, refuse

    def compose(self) -> ComposeResult:
        """The question above the line."""
        with Vertical(classes="dialog"):
            yield Static(plain(f"{self.question} · Enter, or Esc leaves"))
            yield Input(safe.terminal(self.value), suggester=self.suggester, compact=True)
            yield Static("", id="complaint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter answers, if the answer will do."""
        complaint = self.refuse(event.value)
        if complaint is None:
            self.dismiss({"": event.value})
        else:
            self.complain(complaint)


class Form(Dialog):
    """Fields below each other. Enter in a line, or Ctrl+S anywhere, takes what changed.

    ``words`` are what it is about. ``save`` says why it will not do, or None. With ``whole`` it
    gets all fields, else those that changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "save")]

    def __init__(
        self,
        title: str,
        words: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], str | None],
        *,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.form_title, self.words, self.fields = title, words, fields
        self.save, self.whole = save, whole

    def compose(self) -> ComposeResult:
        """A row a field: closed words are chosen, names are completed."""
        with Vertical(classes="dialog form"):
            yield Static(plain(f"{self.form_title} · Enter saves, Esc leaves, → completes"))
            if self.words:
                yield Static(plain(self.words), classes="words")
            with VerticalScroll():
                for row in self.fields:
                    with Horizontal(classes="row"):
                        yield Label(row.name, classes="name")
                        yield self._widget(row)
            yield Static("", id="complaint")

    def _widget(self, row: Field) -> Input | Select[str]:
        ident = f"of-{row.name}"
        if not row.words:
            return Input(
                safe.terminal(row.value), id=ident, compact=True,
                suggester=Names(row.names), placeholder=safe.terminal(row.hint),
            )  # fmt: skip
        options = [(word, word) for word in row.words]
        if row.value in row.words:
            return Select(options, value=row.value, allow_blank=False, id=ident, compact=True)
        return Select(options, prompt="-", id=ident, compact=True)

    def on_mount(self) -> None:
        """The first field is ready to be typed into."""
        self.query_one(f"#of-{self.fields[0].name}").focus()

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Writes what changed; what the ledger refuses is shown, and the form stays."""
        now = {row.name: self._now(row) for row in self.fields}
        old = {row.name: safe.terminal(row.value) for row in self.fields}
        typed = {name: value for name, value in now.items() if self.whole or value != old[name]}
        complaint = self.save(typed) if typed else None
        if complaint is None:
            self.dismiss(typed)
        else:
            self.complain(complaint)

    def _now(self, row: Field) -> str:
        widget = self.query_one(f"#of-{row.name}")
        if isinstance(widget, Input):
            return str(widget.value)
        value = widget.value if isinstance(widget, Select) else ""
        return value if isinstance(value, str) else ""


class Help(Dialog):
    """The keys."""

    BINDINGS: ClassVar[list[BindingType]] = [("question_mark,q,enter", "dismiss(None)", "leave")]

    def compose(self) -> ComposeResult:
        """A line a key, out of the one table."""
        with VerticalScroll(classes="dialog help"):
            yield Static(RichText("\n".join(f"{key.shown:>8}  {key.does}" for key in KEYS)))


def plain(text: str) -> RichText:
    """Words from anywhere as text without markup or power over the terminal."""
    return RichText("\n".join(map(safe.terminal, text.split("\n"))))
