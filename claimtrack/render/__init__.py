"""Output: one module per format, the views, and the list of formats.

A new format is one module with ``render(listing, screen)`` and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from claimtrack.render.listing import Flow, Listing
    from claimtrack.render.screen import Screen

FORMATS = ("table", "json", "jsonl", "csv", "md", "yaml")
"""Each is a module of this package, loaded when it is asked for."""

STREAMED = tuple(name for name in FORMATS if name != "table")
"""Formats that print a row before the next is there; a table is as wide as its widest row."""

Render: TypeAlias = "Callable[[Listing, Screen], Iterator[str]]"
Streamed: TypeAlias = "Callable[[Flow, Screen], Iterator[str]]"


def renderer(name: str) -> Render:
    """The function that turns a listing into lines of this format."""
    if name not in FORMATS:
        raise ValueError(f"no such format: {name}")
    render: Render = import_module(f"claimtrack.render.{name}").render
    return render


def streamed(name: str) -> Streamed:
    """The function that turns rows into lines of this format as they come (see `STREAMED`)."""
    if name not in STREAMED:
        raise ValueError(f"no format that streams: {name}")
    render: Streamed = import_module(f"claimtrack.render.{name}").render
    return render
