"""Who the speakers are: from the words of a mention to the name of an actor.

In reading order: full name, later surname; an office to whom the text gave it; a short form that
the text introduced; a capital or palace for its state; a body by its state; a description of whom
the text just named; pronouns by gender and number. Two candidates are none, and the words of the
text are kept, in the nominative and without article.

A spokesperson keeps the body in the label ("Sprecher des Auswärtigen Amtes"), whose ``of`` is
that body. The holder of a document or of words is the speaker: "Angaben der Polizei", "ein
Bericht des Geheimdienstes", "Polizeiangaben".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from claimtrack.extract.actor import acronyms, citation_form
from claimtrack.extract.actor.antecedents import (
    Fits,
    antecedent,
    last_named,
    opening_words,
    pronoun,
)
from claimtrack.extract.actor.by_description import same_person
from claimtrack.extract.actor.by_name import named, person
from claimtrack.extract.actor.by_office import holder
from claimtrack.extract.actor.described_bodies import same_body, same_outlet, spoken_body
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.expression import LONGEST_MENTION, Expression, mentioned, speakers
from claimtrack.extract.actor.holder_of_words import holds_words, whose_words
from claimtrack.extract.actor.initials import spelled_out
from claimtrack.extract.actor.people import find_names
from claimtrack.extract.actor.phrase import SpeakerPhrase
from claimtrack.extract.actor.trace import Finding, Step
from claimtrack.german import nouns
from claimtrack.german.document import Document
from claimtrack.german.phrases import OF_THEM, of_them
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")

_WRITER = ("mein", "unser")
"""How the possessives of whoever writes begin."""

_PARTING = frozenset({",", ";", ":", "."})
"""Marks that part a word from what belongs to another clause."""

_NEAR = 5
"""Tokens between a pronoun and its verb at the most."""

_SEAT_REACH = 12
"""Tokens from a body to where it speaks at the most."""


def resolve(
    document: Document,
    mentions: Sequence[tuple[Span, ...]],
    registry: Registry,
    silent: Collection[tuple[Span, ...]] = (),
) -> tuple[tuple[str, ...], ...]:
    """The actors of each speaker mention.

    ``mentions`` are spans of characters, end exclusive, in reading order; an empty tuple is nobody.
    ``silent`` are those who say nothing themselves, like an outlet that was told,
    so that no pronoun takes them up. Each answer holds the names of the actors: none when nobody
    can be named, several for "Südkorea und die Ukraine".
    """
    return tuple(one.actors for one in trace(document, mentions, registry, silent))


def trace(
    document: Document,
    mentions: Sequence[tuple[Span, ...]],
    registry: Registry,
    silent: Collection[tuple[Span, ...]] = (),
) -> tuple[Finding, ...]:
    """As :func:`resolve`, with how the actors of each mention were found."""
    if not mentions:
        return ()
    names = find_names(document, registry)
    discourse = Discourse(
        document, registry, names, spelled_out(document) | acronyms.introduced(document)
    )
    findings: list[Finding] = []
    for spans in mentions:
        spoken = len(discourse.speakers)
        discourse.fallen.clear()
        findings.append(_listed(spans, discourse))
        if spans in silent:
            del discourse.speakers[spoken:]
    return tuple(findings)


def _listed(spans: Sequence[Span], discourse: Discourse) -> Finding:
    """The actors of a mention that may name several, joined by "und", and how they were found."""
    place = spans[0] if spans else None
    at = place.start if place else 0
    expression = mentioned(discourse.document, spans, discourse.registry)
    parts = speakers(expression)
    referents = [who for part in parts if (who := _referent(part, at, discourse))]
    names = tuple(dict.fromkeys(name for who in referents for name in who.actors))
    if len(referents) > 1:
        discourse.speakers.append(Referent(at, names, "", True))
    elif referents:
        discourse.speakers.append(referents[0])
    steps: tuple[Step, ...] = tuple(who.step for who in referents) or ("nobody",)
    fallen = [fallen for fallen in dict.fromkeys(discourse.fallen) if fallen.actor not in names]
    text = " ".join(discourse.body[slice(*span)] for span in spans)[:LONGEST_MENTION]
    return Finding(text, place, names, steps, tuple(fallen))


def _referent(expression: Expression, at: int, discourse: Discourse) -> Referent | None:
    """Who one speaker is; None when the words name nobody."""
    tokens, text = expression.tokens, expression.text
    if not any(token.word.letters for token in tokens) or text.lower() in _SMALL["silent"]:
        return None
    if len(tokens) == 1:
        fits = pronoun(text, _neighbour(tokens[0], discourse.document))
        if fits:
            return _taken_up(at, fits, discourse, nearest=tokens[0].low in _SMALL["last_named"])
    if len(tokens) == OF_THEM and of_them(tokens, 0):
        return _taken_up(at, Fits(frozenset(), True), discourse)
    titled = _titled(expression, at)
    called = all(token.word.capital for token in tokens)  # dpa, web.de
    if titled is None and not called and text.islower() and discourse.registry.exact(text) is None:
        return None
    who = named(expression, at, discourse) or titled or _described(expression, at, discourse)
    return None if who is not None and who is not titled and _is_left_over(who, discourse) else who


def _titled(expression: Expression, at: int) -> Referent | None:
    """The whole of a name in marks, as outlets have them: „heise online“, „Blick am Abend“.

    None where its noun is one of people, bodies or papers, or has attributes: „Augenzeugen“,
    „ersten Erkenntnissen“.
    """
    if not expression.marked:
        return None
    phrase, last = expression.whole, expression.tokens[-1]
    if phrase.adjectives and last.word.upper:
        return None
    if phrase.read is not None and phrase.read.kind != "outlet":
        return None
    leads = len(expression.tokens) > 1 and expression.tokens[0].low in _SMALL["definite"]
    return Referent(at, (expression.part(int(leads)).text,), "", False, "", "as written")


def _is_left_over(who: Referent, discourse: Discourse) -> bool:
    """Whether only an attribute is left of words that name no body: "ein falscher Eindruck"."""
    small = all(actor == actor.lower() and actor.isalpha() for actor in who.actors)
    return small and not any(discourse.registry.exact(actor) for actor in who.actors)


def _neighbour(pronoun: Token, document: Document) -> str:
    """The word beside a pronoun that may be its verb: behind it, or before it after a quote."""
    i = document.token_index(pronoun.start)
    before = takewhile(
        lambda token: token.text not in _PARTING, reversed(document.tokens[max(0, i - _NEAR) : i])
    )
    verb = None if pronoun.word.upper else next((t for t in before if t.word.letters), None)
    behind = document.tokens[i + 1 : i + 1 + _NEAR]
    verb = verb or next((token for token in behind if token.word.letters), None)
    return verb.text if verb else ""


def _taken_up(at: int, fits: Fits, discourse: Discourse, nearest: bool = False) -> Referent | None:
    actors = (
        last_named(discourse, at, fits)
        if nearest
        else antecedent(discourse, at, fits, lambda number: _opener(number, discourse))
    )
    if not actors:
        return None
    plural = fits.plural and not fits.genders
    known = "" if plural else discourse.gender(actors[0])
    told = known if known in ("m", "f", "n") else next(iter(fits.genders), "")
    return Referent(at, actors, told, plural, "", "pronoun")


def _opener(number: int, discourse: Discourse) -> Referent | None:
    """Who a sentence opens with, though they do not speak in it: "Die Ministerin reiste …"."""
    begin = discourse.document.starts[number]
    tokens = opening_words(discourse.document.parts[number])
    parts = [Expression(run, discourse.registry) for run in tokens]
    if len(parts) > 1:
        several = [one for part in parts if (one := _referent(part, begin, discourse))]
        names = tuple(dict.fromkeys(name for one in several for name in one.actors))
        return Referent(begin, names, "", True) if len(several) > 1 else None
    if not parts:
        return None
    return named(parts[0], begin, discourse) or _described(parts[0], begin, discourse)


def _described(expression: Expression, at: int, discourse: Discourse) -> Referent | None:
    """A mention without a name: an office, a body gone back to, a document, a group."""
    if not expression.phrases:
        return None
    phrase = expression.phrases[0]
    if holds_words(phrase):
        return _source(phrase, at, discourse)
    if phrase.read and phrase.read.kind == "person":
        held = holder(phrase, at, discourse)
        if held:
            return replace(person(held, at, "", phrase.noun, discourse), step="office")
    same = same_person(phrase, at, discourse, lambda number: _opener(number, discourse))
    if same:
        return same
    return _body_again(phrase, at, discourse) or _cited(phrase, at, discourse)


def _body_again(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The body or outlet that a description takes up: "das Institut", "das Blatt"."""
    kind = phrase.read.kind if phrase.read else ""
    if kind == "organisation":
        again = spoken_body(phrase, at, discourse) or _seated(phrase, at, discourse)
        return again or same_body(phrase, at, discourse)
    return same_outlet(phrase, at, discourse) if kind == "outlet" else None


