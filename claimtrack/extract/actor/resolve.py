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

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from claimtrack.extract.actor import acronyms, citation_form
from claimtrack.extract.actor.antecedents import Fits, antecedent, last_named, pronoun
from claimtrack.extract.actor.by_description import same_person
from claimtrack.extract.actor.by_name import named, person, told_gender
from claimtrack.extract.actor.by_office import holder
from claimtrack.extract.actor.coordination import coordinated
from claimtrack.extract.actor.described_bodies import same_body, same_outlet, spoken_body
from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.people import find_names
from claimtrack.extract.actor.phrase import QUOTES, SpeakerPhrase, parse, pieces
from claimtrack.extract.actor.phrase_head import names_speech, saying_part
from claimtrack.extract.actor.trace import Finding, Step
from claimtrack.german import nouns
from claimtrack.german.document import Document
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry, bodies
from claimtrack.registry.spelling import fold

_SMALL = classes("actor_words")

_WRITER = ("mein", "unser")
"""How the possessives of whoever writes begin."""

LONGEST_MENTION = 400
"""Characters of a mention that are read; a longer one is no noun phrase."""

_MARKED_PART = re.compile(rf"[{QUOTES}]([^\s{QUOTES}]+)[{QUOTES}]-(?=[A-ZÄÖÜ])")
"""The first part of a compound, a name in marks: „Spiegel“-Bericht."""

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_HOLDER = re.compile(r"^(?:\d+ )?(?:(?:von|vom|aus|bei|beim) (?:dem |der |den )?)?")
_SEAT = re.compile(r"\b[Ii]n (?:der )?([A-ZÄÖÜ][\w-]+)")
_OPENER = re.compile(
    r"(?:(?:Bei|Unter|Von|Für|Mit|Auch) )?"
    r"((?:[Dd]e[rmn]|[Dd]ie|[Dd]as|Beim|Vom|[Ee]ine?[rm]?|Zwei|Drei|Mehrere|Einige|Meine?|Unsere?)"
    r" (?:[a-zäöüß-]+(?:en|e|er|es) )*([A-ZÄÖÜ][\w-]+)(?: (?:de[rs] )?[A-ZÄÖÜ][\w-]+)?)\b"
)
_PRESENTED = re.compile(
    r"[A-ZÄÖÜ][^.,:;!?–„“\"»«]{2,60}? (?:" + "|".join(sorted(_SMALL["presenting"])) + r")"
    r"(?: (?:sich|es|das|nun|jetzt|auch|seit \w+|heute))*"
    r" ((?:[Dd]e[rmn]|[Dd]ie|[Dd]as|[Ee]ine?) (?:(?:\d+-)?[a-zäöüß]+(?:en|e|er|es) )*"
    r"([A-ZÄÖÜ][\w-]+))\b"
)
"""Whoever is put behind the verb of a sentence: "Vor Gericht steht ein früherer Kämmerer"."""

_BEFORE_COLON = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+ ((?:der|die|das|eine?) (?:[a-zäöüß]+(?:en|e|er|es) )*([A-ZÄÖÜ][\w-]+)):"
)
"""Whoever stands before a colon without a verb: "Anders die mitangeklagte Leiterin: …"."""

_PAIR = re.compile(
    r"((?:(?:Der|Die|Das) )?(?:[A-ZÄÖÜ][\w-]+ ){0,2}?[A-ZÄÖÜ][\w-]+)"
    r" und ((?:(?:der|die|das|seine?|ihre?) )?(?:[A-ZÄÖÜ][\w-]+ ){0,2}[A-ZÄÖÜ][\w-]+) [a-zäöü]"
)
_OF_THEM = re.compile(
    r"(?:eine[rs]?|einige|viele|manche|beide|zwei|drei|mehrere) von (?:ihnen|denen)"
)


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
    body = document.text
    names = find_names(document, registry)
    discourse = Discourse(document, registry, names, acronyms.introduced(body))
    findings: list[Finding] = []
    for spans in mentions:
        text = " ".join(body[span.start : span.end] for span in spans)[:LONGEST_MENTION]
        text = _MARKED_PART.sub(r"\1-", text)
        spoken = len(discourse.speakers)
        discourse.fallen.clear()
        findings.append(_listed(text, spans[0] if spans else None, discourse))
        if spans in silent:
            del discourse.speakers[spoken:]
    return tuple(findings)


