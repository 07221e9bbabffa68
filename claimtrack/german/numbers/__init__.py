"""German numbers: found in a text with all that hedges, measures and counts them, or parsed alone.

:func:`find_quantities` reads running text, :func:`parse_number` a value of the ledger,
:func:`read_figure_text` and :func:`intervals` the words of a figure.
"""

from claimtrack.german.numbers.counted_phrase import Counted, counted_after
from claimtrack.german.numbers.ledger import intervals, parse_number, read_figure_text
from claimtrack.german.numbers.quantity import COUNTED, Numeral, Quantity
from claimtrack.german.numbers.quantity_search import find_quantities
from claimtrack.german.numbers.starting_words import beginnings

__all__ = [
    "COUNTED",
    "Counted",
    "Numeral",
    "Quantity",
    "beginnings",
    "counted_after",
    "find_quantities",
    "intervals",
    "parse_number",
    "read_figure_text",
]
