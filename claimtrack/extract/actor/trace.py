"""How the actors of a mention were found: the step that named them, and who fell before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimtrack.model import Span

Step = Literal[
    "full name",
    "surname",
    "register",
    "short form",
    "office",
    "description",
    "pronoun",
    "holder",
    "seat",
    "as written",
    "nobody",
]
"""What named an actor. "holder" is whose words or paper a noun means, "seat" a body by its capital,
"as written" the words of the text where nobody known is behind them."""


class Fallen(NamedTuple):
    """An actor that was considered for a mention, and why they were not taken."""

    actor: str
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """How one mention was resolved.

    ``mention`` is its words, ``at`` where they begin and end (characters of the body, None where no
    words point to the actor); ``carried`` says that the claim names nobody itself and goes on with
    who spoke before it.
    """

    mention: str
    at: Span | None
    actors: tuple[str, ...]
    steps: tuple[Step, ...]
    fallen: tuple[Fallen, ...] = ()
    carried: bool = False
