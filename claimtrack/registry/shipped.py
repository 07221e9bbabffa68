"""The shipped register, read from its data files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimtrack.lexicon import table
from claimtrack.model import Actor

_ARTICLES = {"der": "m", "die": "f", "pl": "pl", "": "n"}


class Entry(NamedTuple):
    """An actor with what only the register knows.

    ``gender`` is m, f, n, pl or empty; ``offices`` are held at some time, so they help to find
    somebody and never say who holds one.
    """

    actor: Actor
    gender: str = ""
    offices: tuple[str, ...] = ()


@cache
def shipped() -> tuple[Entry, ...]:
    """All entries of the register: states, people, bodies."""
    return (*_states(), *_persons(), *_bodies())


def _states() -> Iterator[Entry]:
    for name, capital, _adjective, _people, metonyms, other_names, article in table("countries"):
        seats = () if name == "Belgien" else (capital,)  # Brüssel more often means the EU
        aliases = (*_split(other_names), *seats, *_split(metonyms))
        yield Entry(Actor(name, _but(name, aliases), "state"), _ARTICLES[article])


def _persons() -> Iterator[Entry]:
    for name, gender, of, aliases, offices in table("actor_persons"):
        actor = Actor(name, _but(name, _split(aliases)), "person", of or None)
        yield Entry(actor, gender, _split(offices))


def _bodies() -> Iterator[Entry]:
    for name, kind, of, aliases, gender in table("actor_bodies"):
        yield Entry(Actor(name, _but(name, _split(aliases)), kind, of or None), gender)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _but(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(alias for alias in aliases if alias != name)
