"""How fast numbers are found: ``benchmarks/quantities.py PATH…`` prints MB a second and counts."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from claimtrack.german.numbers import find_quantities


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    texts = [path.read_text(encoding="utf-8") for path in parser.parse_args().paths]
    find_quantities("1 Million Euro, mehr als zehn Kilometer")  # tables and patterns are built once
    size = sum(len(text.encode()) for text in texts) / 1e6
    start = time.perf_counter()
    kinds = Counter(quantity.kind for text in texts for quantity in find_quantities(text))
    seconds = time.perf_counter() - start
    print(f"{size:.2f} MB in {seconds:.2f} s: {size / seconds:.2f} MB/s")
    for kind, count in kinds.most_common():
        print(f"{count:8} {kind}")


if __name__ == "__main__":
    main()
