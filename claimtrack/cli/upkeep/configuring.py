"""What is set, and what a shell is given: config, completion, man."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import opening
from claimtrack.cli.arguments import options
from claimtrack.cli.completion.option_values import SHELLS
from claimtrack.cli.console import output
from claimtrack.cli.failure import one_of
from claimtrack.cli.settings import BESIDE, SETTINGS, Settings, own_file, settings


def config(ledger: options.Ledger = None) -> None:
    """Show all settings, their values and where they come from.

    Settings come from your own file and from claimtrack.toml beside a ledger, which wins. Mistakes
    are shown with their line, the other settings still apply, and the exit code is 1.

    \b
    Examples:
      claimtrack config
    """
    from claimtrack.render.check import render

    own = settings(ledger)
    output.write(_lines(own, opening.find(ledger)))
    if own.problems:
        output.write(["", *render(own.problems, "text", output.screen())])
        raise typer.Exit(1)


def _lines(own: Settings, ledger: Path | None) -> Iterator[str]:
    for name, file in (("yours", own_file()), ("beside the ledger", _beside(ledger))):
        there = "" if file and file.is_file() else " (not there)"
        yield f"{name}: {opening.shortened(file) if file else 'none'}{there if file else ''}"
    for setting in SETTINGS:
        yield ""
        value = own.values.get(setting.name)
        shown = _shown(value) if value is not None else "(not set)"
        place = own.places.get(setting.name)
        yield f"{setting.name} = {shown}" + (f"    # {opening.shortened(place)}" if place else "")
        yield f"  {setting.purpose}; for example {setting.name} = {setting.example}"


def _beside(ledger: Path | None) -> Path | None:
    if ledger is None:
        return None
    return (ledger if ledger.is_dir() else ledger.parent) / BESIDE


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{name}" = "{letter}"' for name, letter in value.items()) + " }"
    return f'"{value}"'


def completion(
    shell: Annotated[str, typer.Argument(metavar="|".join(SHELLS), help="Your shell.")],
) -> None:
    """Print a script for tab completion.

    It completes commands, options, names and ids. Names and ids come from the ledger's index.

    \b
    Examples:
      claimtrack completion bash
      claimtrack completion fish > ~/.config/fish/completions/claimtrack.fish
    """
    from importlib.resources import files

    one_of(shell, SHELLS, "completion")
    script = files("claimtrack.cli.completion").joinpath(f"{shell}.sh")
    output.write(script.read_text(encoding="utf-8").splitlines())


def man() -> None:
    """Print the man page: the help of all commands.

    \b
    Examples:
      claimtrack man > claimtrack.1
    """
    from claimtrack import __version__
    from claimtrack.cli.completion.manual import page

    output.write(page(__version__))
