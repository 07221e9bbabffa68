"""An error that nobody foresaw, in words: what broke, where in the code, and what to send."""

from __future__ import annotations

import os
import traceback

DEBUG = "CLAIMTRACK_DEBUG"
"""The environment variable that asks for tracebacks."""


def summary(error: BaseException) -> str:
    """The kind of the error, its message, and the line of code that raised it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"a bug in claimtrack: {type(error).__name__}: {error} ({place})"


def advice(error: BaseException) -> str:
    """What to do about it; the whole traceback where ``CLAIMTRACK_DEBUG`` asks for it."""
    if os.environ.get(DEBUG):
        return "".join(traceback.format_exception(error)).rstrip()
    return f"please report it with the command you ran and what it shows with {DEBUG}=1"
