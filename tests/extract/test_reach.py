"""How far reported words reach, and what is an answer rather than part of them."""

from __future__ import annotations

import pytest

from claimtrack.extract.reach import answers, complement, last_clause, words_of
from tests.extract.reading import sentences, unmarked


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte, [dass die Brücke gesperrt bleibt].",
        "Die Ministerin sagte, [dass die Brücke, die 1962 gebaut wurde, gesperrt bleibt].",
        "Sie erklärte, [dass der Haushalt reiche, weil gespart worden sei].",
        "Sie erklärte, [dass der Haushalt reicht und niemand entlassen wird].",
        "Er sagte, [dass der Deich halte], und ging nach Hause.",
        "Er sagte, [der Deich halte, die Lage sei ruhig].",
        "Er sagte, [der Deich halte; man habe ihn verstärkt].",
        "Er sagte, [der Deich halte]; die Feuerwehr zog ab.",
        "Er sagte, [der Deich halte und müsse nicht geräumt werden].",
        "Er sagte, [die Stadt habe Geld und will im Mai bauen].",
        "Der Leiter sagte, [die Halle sei leer], bestätigte das aber nicht.",
        "Das Amt meldete, [dass das Wasser steige], wie ein Sprecher mitteilte.",
        "Die Partei warf ihm vor, [Gelder veruntreut zu haben], was er bestreitet.",
        "Sie warb dafür, [die Steuern zu senken, ohne Schulden zu machen].",
        "Er sagte, [die Anlage, ein Bau aus Beton, sei sicher].",
        "Er sagte, [dass „die Straße frei ist; der Tunnel bleibt zu“].",
    ],
)
def test_reported_words_end_where_the_report_ends(text: str) -> None:
    body, words = unmarked(text)
    (sentence,) = sentences(body)
    starts = [sentence.clause_span(i).start for i in range(len(sentence.clauses))]
    first = starts.index(words.start)
    found = words_of(sentence, first, last_clause(sentence, first))
    assert body[slice(*found)] == body[slice(*words)]


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("und die Lage sei ernst", "die Lage sei ernst"),
        ("aber die Lage sei ernst", "die Lage sei ernst"),
        ("sondern dass es brenne", "dass es brenne"),
        ("die Lage sei ernst", "die Lage sei ernst"),
    ],
)
def test_a_coordinator_in_front_is_no_part_of_the_words(clause: str, words: str) -> None:
    body = f"Er sagte, {clause}."
    (sentence,) = sentences(body)
    last = len(sentence.clauses) - 1
    assert body[slice(*words_of(sentence, last, last))] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er habe gelogen, was er bestreitet.", True),
        ("Er habe gelogen, was das Ministerium dementierte.", True),
        ("Er habe gelogen, was die Polizei bestätigte.", True),
        ("Er habe gelogen, was alle überraschte.", False),
        ("Er habe gelogen, was er sagte.", False),
        ("Er habe gelogen, weil er bestreitet.", False),
    ],
)
def test_what_somebody_answers(text: str, expected: bool) -> None:
    (sentence,) = sentences(text)
    assert answers(sentence, len(sentence.clauses) - 1) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Ärztin sagte, [dass er lebe].",
        "Die Ärztin fragte, [ob er lebe].",
        "Die Ärztin erläuterte, [wie er lebte].",
        "Die Ärztin sagte, [er lebe].",
        "Die Ärztin sagte: [Er lebt].",
        "Die Ärztin, die ihn kannte, sagte, [er lebe].",
        "Die Ärztin sagte, [wenn es kalt sei], werde er krank.",
        "Die Stadt versprach, [die Schule zu bauen].",
        "Die Stadt sagte, [mit dem Bau, einem Vorhaben aus dem Mai], sei nichts gewonnen.",
        "Die Stadt teilte in einem Brief, der Montag kam, mit, [dass sie baue].",
    ],
)
def test_the_reported_clause_is_found(text: str) -> None:
    body, words = unmarked(text)
    (sentence,) = sentences(body)
    reporting = next(i for i, cue in enumerate(sentence.cues) if cue is not None)
    found = complement(sentence, reporting)
    assert found is not None
    assert sentence.clause_span(found).start == words.start


@pytest.mark.parametrize(
    "body",
    [
        "Er sagte das, um die Leute zu beruhigen.",
        "Er sagte das, ohne zu zögern.",
        "Er sagte das, weil es regnete.",
        "Er sagte das: „Ich gehe.“",
        "Er sagte das (im Mai).",
        "Er sagte nichts, der alte Mann.",
        "Er sagte das.",
    ],
)
def test_nothing_is_reported(body: str) -> None:
    (sentence,) = sentences(body)
    assert complement(sentence, 0) is None
