"""Dates in sentences of our own, and the laws that hold for any text."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import edtf
from claimtrack.german.dates import find_dates
from claimtrack.german.dates.letters import KINDS
from claimtrack.german.dates.shapes import alternatives, grammar

TABLE = Path(__file__).parent.parent / "cases" / "dates.yaml"
PIECES = (
    "am", "im", "vor", "Ende", "vergangenen", "Montag", "Oktober", "14", ".", "2024", "drei", "bis",
    "Tagen", "Woche", "gestern", "und", ",", "Ostern", "Sommer", "Uhr", "war", "wird", "jeden", "(",
    "90er", "Jahre", "ersten", "Quartal", "Februar", "30", "-", "später", "Vorjahr", "3.10.", "0",
)  # fmt: skip


def cases():
    for group, body in yaml.load(TABLE.read_text(encoding="utf-8"), yaml.BaseLoader).items():
        published = body.get("published", "2024-10-18")
        for text, *dates in body["cases"]:
            found = [
                (w, None if v == "null" else v)
                for w, v in zip(dates[::2], dates[1::2], strict=True)
            ]
            day = None if published == "null" else published
            yield pytest.param(text, day, found, id=f"{group}: {text}")


@pytest.mark.parametrize(("text", "published", "expected"), list(cases()))
def test_dates_of_a_sentence(text, published, expected):
    assert [(m.text, m.value) for m in find_dates(text, published)] == expected


@settings(derandomize=True, max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.sampled_from(["2024-10-18", None]),
)
def test_every_mention_cuts_its_own_words_and_has_a_value_that_can_be_read(text, published):
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.value is None or edtf.parse(mention.value)
        end = mention.end


@settings(derandomize=True, max_examples=100)
@given(st.dates(min_value=edtf.date(1900, 1, 1), max_value=edtf.date(2049, 12, 28)))
def test_a_day_written_out_is_read_back(day):
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    name = months.split()[day.month - 1]
    for text in (
        f"{day.day}. {name} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
    ):
        assert [m.value for m in find_dates(f"Am {text} war es.", None)] == [str(day)]


@settings(derandomize=True, max_examples=100)
@given(st.dates(min_value=edtf.date(1990, 1, 1), max_value=edtf.date(2049, 12, 28)))
def test_a_weekday_looked_back_on_lies_within_the_last_seven_days(day):
    for name in ("Montag", "Mittwoch", "Sonntag"):
        (mention,) = find_dates(f"Am {name} kam es zum Streit.", str(day))
        assert 0 <= (day - edtf.date.fromisoformat(mention.value)).days < 7


@pytest.mark.parametrize("piece", ["1. ", "1, ", "Mai ", "jeden 1. ", "3.10. ", "bis ", "1.1 "])
def test_a_long_run_of_the_same_sign_comes_to_an_end(piece):
    assert len(find_dates(piece * 5000, "2024-10-18")) <= 5000


def test_a_publication_that_is_no_date_is_refused():
    with pytest.raises(ValueError, match="not an EDTF date"):
        find_dates("Am Montag kam es zum Streit.", "neulich")


_LETTERS = "".join({*KINDS.values(), *'xCLTNGE<>F_Q12Y0XI.,:/()-!"|'})


@given(st.lists(st.text(_LETTERS, min_size=1, max_size=12), max_size=8).map("".join))
@settings(derandomize=True, deadline=None, max_examples=400)
def test_where_no_shape_is_tried_none_begins(line):
    tried = [(match.lastgroup, match.span()) for match in grammar().finditer(line)]
    everywhere = re.compile(alternatives()).finditer(line)
    assert tried == [(match.lastgroup, match.span()) for match in everywhere]