def _listed(text: str, place: Span | None, discourse: Discourse) -> Finding:
    """The actors of a mention that may name several, joined by "und", and how they were found."""
    at = place.start if place else 0
    bare: str = text.strip(QUOTES + " ,;:\n")
    parts = coordinated(bare, discourse.registry)
    referents = [who for part in parts if (who := _referent(part, at, discourse))]
    names = tuple(dict.fromkeys(name for who in referents for name in who.actors))
    if len(referents) > 1:
        discourse.speakers.append(Referent(at, names, "", True))
    elif referents:
        discourse.speakers.append(referents[0])
    steps: tuple[Step, ...] = tuple(who.step for who in referents) or ("nobody",)
    fallen = [fallen for fallen in dict.fromkeys(discourse.fallen) if fallen.actor not in names]
    return Finding(text, place, names, steps, tuple(fallen))


def _referent(text: str, at: int, discourse: Discourse) -> Referent | None:
    """Who one speaker is; None when the words name nobody."""
    if not _WORD.search(text) or text.lower() in _SMALL["silent"]:
        return None
    if " " not in text:
        fits = pronoun(text, _neighbour(at, text, discourse.body))
        if fits:
            return _taken_up(at, fits, discourse, nearest=text.lower() in _SMALL["last_named"])
    if _OF_THEM.fullmatch(text.lower()):
        return _taken_up(at, Fits(frozenset(), True), discourse)
    if text.islower() and discourse.registry.exact(text) is None:
        return None  # a small word is no name, but for "dpa" and the like
    who = named(text, at, discourse) or _described(text, at, discourse)
    return None if who is not None and _is_left_over(who, discourse) else who


def _is_left_over(who: Referent, discourse: Discourse) -> bool:
    """Whether only an attribute is left of words that name no body: "ein falscher Eindruck"."""
    small = all(actor == actor.lower() and actor.isalpha() for actor in who.actors)
    return small and not any(discourse.registry.exact(actor) for actor in who.actors)


_OTHER_CLAUSE = re.compile(r"\A.*[,;:.]", re.S)
"""What stands before a word in its sentence and belongs to another clause."""


def _neighbour(at: int, text: str, body: str) -> str:
    """The word beside a pronoun that may be its verb: behind it, or before it after a quote."""
    before: list[str] = _WORD.findall(_OTHER_CLAUSE.sub("", body[max(0, at - 30) : at]))
    behind: list[str] = _WORD.findall(body[at + len(text) : at + len(text) + 30])
    if text[:1].isupper() or not before:
        return behind[0] if behind else ""
    return before[-1]


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
    if pair := _PAIR.match(discourse.body, begin):
        parts = (pair[1], pair[2])
        several = [one for part in parts if (one := _referent(part, begin, discourse))]
        names = tuple(dict.fromkeys(name for one in several for name in one.actors))
        return Referent(begin, names, "", True) if len(several) > 1 else None
    shapes = (_OPENER, _PRESENTED, _BEFORE_COLON)
    match = next((m for shape in shapes if (m := shape.match(discourse.body, begin))), None)
    noun = nouns.read(match.group(2)) if match else None
    if match is None or noun is None or noun.kind not in ("person", "organisation"):
        return None
    return named(match[1], begin, discourse) or _described(match[1], begin, discourse)


def _described(text: str, at: int, discourse: Discourse) -> Referent | None:
    """A mention without a name: an office, a body gone back to, a document, a group."""
    parts = pieces(text)
    if not parts:
        return None
    phrase = parse(parts[0], discourse.registry)
    if _is_saying(phrase):
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


def _is_saying(phrase: SpeakerPhrase) -> bool:
    """Whether a phrase is a document or a noun of speech: "Angaben …", "der Vorwurf …"."""
    words = {phrase.noun, phrase.name.partition(" ")[0]}
    if phrase.read and phrase.read.kind == "document":
        return True
    return any(names_speech(word) for word in words if word)


