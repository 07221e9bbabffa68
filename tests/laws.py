"""How many examples a law is tried on."""

from __future__ import annotations

import os

_THOROUGH = "THOROUGH" in os.environ


def examples(thorough: int) -> int:
    """A quarter of the examples of ``make thorough``, the same ones at every run."""
    return thorough if _THOROUGH else -(-thorough // 4)
