"""Whether time grows in line with the text: ``benchmarks/growth.py [--size KB] [SHAPE …]``.

Each shape of bad input is read at a size, twice and four times of it (250 kB). Shown are seconds
of processor time; ``growth`` is the exponent between the smallest and the largest, 1 for time in
line with the text, 2 for time with its square. Exit code 1 when a shape grows faster than 1.3.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
from collections.abc import Callable
from time import process_time

from claimtrack.extract import extract
from claimtrack.model import Article

MOST = 1.3
"""The exponent above which time does not grow in line with the text."""

PROSE = (
    "Die Bürgermeisterin sagte am Montag, rund 300 Menschen seien betroffen, laut Polizei wurden "
    "„mindestens 20 Häuser“ beschädigt, und der Landrat erklärte, dass Hilfe unterwegs sei. "
)
SPEECH = "Der Wirt Karl Amann sagte: „Es war eine lange Nacht.“ Er fügte hinzu, er sei müde.\n"


def _noise(size: int) -> str:
    return random.Random(size).randbytes(size).decode("latin-1")


def _nested(size: int) -> str:
    deep = "„Er sagte: " * 50 + "Nein." + "“" * 50 + "\n"
    return _filled(deep, size)


def _filled(part: str, size: int) -> str:
    return (part * (size // len(part) + 1))[:size]


def _numbered(part: str, size: int) -> str:
    """Paragraphs of which none is a copy of another."""
    return "".join(f"In Ort {at} war Markt. {part}" for at in range(size // (len(part) + 24)))


SHAPES: dict[str, Callable[[int], str]] = {
    "prose": lambda size: _numbered(PROSE + "\n", size),
    "speech": lambda size: _numbered(SPEECH, size),
    "one line": lambda size: _filled(PROSE, size),
    "one sentence": lambda size: _filled(PROSE.replace(". ", ", "), size),
    "one word": lambda size: "a" * size,
    "noise": _noise,
    "opening marks": lambda size: "„" * size,
    "opening marks and words": lambda size: _filled("„Wort ", size),
    "closing marks": lambda size: "“" * size,
    "straight marks": lambda size: _filled('"a ', size),
    "nested quotations": _nested,
    "dass, dass": lambda size: _filled("dass, ", size),
    "commas": lambda size: "," * size,
    "laut": lambda size: _filled("laut ", size),
    "laut Polizei": lambda size: _filled("laut Polizei ", size),
    "sagte": lambda size: _filled("sagte er, ", size),
    "und": lambda size: _filled("und sagte ", size),
    "names": lambda size: _filled("Anna Weber ", size),
    "new names": lambda size: _filled(_people(), size),
    "brackets": lambda size: "(" * size,
    "bracketed": lambda size: _filled("Amt (AB) ", size),
    "full stops": lambda size: "." * size,
    "numbers": lambda size: _filled("rund 300 von 1.000 ", size),
    "digits": lambda size: "1" * size,
    "dates": lambda size: _filled("am 14. Oktober 2024 ", size),
    "hyphens": lambda size: _filled("a-", size),
    "line breaks": lambda size: _filled("a\n", size),
    "blanks": lambda size: " " * size + "a",
    "combining": lambda size: "a" + "\u0308" * size,
    "zero width": lambda size: "\u200b" * size,
    "capitals": lambda size: _filled("Wort ", size),
    "relative clauses": lambda size: _filled("der Mann, der sagte, dass ", size),
    "hearsay": lambda size: _filled("Er soll gesagt haben, sie sei da. ", size),
}


def _people() -> str:
    letters = "bdfgklmnprst"
    names = (f"{a.upper()}a{b}el {c.upper()}o{d}mann" for a in letters for b in letters
             for c in letters for d in letters)  # fmt: skip
    return "".join(f"{name} sagte, es sei spät. " for name in names)


def seconds(text: str) -> float:
    """Processor time of reading a text."""
    begin = process_time()
    extract(Article("growth", text, published="2024-10-14"))
    return process_time() - begin


def measure(shape: str, size: int) -> float:
    """Print one line of the table; the exponent of growth."""
    times = [seconds(SHAPES[shape](size * times)) for times in (1, 2, 4)]
    growth = math.log(max(times[2], 0.001) / max(times[0], 0.001), 4)
    columns = "".join(f"{value:10.2f}" for value in times)
    print(f"{shape:26}{columns}{growth:10.2f}", flush=True)
    return growth if times[2] > 0.5 else 0.0


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("shapes", nargs="*", metavar="SHAPE", help="of these only")
    ap.add_argument("--size", type=int, default=250, metavar="KB", help="the smallest size")
    args = ap.parse_args()
    gc.set_threshold(100_000)  # as the command line has it
    seconds(PROSE)  # the lexicons are read
    heads = "".join(f"{args.size * times:7} kB" for times in (1, 2, 4))
    print(f"{'':26}{heads}{'growth':>10}")
    growths = [measure(shape, args.size * 1000) for shape in args.shapes or SHAPES]
    return int(max(growths) > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