def _source(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The holder of a document or of words: behind it, before it, or in a compound."""
    if phrase.adjectives and phrase.adjectives[0].lower().startswith("eigen"):
        return None
    if phrase.determiner.lower() in _SMALL["possessive"]:
        return _taken_up(at, _possessor(phrase.determiner), discourse)
    owner = _behind(phrase, at, discourse) or _in_compound(phrase, at, discourse)
    return replace(owner, step="holder") if owner else _cited(phrase, at, discourse)


def _behind(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "Angaben der Polizei", "ein Bericht von Yonhap", "Südkoreas Angaben"."""
    owner = phrase.owner or phrase.name
    if owner:
        return named(owner, at, discourse) or Referent(at, (owner,), "", False)
    inner = _BEFORE_HOLDER.sub("", phrase.attribute)
    loose = inner.partition(" ")[0].lower() in _SMALL["preposition"]
    parts = coordinated(inner, discourse.registry) if inner and not loose else []
    owners = [who for part in parts if (who := _referent(part, at, discourse))]
    actors = tuple(name for who in owners for name in who.actors if re.search("[A-ZÄÖÜ]", name))
    paper = phrase.read is not None and phrase.read.kind == "document"
    from_somewhere = paper and phrase.attribute.startswith("aus ") and bool(owners)
    if from_somewhere and _is_unknown_place(inner, owners[0]):
        return None
    if len(owners) == 1 and actors:
        return owners[0]
    return Referent(at, actors, "", True) if actors else None


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
        words = f"{whose[0]} {part}"
        return named(words, at, discourse) or _cited(
            parse(words, discourse.registry), at, discourse
        )
    known = discourse.registry.exact(part) if part else None
    if known:
        return Referent(at, (known.actor.name,), known.gender, known.gender == "pl")
    if noun := nouns.read(part):
        again = _linked(noun, part, at, discourse)
        return again or Referent(at, (_unlinked(part, noun),), "", False)
    state = bodies.state_of(whose[0]) if whose and phrase.noun in _SMALL["saying"] else None
    return Referent(at, (state,), "", False) if state else None


def _unlinked(part: str, noun: nouns.Noun) -> str:
    """A first part of a compound without the -s that links it: Vereins-angaben of a Verein."""
    bare = part.removesuffix("s")
    return bare if bare == noun.lemma else part


def _linked(noun: nouns.Noun, part: str, at: int, discourse: Discourse) -> Referent | None:
    """The body that the first part of a compound takes up: "nach Firmenangaben" of a firm."""
    if noun.kind != "organisation" or part == "Behörden":  # of whatever authorities there are
        return None
    body = parse(f"das {noun.lemma}", discourse.registry)
    return spoken_body(body, at, discourse) or same_body(body, at, discourse)


def _possessor(word: str) -> Fits:
    return Fits(frozenset("mn" if word.lower().startswith("sein") else "f"), False)


def _seated(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """ "In Moskau gab das Verteidigungsministerium bekannt": the state's whose capital it is."""
    noun = phrase.read
    if noun is None or phrase.plural or phrase.attribute or phrase.owner or phrase.adjectives:
        return None
    if not noun.lemma.lower().endswith(tuple(_SMALL["seat"])):
        return None
    begin = discourse.begin_of_sentence(at)
    sentence = discourse.body[begin : at + 200]
    seat = _SEAT.match(sentence) or _SEAT.search(sentence, at - begin, at - begin + 80)
    found = discourse.registry.find(f"{phrase.noun} in {seat.group(1)}") if seat else None
    if found is None:
        return None
    return Referent(at, (found.name,), noun.gender, False, fold(noun.lemma), "seat")


def _cited(phrase: SpeakerPhrase, at: int, discourse: Discourse) -> Referent | None:
    """The citation form of words that nobody known is behind."""
    name = citation_form.cite(phrase, opens=discourse.opens(at))
    if phrase.determiner.lower() in _SMALL["possessive"] and phrase.read:
        name = _possessed(name, phrase, at, discourse)
    outlet = phrase.read is not None and phrase.read.kind == "outlet"
    if phrase.name and (outlet or _makes(phrase) or (phrase.read and phrase.name.isupper())):
        name = phrase.name
    if not _WORD.search(name):
        return None
    noun = fold(phrase.read.lemma) if phrase.read else ""
    told = "" if phrase.plural else told_gender(phrase)
    return Referent(at, (name,), told, phrase.plural, noun)


def _makes(phrase: SpeakerPhrase) -> bool:
    """Whether a noun only says what the firm of that name does: "Tiefkühlhersteller Nordfrost"."""
    noun = phrase.read
    return noun is not None and noun.lemma.lower().endswith(tuple(_SMALL["maker"]))


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
