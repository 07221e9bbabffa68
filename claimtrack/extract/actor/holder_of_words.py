"""Whose words a document or a noun of speech holds: who stands behind it, or in its compound.

Shapes: "Angaben der Polizei", "ein Bericht von Yonhap", "Südkoreas Angaben", "eine Studie aus
Kiew"; "Polizeiangaben", "US-Angaben", "russische Angaben", "Firmenangaben" of a firm just named.
None: "eine Studie aus Aachen", which only says where a paper is from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.extract.actor import citation_form
from claimtrack.extract.actor.by_name import named
from claimtrack.extract.actor.described_bodies import same_body, spoken_body
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.expression import Expression, speakers
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.phrase_head import names_speech, saying_part
from claimtrack.german import nouns
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.registry import bodies

_SMALL = classes("actor_words")
_OF = frozenset({"von", "vom", "aus", "bei", "beim"})
_DATIVE = frozenset({"dem", "der", "den"})

Refer = Callable[[Expression, int, Discourse], Referent | None]
"""Who an expression at a place of the text means."""


def holds_words(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is a document or a noun of speech: "Angaben …", "der Vorwurf …"."""
    words = {phrase.noun, phrase.name.partition(" ")[0]}
    if phrase.read and phrase.read.kind == "document":
        return True
    return any(names_speech(word) for word in words if word)


def whose_words(
    phrase: SpeakerPhrase, at: int, discourse: Discourse, refer: Refer
) -> Referent | None:
    """Who stands behind words at a place of the text; ``refer`` says who an expression means."""
    return _behind(phrase, at, discourse, refer) or _in_compound(phrase, at, discourse)


def _behind(phrase: SpeakerPhrase, at: int, discourse: Discourse, refer: Refer) -> Referent | None:
    """ "Angaben der Polizei", "ein Bericht von Yonhap", "Südkoreas Angaben"."""
    if owner := phrase.owner or phrase.name:
        owning = Expression(phrase.owning, discourse.registry)
        return named(owning, at, discourse) or Referent(at, (owner,), "", False)
    inner = Expression(_holding(phrase.behind), discourse.registry)
    loose = not inner.tokens or inner.tokens[0].low in _SMALL["preposition"]
    parts = [] if loose else speakers(inner)
    owners = [who for part in parts if (who := refer(part, at, discourse))]
    actors = tuple(name for who in owners for name in who.actors if name != name.lower())
    paper = phrase.read is not None and phrase.read.kind == "document"
    from_somewhere = paper and phrase.attribute.startswith("aus ") and bool(owners)
    if from_somewhere and _is_unknown_place(inner.text, owners[0]):
        return None
    if len(owners) == 1 and actors:
        return owners[0]
    return Referent(at, actors, "", True) if actors else None


def _holding(behind: Sequence[Token]) -> Sequence[Token]:
    """What stands behind a noun without the preposition that says whose it is."""
    begin = int(bool(behind) and behind[0].text.isdigit())
    if begin < len(behind) and behind[begin].text in _OF:
        begin += 1
        begin += begin < len(behind) and behind[begin].text in _DATIVE
    return behind[begin:]


def _is_unknown_place(words: str, owner: Referent) -> bool:
    """Whether words behind "aus" only say where a paper is from: "eine Studie aus Aachen".

    A capital stands for its state: "ein Bericht aus Kiew".
    """
    return " " not in words and owner.step == "as written" and nouns.read(words) is None


def _in_compound(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "Polizeiangaben", "US-Angaben", "russische Angaben", "israelische Medienberichte"."""
    part = saying_part(phrase.noun or phrase.name)
    whose = [word for word in phrase.adjectives if bodies.state_of(word)]
    if whose and nouns.read(part):
        body = Expression.of(f"{whose[0]} {part}", discourse.registry)
        return named(body, at, discourse) or _written(body, at, discourse)
    known = discourse.registry.exact(part) if part else None
    if known:
        return Referent(at, (known.actor.name,), known.gender, known.gender == "pl")
    if noun := nouns.read(part):
        again = _linked(noun, part, at, discourse)
        return again or Referent(at, (_unlinked(part, noun),), "", False)
    state = bodies.state_of(whose[0]) if whose and phrase.noun in _SMALL["saying"] else None
    return Referent(at, (state,), "", False) if state else None


def _written(expression: Expression, at: int, discourse: Discourse) -> Referent | None:
    """Somebody whom nobody knows, by their words."""
    phrase = expression.whole
    name = citation_form.cite(phrase, opens=discourse.opens(at))
    return citation_form.cited(phrase, at, name)


def _unlinked(part: str, noun: nouns.Noun) -> str:
    """A first part of a compound without the -s that links it: Vereins-angaben of a Verein."""
    bare = part.removesuffix("s")
    return bare if bare == noun.lemma else part


def _linked(noun: nouns.Noun, part: str, at: int, discourse: Discourse) -> Referent | None:
    """The body that the first part of a compound takes up: "nach Firmenangaben" of a firm."""
    if noun.kind != "organisation" or part == "Behörden":  # of whatever authorities there are
        return None
    body = Expression.of(f"das {noun.lemma}", discourse.registry).whole
    return spoken_body(body, at, discourse) or same_body(body, at, discourse)
