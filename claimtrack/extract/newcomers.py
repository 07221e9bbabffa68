"""Actors that an article brings and the registry does not know."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.discourse import Discourse
from claimtrack.extract.speaker_phrase import parse
from claimtrack.model import Actor
from claimtrack.registry import Registry, bodies
from claimtrack.registry.spelling import fold

_SPEAKERS = ("sprecher", "sprecherin")


def newcomers(
    heard: Sequence[tuple[str, tuple[str, ...]]], discourse: Discourse
) -> tuple[Actor, ...]:
    """The unknown among the resolved actors, in reading order, with the names seen for them.

    ``heard`` pairs the words of each mention with its actors.
    """
    seen: dict[str, set[str]] = {}
    for text, actors in heard:
        for name in actors:
            alias = {text} if len(actors) == 1 and _names(text, name) else set()
            seen.setdefault(name, set()).update(alias)
    return tuple(
        _describe(name, sorted(aliases - {name}), discourse)
        for name, aliases in seen.items()
        if discourse.registry.exact(name) is None
    )


def _names(text: str, name: str) -> bool:
    """Whether a mention is a shorter form of a name: no pronoun, no clause."""
    return text[:1].isupper() and text != name and "," not in text and fold(text) in fold(name)


def _describe(name: str, aliases: list[str], discourse: Discourse) -> Actor:
    return Actor(name, tuple(aliases), _kind(name, discourse), owner(name, discourse.registry))


def _kind(name: str, discourse: Discourse) -> str | None:
    if any(discourse.canonical(one.text) == name for one in discourse.names):
        return "person"
    phrase = parse(name, discourse.registry)
    if phrase.read is None:
        return None
    if phrase.read.kind == "person":
        return "anonymous"
    if phrase.read.kind == "organisation":
        return "group" if not phrase.read.singular else "organisation"
    return "outlet" if phrase.read.kind == "outlet" else None


def owner(name: str, registry: Registry) -> str | None:
    """The body that a spokesperson speaks for, else the state in the words of a name."""
    phrase = parse(name, registry)
    if phrase.attribute and phrase.noun.lower().endswith(_SPEAKERS):
        body = registry.find(phrase.attribute.partition(" ")[2])
        return body.name if body else None
    return bodies.owner(name)
