"""An article's body as plain German, and the way back to the characters that were written."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.article import plain_text as plain
from claimtrack.article.plain_text import plain_text
from claimtrack.article.wrapping import joined_lines
from claimtrack.extract import extract
from claimtrack.model import Article, Span

LONG = "Der Minister sagte bei einem Besuch in der Stadt am Montag, rund 300"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Die Straße ist gesperrt.", "Die Straße ist gesperrt."),
        ("scha\u0308tzt", "schätzt"),
        ("o\u00ad\u0308ffnet", "öffnet"),
        ("x\u0302", "x\u0302"),
        ("Mi\u00adnis\u00adter", "Minister"),
        ("Hu\u200bber sag\u200ete", "Huber sagte"),
        ("\u202eabc\u202c", "abc"),
        ("\ufeffAnfang", "Anfang"),
        ("\x84Ja\x93 \x96 nein\x85", "„Ja“ – nein…"),
        ("ﬁnanziell, Oﬀenburg", "finanziell, Offenburg"),
        ("Karl\u2011Heinz", "Karl-Heinz"),
        (",,Ja, rund 300 Leute'', ``so''", "„Ja, rund 300 Leute“, “so“"),
        ("1,,2 und 5'' und ,, und '''", "1,,2 und 5'' und ,, und '''"),
        ("Soldat:innen", "Soldatinnen"),
        ("Bürger*innenrat", "Bürgerinnenrat"),
        ("Ein:e Lehrer_in", "Eine Lehrerin"),
        ("Polizist/-innen und Lehrer/in", "Polizistinnen und Lehrerin"),
        ("jede:r Angestellte:r", "jeder Angestellter"),
        ("Er sagte: innen sei es warm", "Er sagte: innen sei es warm"),
        ("Ziel:Innen", "Ziel:Innen"),
        ("und/oder, km/in, 3:2, a:e", "und/oder, km/in, 3:2, a:e"),
        ("Gemäss Polizei liess er die Strasse sperren", "Gemäß Polizei ließ er die Straße sperren"),
        ("Der Aussenminister äusserte sich", "Der Außenminister äußerte sich"),
        (
            "Messe, Masse, Aussendung, Südossetien, dass",
            "Messe, Masse, Aussendung, Südossetien, dass",
        ),
        ("Gemäss Polizei weiß er es", "Gemäss Polizei weiß er es"),
        ("\x1b[31mrund\x1b[0m 300", "rund 300"),
        ("\x1b]8;;https://a.example\x07Link", "Link"),
        ("\x1b allein", "\x1b allein"),
    ],
)
def test_odd_characters_are_resolved(body: str, shown: str) -> None:
    assert plain_text(body).text == shown


@pytest.mark.parametrize(
    ("body", "words", "written"),
    [
        ("Er scha\u0308tzt es", "schätzt", "scha\u0308tzt"),
        ("Der Mi\u00adnis\u00adter.", "Minister", "Mi\u00adnis\u00adter"),
        ("a\u00ad\u00ad b", "a", "a"),
        ("Die Mass\u00adnahmen", "Maßnahmen", "Mass\u00adnahmen"),
        ("\x84Ja\x93", "„Ja“", "\x84Ja\x93"),
        ("eine ﬁnanzielle Not", "finanzielle", "ﬁnanzielle"),
        (",,Ja, sie kommen'' sagte er", "„Ja, sie kommen“", ",,Ja, sie kommen''"),
    ],
)
def test_a_span_leads_back_to_what_was_written(body: str, words: str, written: str) -> None:
    plain = plain_text(body)
    start = plain.text.index(words)
    span = plain.written(Span(start, start + len(words)))
    assert body[span.start : span.end] == written


@given(st.text(alphabet="aÄo\u0308\u0302\u00ad\u200b\x84\x93 .\n", max_size=40))
def test_no_letter_is_lost_and_spans_keep_their_order(body: str) -> None:
    plain = plain_text(body)
    spans = [plain.written(Span(at, at + 1)) for at in range(len(plain.text))]
    assert all(before.start <= after.start for before, after in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(body) for span in spans)
    visible = unicodedata.normalize("NFC", "".join(c for c in body if c not in "\u00ad\u200b"))
    letters = [c for c in visible if c.isalpha()]
    assert [c for c in plain.text if c.isalpha()] == letters


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        ("nach Angaben der\nFeuerwehr", "nach Angaben der Feuerwehr"),
        ("rund 40 Menschen seien noch\nvermisst", "rund 40 Menschen seien noch vermisst"),
        (f"{LONG}\nMenschen seien verletzt.", f"{LONG} Menschen seien verletzt."),
        (f"{LONG}\u2028Menschen seien verletzt.", f"{LONG} Menschen seien verletzt."),
        ("nach Angaben der \nFeuerwehr", "nach Angaben der  Feuerwehr"),
    ],
)
def test_lines_inside_a_sentence_are_joined(body: str, joined: str) -> None:
    assert joined_lines(body) == joined
    assert len(joined) == len(body)


@pytest.mark.parametrize(
    "body",
    [
        "Mauer stürzt ein\nDie Feuerwehr kam.",
        "Zahl der Toten steigt auf 300\nMenschen flohen in die Berge.",
        f"{LONG}\nDie Polizei kam.",
        "Er sagte es.\nund ging",
        "nach Angaben der\n\nFeuerwehr",
        "Das Wichtigste in\n- Punkt eins",
        "Stand:\nheute",
    ],
)
def test_lines_that_stand_alone_are_left(body: str) -> None:
    assert joined_lines(body) == body


def test_claims_are_read_across_all_of_it_and_quote_what_was_written() -> None:
    body = (
        "Der Bu\u0308rgermeister Jo\u0308rg Alt\u00admann sagte am Montag, rund drei\u00adhundert\n"
        "Menschen seien ver\u00adletzt worden."
    )
    (claim,) = extract(Article("brand", body, published="2023-05-09"))
    assert claim.actors == ("Jörg Altmann",)
    assert [(f.value, f.what, f.state) for f in claim.figures] == [(300, "Menschen", "wounded")]
    assert claim.quote is not None
    assert claim.quote.text == "rund drei\u00adhundert\nMenschen seien ver\u00adletzt worden"
    assert claim.quote.text == "".join(body[a:b] for a, b in claim.quote.spans)


@pytest.mark.parametrize(
    ("body", "what", "actor"),
    [
        ("20 Soldat:innen seien verletzt worden, sagte die Ärzt:in.", "Soldat:innen", "Ärzt:in"),
        (
            "20 Fussgänger seien verletzt worden, sagte der Strassenmeister.",
            "Fussgänger",
            "Strassenmeister",
        ),
        ("20 Soldatinnen seien verletzt worden, sagte die Ärztin.", "Soldatinnen", "Ärztin"),
    ],
)
def test_gendered_words_are_spelled_as_the_text_has_them(body: str, what: str, actor: str) -> None:
    (claim,) = extract(Article("brand", body, published="2023-05-09"))
    assert [figure.what for figure in claim.figures] == [what]
    assert claim.actors == (actor,)
    assert claim.quote is not None
    assert claim.quote.text == f"20 {what} seien verletzt worden"


def test_no_odd_character_is_passed_over_by_the_short_question() -> None:
    """The long pattern is asked only where a body has one of the characters it needs."""
    classes = f"[{plain._INVISIBLE}{plain._ACCENTS}]"
    odd = set(re.findall(classes, "".join(map(chr, range(0x10000)))))
    assert odd | set(plain._WINDOWS) | set(plain._TYPESET) | {"\x1b"} <= plain._ODD_CHARACTERS
    assert plain._may_be_odd("Die Soldat:innen kamen.")
    assert plain._may_be_odd("Er sagte: ,,Ja''.")
    assert not plain._may_be_odd("Er kam um 14:30 Uhr: „Ja.“")
