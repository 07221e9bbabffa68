"""The ledger in the analyst's own editor, and held to its format afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from claimtrack.cli import locations, opening
from claimtrack.cli.arguments import choosing
from claimtrack.cli.console import output
from claimtrack.cli.console.programs import as_operand
from claimtrack.cli.failure import Failure
from claimtrack.model import Problem

USUAL = ("vi", "nano", "notepad")
"""Editors to look for when the user names none."""

_PLUS = ("+{line}", "{file}")
_COLON = ("{file}:{line}",)
_GOTO = ("--wait", "--goto", "{file}:{line}")
LINES: dict[str, Sequence[str]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "gvim", "mvim", "nano", "pico"), _PLUS),
    **dict.fromkeys(("emacs", "emacsclient", "joe", "mg", "micro", "ne", "jed", "kak"), _PLUS),
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), _GOTO),
    **dict.fromkeys(("hx", "helix"), _COLON),
    **dict.fromkeys(("subl", "zed"), ("--wait", *_COLON)),
    "gedit": ("--wait", *_PLUS),
    "kate": ("--block", "--line", "{line}", "{file}"),
    "mate": ("--wait", "--line", "{line}", "{file}"),
}
"""How an editor is told the line; one that is not listed gets the file alone."""


def edited(path: Path, typed: str | None) -> bool:
    """Open the ledger and check it, as often as the user wants; whether it is right then."""
    file, line = _place(path, typed)
    while True:
        before = file.read_bytes()
        _run(file, line)
        errors = _errors(path)
        if not errors:
            unchanged = "unchanged, " if file.read_bytes() == before else ""
            output.remark(f"{path}: {unchanged}no errors")
            return True
        _show(errors)
        if not _again():
            return False
        file, line = Path(errors[0].file), max(errors[0].line, 1)


def _place(path: Path, typed: str | None) -> tuple[Path, int]:
    """Where to open: at the claim that was named, else at the first error, else at the top."""
    if typed is not None:
        ledger = opening.named(path, [typed])
        claim = choosing.one(ledger, typed)
        return Path(locations.file_of(ledger, claim.id)), ledger.lines.get(claim.id, 1)
    errors = _errors(path)
    if errors and errors[0].line:
        return Path(errors[0].file), errors[0].line
    if path.is_dir():
        raise Failure(f"{path} is a folder: name a claim", "claimtrack edit ID")
    return path, 1


def _errors(path: Path) -> list[Problem]:
    from claimtrack.ledger import check

    return [problem for problem in check(path) if problem.severity == "error"]


def _run(file: Path, line: int) -> None:
    command = arguments(_editor(), file, line)
    try:
        done = subprocess.run(command, check=False)
    except OSError as error:
        raise Failure(f"{command[0]}: {error.strerror}", "set VISUAL or EDITOR") from error
    if done.returncode:
        raise Failure(f"{command[0]} ended with exit code {done.returncode}; nothing was checked")


def _editor() -> str:
    for named in (os.environ.get("VISUAL"), os.environ.get("EDITOR")):
        if named and named.strip():
            return named
    if not _at_terminal():
        raise Failure(
            "no terminal to edit in, and neither VISUAL nor EDITOR is set",
            "set EDITOR to an editor that opens a window",
        )
    for usual in USUAL:
        if shutil.which(usual):
            return usual
    raise Failure("no editor", "set VISUAL or EDITOR, for example EDITOR=nano")


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def arguments(editor: str, file: Path, line: int) -> list[str]:
    """The command that opens a file at a line: ``vim +41 claims.yaml``.

    Raises Failure for what names no program.
    """
    program, *given = _words(editor)
    named = LINES.get(Path(program).stem.lower(), ("{file}",))
    placed = [word.format(file=as_operand(file), line=line) for word in named]
    return [program, *given, *(word for word in placed if word not in given)]


def _words(editor: str) -> list[str]:
    """An editor and its own arguments, parted as a shell does."""
    try:
        words = shlex.split(editor, posix=os.name != "nt")
    except ValueError as why:  # a quotation mark or a backslash without what belongs to it
        raise Failure(f"the editor is set to {editor}: {why}", "set VISUAL or EDITOR") from why
    if not words or not words[0]:
        raise Failure(
            f"the editor is set to {editor}, which names no program", "set VISUAL or EDITOR"
        )
    return words


def _show(errors: Sequence[Problem]) -> None:
    from claimtrack.ledger import show_problem

    output.remark(*(line for error in errors for line in show_problem(error).split("\n")))
    output.remark(output.counted(len(errors), "error"))


def _again() -> bool:
    """Whether to open the editor again; nobody is asked where nobody could answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    import typer

    return typer.confirm("open it again at the first?", default=True, err=True)
