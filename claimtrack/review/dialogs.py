"""What opens over the screen: a question, a form, a ruling, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Select, Static

from claimtrack.render import safe
from claimtrack.review.keys import KEYS

Answer = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name, what it holds, the closed words or the names it may hold."""

    name: str
    value: str = ""
    words: Sequence[str] = ()
    names: Sequence[str] = field(default=())


class Dialog(ModalScreen[Answer | None]):
    """Something that is answered, or left with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "leave")]

    def complaint(self, text: str) -> None:
        """Says why an answer will not do."""
        self.query_one("#complaint", Static).update(plain(text))


class Ask(Dialog):
    """One line of text. ``refuse`` says why an answer will not do; None takes it."""

    def __init__(
        self,
        question: str,
        value: str = "",
        names: Sequence[str] = (),
        refuse: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self.question, self.value, self.names, self.refuse = question, value, names, refuse

    def compose(self) -> ComposeResult:
        """The question above the line."""
        with Vertical(classes="dialog"):
            yield Static(plain(self.question))
            yield Input(safe.terminal(self.value), suggester=completing(self.names))
            yield Static("", id="complaint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter answers, if the answer will do."""
        refused = self.refuse(event.value)
        if refused is None:
            self.dismiss({"": event.value})
        else:
            self.complaint(refused)


class Form(Dialog):
    """Fields below each other. Enter in a line, or Ctrl+S anywhere, takes what changed."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "save")]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], str | None],
        *,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.form_title, self.fields, self.save, self.whole = title, fields, save, whole

    def compose(self) -> ComposeResult:
        """A row a field: closed words are chosen, names are completed."""
        with Vertical(classes="dialog form"):
            yield Static(plain(f"{self.form_title} · Enter or Ctrl+S saves, Esc leaves"))
            with VerticalScroll():
                for one in self.fields:
                    with Horizontal(classes="row"):
                        yield Label(one.name, classes="name")
                        yield self._widget(one)
            yield Static("", id="complaint")

    def _widget(self, one: Field) -> Input | Select[str]:
        if one.words:
            known = one.value if one.value in one.words else None
            options = [(word, word) for word in one.words]
            if known is None:
                return Select(options, prompt="-", id=f"of-{one.name}", compact=True)
            return Select(
                options, value=known, allow_blank=False, id=f"of-{one.name}", compact=True
            )
        suggester = completing(one.names)
        return Input(
            safe.terminal(one.value), id=f"of-{one.name}", suggester=suggester, compact=True
        )

    def on_mount(self) -> None:
        """The first field is ready to be typed into."""
        self.query_one(f"#of-{self.fields[0].name}").focus()

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Writes what changed; what the ledger refuses is shown, and the form stays."""
        now = {one.name: self._now(one) for one in self.fields}
        old = {one.name: safe.terminal(one.value) for one in self.fields}
        typed = {name: value for name, value in now.items() if self.whole or value != old[name]}
        refused = self.save(typed) if typed else None
        if refused is None:
            self.dismiss(typed)
        else:
            self.complaint(refused)

    def _now(self, one: Field) -> str:
        widget = self.query_one(f"#of-{one.name}")
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


def completing(names: Sequence[str]) -> SuggestFromList | None:
    """Completes a name that is begun, if it can be shown as it is; None without names."""
    shown = [name for name in names if safe.terminal(name) == name]
    return SuggestFromList(shown, case_sensitive=False) if shown else None
