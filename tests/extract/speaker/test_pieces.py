"""The questions behind who speaks, each asked by itself on both sides: what a first word is, where
a subject begins and ends, what stands beside it, where an outlet's name ends."""

from __future__ import annotations

import pytest

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import beside, is_name, told_outlet
from claimtrack.extract.speaker.ending import ends_at
from claimtrack.extract.speaker.outlet_names import outlet_end
from claimtrack.extract.speaker.subject import adverb_in_front, interrupted, suitability
from claimtrack.extract.speaker.who_speaks import omits_subject
from claimtrack.german.phrases import Phrase
from tests.extract.reading import sentences


def asked(text: str) -> tuple[Sentence, int, Phrase | None]:
    """The sentence, the clause behind ">" (else the first) and the phrase that begins there."""
    (sentence,) = sentences(text.replace(">", ""))
    at = max(text.find(">"), 0)
    clause = next(i for i in range(len(sentence.clauses)) if at < sentence.clause_span(i).end)
    found = (p for p in sentence.phrases(clause) if sentence.tokens[p.start].start >= at)
    return sentence, clause, next(found, None)


def phrase_at(text: str) -> tuple[Sentence, int, Phrase]:
    sentence, clause, phrase = asked(text)
    assert phrase is not None
    return sentence, clause, phrase


@pytest.mark.parametrize(
    ("text", "adverb"),
    [
        ("Anders sieht es die Ärztin.", True),
        ("Zeitgleich zählte er.", True),
        ("Überraschend sprach er.", True),
        ("Neues sagte er.", True),
        ("Erfreuliches sagte er.", True),
        # no names, no nouns, nothing further on
        ("Anders Berg sagte es.", False),
        ("Hannes sagte es.", False),
        ("Moses sagte es.", False),
        ("Jugend sagte es.", False),
        ("Wochenend sagte es.", False),
        ("Korn sagte es.", False),
        ("Gutes Neues sagte es.", False),
        ("Der Anders sagte es.", False),
        ("Da kam >Anders.", False),
    ],
)
def test_a_first_word_that_is_no_name(text: str, adverb: bool) -> None:
    assert adverb_in_front(*phrase_at(text)) is adverb


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # right before the verb, right behind it, further before, further behind
        ("Das Amt lobte die Ärzte.", "Gestern lobte >das Amt die Ärzte."),
        ("Gestern lobte >das Amt die Ärzte.", "Gestern lobte heute >das Amt die Ärzte."),
        ("Das Amt aber lobte die Ärzte.", "Gestern lobte heute >das Amt die Ärzte."),
        ("Gestern lobte >das Amt die Ärzte.", "Das Amt aber lobte die Ärzte."),
        # what is only talked of is no subject for standing there
        ("Gestern lobte >das Amt das Geld.", "Geld lobte das Amt."),
        # behind dass: right there, a word on, two words on
        ("Klar ist, dass >das Amt lobt.", "Klar ist, dass dort >das Amt lobt."),
        ("Klar ist, dass dort >das Amt lobt.", "Klar ist, dass dort heute >das Amt lobt."),
        # the number of the verb
        ("Mehrere Ärzte lobten es.", "Mehrere Ärzte lobte es."),
        ("Der Arzt lobte es.", "Der Arzt lobten es."),
        ("Die Ärzte lobten es.", "Der Arzt lobten es."),
        # a person, a body, a thing
        ("Der Arzt lobte es.", "Das Amt lobte es."),
        ("Das Amt lobte es.", "Das Brot lobte es."),
    ],
)
def test_what_suits_better_as_a_subject(better: str, worse: str) -> None:
    assert suitability(*phrase_at(better)) > suitability(*phrase_at(worse))


