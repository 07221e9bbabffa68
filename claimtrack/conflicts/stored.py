"""What is stored of a comparison in a ledger's index, by kind, and what it hangs on."""

from __future__ import annotations

from claimtrack.ledger.index.database import program
from claimtrack.ledger.index.ledger_index import Index

PARTS = (".", "about", "article", "conflicts", "german", "ledger", "lexicon", "registry")
"""The parts of the program on which it hangs what comparing comes to."""
FACTS, LINKS, OUTCOMES, EVENTS = "facts", "links", "outcomes", "events"


def mark_of(index: Index) -> str:
    """What changes with the ledger and with the program."""
    digests = (index.digest(file) for file in index.tables.files)
    return " ".join((made_by(), *digests))


def made_by() -> str:
    """What tells this program from others that compare otherwise."""
    return program(PARTS)
