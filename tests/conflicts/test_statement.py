"""What the words of a claim come to by themselves: its side, its content, its days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claimtrack.conflicts.kinds.voices import voices
from claimtrack.conflicts.statement.content import (
    acts_of,
    content_stems,
    gist,
    headline,
    kinds_of,
    proposition,
)
from claimtrack.conflicts.statement.course import grows, is_momentary, is_stock, step
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.infinitives import infinitive, is_participle, rejoined, spelled
from claimtrack.conflicts.statement.names import (
    lands_in,
    names_in,
    periods_in,
    places_in,
    seats_in,
)
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.side import (
    is_ahead,
    is_on_a_claim,
    is_plain,
    matter_of_fact,
    positive,
    side,
)
from claimtrack.conflicts.statement.statement import Days, by_day, days, read
from claimtrack.lexicon.concepts import senses
from claimtrack.model import Actor, Claim, Figure, Interval, Mention, Source, Span
from tests.conflicts.building import LAYOUT, at, claim, statement


@pytest.mark.parametrize(
    ("words", "given", "stands"),
    [
        ("der Damm halte", {}, 1),
        ("der Damm halte", {"stance": "denies"}, -1),
        ("der Damm halte", {"stance": "doubts"}, -1),
        ("der Damm halte", {"stance": "withholds"}, -1),
        ("der Damm halte", {"stance": "demands"}, 0),
        ("der Damm halte", {"confidence": "unclear"}, 0),
        ("der Damm halte", {"confidence": "unlikely"}, 0),
        ("der Damm halte", {"confidence": "likely"}, 1),
        # A negation in the main clause, none further in.
        ("der Damm halte nicht", {}, -1),
        ("dass der Damm nicht halte", {}, -1),
        ("der Damm halte, wenn es nicht regne", {}, 0),
        ("der Damm halte, auch wenn kein Regen falle", {}, 0),
        ("man wisse, der Damm halte nicht", {}, 0),
        ("der Damm halte nicht nur, er sei neu", {}, 1),
        ("von wegen kein Damm", {}, 1),
        ("von wegen sicher", {}, -1),
        ("wegen des Regens sicher", {}, 1),
        ("nicht der Damm, sondern die Brücke sei brüchig", {}, 0),
        ("keineswegs der Damm, SONDERN die Brücke sei brüchig", {}, 0),
        ("der Damm, aber keineswegs die Brücke sei brüchig", {}, 1),
        ("niemand habe den Damm geprüft", {}, -1),
        ("man habe den Damm geprüft und nichts gefunden", {}, 1),
        ("Bei der Kontrolle des Damms wurden keine Mängel festgestellt", {}, 1),
        ("man habe den Damm geprüft und nichts unternommen", {}, -1),
        ("im Damm wurde nichts gefunden", {}, -1),
        ("das würde nicht halten", {}, 0),
        # Who is blamed for not doing something.
        ("den Damm nicht geprüft zu haben", {"stance": "accuses"}, 1),
        # Missing evidence, and words that reject.
        ("es gebe keine Beweise für einen Bruch", {}, -1),
        ("die Vorwürfe seien haltlos", {}, -1),
        ("man wisse, dass die Vorwürfe haltlos seien", {}, 1),
        ("die Firma habe keine Beweise geliefert", {}, 0),
        ("sein Mandant bestreite den Vorwurf", {}, -1),
        ("das könne man nicht bestreiten", {}, 0),
        ("er weise den Vorwurf zurück", {}, -1),
        ("er weise den Vorwurf nicht zurück", {}, -1),
        ("er schließe einen Bruch aus", {}, -1),
        ("ein Bruch scheide aus", {}, -1),
        ("Ein Bruch scheidet damit als Ursache aus.", {}, -1),
        ("ein Bruch scheide nicht aus", {}, -1),
        ("Berg scheide im Mai aus dem Amt aus", {}, 1),
        ("Berg scheide aus dem Amt", {}, 1),
        # Refusals, silence, denials that are negated.
        ("habe eine Prüfung abgelehnt", {"stance": "denies"}, 0),
        ("habe den Vorwurf abgelehnt", {"stance": "denies"}, -1),
        ("lehnte eine Prüfung ab", {"stance": "denies"}, 0),
        ("dass der Damm nicht halte", {"stance": "denies"}, 0),
        ("der Damm halte nicht", {"stance": "denies"}, -1),
        ("nicht geprüft zu haben", {"stance": "denies"}, 0),
        ("ob der Damm nicht halte", {"stance": "denies"}, 0),
        ("bestritt, dass er nicht halte", {"stance": "denies", "kind": "reported"}, 0),
        ("wollte sich nicht äußern", {"stance": "withholds"}, 0),
        ("wollte den Bruch nicht bestätigen", {"stance": "withholds"}, -1),
        ("wollte sich nicht äußern", {"stance": "doubts"}, -1),
    ],
)
def test_the_side_of_a_claim(words: str, given: dict[str, Any], stands: int) -> None:
    assert side(claim("a", "Berg", words, **given)) == stands


@pytest.mark.parametrize(
    ("words", "given", "plain"),
    [
        ("der Damm halte", {}, True),
        ("der Damm halte nicht", {}, False),
        ("der Damm halte nicht", {"stance": "denies"}, True),
        ("es gebe keine Beweise", {}, True),
        ("die Vorwürfe seien falsch", {}, True),
        ("sein Mandant bestreite den Vorwurf", {}, True),
        ("der Damm würde halten", {}, False),
    ],
)
def test_a_side_that_is_plain(words: str, given: dict[str, Any], plain: bool) -> None:
    own = claim("a", "Berg", words, **given)
    assert is_plain(own, side(own)) is plain


@pytest.mark.parametrize(
    ("words", "given", "ahead"),
    [
        ("man plane einen Damm", {}, True),
        ("man baue einen Damm", {}, False),
        ("der Damm werde halten", {}, True),
        ("der Damm werde gebaut", {}, False),
        ("der Damm werde gebaut, man plane es", {}, True),
        ("40 Dämme", {"state": "planned"}, True),
        ("40 Dämme", {"state": "sent"}, False),
        ("40 Dämme", {"state": "killed"}, False),
    ],
)
def test_what_is_still_to_come(words: str, given: dict[str, Any], ahead: bool) -> None:
    figures = [Figure("40", None, given["state"])] if given else []
    assert is_ahead(claim("a", "Berg", words, *figures)) is ahead


@pytest.mark.parametrize(
    ("words", "stance", "on_it"),
    [
        ("der Damm halte", "asserts", False),
        ("der Damm halte", "confirms", True),
        ("der Damm halte", "denies", True),
        ("das sei falsch", "asserts", True),
        ("das stimme", "asserts", True),
    ],
)
def test_a_claim_on_a_claim(words: str, stance: str, on_it: bool) -> None:
    assert is_on_a_claim(claim("a", "Berg", words, stance=stance)) is on_it


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("sein Mandant bestreite einen Bruch", " einen Bruch"),
        ("der Damm halte", "der Damm halte"),
        ("der Bruch sei falsch", "der Bruch sei  "),
        ("man wisse, er bestreite es", "man wisse, er bestreite es"),
    ],
)
def test_what_a_rejection_is_of(words: str, fact: str) -> None:
    assert matter_of_fact(words) == fact


@pytest.mark.parametrize(
    ("words", "left"),
    [("nicht nur der Damm", " der Damm"), ("nicht der Damm", "nicht der Damm"),
     ("nichts anderes als Geduld", "anderes als Geduld")],
)  # fmt: skip
def test_a_negation_that_negates_nothing(words: str, left: str) -> None:
    assert positive(words) == left


def reported(text: str, speaker: str, cue: str, start: int = 0, **given: Any) -> Claim:
    def mention(words: str) -> Mention:
        begin = start + text.index(words)
        return Mention(words, (Span(begin, begin + len(words)),))

    return Claim("a", kind="reported", quote=mention(text), speaker=mention(speaker),
                 cue=mention(cue), **given)  # fmt: skip


@pytest.mark.parametrize(
    ("own", "left"),
    [
        (reported("Berg wies einen Bruch zurück", "Berg", "wies"), "einen Bruch zurück"),
        (reported("Berg wies einen Bruch zurück", "Berg", "wies", 7), "einen Bruch zurück"),
        (reported("Berg wies einen Bruch zurück", "Berg", "wies", claim="kein Bruch"),
         "kein Bruch"),
        (reported("Berg, der den Damm prüft, wies einen Bruch zurück", "Berg", "wies"),
         "einen Bruch zurück"),
        (reported("Berg, der den Damm prüft, lobte die Wehr", "Berg", "lobte"),
         ", der den Damm prüft, die Wehr"),
        (claim("a", "Berg", "Berg wies einen Bruch zurück", speaker=at(0)),
         "Berg wies einen Bruch zurück"),
        # A quotation in two pieces, by its words.
        (Claim("a", kind="reported", speaker=Mention("Berg", ()), cue=Mention("wies zurück", ()),
               quote=Mention("Berg wies einen Bruch zurück", (Span(0, 9), Span(20, 40)))),
         "einen Bruch"),
    ],
)  # fmt: skip
def test_the_words_without_speaker_and_cue(own: Claim, left: str) -> None:
    assert " ".join(proposition(own).split()) == left


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("der Damm bricht", {"damm", "brechen"}),
        ("40 Dämme brechen", {"damm", "brechen"}),
        ("Russlands Damm", {"=Russland", "damm"}),
        ("der Damm ist nicht da", {"damm"}),
        ("der Kahn kam an", {"kahn", "kommen", "ankommen"}),
        ("Verbrannt sind Wälder", {"verbrennen", "wald"}),
    ],
)
def test_the_content_of_words(text: str, content: set[str]) -> None:
    assert gist(text) == content


@pytest.mark.parametrize(
    ("word", "verb"),
    [("ging", "gehen"), ("Ging", None), ("gebrochenen", "brechen"), ("gebrochen", "brechen"),
     ("damm", None), ("schönes", None)],
)  # fmt: skip
def test_the_infinitive_of_a_verb(word: str, verb: str | None) -> None:
    assert infinitive(word) == verb


@pytest.mark.parametrize(
    ("word", "participle"), [("gebrochen", True), ("brechen", False), ("bekommen", False)]
)
def test_a_participle(word: str, participle: bool) -> None:
    assert is_participle(word) is participle


def test_words_at_the_head_and_the_end() -> None:
    assert [word.word for word in spelled(senses("Gebrochen ist er"))] == ["gebrochen", "ist", "er"]
    assert [word.word for word in spelled(senses("Damm ist er"))] == ["Damm", "ist", "er"]
    assert spelled([]) == rejoined([]) == []
    assert [word.word for word in rejoined(senses("er trat zurück"))][-1] == "zurücktreten"
    assert [word.word for word in rejoined(senses("er ist zurück"))][-1] == "zurück"
    assert [word.word for word in rejoined(senses("er trat auf und ging zurück"))][-1] == (
        "zurückgehen"
    )


@pytest.mark.parametrize(
    ("text", "find", "told"),
    [
        ("Brand in Linz", names_in, {"linz"}),
        ("Die Polizei in Linz", names_in, {"linz"}),
        ("Russische Truppen in Linz", names_in, {"Russland", "linz"}),
        ("im Norden von Linz", names_in, {"linz"}),
        ("Oh in Ulm", names_in, {"ulm"}),
        ("die Hoffnung von Linz", names_in, {"linz"}),
        ("in Linz, bei Graz, Wels", places_in, {"linz", "graz"}),
        ("Russland kämpft", places_in, {"Russland"}),
        ("russische Truppen", places_in, set()),
        ("Russen kämpfen", places_in, set()),
        ("in der russischen Stadt", places_in, {"Russland"}),
        ("in der Provinz Aceh", places_in, {"aceh"}),
        ("nach Linz", places_in, set()),
        ("russische Truppen", lands_in, {"Russland"}),
        ("Russen in Linz", lands_in, {"Russland"}),
        ("russischer Zivilschutz", seats_in, {"Russland"}),
        ("Gouverneur von Linz", seats_in, {"linz"}),
        ("Gouverneur nach Linz", seats_in, set()),
        ("im Juni 2007", periods_in, {"juni", "2007"}),
        ("im Jahr 1899, 2100, 20070", periods_in, {"1899"}),
        ("Jan kam 1799 am Montag", periods_in, set()),
    ],
)
def test_names_among_words(text: str, find: Any, told: set[str]) -> None:
    assert find(senses(text)) == told


def test_a_headline() -> None:
    own = headline("Brand in Linz")
    assert (own.names, own.places, own.kinds) == ({"linz"}, {"linz"}, {"fire"})
    assert headline(None) == headline("")
    assert not any(headline(None))
    assert [*kinds_of(senses("Brand und Sturm"))] == ["fire", "storm"]
    assert [*acts_of(senses("Schließung der Brücke"))] == ["closure"]


@pytest.mark.parametrize(
    ("state", "place", "up", "moment", "stock"),
    [
        ("planned", 0, False, False, False),
        ("sent", 1, True, False, False),
        ("killed", 2, True, False, False),
        ("missing", 2, False, True, False),
        ("active", None, False, False, True),
        ("unheard", None, False, False, False),
        (None, None, False, False, False),
    ],
)
def test_the_course_of_an_event(
    state: str | None, place: int | None, up: bool, moment: bool, stock: bool
) -> None:
    assert (step(state), grows(state), is_momentary(state), is_stock(state)) == (
        place, up, moment, stock,
    )  # fmt: skip


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("given", "published", "first", "last"),
    [
        ({"said": "2024-05-03"}, None, "2024-05-03", "2024-05-03"),
        ({"said": "2024-05"}, "2024-06-01", "2024-05-01", "2024-05-31"),
        # No later than the day of print.
        ({"said": "2024"}, "2024-05-10", "2024-01-01", "2024-05-10"),
        ({"said": "2024-05-12"}, "2024-05-10", "2024-05-12", "2024-05-12"),
        ({"said": "../2024-05-12"}, "2024-05-10", None, "2024-05-10"),
        ({}, "2024-05-10", None, "2024-05-10"),
        ({"reported": "2024-05-09"}, "2024-05-10", None, "2024-05-09"),
        ({}, None, None, None),
        ({"said": "neulich"}, "2024-05-10", None, None),
    ],
)
def test_the_days_of_a_claim(
    given: dict[str, str], published: str | None, first: str | None, last: str | None
) -> None:
    source = Source("a", published=published) if published else None
    expected = Days(day(first) if first else None, day(last) if last else None)
    assert days(Claim("a", **given), source) == expected


def test_days_between_two_statements() -> None:
    own = [statement(days=Days(None, last)) for last in (100, 103, None)]
    assert days_between(own[0], own[1]) == days_between(own[1], own[0]) == 3
    assert days_between(own[0], own[2]) is days_between(own[2], own[0]) is None
    assert sorted(own, key=by_day)[0] is own[2]


def test_where_a_statement_stands() -> None:
    own = statement(quote=at(26))
    assert (own.sentence, own.position) == (1, 26)
    assert statement(quote=at(0)).sentence == 0
    assert statement(layout=None, quote=at(26)).sentence is None
    assert statement().sentence is None
    assert statement().position > 10**9
    assert own.printed is None
    assert statement(reported="2024-05-01").printed == "2024-05-01"
    assert statement(source=Source("a", published="2024-05-02")).printed == "2024-05-02"
    both = statement(places=frozenset({"ulm"}), title_places=frozenset({"bonn"}))
    assert both.scene == {"ulm", "bonn"}
    assert statement(periods=frozenset({"mai", "2019"})).years == {2019}


@pytest.mark.parametrize(
    ("offset", "sentence", "words"),
    [
        (0, 0, "Der Damm halte, hieß es. "),
        (24, 0, "Der Damm halte, hieß es. "),
        (25, 1, "Er breche, hieß es. "),
        (len(LAYOUT.text) - 1, 3, "Es regnet."),
    ],
)
def test_sentences_of_an_article(offset: int, sentence: int, words: str) -> None:
    assert LAYOUT.sentence(offset) == sentence
    assert LAYOUT.words(sentence) == words
    assert LAYOUT.words(0, 3) == LAYOUT.text
    assert LAYOUT.words(-1, 0) == LAYOUT.text[:25]


def test_paragraphs_of_an_article() -> None:
    own = Layout.of("Eins.\n\nZwei. Drei.\n\nVier.")
    assert [own.paragraph(offset) for offset in (0, 6, 7, 13, 20)] == [0, 0, 1, 1, 2]


def who(name: str) -> Actor:
    known = {"Berg": Actor("Anna Berg", kind="person", of="Amt"),
             "Rat": Actor("Rat", kind="body", of="Peru")}  # fmt: skip
    return known.get(name, Actor(name))


def test_a_claim_by_itself() -> None:
    own = read(claim("a", "Berg und Rat", "In Ulm seien Dämme gebrochen"), None, "a", who)
    assert own.actors == ("Anna Berg", "Rat")
    assert own.bodies == {"Amt", "Peru"}
    assert own.speaks_for == {"Amt"}
    assert own.chain == {"anna berg", "rat"}
    assert own.places == {"ulm"}
    denied = read(claim("a", "Berg", "der Bruch sei falsch"), None, "a", who)
    assert "falsch" in denied.wording
    assert "falsch" not in denied.gist
    said = read(claim("a", "neue Vorwürfe", "der Damm breche"), None, "a", who)
    assert said.actors == ()


@pytest.mark.parametrize(
    ("actors", "named", "bound"),
    [
        (("Berg",), (), {"Berg"}),
        (("Sprecher der Bahn",), (), {"Sprecher der Bahn", "Bahn"}),
        (("Bahnsprecherin der Bahn",), (), {"Bahnsprecherin der Bahn", "Bahn"}),
        (("Betreiber des Kraftwerks",), (), {"Betreiber des Kraftwerks", "Betreiber"}),
        (("Sprecher aus Ulm",), (), {"Sprecher aus Ulm"}),
        (("Experten",), (), set()),
        ((), ("offizielle Quellen in Peru",), {"Peru"}),
        ((), ("Quellen in Peru",), set()),
    ],
)
def test_who_is_bound_by_what_is_said(
    actors: tuple[str, ...], named: tuple[str, ...], bound: set[str]
) -> None:
    own = statement(actors=named or actors)
    assert voices(own) == bound


def test_a_blank_phrase_narrows_nothing() -> None:
    figures = (
        Figure(
            "40", "Tote", near=Interval(40, 40), far=Interval(40, 40), scope=("", " ", "im Mai")
        ),
        Figure("50", "Tote", near=Interval(50, 50), far=Interval(50, 50), scope=("",)),
    )
    told = read(claim("a", "Berg", "40 Tote im Mai, 50 seither", *figures), None, "a", Actor)
    assert [figure.scope for figure in told.claim.figures] == [("im Mai",), ()]


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Vogt kenne es auf keinen Fall", {"vogt", "kenn"}),
        ("im Fall Vogt", {"vogt"}),
        ("in diesem Fall sei es Öl", {"ol"}),
        ("das sei ein Fall für Vogt", {"fall", "vogt"}),
    ],
)
def test_set_phrases_say_nothing(text: str, stems: set[str]) -> None:
    assert content_stems(text) == stems
