"""How fast a ledger of N claims is listed, edited and checked: whole processes, wall clock.

``python benchmarks/ledger.py [N …]``, 10000 without a number. Needs no data: ledgers are made up,
about 0.8 kB a claim, the same for the same N. Cold is without an index, warm with one; a hand edit
changes two claims. Beside each time the most memory that the process had.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

ACTORS = ("Anna Weber", "Deutscher Wetterdienst", "Jörg Lindner", "Stadt Köln", "Ilse Kühn")
RARE = "Erika Schön"
"""Who makes one claim in five hundred: what a list of one actor is about."""

VERBS = ("erwartet", "habe gezählt", "sei bekannt", "bestreite", "plane", "rechne mit")
NOUNS = ("Helferinnen", "Haushalten", "Betrieben", "Schulen", "Einsatzkräften", "Anträgen")
STATES = ("planned", "sent", "active", "missing")


def claim(number: int, chance: random.Random) -> str:
    """One claim of about 0.8 kB."""
    noun, verb = chance.choice(NOUNS), chance.choice(VERBS)
    count = f"{chance.randint(2, 90)}.{chance.randint(0, 999):03d}"
    start = chance.randint(100, 9000)
    words = f"dass die Verwaltung der Region {verb}, rund {count} von den {noun} seien betroffen"
    return f"""\
  - id: claim-{number:06d}
    actor: {RARE if number % 500 == 250 else chance.choice(ACTORS)}
    via: [Nachrichtenagentur {number % 7}]
    quote: {words}, was die Lage nach Einschätzung der Fachleute in den kommenden Wochen noch einmal deutlich verändern werde, zumal weitere Zahlen aus den Nachbarkreisen erst am Ende des Monats vorlägen und bis dahin auch die Träger der Einrichtungen um Auskunft gebeten worden seien, wie es in der Sitzung des Ausschusses hieß, ohne dass dort schon ein Beschluss gefasst worden wäre
    said: 2024-{1 + number % 12:02d}-{1 + number % 28:02d}
    stance: asserts
    confidence: stated
{_figure(number, count, noun, chance)}    kind: indirect
    article: article-{number // 20:05d}
    at: {start}-{start + 240}
    read: {{rule: verb+konjunktiv, score: 0.93, speaker: {start - 30}-{start - 20}, cue: {start - 19}-{start - 12}, as: {number:06x}}}
"""  # noqa: E501


def _figure(number: int, count: str, noun: str, chance: random.Random) -> str:
    """Figures for every third claim, as in news."""
    if number % 3:
        return ""
    return (
        "    figures:\n"
        f"      - {{text: rund {count}, what: {noun}, state: {chance.choice(STATES)}}}\n"
    )


def ledger(count: int) -> Iterator[str]:
    """The text of a ledger of so many claims, twenty to an article."""
    chance = random.Random(count)
    yield "version: 1\n\narticles:\n"
    for number in range((count + 19) // 20):
        yield f"  - {{id: article-{number:05d}, title: Artikel {number}, published: 2024-12-31}}\n"
    yield "\nclaims:\n"
    yield from (claim(number, chance) for number in range(count))


class Ran(NamedTuple):
    """What a process took."""

    seconds: float
    megabytes: float
    code: int


def run(folder: Path, *arguments: str) -> Ran:
    """One process, from its start to its end; its user's folders are below ``folder``."""
    kept = {f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "STATE")}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **kept}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(time.perf_counter() - start, used.ru_maxrss / 1024, process.returncode)


def tool(path: Path, *arguments: str) -> Ran:
    program = "from claimtrack.cli import main; main()"
    ran = run(path.parent, "-c", program, *arguments, "--ledger", str(path))
    if ran.code:
        raise SystemExit(f"claimtrack {' '.join(arguments)}: exit code {ran.code}")
    return ran


def hand_edit(path: Path) -> None:
    """Two claims changed as by hand, one early, one late in the file."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        for at in (size // 4, size * 9 // 10):
            file.seek(at)
            place = at + file.read(4000).index(b"stance: asserts")
            file.seek(place)
            file.write(b"stance: accuses")


def tasks(path: Path) -> Iterator[tuple[str, Ran]]:
    listing = ("list", "--actor", RARE)
    yield "cold list --actor", tool(path, *listing)
    time.sleep(SETTLED)
    tool(path, *listing)
    yield "warm list --actor", min(tool(path, *listing) for _ in range(5))
    hand_edit(path)
    yield "after a hand edit", tool(path, *listing)
    time.sleep(SETTLED)
    tool(path, *listing)
    yield "set one field", tool(path, "set", "claim-000007", "note=x")
    yield "after set", tool(path, *listing)
    yield "check", tool(path, "check")


SETTLED = 2.5
"""Seconds after which a file's time stamps are trusted."""


def measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(ledger(count))  # never whole here: a process counts its parent's memory
        print(f"{count} claims, {path.stat().st_size / count:.0f} bytes each")
        for name, ran in tasks(path):
            print(f"  {name:<20}{ran.seconds:9.3f} s {ran.megabytes:7.0f} MB", flush=True)


def main(arguments: list[str]) -> None:
    passed = min(run(Path(tempfile.gettempdir()), "-c", "pass") for _ in range(5))
    print(f"{'python -c pass':<22}{passed.seconds:9.3f} s {passed.megabytes:7.0f} MB")
    for count in arguments or ["10000"]:
        measure(int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
