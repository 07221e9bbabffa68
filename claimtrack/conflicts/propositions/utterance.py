"""A statement with what stands around it: its sentence, who says it, which side it takes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from claimtrack import lexicon
from claimtrack.about.roots import roots_of
from claimtrack.conflicts.propositions import speakers
from claimtrack.conflicts.propositions.taking_up import VIEWING, is_view, takes_up
from claimtrack.conflicts.propositions.turns import PLUPERFECT, turns
from claimtrack.conflicts.statement.content import content_stems, proposition
from claimtrack.conflicts.statement.infinitives import infinitive, rejoined
from claimtrack.conflicts.statement.side import NEGATIVE, positive
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import either, whole_words
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import stem
from claimtrack.model import Claim

_CLASSES = (
    "denial", "admission", "admitting", "turning", "commitment", "contrasting", "bare_denial",
    "before_that", "insisting",
    "retorting",
)  # fmt: skip
"""Classes of conflict_words.tsv that are looked for in a statement's sentence."""
SIGNS = {name: whole_words(name) for name in _CLASSES}
_BACK = re.compile(
    r"\b(?:w(?:ies|eist|iesen|eisen|eise)\b.{1,120}\bzurück|zurückgewiesen|zurückweis\w+)\b"
)
"""The denial that German cuts in two."""
_FEW = 4
"""A statement of so few content words may be nothing but a denial."""
_OWN_CLASSES = (
    "firm", "past", "emphatic", "not_before", "before_then", "in_order", "amiss", "existence",
    "first_person",
)  # fmt: skip
_TENORS = {name: whole_words(name) for name in _OWN_CLASSES}
"""Classes of conflict_words.tsv that are looked for in a statement's own words."""
_WITHOUT_DOING = r"(?!(?:\s[\w„“\"»«-]+){0,8}?\s(?:zu\s\w+n|\w+zu\w+n)\b|,?\sdass\b)"
_NEGATION = re.compile(
    rf"(?<!\w)(?:{either('negation', 'by_no_means')}|ohne{_WITHOUT_DOING})(?!\w)", re.I
)
"""A negation; "ohne … zu haben" tells of something besides."""


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A statement as its article tells it.

    ``sentence`` and ``paragraph`` count from 0, -1 where the text is not to be had; ``text`` is the
    sentence, ``stems`` are the content words of the claim, ``around`` those of the sentence,
    both without its speaker;
    ``names`` the stems that tell its speaker from others; ``denies`` says that it speaks
    against something by what it does, ``denial_around`` that its speaker denies something right
    beside it, ``answers_around`` what that denial answers, ``silent`` that it says nothing of it,
    ``negated`` that its words are negated; ``signs`` are the classes of words in its sentence,
    ``admits`` says that it is told as an admission; ``titles`` are the stems by which its article
    calls its speaker beside the name: whom he speaks for; ``roots`` are what lies beneath its
    stems, ``tenor`` the classes of words in what it says itself; ``called`` are the stems of all
    nouns that name the speaker here, ``advocate`` says that a
    lawyer speaks, ``turns`` what the article tells of the speaker's turning round;
    ``verbs`` are the infinitives of its words.
    """

    statement: Statement
    sentence: int
    paragraph: int
    text: str
    stems: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    denies: bool
    silent: bool
    negated: bool
    signs: frozenset[str]
    admits: bool = False
    denial_around: bool = False
    answers_around: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    tenor: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    advocate: bool = False
    turns: Mapping[str, float] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()

    @property
    def recalled(self) -> bool:
        """Whether it was made before its article's news: "hatte … in Abrede gestellt"."""
        claim = self.statement.claim
        return bool(PLUPERFECT.search(_cue(claim)))

    @property
    def at(self) -> int:
        """Where its words begin."""
        return self.statement.position


def utterances_of(statements: Iterable[Statement]) -> list[Utterance]:
    """The statements whose articles' texts are to be had, each with what stands around it."""
    with_texts = tuple(statement for statement in statements if statement.layout)
    return [*_in_their_articles(with_texts)]


@lru_cache(maxsize=2)
def _in_their_articles(statements: tuple[Statement, ...]) -> tuple[Utterance, ...]:
    """The utterances of some statements; two kinds of conflict ask for the same ones in turn."""
    own = [_utterance(statement) for statement in statements]
    articles: dict[str, list[Utterance]] = defaultdict(list)
    for each in own:
        articles[each.statement.place].append(each)
    called = speakers.titles(statements)
    turned = {
        ident: signs for article in articles.values() for ident, signs in turns(article).items()
    }
    return tuple(
        replace(
            _placed(each, articles[each.statement.place]),
            titles=called[speakers.speaker(each.statement)] - each.names,
            turns=turned[each.statement.claim.id],
        )
        for each in own
    )


def _placed(utterance: Utterance, article: Sequence[Utterance]) -> Utterance:
    """A statement with the denials that stand beside it in its article and are its speaker's.

    "X wies das zurück. Der Damm sei sicher gewesen." Who only denies may go on in the words of
    somebody else: "Das Werk widersprach. „Der Damm war sicher“, sagte Betriebsleiterin Vogt."
    """
    beside = [
        each
        for each in article
        if each.denies and (_is_beside(utterance, each) or _says_what_for(utterance, each, article))
    ]
    answers = frozenset(ident for each in beside for ident in each.statement.claim.answers)
    return replace(utterance, denial_around=bool(beside), answers_around=answers)


