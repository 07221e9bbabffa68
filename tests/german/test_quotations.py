"""Words in quotation marks of every style."""

import pytest

from claimtrack.german.quotations import find_quotations, runs_over
from claimtrack.model import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„eins“", ["0 „eins“"]),
        ("»eins«", ["0 »eins«"]),
        ("«eins»", ["0 «eins»"]),
        ("“eins”", ["0 “eins”"]),
        ('"eins"', ['0 "eins"']),
        ("‚eins‘", ["0 ‚eins‘"]),
        ("›eins‹", ["0 ›eins‹"]),
        (",,eins''", ["0 ,,eins''"]),
        ("„eins”", ["0 „eins”"]),
        ('„eins"', ['0 „eins"']),
        ("„eins “ zwei", ["0 „eins “"]),
        ("(„eins“)", ["0 „eins“"]),
        ("„eins“ und „zwei“", ["0 „eins“", "0 „zwei“"]),
        ("„außen ‚innen‘ außen“", ["0 „außen ‚innen‘ außen“", "1 ‚innen‘"]),
        ("„außen „innen“ außen“", ["0 „außen „innen“ außen“", "1 „innen“"]),
        ("»außen ›innen‹«", ["0 »außen ›innen‹«", "1 ›innen‹"]),
        ("„offen ohne Ende", []),
        ("zu“ ohne Anfang", []),
        ("Der Zug '97 fuhr", []),
        ("Wie geht's dir?", []),
        ("O’Neill und d’Artagnan", []),
        ("5' 3\" groß", []),
        ("„“", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    marks = find_quotations(text)
    assert [f"{mark.depth} {text[mark.span.start : mark.span.end]}" for mark in marks] == found


def test_inner_leaves_the_marks_out() -> None:
    text = "Er rief: ,,Halt!''"
    (mark,) = find_quotations(text)
    assert text[mark.inner.start : mark.inner.end] == "Halt!"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "Er sagte: „Wir warten.\n„Dann gehen wir.“"
    end = text.index("\n")
    assert [mark.span.end for mark in find_quotations(text, 0, end)] == [end]
    alone = text[:end] + "\nDann gingen sie."
    assert find_quotations(alone, 0, end) == []


def test_offsets_are_those_of_the_text() -> None:
    text = "Erst dies. Dann „das“."
    (mark,) = find_quotations(text, 11)
    assert text[mark.span.start : mark.span.end] == "„das“"


@pytest.mark.parametrize(
    ("paragraph", "following", "runs"),
    [
        ("Er sagte: „Wir warten.", "Dann gehen wir.“", True),
        ("Er sagte: »Wir warten.", "Dann gehen wir«, hieß es.", True),
        ('Er sagte: "Wir warten.', 'Dann gehen wir", hieß es.', True),
        ("Er sagte: „Wir warten.", "„Dann gehen wir.“", False),
        ("Er sagte: „Wir warten.", "Dann „gehen“ wir.“", False),
        ("Er sagte: „Wir warten.“", "Dann gehen wir.“", False),
        ("Er sagte: „Wir warten.", "Dann gehen wir.", False),
        ("Er sagte: „Wir warten.", "Das geht’s an: wir gehen.“", True),
    ],
)
def test_a_quotation_runs_over_the_end_of_a_paragraph(
    paragraph: str, following: str, runs: bool
) -> None:
    text = f"{paragraph}\n\n{following}"
    begin = len(paragraph) + 2
    assert runs_over(text, Span(0, len(paragraph)), Span(begin, len(text))) is runs
