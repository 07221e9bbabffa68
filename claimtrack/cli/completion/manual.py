"""The man page, made of what help says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

_FILES = (
    ("claims.yaml, data/claims.yaml", "The ledger, here or in a folder above."),
    ("~/.cache/claimtrack", "The index; may be deleted."),
    ("~/.local/state/claimtrack", "What undo needs, and which articles a ledger may read."),
)
_CODES = (
    ("0", "Success, also if nothing matched."),
    ("1", "Findings, for commands that look for some."),
    ("2", "Wrong usage, or input that can't be read."),
    ("3", "A bug in claimtrack."),
)


def page(version: str) -> Iterator[str]:
    """The lines of claimtrack(1) in the man macros."""
    import typer

    from claimtrack.cli.app import program

    group: Any = typer.main.get_command(program())
    first, rest = _parted(group.help)
    yield f'.TH CLAIMTRACK 1 "" "claimtrack {version}"'
    yield from (".SH NAME", rf"claimtrack \- {_plain(first)}")
    yield from (".SH SYNOPSIS", r".B claimtrack", r"[\-\-version] COMMAND [ARGUMENTS]")
    yield from (".SH DESCRIPTION", *_prose(rest), ".SH COMMANDS")
    for name, command in group.commands.items():
        yield from _command(name, command)
    yield from (".SH FILES", *_listed(_FILES), ".SH EXIT STATUS", *_listed(_CODES))


def _command(name: str, command: Any) -> Iterator[str]:
    from claimtrack.cli.app import function

    arguments = [
        parameter for parameter in command.params if parameter.param_type_name == "argument"
    ]
    words = " ".join(str(parameter.metavar or parameter.name.upper()) for parameter in arguments)
    yield f".SS {_plain(f'claimtrack {name} [OPTIONS] {words}'.rstrip())}"
    yield from _prose(function(name).__doc__ or "")
    for parameter in command.params:
        if parameter.param_type_name == "option":
            names = ", ".join(parameter.opts)
            value = "" if parameter.is_flag else f" {parameter.metavar or 'TEXT'}"
            yield from _entry(f"{names}{value}", parameter.help or "")
        elif parameter.help:
            yield from _entry(str(parameter.metavar or parameter.name.upper()), parameter.help)


def _listed(entries: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, text in entries:
        yield from _entry(name, text)


def _entry(name: str, text: str) -> Iterator[str]:
    yield from (".TP", rf"\fB{_plain(name)}\fR", _plain(text))


def _parted(text: str) -> tuple[str, str]:
    first, _, rest = cleandoc(text).partition("\n")
    return first.rstrip("."), rest


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; what follows a ``\\b`` keeps its lines."""
    for paragraph in re.split(r"\n\s*\n", cleandoc(text).strip()):
        is_literal = paragraph.lstrip().startswith(("\b", "\\b"))
        lines = [line for line in paragraph.split("\n") if line.strip() not in ("\b", "\\b", "")]
        yield from (".PP", ".nf") if is_literal else (".PP",)
        yield from map(_plain, lines if is_literal else [" ".join(line.strip() for line in lines)])
        if is_literal:
            yield ".fi"


def _plain(text: str) -> str:
    """Text without power over the page: no escapes, no line that begins as a request."""
    shown = text.replace("\\", r"\e").replace("-", r"\-").replace("\b", "")
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