def _source(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The holder of a document or of words: behind it, before it, or in a compound."""
    if phrase.adjectives and phrase.adjectives[0].lower().startswith("eigen"):
        return None
    if phrase.determiner.lower() in _SMALL["possessive"]:
        return _taken_up(at, _possessor(phrase.determiner), discourse)
    owner = whose_words(phrase, at, discourse, _referent)
    return replace(owner, step="holder") if owner else _cited(phrase, at, discourse)


def _possessor(word: str) -> Fits:
    return Fits(frozenset("mn" if word.lower().startswith("sein") else "f"), False)


def _seated(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "In Moskau gab das Verteidigungsministerium bekannt": the state's whose capital it is."""
    noun = phrase.read
    if noun is None or phrase.plural or phrase.attribute or phrase.owner or phrase.adjectives:
        return None
    if not noun.lemma.lower().endswith(tuple(_SMALL["seat"])):
        return None
    seat = _place_of(at, discourse.document)
    found = discourse.registry.find(f"{phrase.noun} in {seat}") if seat else None
    if found is None:
        return None
    return Referent(at, (found.name,), noun.gender, False, fold(noun.lemma), "seat")


def _place_of(at: int, document: Document) -> str:
    """Where somebody at a place of the text speaks: "in Moskau", in front or near behind them."""
    tokens, here = document.tokens, document.token_index(at)
    first = document.token_index(document.part_span(at).start)
    for i in [first, *range(here, here + _SEAT_REACH)]:
        behind = tokens[i + 1 : i + 3]
        if not behind or tokens[i].low != "in":
            continue
        named = behind[-1] if behind[0].text == "der" else behind[0]
        if named.word.upper:
            return named.text
    return ""


def _cited(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The citation form of words that nobody known is behind."""
    name = citation_form.cite(phrase, opens=discourse.opens(at))
    if phrase.determiner.lower() in _SMALL["possessive"] and phrase.read:
        name = _possessed(name, phrase, at, discourse)
    return citation_form.cited(phrase, at, name)


def _possessed(name: str, phrase: SpeakerPhrase, at: int, discourse: Discourse) -> str:
    """Words with a possessive: "sein Anwalt" of whom; with a name of its own just that."""
    if phrase.name and phrase.noun:
        return f"{phrase.noun} {phrase.name}"
    somebody = phrase.read is not None and phrase.read.kind == "person"
    if somebody and phrase.determiner.lower().startswith(_WRITER):
        return name
    owner = _taken_up(at, _possessor(phrase.determiner), discourse)
    if owner is None:
        return f"{phrase.determiner} {name}"
    noun = nouns.read(owner.actors[0].split()[0])
    described = noun is not None and " " not in owner.actors[0]
    return name if described else f"{name} von {owner.actors[0]}"
