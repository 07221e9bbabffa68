"""The review screen: the desk with its keys."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.filter import LineFilter, NoColor

from claimtrack.review.desk import Desk
from claimtrack.review.desk import Services as Services
from claimtrack.review.dialogs import Dialog
from claimtrack.review.keys import KEYS
from claimtrack.review.look import theme
from claimtrack.review.session import Select


class Review(Desk):
    """Claims beside their article, decided one key at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.names, f"press({number})", key.does, show=False, priority=key.action == "queue")
        for number, key in enumerate(KEYS)
    ]

    def __init__(
        self, path: Path, services: Services, chosen: Select, order: str, choice: str = ""
    ) -> None:
        super().__init__(path, services, chosen, order, choice)
        self.theme = theme(os.environ)

    def prepare(self) -> None:
        """Loads what keys need, beside the screen once it is painted."""
        self.run_worker(_load_actions, thread=True, group="loading", exit_on_error=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is taken out of each line: all colours where the user wants none.

        The toolkit would make greys of them, and black on black of the terminal's own.
        """
        return [NoColor()] if self.no_color else super().get_line_filters()

    def action_press(self, number: int) -> None:
        """Does what a key of the table is for."""
        from claimtrack.review.actions import ACTIONS  # not needed for the first paint

        key = KEYS[number]
        ACTIONS[key.action](self, *key.given)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, keys are for the answer."""
        return action != "press" or not isinstance(self.screen, Dialog)


def _load_actions() -> None:
    import claimtrack.ledger.index.fast_edit
    import claimtrack.review.actions  # noqa: F401
