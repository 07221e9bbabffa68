"""Something wrong at a place of a text, before it is known in which file and line that is."""

from __future__ import annotations

from typing import NamedTuple


class Trouble(NamedTuple):
    """Something wrong at an offset of the text: what it is, and what to do about it."""

    at: int
    message: str
    code: str = "yaml"
    hint: str | None = None
