"""What a user sets once: a small file of their own, and one beside a ledger.

``claimtrack.toml`` in the ledger's folder wins over ``config.toml`` in the user's. A ledger may be
somebody else's: what is beside it cannot name a program to run. A mistake costs the setting, never
the command; it is told with its line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack.model import Problem

BESIDE = "claimtrack.toml"
"""The file in the ledger's folder."""

LETTERS = "ABCDEF"
COLOURS = ("auto", "never")


class Setting(NamedTuple):
    """Something that can be set: what it is for, an example, what is wrong with a value, if so.

    ``own`` is true for what only the user's own file may say.
    """

    name: str
    purpose: str
    example: str
    wrong: Callable[[Any], str | None]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, in which file each, and what is wrong with the files."""

    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def text(self, name: str) -> str | None:
        """A setting that is a text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def reliability(self, outlet: str | None) -> str | None:
        """The Admiralty letter of an outlet."""
        letters = self.values.get("reliability", {})
        folded = {str(name).casefold(): letter for name, letter in letters.items()}
        return folded.get((outlet or "").casefold())


def _no_text(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "expected text in quotes"


def _no_columns(value: Any) -> str | None:
    from claimtrack.render.claims import COLUMNS

    if not isinstance(value, str):
        return "expected text in quotes"
    unknown = [name.strip() for name in value.split(",") if name.strip() not in COLUMNS]
    return f"no column “{unknown[0]}”; there are: {', '.join(COLUMNS)}" if unknown else None


def _no_colour(value: Any) -> str | None:
    return None if value in COLOURS else f"expected one of: {', '.join(COLOURS)}"


def _no_pager(value: Any) -> str | None:
    return None if isinstance(value, str) else 'expected a command in quotes; "" for none'


def _no_letters(value: Any) -> str | None:
    if not isinstance(value, dict):
        return "expected outlets with a letter each"
    for outlet, letter in value.items():
        if letter not in tuple(LETTERS):
            return f"“{outlet}”: expected a letter from A to F"
    return None


SETTINGS = (
    Setting("by", "who rules, for the rulings of `rule` and `review`", '"ab"', _no_text),
    Setting("columns", "the columns of `list`", '"said,actor,figures,words"', _no_columns),
    Setting("colour", "colours on a terminal: auto or never", '"auto"', _no_colour),
    Setting("pager", 'the pager; "" for none; only in your own file', '"less -S"', _no_pager, True),
    Setting(
        "reliability",
        "the Admiralty letter of an outlet whose articles have none",
        '{ "Tiroler Zeitung" = "C" }',
        _no_letters,
    ),
)
"""All that can be set, in the order of showing."""

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def own_file() -> Path | None:
    """The user's file, whether or not it is there; None for a user without a home."""
    given = os.environ.get("XDG_CONFIG_HOME")
    try:
        base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".config"
    except RuntimeError:
        return None
    return base / "claimtrack" / "config.toml"


@cache
def settings(ledger: Path | None = None) -> Settings:
    """What is set for a ledger, or for the one that would be found from here."""
    from claimtrack.cli import opening

    path = opening.find(ledger)
    folder = path if path and path.is_dir() else path.parent if path else None
    files = [(own_file(), True), (folder / BESIDE if folder else None, False)]
    values: dict[str, Any] = {}
    places: dict[str, Path] = {}
    problems: list[Problem] = []
    for file, own in files:
        for name, value in _read(file, own, problems) if file else ():
            values[name] = {**values.get(name, {}), **value} if isinstance(value, dict) else value
            places[name] = file  # type: ignore[assignment]  # it was read
    return Settings(values, places, tuple(problems))


@cache
def heeded(ledger: Path | None = None) -> Settings:
    """What is set, for a command that goes by it: what is wrong is told on standard error."""
    from claimtrack.cli.console import output

    own = settings(ledger)
    output.remark(*(f"warning: {problem}; `claimtrack config`" for problem in own.problems))
    return own


def _read(file: Path, own: bool, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    """The sound settings of a file; what is wrong with the others is added to ``problems``."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "no UTF-8"
        problems.append(Problem(str(file), 0, 0, str(why), "warning", "config"))
        return
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        why = re.sub(r" \(at .*\)$", "", str(error))
        problems.append(_problem(file, text, line, column, f"not TOML: {why}"))
        return
    for name, value in values.items():
        line = _line_of(text, name)
        why = _wrong(name, value, own)
        if why:
            problems.append(_problem(file, text, line, 1, f"{name}: {why}"))
        else:
            yield name, value


def _wrong(name: str, value: Any, own: bool) -> str | None:
    from claimtrack.cli.failure import did_you_mean

    known = _BY_NAME.get(name)
    if known is None:
        hint = did_you_mean(name, _BY_NAME) or f"there are: {', '.join(_BY_NAME)}"
        return f"no such setting; {hint}"
    if known.own and not own:
        return "a program to run can only be set in your own file, not beside a ledger"
    return known.wrong(value)


def _line_of(text: str, name: str) -> int:
    """The line of a setting, from 1."""
    pattern = re.compile(rf"""^\s*\[?\s*["']?{re.escape(name)}\b""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 0)


def _problem(file: Path, text: str, line: int, column: int, message: str) -> Problem:
    source = text.splitlines()[line - 1] if 0 < line <= len(text.splitlines()) else None
    return Problem(str(file), line, column, message, "warning", "config", source)
