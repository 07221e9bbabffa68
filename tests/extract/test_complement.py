"""Which clause holds what the one before it reports."""

from __future__ import annotations

import pytest

from claimtrack.extract.complement import complement
from tests.extract.reading import sentences, unmarked


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
