from __future__ import annotations

import pytest

from claimtrack.model import Interval
from claimtrack.text import in_words, number


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (12_000, "12,000"), (1.5, "1.5"), (0, "0"), (999_999, "999,999"),
        (1_000_000, "1 million"), (1_280_000, "1.28 million"), (2_300_000_000, "2.3 billion"),
        (4_000_000_000_000, "4 trillion"), (1_234_567, "1,234,567"),
        (12_345_000_000, "12.345 billion"),
    ],
)  # fmt: skip
def test_numbers(value: float, told: str) -> None:
    assert number(value) == told


@pytest.mark.parametrize(
    ("interval", "told"),
    [((2000, 9999), "2,000 to 9,999"), ((60, None), "at least 60"), ((0, 40), "at most 40"),
     ((12000, 12000), "12,000"), ((6.3, 6.3), "6.3"), ((3e9, None), "at least 3 billion")],
)  # fmt: skip
def test_in_words(interval: tuple[float, float | None], told: str) -> None:
    assert in_words(Interval(*interval)) == told
