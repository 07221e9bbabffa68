"""Derive ``claimtrack/lexicon/word_rarity.tsv`` from the PyPI package wordfreq.

usage: python scripts/build_word_rarity.py > claimtrack/lexicon/word_rarity.tsv

Run it where wordfreq (3.1.1) and claimtrack are installed. The data of wordfreq is under
CC BY-SA 4.0, and so is the derived table, see ``claimtrack/lexicon/word_rarity.LICENSE.md``. The
frequencies of all words of one stem are added up; stems rarer than once in a million words are left
out. One line a frequency: ``zipf<TAB>stem stem …``, the logarithm of the number of times in a
billion words, to one decimal.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterator

from claimtrack.lexicon.stems import stem

LEAST = 3.0
"""Zipf frequency from which on a stem is listed: once in a million words."""

HEAD = """\
# How common German words are, by their stems: 10 ** zipf times in a billion words.
# Derived from the PyPI package wordfreq by scripts/build_word_rarity.py; CC BY-SA 4.0,
# see word_rarity.LICENSE.md.
# Columns: zipf, stems parted by blanks. A stem that is not listed is rarer than all of these."""


def main() -> None:
    """Write the table to standard output."""
    from wordfreq import get_frequency_dict

    sys.stdout.reconfigure(encoding="utf-8")
    print(HEAD)
    for line in lines(get_frequency_dict("de", wordlist="large")):
        print(line)


def lines(frequencies: dict[str, float]) -> Iterator[str]:
    """The rows of the table, the most frequent stems first."""
    stems: dict[str, float] = defaultdict(float)
    for word, frequency in frequencies.items():
        if word.isalpha() and len(word) > 2:
            stems[stem(word)] += frequency
    rows: dict[float, list[str]] = defaultdict(list)
    for key, frequency in stems.items():
        zipf = round(math.log10(frequency) + 9, 1)
        if zipf >= LEAST:
            rows[zipf].append(key)
    for zipf in sorted(rows, reverse=True):
        yield f"{zipf}\t{' '.join(sorted(rows[zipf]))}"


if __name__ == "__main__":
    main()
