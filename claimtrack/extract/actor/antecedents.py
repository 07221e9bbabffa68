"""What pronouns and descriptions go back to: whom the text has spoken of before, and who fits.

Shapes: "er", "sie", "sie sagten"; "eine von ihnen"; "die Ministerin" of somebody just named. Who
spoke last and fits is meant, sentence by sentence, else whom a sentence opens with ("Die Ministerin
reiste nach Rom."); two of unknown gender are none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimtrack.extract.actor.discourse import Discourse, Referent
from claimtrack.extract.actor.trace import Fallen
from claimtrack.german import nouns
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_SMALL = classes("actor_words")

_OPENING = frozenset({"der", "dem", "den", "die", "das", "beim", "vom", "zwei", "drei", "mehrere",
                      "einige", "ein", "eine", "einer", "einem", "mein", "meine", "unser",
                      "unsere"})  # fmt: skip
"""Words that open a phrase with which a sentence begins."""

_PAIR_OPENING = frozenset({"der", "die", "das", "sein", "seine", "ihr", "ihre"})
"""Words that open the second of a pair."""

_BEFORE = frozenset({"Bei", "Unter", "Von", "Für", "Mit", "Auch"})
_ARTICLES = frozenset({"der", "dem", "den", "die", "das", "ein", "eine"})
_BENT = ("en", "e", "er", "es")
_BEHIND_VERB = frozenset({"sich", "es", "das", "nun", "jetzt", "auch", "heute"})
_PARTING = frozenset('.,:;!?–„“"»«')
"""Marks that part the beginning of a sentence from a verb behind it."""

_PRESENTED_REACH = 12
"""Tokens from the beginning of a sentence to the verb that presents somebody, at the most."""

_MOST_NAMED = 3
"""Words of each name of a pair, at the most."""

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


def opening_words(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Who a sentence opens with: two of a pair, one, or nobody.

    Shapes: "Die Leiterin der Klinik …", "Bei dem Amt …"; who is put behind its verb: "Vor Gericht
    steht ein früherer Kämmerer"; who stands before its colon: "Anders die mitangeklagte Leiterin:
    …"; two of a pair: "Präsident Kunz und seine Frau …".
    """
    if pair := _pair(tokens):
        return pair
    for start, end in (_opener(tokens), _presented(tokens), _before_colon(tokens)):
        if end:
            noun = nouns.read(tokens[_noun(tokens, start)].text)
            able = noun is not None and noun.kind in ("person", "organisation")
            return [tokens[start:end]] if able else []
    return []


def _noun(tokens: Sequence[Token], start: int) -> int:
    """The noun behind the word that opens a phrase and its adjectives; 0 where none stands."""
    i = start + 1
    while i < len(tokens) and not tokens[i].word.upper and tokens[i].low.endswith(_BENT):
        i += 1
    return i if i < len(tokens) and tokens[i].text[0].isupper() else 0


def _opener(tokens: Sequence[Token]) -> tuple[int, int]:
    """The phrase that a sentence begins with: its noun, and one behind it, if only in genitive."""
    start = int(len(tokens) > 1 and tokens[0].text in _BEFORE)
    noun = _noun(tokens, start) if tokens[start].low in _OPENING else 0
    if not noun:
        return 0, 0
    behind = noun + 1
    behind += behind < len(tokens) and tokens[behind].text in ("der", "des")
    longer = behind < len(tokens) and tokens[behind].text[0].isupper()
    return start, behind + 1 if longer else noun + 1


def _presented(tokens: Sequence[Token]) -> tuple[int, int]:
    """The phrase behind a verb that presents somebody: "Vor Gericht steht ein Kämmerer"."""
    if not tokens[0].text[0].isupper():
        return 0, 0
    for i in range(1, min(_PRESENTED_REACH, len(tokens) - 2)):
        if tokens[i].text in _PARTING:
            return 0, 0
        if tokens[i].text in _SMALL["presenting"]:
            start = _behind_adverbs(tokens, i + 1)
            noun = _noun(tokens, start) if tokens[start].low in _ARTICLES else 0
            if noun:
                return start, noun + 1
    return 0, 0


def _behind_adverbs(tokens: Sequence[Token], i: int) -> int:
    """Behind what may part a verb from whom it presents: "ist seit Montag auch", "handelt es"."""
    while i + 2 < len(tokens) and (tokens[i].text in _BEHIND_VERB or tokens[i].text == "seit"):
        i += 1 + (tokens[i].text == "seit")
    return i


def _before_colon(tokens: Sequence[Token]) -> tuple[int, int]:
    """The phrase before a colon and behind one word: "Anders die mitangeklagte Leiterin: …"."""
    opens = len(tokens) > 3 and tokens[0].text[0].isupper() and tokens[1].text in _ARTICLES
    noun = _noun(tokens, 1) if opens else 0
    closed = noun and noun + 1 < len(tokens) and tokens[noun + 1].text == ":"
    return (1, noun + 1) if closed else (0, 0)


def _pair(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Two names or nouns joined by und with which a sentence begins; empty for none."""
    end = _named_end(tokens, int(tokens[0].text in ("Der", "Die", "Das")))
    if not end or end + 1 >= len(tokens) or tokens[end].text != "und":
        return []
    start = end + 1
    opened = tokens[start].text in _PAIR_OPENING
    last = _named_end(tokens, start + opened)
    goes_on = last and last < len(tokens) and tokens[last].text[0].islower()
    return [tokens[:end], tokens[start:last]] if goes_on else []


def _named_end(tokens: Sequence[Token], start: int) -> int:
    """Behind the capitalised words from a token on; 0 where there is none, or too many."""
    end = start
    while end < len(tokens) and tokens[end].text[0].isupper():
        end += 1
    return end if 0 < end - start <= _MOST_NAMED else 0


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
