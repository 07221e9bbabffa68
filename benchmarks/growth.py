"""Whether time grows in line with the text: ``benchmarks/growth.py [--size KB] [SHAPE …]``.

Each shape of bad input is read at a size, twice and four times of it (250 kB): extracted as an
article, or put through one reader, whose name it then begins with. Shown are seconds
of processor time; ``growth`` is the exponent between the smallest and the largest, 1 for time in
line with the text, 2 for time with its square. Exit code 1 when a shape grows faster than 1.3.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from claimtrack.article import blocks, read
from claimtrack.extract import extract
from claimtrack.german.dates import find_dates
from claimtrack.german.numbers import find_quantities
from claimtrack.ledger import read_text
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
    "commas and verbs": lambda size: _filled("sei, ", size),
    "verbs": lambda size: _filled("er werde ", size),
    "quoted words": lambda size: _filled("„A“ ", size),
    "capitals": lambda size: _filled("Wort ", size),
    "relative clauses": lambda size: _filled("der Mann, der sagte, dass ", size),
    "hearsay": lambda size: _filled("Er soll gesagt haben, sie sei da. ", size),
}


def _ledger(text: str) -> object:
    return read_text("version: 1\n" + text, "growth")


def _dates(text: str) -> object:
    return find_dates(text, "2024-10-14")


def _people() -> str:
    letters = "bdfgklmnprst"
    names = (f"{a.upper()}a{b}el {c.upper()}o{d}mann" for a in letters for b in letters
             for c in letters for d in letters)  # fmt: skip
    return "".join(f"{name} sagte, es sei spät. " for name in names)


def _extracted(text: str) -> None:
    extract(Article("growth", text, published="2024-10-14"))


def _file(name: str) -> Callable[[str], object]:
    """Reads a text as the file of this name."""

    def read_file(text: str) -> object:
        with TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_text(text, encoding="utf-8", newline="\n")
            return read(path)

    return read_file


def _between(before: str, part: str, after: str) -> Callable[[int], str]:
    return lambda size: before + _filled(part, size) + after


READERS: dict[str, tuple[Callable[[str], object], Callable[[int], str]]] = {
    "blocks: navigation": (blocks, _between("Es ist so. ", "Start  |  ", "!")),
    "blocks: agencies": (blocks, _between("Es ist so. ", "dpa/", "!")),
    "blocks: credits": (blocks, _between("Es ist so. ", "© a ", "!")),
    "blocks: lines": (blocks, _between("", "Start  |  Ende\n", "")),
    "md: field of blanks": (_file("a.md"), _between("---\ntitle: a:", " ", "x\n---\nEs ist so.")),
    "md: field of colons": (_file("a.md"), _between("---\ntitle: a", ":b", "\n---\nEs ist so.")),
    "md: stamp": (_file("a.md"), _between("---\npublished: 2024-10-14T10:00", "x", " y\n---\na")),
    "md: rules": (_file("a.md"), _between("---\n", "--- -\n", "---\nEs ist so.")),
    "txt: carriage returns": (_file("a.txt"), _between("Es ist so.", "\r", "")),
    "jsonl: one line": (_file("a.jsonl"), _between('{"text": "Es ist so. ', "a ", '"}')),
    "jsonl: depth": (_file("a.jsonl"), _between('{"text": ', "[", "}")),
    "jsonl: lines": (_file("a.jsonl"), _between("", '{"text": "Es ist so."}\n', "")),
    "html: depth": (_file("a.html"), _between("<html><body>", "<b>", "Es ist so.")),
    "html: paragraphs": (_file("a.html"), _between("<html><body>", "<p>Es ist so.</p>", "")),
    "html: attributes": (_file("a.html"), _between("<html><body ", "a=1 ", "><p>Es ist so.")),
    "html: open tags": (_file("a.html"), _between("<html><body><p>Es ist so.", "<", "")),
    "yaml: unknown fields": (_ledger, lambda size: "".join(f"f{n}: x\n" for n in range(size // 9))),
    "yaml: fields of a claim": (_ledger, lambda size: "claims:\n  - claim: a\n" + "".join(
        f"    f{n}: x\n" for n in range(size // 12))),
    "yaml: depth": (_ledger, _between("claims: ", "[", "")),
    "yaml: comments": (_ledger, _between("", "# a\r\n", "x\r\nclaims: []\n")),
    "yaml: one list": (_ledger, _between("claims:\n  - claim: a\n    tags: [", "a, ", "b]\n")),
    "dates: of a list": (_dates, _between("", "1., 2. und ", "Mai")),
    "dates: feasts": (_dates, _between("", "Ostern ", "")),
    "dates: ranges": (_dates, _between("", "vom 1. bis ", "")),
    "numbers: one word": (find_quantities, _between("", "zwanzig", "")),
    "numbers: fractions": (find_quantities, _between("", "1/2 ", "")),
    "numbers: paragraphs of laws": (find_quantities, _between("", "§ 1, ", "")),
}  # fmt: skip
"""What one reader does with its worst input."""


def seconds(shape: str, size: int) -> float:
    """Processor time of reading a shape of this size."""
    work, make = READERS.get(shape) or (_extracted, SHAPES[shape])
    text = make(size)
    begin = process_time()
    work(text)
    return process_time() - begin


def measure(shape: str, size: int) -> float:
    """Print one line of the table; the exponent of growth."""
    times = [seconds(shape, size * times) for times in (1, 2, 4)]
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
    _extracted(PROSE)  # the lexicons are read
    heads = "".join(f"{args.size * times:7} kB" for times in (1, 2, 4))
    print(f"{'':26}{heads}{'growth':>10}")
    growths = [measure(shape, args.size * 1000) for shape in args.shapes or (*SHAPES, *READERS)]
    return int(max(growths) > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
