"""Prints the table of what completes what, made out of the program's own commands."""

from claimtrack.cli.completion.option_values import made
from claimtrack.cli.console import output

output.write(made())
