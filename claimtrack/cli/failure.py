"""What goes wrong by a user's hand: one line that says what was expected, and what is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType


class Failure(Exception):  # noqa: N818 - a user's mistake, no error of ours
    """The command cannot go on: ``message`` says why, ``hint`` what to do about it."""

    def __init__(self, message: str, hint: str | None = None, code: int = 2) -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def near(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words that ``word`` may have been meant for, the likeliest first."""
    from difflib import SequenceMatcher

    from claimtrack.text import folded, may_mean

    typed = folded(word)

    def likeness(name: str) -> float:
        candidate = folded(name)
        inside = 0.75 if len(typed) > 2 and (typed in candidate or candidate in typed) else 0.0
        parts = (SequenceMatcher(None, typed, part).ratio() for part in _parts(candidate, typed))
        best = max((ratio for ratio in parts if ratio >= 0.75), default=0.0)
        whole = (
            SequenceMatcher(None, typed, candidate).ratio() if may_mean(typed, candidate) else 0.0
        )
        return max(inside, whole, 0.95 * best)

    scored = sorted(((likeness(name), name) for name in set(known)), key=lambda s: (-s[0], s[1]))
    return [name for score, name in scored[:most] if score >= 0.6]


def _parts(name: str, typed: str) -> Iterator[str]:
    """The words of a name, and as much of its beginning as was typed: a part of a name will do."""
    if len(typed) > 2:
        yield from re.findall(r"\w{3,}", name)
        yield name[: len(typed) + 1]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``did you mean denies?``, or None when nothing is near."""
    names = near(word, known)
    return f"did you mean {' or '.join(names)}?" if names else None


def one_of(word: str, known: Iterable[str], option: str) -> str:
    """``word`` if it is one of the known words, else a Failure that lists and suggests."""
    words = tuple(known)
    if word in words:
        return word
    expected = f"{option}: {word!r} is none of {', '.join(words)}"
    raise Failure(expected, did_you_mean(word, words))


def missing_package(error: ModuleNotFoundError) -> str:
    """The package that is not installed, by the name under which it is imported."""
    return (error.name or "").partition(".")[0]


def needs_arrow() -> ModuleType:
    """The module that writes Arrow tables; a Failure where pyarrow is not installed."""
    try:
        from claimtrack.export import arrow
    except ModuleNotFoundError as missing:
        if missing_package(missing) != "pyarrow":
            raise
        raise not_installed("Parquet and Arrow files need pyarrow", "arrow") from missing
    return arrow


def not_installed(message: str, extra: str) -> Failure:
    """What needs a package that is not installed, and how to install it, on one line."""
    return Failure(f"{message}: pip install 'claimtrack[{extra}]'")


@contextmanager
def refusals() -> Iterator[None]:
    """What the ledger refuses, told as a user's matter."""
    from claimtrack.ledger.errors import LedgerError

    try:
        yield
    except LedgerError as error:
        raise Failure(str(error)) from error
