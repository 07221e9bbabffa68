"""What pronouns and descriptions go back to: whom the text has spoken of before, and who fits.

Shapes: "er", "sie", "sie sagten"; "eine von ihnen"; "die Ministerin" of somebody just named. Who
spoke last and fits is meant, sentence by sentence, else whom a sentence opens with ("Die Ministerin
reiste nach Rom."); two of unknown gender are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.trace import Fallen
from claimtrack.german import nouns
from claimtrack.lexicon import classes

_SMALL = classes("actor_words")

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
SENTENCES_BACK = 4
"""How many sentences a pronoun reaches back."""

Opener = Callable[[int], Referent | None]
"""Whom the sentence of a number opens with."""


@dataclass(frozen=True, slots=True)
class Fits:
    """What a pronoun can stand for: genders in the singular, and whether a plural."""

    genders: frozenset[str]
    plural: bool

    def __call__(self, referent: Referent) -> bool:
        """Whether a referent surely fits."""
        return self.plural if referent.plural else referent.gender in self.genders


def pronoun(word: str, neighbour: str) -> Fits | None:
    """What a pronoun can stand for, or None when the word is no pronoun that names anybody.

    ``neighbour`` is the word beside it that may be its verb: its ending tells "sie sagten" from
    "sie sagte".
    """
    low = word.lower()
    genders = {
        letter for letter, kind in (("m", "he"), ("f", "she"), ("n", "it")) if low in _SMALL[kind]
    }
    many = low in _SMALL["they"]
    if not genders and not many:
        return None
    plural_verb = neighbour.endswith(("en", "rn", "ln")) or neighbour in ("sind", "seien", "taten")
    if many and plural_verb:
        return Fits(frozenset(), True)
    return Fits(frozenset(genders), many and not genders)


def antecedent(
    discourse: Discourse, at: int, fits: Fits, opener: Opener, reach: int = SENTENCES_BACK
) -> tuple[str, ...]:
    """Who a pronoun at a place takes up: the last fitting speaker, sentence by sentence.

    In earlier sentences people in passing count after speakers, the first named first; then
    whoever the sentence opens with. ``reach`` counts the sentences before.
    """
    here = discourse.sentence(at)
    near = _spoke_near(discourse, at, here)
    for number in range(here, max(-1, here - reach - 1), -1):
        candidates = [who for who in near if discourse.sentence(who.start) == number]
        if number == here:
            candidates += _before_semicolon(discourse, at, here)
        if number < here:
            candidates += discourse.in_passing.get(number, [])
            first = opener(number)
            candidates += [first] if first else []
        chosen = _choose(candidates, fits)
        _pass_over(discourse, candidates, fits, chosen)
        if chosen and number < here - 1 and not discourse.is_person(chosen[0]):
            return _object_before(discourse, here, fits) or chosen
        if chosen:
            return chosen
    return _object_before(discourse, here, fits)


def last_named(discourse: Discourse, at: int, fits: Fits) -> tuple[str, ...]:
    """Who "dieser" takes up: the last named before it, in the part before or the sentence before.

    "Anna Berg traf den Landrat Karl Huber. Dieser sagte …" is Huber.
    """
    here = discourse.sentence(at)
    passing = [who for number in (here, here - 1) for who in discourse.in_passing.get(number, ())]
    known = {
        who.start: who
        for who in (*discourse.speakers, *passing, *discourse.objects)
        if who.start < at and discourse.sentence(who.start) >= here - 1
    }
    return _choose([known[start] for start in sorted(known, reverse=True)], fits)


def opening_words(body: str, begin: int) -> tuple[str, ...]:
    """Who the sentence that begins at a place opens with: two of a pair, one, or nobody."""
    if pair := _PAIR.match(body, begin):
        return (pair[1], pair[2])
    shapes = (_OPENER, _PRESENTED, _BEFORE_COLON)
    match = next((m for shape in shapes if (m := shape.match(body, begin))), None)
    noun = nouns.read(match[2]) if match else None
    if match is None or noun is None or noun.kind not in ("person", "organisation"):
        return ()
    return (match[1],)


def _before_semicolon(discourse: Discourse, at: int, here: int) -> list[Referent]:
    """The people named in passing in a part of the same sentence that a semicolon ends."""
    passing = discourse.in_passing.get(here, [])
    return [who for who in passing if who.start < at and ";" in discourse.body[who.start : at]]


def _spoke_near(discourse: Discourse, at: int, here: int) -> list[Referent]:
    """The speakers within reach before a place, the last first."""
    near = []
    for speaker in reversed(discourse.speakers):
        if discourse.sentence(speaker.start) < here - SENTENCES_BACK:
            break
        if speaker.start < at:
            near.append(speaker)
    return near


def _object_before(discourse: Discourse, here: int, fits: Fits) -> tuple[str, ...]:
    """The only fitting person of the sentence before who is no subject there, else nobody.

    "Die Ministerin traf den Landrat Karl Huber. Er sagte …"
    """
    near = [who for who in discourse.objects if discourse.sentence(who.start) == here - 1]
    actors = {who.actors for who in near if fits(who)}
    return actors.pop() if len(actors) == 1 else ()


def _pass_over(
    discourse: Discourse, candidates: Sequence[Referent], fits: Fits, chosen: tuple[str, ...]
) -> None:
    """Note who of a sentence was not taken up, and why."""
    for referent in candidates:
        if referent.actors == chosen:
            return
        why = _misfit(referent, fits)
        discourse.fallen += [Fallen(actor, why) for actor in referent.actors]


def _misfit(referent: Referent, fits: Fits) -> str:
    """Why somebody is not taken up by a pronoun or description."""
    if referent.plural != fits.plural:
        return "several" if referent.plural else "only one"
    if referent.gender:
        return f"of another gender ({referent.gender})"
    return "of unknown gender, and not the only one"


def _choose(candidates: Sequence[Referent], fits: Fits) -> tuple[str, ...]:
    """The first that surely fits, else the only one of unknown gender for a personal pronoun."""
    sure = next((referent.actors for referent in candidates if fits(referent)), None)
    if sure:
        return sure
    unsure = {
        referent.actors for referent in candidates if not (referent.gender or referent.plural)
    }
    personal = fits.genders & {"m", "f"}
    return unsure.pop() if len(unsure) == 1 and personal else ()
