"""Prints the table of what completes what, made out of the program's own commands."""

from claimtrack.cli import output
from claimtrack.cli.completion.table import made

output.write(made())
