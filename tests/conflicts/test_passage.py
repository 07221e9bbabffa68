"""Where the sentences of an article begin."""

from __future__ import annotations

import pytest

from claimtrack.conflicts.statement.passage import Layout


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Es war am 3. Mai.", []),
        ("Es kamen 31. Die Wirtin zählte mehr.", ["Die Wirtin"]),
        ("Es kamen 310. Bürger zählten mehr.", ["Bürger"]),
        ("Das war 2019. Der Verein zählte mehr.", ["Der Verein"]),
        ("Da rief J. Berg an.", []),
        ("Da rief Dr. Berg an.", []),
        ("Das sog. Tal gilt als sicher.", []),
        ("Das war um 1500 v. Chr. im Tal.", []),
        ("Er kam auf Rang 3. Berg wurde Vierter.", ["Berg"]),
        ("Das sagte Benedikt XVI. Danach ging er.", ["Danach"]),
        ("Berg hielt dagegen: Der Damm sei fest.", []),
        ("Berg rief: „Der Damm ist fest!“ Er lachte.", ["Er"]),
        ("Der Damm hält\n\nEr ist fest", ["Er"]),
    ],
)
def test_sentences(text: str, starts: list[str]) -> None:
    """A colon ends none, nor does the full stop of an ordinal; that of a number does."""
    layout = Layout.of(text)
    assert layout.sentences == (0, *(text.index(start) for start in starts))
