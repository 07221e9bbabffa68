"""Laws: what is spelled is read back, mentions cut the text, no interval is inverted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.german.document import read
from claimtrack.german.numbers import find_quantities, intervals, parse_number, read_figure_text
from claimtrack.german.numbers.spelled import cardinal, ordinal

UNITS = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
TEENS = _TEENS.split()
TENS = ["", "", *_TENS.split()]


def spell(number: int) -> str:
    """A cardinal from 0 to 999 999 as one German word."""
    if number == 0:
        return "null"
    thousands, rest = divmod(number, 1000)
    head = f"{_hundreds(thousands)}tausend" if thousands else ""
    word = head + _hundreds(rest)
    return f"{word}s" if number % 100 == 1 else word


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{UNITS[hundreds]}hundert" if hundreds else ""
    if rest < 10:
        return head + UNITS[rest]
    if rest < 20:
        return head + TEENS[rest - 10]
    unit, ten = UNITS[rest % 10], TENS[rest // 10]
    return f"{head}{unit}und{ten}" if unit else head + ten


def german(number: int) -> str:
    """Digits in groups of three, parted by points."""
    return f"{number:,}".replace(",", ".")


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 999_999))
def test_a_spelled_cardinal_is_read_back(number: int) -> None:
    assert cardinal(spell(number)) == number
    assert parse_number(spell(number)) == number
    (found,) = find_quantities(f"mit {spell(number)} Leuten")
    assert found.value == number


@settings(derandomize=True, deadline=None)
@given(st.integers(2, 99_999))
def test_a_spelled_ordinal_is_read_back(number: int) -> None:
    stem = spell(number)
    rest = number % 100
    irregular = {
        1: ("eins", "erste"),
        3: ("drei", "dritte"),
        7: ("sieben", "siebte"),
        8: ("acht", "achte"),
    }
    if rest in irregular:
        old, new = irregular[rest]
        word = stem.removesuffix(old) + new
    else:
        word = stem + ("te" if 0 < rest < 20 else "ste")
    assert ordinal(word) == number


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 10**12))
def test_digits_in_groups_are_read_back(number: int) -> None:
    assert parse_number(german(number)) == number
    assert parse_number(german(number).replace(".", "\u00a0")) == number


_PIECES = """
etwa über bis zu zwischen und mehrere zwei dreißig hundert Tausende Millionen 1.500 2024 -3
12,5 Prozent Euro $ km der von ein halbes Dutzend Drittel Soldaten , . Uhr 14. Mai § minus
Komma fünf 1/2 - – weitere oder mehr zwei- 3:1 Grad alt Jahre jeder dritte
"""
WORDS = st.lists(st.sampled_from(_PIECES.split()), max_size=9).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(WORDS | st.text(alphabet="0123456789.,-–/ '½%€eE einszwo", max_size=24))
def test_every_mention_cuts_its_own_text_and_none_overlaps(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end
        assert found.text == text[found.start : found.end]
        assert found.start <= found.number.start < found.number.end <= found.end
        end = found.end


@settings(derandomize=True, deadline=None, max_examples=400)
@given(WORDS | st.text(alphabet="0123456789.,-–_/ '½%€eE éeinszwo", max_size=24))
def test_a_document_passes_over_no_word_that_may_begin_a_number(text: str) -> None:
    assert read(text).quantities == find_quantities(text)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(WORDS)
def test_no_interval_is_inverted_and_the_far_holds_the_near(text: str) -> None:
    for found in find_quantities(text):
        for interval in (found.near, found.far):
            assert interval.high is None or interval.low <= interval.high
        assert found.far.low <= found.near.low
        if found.far.high is not None:
            assert found.near.high is not None
            assert found.near.high <= found.far.high


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "1.000" * 3000,
        "hundert" * 3000,
        "drei komma " * 500,
        "9" * 40 + "^99",
        "1/" * 999,
        "9999^99",
        "0^-1",
        "9999^99 Menschen",
        "9" * 35 + "e99",
    ],
)
def test_endless_input_is_no_quantity_and_no_error(text: str) -> None:
    for found in find_quantities(text):
        assert found.text == text[found.start : found.end]


PARSED = [
    ("10.000", 10_000),
    ("9" * 40, 10**40 - 1),
    ("0,8", 0.8),
    ("-1.500", -1500),
    ("1'500", 1500),
    ("300 000", 300_000),
    ("2000", 2000),
    ("1.234,5", 1234.5),
    ("1,28 Millionen", 1_280_000),
    ("5 Mio.", 5_000_000),
    ("zwölftausend", 12_000),
    ("eine halbe Million", 500_000),
    (" 7 ", 7),
]


@pytest.mark.parametrize(("text", "value"), PARSED)
def test_a_value_of_the_ledger(text: str, value: float) -> None:
    assert parse_number(text) == value


NO_VALUES = (
    "", "0.8", "1.5", "10.00", "1.0000", "viele", "etwa 10", "10 Euro", "1,000.5", "3:1", "NaN",
    "-" + "9" * 400, "9" * 400 + ",5",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_VALUES)
def test_what_is_no_value_of_the_ledger(text: str) -> None:
    with pytest.raises(ValueError, match=r"German number|decimals take a comma"):
        parse_number(text)


FIGURES = ["rund 1.500", "2000", "mehr als fünf Millionen", "mindestens 1.000", "500 Mio. Euro"]


@pytest.mark.parametrize("text", FIGURES)
def test_the_words_of_a_figure_are_read_whole(text: str) -> None:
    found = read_figure_text(text)
    assert found is not None
    assert found.text == text
    assert intervals(text) == (found.near, found.far)


def test_four_digits_of_a_figure_are_a_count() -> None:
    found = read_figure_text("2000")
    assert found is not None
    assert (found.kind, found.value) == ("cardinal", 2000)


def test_words_without_a_number_have_no_intervals() -> None:
    assert read_figure_text("viele") is None
    with pytest.raises(ValueError, match="no number"):
        intervals("viele")
