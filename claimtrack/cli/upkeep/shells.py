"""For the shell: its script for completion, the man page."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.completion.table import SHELLS
from claimtrack.cli.console import output
from claimtrack.cli.failure import one_of


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
