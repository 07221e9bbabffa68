"""Numbers as an analyst writes them in a ledger: values, and the words of a figure."""

from __future__ import annotations

from claimtrack.german.numbers.digits import parse_digits
from claimtrack.german.numbers.quantity import Quantity
from claimtrack.german.numbers.quantity_search import find_quantities
from claimtrack.german.numbers.scan import numerals
from claimtrack.model import Interval

_READ_AS_COUNT = frozenset({"year", "label", "score"})


def parse_number(text: str) -> float:
    """The value of a number written by a German analyst: ``10.000`` is ten thousand.

    Digits with German point and comma, or words: 0,8 · -1.500 · 300 000 · 1,28 Mio. · zwölftausend.
    Raises ValueError for anything else, ``0.8`` too.
    """
    written = text.strip()
    value = parse_digits(written)
    if value is not None:
        return value
    found = next(numerals(written), None)
    whole = found and (found.start, found.end) == (0, len(written))
    if not found or not whole or found.kind not in ("cardinal", "fraction", "one"):
        raise ValueError(f"not a German number such as 10.000 or 0,8: {text!r}")
    if "." in written and written.replace(".", "").lstrip("-+").isdigit():
        raise ValueError(f"the point parts thousands, decimals take a comma: {text!r}")
    return found.low


def read_figure_text(text: str) -> Quantity | None:
    """The quantity that a figure's own words mean; None when they name no number.

    Four digits alone are a count here, not a year: a ledger says that it is a figure.
    """
    for quantity in find_quantities(text):
        if quantity.kind in _READ_AS_COUNT:
            return quantity._replace(kind="cardinal")
        return quantity
    return None


def intervals(text: str) -> tuple[Interval, Interval]:
    """The near and the far interval of a figure's words. Raises ValueError when they are none."""
    quantity = read_figure_text(text)
    if quantity is None:
        raise ValueError(f"no number in these words: {text!r}")
    return quantity.near, quantity.far
