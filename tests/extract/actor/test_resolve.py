"""Who a speaker is; the table of cases is ``tests/cases/actors.tsv``."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.extract import extract
from claimtrack.extract.actor.phrase_head import saying_part
from claimtrack.extract.actor.resolve import resolve
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import read
from claimtrack.lexicon import classes, words
from claimtrack.model import Actor, Article, Span
from claimtrack.registry import Registry

_SMALL = classes("actor_words")

SHIPPED = Registry.shipped()
CASES = Path(__file__).parents[2] / "cases" / "actors.tsv"
ODD = [
    *("Er", "sie", "der", "Dr.", "und", ",", "(", ")", "„", "“", "-", "47", "Kim", "Anna", "Meier"),
    *("Präsident", "Angaben", "des", "von", "Polizei", "XVI.", "II.", "ISW", "Südkoreas", "US-"),
    *("russische", "Beamten", "seine", "’", "al-", "\u200b", "a\u0308", "\n"),
]


def marked(text: str) -> tuple[str, list[tuple[Span, ...]]]:
    """A text without its braces, and the spans of what they held."""
    body = ""
    mentions: list[tuple[Span, ...]] = []
    for plain, inside in re.findall(r"([^{}]*)(?:\{([^}]*)\})?", text):
        body += plain
        if inside:
            mentions.append((Span(len(body), len(body) + len(inside)),))
            body += inside
    return body, mentions


def who(text: str) -> str:
    """The actors of each mention joined by "+", the mentions by "|"."""
    body, mentions = marked(text)
    return "|".join("+".join(names) or "-" for names in resolve(read(body), mentions, SHIPPED))


def cases() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_who(text: str, expected: str) -> None:
    assert who(text) == expected


def test_nobody_stays_nobody() -> None:
    assert resolve(read("Ein Satz."), [()], SHIPPED) == ((),)


def test_a_ledgers_name_goes_first() -> None:
    body, mentions = marked("{Die NATO} bestätigte.")
    ours = SHIPPED.widen([Actor("Nordatlantikpakt", ("NATO",), "organisation")])
    assert resolve(read(body), mentions, ours) == (("Nordatlantikpakt",),)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(ODD), max_size=14),
    st.data(),
)
def test_odd_words_never_break_it(words: list[str], data: st.DataObject) -> None:
    body = " ".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), min_size=2, max_size=2)))
    mentions = [(Span(0, len(body)),), (), (Span(*cuts),)]
    found = resolve(read(body), mentions, SHIPPED)
    assert len(found) == len(mentions)
    assert all(name.strip() and "\n" not in name for names in found for name in names)


OWN_SOURCES = frozenset(
    {"gesetz", "verfassung", "urteil", "endergebnis", "ergebnis", "ergebnissen"}
)
"""Opinion nouns that speak for themselves, like documents, rather than for a holder."""


def test_opinion_nouns_have_holders() -> None:
    """What "nach" can introduce is somebody's words, a document or an outlet."""
    nouns = {noun.capitalize() for noun in words("opinion_nouns") - OWN_SOURCES}
    known = {noun for noun in nouns if noun in _SMALL["saying"] or saying_part(noun)}
    assert {noun for noun in nouns - known if speaker_noun(noun) is None} == set()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mehr Geld fordert auch die erst 29-jährige Gewerkschafterin Ute Brandt.", "Ute Brandt"),
        ("Gut sei das, sagte der Bau-, Verkehrs- und Umweltdirektor Reto Amsler.", "Reto Amsler"),
        ("Die Lehrerin Amal Nur ad-Din sagte, es sei genug.", "Amal Nur ad-Din"),
        ("Dort wurde laut Helfern Giftgas eingesetzt.", "Helfer"),
        ("Betroffen sind laut Ministerium Kinder und Alte.", "Ministerium"),
        ("Laut Polizei München kam niemand zu Schaden.", "Polizei München"),
        ("Damit ist die Zahl der Opfer der WHO zufolge noch höher.", "WHO"),
        ("Am Sonntag hatte die Behörde vom Fund mehrerer Waffen berichtet.", "Behörde"),
        ("Ein Drittel der Eltern sagte, die Kita sei zu teuer.", "Drittel der Eltern"),
        ("Es sei gelöscht, teilte Ole Petersen, Sprecher der Wehr, am Abend mit.", "Ole Petersen"),
        ("Ein Sprecher Kolbes sagte, es sei genug.", "Sprecher Kolbes"),
        ("Ein Sprecher der Rätin Eva Roth sagte, es sei genug.", "Sprecher der Rätin Eva Roth"),
        ("Der Sprecher der Polizei Max Ebner sagte, es sei genug.", "Max Ebner"),
        ("Karl Weber kam. Zum 1. Januar und zum 1. Juli werde es teurer, sagte er.", "Karl Weber"),
    ],
)
def test_who_speaks_in_news_of_every_kind(text: str, actor: str) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    assert [claim.actors for claim in claims] == [(actor,)]


def spoken() -> list[list[str]]:
    """Own sentences with who speaks in them, and the outlet that carried the words, if any."""
    lines = (CASES.parent / "speakers.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [[*row, ""][:3] for row in rows]


@pytest.mark.parametrize(("text", "actors", "via"), spoken())
def test_who_speaks(text: str, actors: str, via: str) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    names = list(dict.fromkeys(name for claim in claims for name in claim.actors))
    assert names == list(filter(None, dict.fromkeys(actors.split("|"))))
    carried = {name for claim in claims for name in claim.via}
    assert carried == set(filter(None, [via]))