def _is_beside(utterance: Utterance, denial: Utterance) -> bool:
    """Whether a denial of the same speaker stands right before a statement, or in its sentence."""
    near = denial is not utterance and utterance.sentence - denial.sentence in (0, 1)
    if not near or utterance.paragraph != denial.paragraph:
        return False
    actors = set(utterance.statement.actors) & set(denial.statement.actors)
    return bool(actors or utterance.names & denial.names)


def _says_what_for(utterance: Utterance, denial: Utterance, article: Iterable[Utterance]) -> bool:
    """Whether a statement has the words of a denial before it, and is not of whom that answers."""
    if not says_for(utterance, denial):
        return False
    answered = denial.statement.claim.answers
    actors = set(utterance.statement.actors)
    return not any(
        each.statement.claim.id in answered and actors & set(each.statement.actors)
        for each in article
    )


def says_for(utterance: Utterance, denial: Utterance) -> bool:
    """Whether a statement has the words of a denial that is only announced right before it.

    "Besucher widersprechen. „Es gab keine Durchsage“, sagte eine Frau."; "Das sehen Lieferanten
    anders."; "Die Gewerkschaft widerspricht." Who is named says himself what he has to say.
    """
    only_announced = denial.denies and denial.statement.claim.kind == "reported"
    return (
        only_announced
        and not speakers.is_named_person(denial.statement)
        and len(denial.stems) <= _FEW
        and utterance.sentence - denial.sentence == 1
        and utterance.paragraph == denial.paragraph
    )


@lru_cache(maxsize=4096)
def _utterance(statement: Statement) -> Utterance:
    claim, layout = statement.claim, statement.layout
    sentence = statement.sentence
    if layout is None or sentence is None:
        text, at, paragraph = claim.words, -1, -1
    else:
        spans = claim.quote.spans if claim.quote else ()
        last = layout.sentence(max(spans[-1].end - 1, 0)) if spans else sentence
        text, at = layout.words(sentence, max(last, sentence)), sentence
        paragraph = layout.paragraph(layout.sentences[sentence])
    names = speakers.names(statement)
    signs = {name for name, pattern in SIGNS.items() if pattern.search(text)}
    silent = claim.stance in NEGATIVE and statement.side == 0
    denies = not silent and _denies(claim, text)
    proposed = proposition(claim)
    own = content_stems(proposed) - names
    return Utterance(
        statement=statement,
        sentence=at,
        paragraph=paragraph,
        text=text,
        stems=own,
        roots=roots_of(own),
        verbs=_verbs(proposed),
        tenor=frozenset(_tenor(claim.words)),
        around=content_stems(text) - names,
        names=names,
        denies=denies,
        silent=silent,
        negated=len(_NEGATION.findall(positive(claim.words))) % 2 == 1,
        signs=frozenset(signs),
        advocate=speakers.is_advocate(statement),
        called=names | speakers.nouns(statement),
        admits=claim.stance == "confirms" and bool(SIGNS["admitting"].search(_cue(claim))),
    )


def _verbs(text: str) -> frozenset[str]:
    """The infinitives of a text's words: of "läuft … ab" ablaufen, and not laufen."""
    words = senses(text)
    line = rejoined(words)
    verbs = {verb for word in line if not word.function and (verb := infinitive(word.word))}
    parted = infinitive(line[-1].word) if line and line[-1] is not words[-1] else None
    return frozenset(verb for verb in verbs if verb == parted or not _ends_in(parted, verb))


def _ends_in(parted: str | None, verb: str) -> bool:
    return parted is not None and parted.endswith(verb)


def _tenor(words: str) -> Iterator[str]:
    """The classes of words in what somebody says; whether it takes up something, or is a view."""
    yield from (name for name, pattern in _TENORS.items() if pattern.search(words))
    yield from takes_up(words)
    if is_view(words):
        yield VIEWING


def _cue(claim: Claim) -> str:
    """The words that report a claim; of one that sums up what was said all of them."""
    cue = claim.cue.text if claim.cue else ""
    return f"{cue} {claim.words}" if claim.kind == "reported" else cue


def _denies(claim: Claim, text: str) -> bool:
    """Whether somebody speaks against what was told: by what he does, or in a few words.

    "bestritt", "wies … zurück", "widersprach"; "Das sei frei erfunden". A word of denial somewhere
    in a longer statement is part of what it tells.
    """
    if claim.stance in NEGATIVE:
        return True
    cue = claim.cue.text if claim.cue else ""
    if SIGNS["denial"].search(cue) or (claim.kind == "reported" and _BACK.search(text)):
        return True
    return len(content_stems(claim.words)) <= _FEW and bool(SIGNS["denial"].search(claim.words))


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """For a stem or an infinitive the stems and infinitives of the words that say the opposite."""
    opposites: dict[str, frozenset[str]] = {}
    for row in lexicon.table("antonyms"):
        sides = [frozenset(key for word in side.split() for key in _keys(word)) for side in row]
        for here, there in (sides, sides[::-1]):
            for key in here:
                opposites[key] = opposites.get(key, frozenset()) | there
    return opposites


def _keys(word: str) -> set[str]:
    """What a word with an opposite is found by: its stem, and its infinitive where it is a verb."""
    return {stem(word), infinitive(word) or stem(word)}