@pytest.mark.parametrize(
    ("text", "found", "omitted"),
    [
        # something stands between subject and verb
        ("Der Landrat, der neu ist, >sagte, es gehe.", "Der Landrat", False),
        ("Der Landrat, Chef des Amts, >sagte, es gehe.", "Der Landrat, Chef des Amts", False),
        ("Der Landrat – er war dort – >sagte, es gehe.", "Der Landrat", False),
        ("Der Landrat (er war dort) >sagte, es gehe.", "Der Landrat", False),
        ("Der Landrat – er war da, lange, sehr lange – >sagte es.", "Der Landrat", False),
        # it is the end of another clause, or an insertion is too long
        ("Er kam nach Kiel, >sagte der Landrat.", "", False),
        ("Er kam, der Landrat, der neu ist, >sagte es.", "", False),
        ("Der Landrat – er war da, sie war da, man war da, es war da – >sagte es.", "", False),
        # the clause before has the subject
        ("Der Rat kam und >sagte es.", "", True),
        ("Der Rat kam, aber >sagte es.", "", True),
        ("Der Rat kam, lobte die Helfer und >sagte es.", "", True),
        ("Der Rat kam, >sagte die Ärztin.", "", False),
        (">Sagte er es?", "", False),
    ],
)
def test_a_subject_that_is_interrupted_or_left_out(text: str, found: str, omitted: bool) -> None:
    sentence, clause, _ = asked(text)
    spans = interrupted(sentence, clause)
    assert [sentence.body[slice(*span)] for span in spans] == ([found] if found else [])
    assert omits_subject(sentence, clause) is omitted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jiri Dvorak sagte es.", True),
        ("Hanna Vogt sagte es.", True),
        ("Dvorak sagte es.", False),
        ("Leiter Dvorak sagte es.", False),
        ("Chef Vogt sagte es.", False),
        ("Der Jiri Dvorak sagte es.", False),
        ("Die Stadt Dorn sagte es.", False),
    ],
)
def test_a_full_name_and_nothing_else(text: str, name: bool) -> None:
    sentence, _, phrase = phrase_at(text)
    assert is_name(sentence.tokens, phrase) is name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ina Korn, Leiterin des Zoos sagte es.", "Ina Korn, Leiterin des Zoos"),
        ("Die Leiterin des Zoos, Ina Korn, sagte es.", "Die Leiterin des Zoos, Ina Korn"),
        ("Der Leiter, General Karl Kunz, sagte es.", "Der Leiter, General Karl Kunz"),
        ("Ina Korn, Leiterin", "Ina Korn, Leiterin"),
        # two names of a list, two things, two with an article, a place, the end of the text
        ("Ina Korn, Veit Lamm, sagten es.", ""),
        ("Ina Korn, Leiterin, und Veit Lamm sagten es.", "Ina Korn, Leiterin"),
        ("Das Amt, die Brücke, sagte es.", ""),
        ("Der Leiter, der General Karl Kunz, sagte es.", ""),
        ("Ina Korn, in Kiel, sagte es.", ""),
        ("Ina Korn,", ""),
        ("Ina Korn", ""),
    ],
)
def test_who_that_is_beside_it(text: str, whole: str) -> None:
    sentence, _, phrase = phrase_at(text)
    end = beside(sentence.tokens, phrase, phrase.end, len(sentence.tokens))
    there = "" if end is None else sentence.body[slice(*sentence.span(phrase.start, end))]
    assert there == whole


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ein Sprecher des Rats der Nachrichtenagentur Reuters sagte es.",
         "der Nachrichtenagentur Reuters"),
        ("Ein Sprecher der Nachrichtenagentur", "der Nachrichtenagentur"),
        ("Ein Sprecher des Rats der Stadt sagte es.", ""),
        ("Ein Sprecher des Senders sagte es.", ""),
        ("Ein Sprecher sagte es.", ""),
    ],
)  # fmt: skip
def test_an_outlet_in_a_phrase_that_was_told(text: str, outlet: str) -> None:
    sentence, _, phrase = phrase_at(text)
    start = told_outlet(sentence.tokens, phrase)
    there = "" if start is None else sentence.body[slice(*sentence.span(start, phrase.end))]
    assert there == outlet


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a noun without article behind a verb that lacks its object
        ("Am Abend meldete >die Feuerwehr Hochwasser.", "die Feuerwehr"),
        ("Am Abend kündigt >der Wetterdienst Regen an.", "der Wetterdienst"),
        # it has one, or words to report, or a number, or needs none
        ("Den Brand meldete >die Feuerwehr Neustadt.", ""),
        ("Am Abend meldete >die Feuerwehr Neustadt, dass es brennt.", ""),
        ("Am Abend meldete >die Feuerwehr Neustadt: Es brennt.", ""),
        ("Am Abend meldete >die Feuerwehr Neustadt über 300 Fälle.", ""),
        ("Am Abend meldete sich >die Feuerwehr Neustadt.", ""),
        ("Am Abend lobte >die Feuerwehr Neustadt.", ""),
        # the last word is a name, an acronym; who speaks is an outlet or stands before the verb
        ("Am Abend meldete >die Feuerwehr BRK.", ""),
        ("Am Abend meldete >Lea Brand.", ""),
        ("Am Abend meldete >die Zeitung Guardian.", ""),
        (">Die Feuerwehr Neustadt meldete Regen.", ""),
        # what something is called, and the name of an outlet
        ("Das nannte >der Trainer „Quatsch mit Soße“.", "der Trainer"),
        ("Das nannte >der Sender „Blick“ Quatsch.", ""),
        # where somebody speaks, and what one is the head of
        ("Gestern sagte >der Manager in einer Telefonkonferenz zu.", "der Manager"),
        ("Gestern sagte >die Ministerin im Landtag zu.", "die Ministerin"),
        ("Gestern sagte >der Fraktionschef im Landtag zu.", ""),
        ("Gestern sagte >der Botschafter in Wien zu.", ""),
        ("Gestern sagte >das Amt in einer Stadt zu.", ""),
        ("Gestern wurde >die Ministerin im Landtag gelobt.", ""),
    ],
)
def test_where_a_speaker_ends(text: str, who: str) -> None:
    sentence, clause, phrase = phrase_at(text)
    end = ends_at(sentence, clause, phrase)
    there = "" if end is None else sentence.body[slice(*sentence.span(phrase.start, end))]
    assert there == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # registered names, in any case, at the end of a text, the longest one
        ("der >dpa meldete es", "dpa"),
        ("von der >dpa", "dpa"),
        ("dem >Bayerischen Rundfunk gesagt", "Bayerischen Rundfunk"),
        ("dem >Bayerischen Wald gesagt", ""),
        # a studio or a programme, no common noun, no name, nothing that goes on
        ("dem >ORF Tirol gesagt", "ORF Tirol"),
        ("dem >ORF Tirol", "ORF Tirol"),
        ("dem >MDR Kultur gesagt", "MDR Kultur"),
        ("dem >ORF Freitag gesagt", "ORF"),
        ("dem >ORF Anna gesagt", "ORF"),
        ("dem >ORF Tirol Heute", "ORF"),
        # marks, which have to close near by and hold a name
        ("dem >„Seeblick“ gesagt", "„Seeblick“"),
        ("dem >„Seeblick“", "„Seeblick“"),
        ("dem >„profil“ gesagt", "„profil“"),
        ("dem >„blassen“ gesagt", ""),
        ("dem >„Neuen Blatt für Berg und Tal“", "„Neuen Blatt für Berg und Tal“"),
        ("dem >„Neuen Blatt für den Berg und das Tal“", ""),
        ("dem >„", ""),
        # nouns for outlets with or without a name
        ("der >Nachrichtenagentur Reuters gesagt", "Nachrichtenagentur Reuters"),
        ("der >Zeitung gesagt", "Zeitung"),
        ("der >Zeitung", "Zeitung"),
        ("der >Zeitung „Der Bote“ gesagt", "Zeitung „Der Bote“"),
        ("der >Agentur Reuters", "Agentur Reuters"),
        ("der >Agentur Korn", ""),
        ("der >Agentur", ""),
        # how the names of papers end
        ("den >Seetaler Nachrichten gesagt", "Seetaler Nachrichten"),
        ("den >Seetaler Nachrichten", "Seetaler Nachrichten"),
        ("den >Seetaler Freunden", ""),
        ("der >Küstenpost gesagt", "Küstenpost"),
        ("der >Post gesagt", ""),
        ("der >Stadt Dorn gesagt", ""),
    ],
)
def test_where_the_name_of_an_outlet_ends(text: str, name: str) -> None:
    (sentence,) = sentences(text.replace(">", ""))
    tokens, at = sentence.tokens, text.index(">")
    start = next(i for i, token in enumerate(tokens) if token.start == at)
    end = outlet_end(tokens, start, len(tokens))
    assert ("" if end is None else sentence.body[slice(*sentence.span(start, end))]) == name
