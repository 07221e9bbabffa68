"""What can stand behind each command: its options, and what their values are.

``table.txt`` holds a line for each option and each command's own arguments (option ``*``), with
what completes it: ``-`` nothing, ``flag`` (no value), ``file``, ``index:NAME`` out of the ledger,
``words:A B`` closed words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

FIRST = "*"
"""Stands for a command's arguments."""

_IDS = ("show", "conflicts", "rule", "accept", "reject", "note", "tag", "edit")
_ARTICLES = ("coverage", "add", "diff", "event")
_FILES = ("ingest", "extract", "import", "explain", "merge-file")
_OF_INDEX = {
    "--actor": "actor", "--via": "via", "--cites": "actor", "--article": "article",
    "--topic": "topic", "--tag": "tag", "--outlet": "outlet", "--answers": "id",
}  # fmt: skip
_TO_FILES = ("--ledger", "--svg", "--output", "-o", "--name")
_NAMING = frozenset({("event", "--name")})
"""Options that look like one of a file and take a name."""


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """By command and option what completes the value."""
    kinds: dict[str, dict[str, str]] = {}
    text = files(__package__).joinpath("table.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        command, option, kind = line.split(" ", 2)
        kinds.setdefault(command, {})[option] = kind
    return kinds


def made() -> Iterator[str]:
    """The lines of the table, out of the program's own commands."""
    import typer

    from claimtrack.cli.app import program

    group: Any = typer.main.get_command(program())
    for name, command in group.commands.items():
        yield f"{name} {FIRST} {_arguments(name)}"
        for parameter in command.params:
            if parameter.param_type_name == "option":
                for option in parameter.opts:
                    yield f"{name} {option} {_values(name, option, parameter)}"
        yield f"{name} --help flag"


def _arguments(command: str) -> str:
    if command == "set":
        return "setting"
    if command in _IDS:
        return "index:id"
    if command in _ARTICLES:
        return "index:article"
    if command in _WORDS:
        return f"words:{' '.join(_WORDS[command])}"
    return "file" if command in _FILES else "-"


def _values(command: str, option: str, parameter: Any) -> str:
    """What an option takes: by its name, else the closed words of its own help."""
    if parameter.is_flag:
        return "flag"
    if option in _TO_FILES and (command, option) not in _NAMING:
        return "file"
    words = _closed(command, option, parameter)
    if words:
        return f"words:{' '.join(words)}"
    return f"index:{_OF_INDEX[option]}" if option in _OF_INDEX else "-"


def _closed(command: str, option: str, parameter: Any) -> tuple[str, ...]:
    from claimtrack.analysis.filters import ORDERS
    from claimtrack.cli.arguments.options import SCALE
    from claimtrack.lexicon.states import states
    from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES

    metavar = str(parameter.metavar or "")
    if "|" in metavar and metavar == metavar.lower() and " " not in metavar:
        return tuple(metavar.split("|"))
    if option == "--kind" and metavar == "WORD" and command in ("conflicts", "coverage"):
        return tuple(parameter.help.split(".")[0].split(", "))
    known: dict[str, tuple[str, ...]] = {
        "--stance": STANCES, "--kind": KINDS, "--status": STATUSES, "--state": (*states(),),
        "--confidence": (*CONFIDENCE,), "--min-confidence": SCALE, "--reliability": (*"ABCDEF",),
        "--credibility": (*"123456",), "--sort": (*ORDERS, *(f"-{key}" for key in ORDERS)),
        "--by": ("said", "about") if command == "timeline" else (),
    }  # fmt: skip
    return known.get(option, ())


SHELLS = ("bash", "zsh", "fish")
"""The shells that there is a script for."""

EXPORTS = ("sqlite", "parquet", "arrow")
"""What a ledger can be written as for other programs."""

_WORDS = {"completion": SHELLS, "export": EXPORTS}
