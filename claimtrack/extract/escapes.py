"""Terminal escape sequences that a copy left in a text: not words, and no figures stand in them."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\))")
"""ECMA-48: CSI with parameters and a final letter; OSC up to its bell or string terminator."""


def blanked(body: str) -> str:
    """A body with a blank for each character of its escape sequences: all offsets stay."""
    if "\x1b" not in body:
        return body
    return _ESCAPE.sub(lambda found: " " * len(found.group()), body)
