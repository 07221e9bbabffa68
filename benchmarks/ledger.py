"""What every command on a ledger of N claims takes: whole processes, processor time, memory.

``python benchmarks/ledger.py [N …]``, 10000 without a number, from 6000 on. Needs no data: ledgers
are made up, about 0.8 kB a claim, the same for the same N. The first list has no index, the others
have one; a hand edit changes two claims. Each command is measured on a ledger of N/4 claims, too,
and behind its time at N stands by which power of the number of claims it grows in between: 0 for a
time that stays, 1 for one in line with the ledger. What any start takes is left out of that.

Left out are `extract`, `explain`, `schema`, `config`, `completion` and `man`, which need no ledger,
`coverage`, which reads articles that a made-up ledger lacks, `check --fix`, which reads the whole
file without an index, and `review` (benchmarks/review.py).
"""

from __future__ import annotations

import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
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
    """What a process took: processor time, its own and the system's for it, and memory."""

    seconds: float
    megabytes: float
    code: int


def run(folder: Path, *arguments: str) -> Ran:
    """One process, from its start to its end; its user's folders are below ``folder``."""
    folders = {f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "STATE", "CONFIG")}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "EDITOR": "true", **folders}
    for name in ("VISUAL", "PYTHONDONTWRITEBYTECODE"):  # a start would compile the whole program
        environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


def tool(path: Path, *arguments: str) -> Ran:
    program = "from claimtrack.cli import main; main()"
    ledger = () if arguments[0] == "merge-file" else ("--ledger", str(path))
    ran = run(path.parent, "-c", program, *arguments, *ledger)
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


def words(path: Path) -> dict[str, tuple[str, ...]]:
    """Commands that only read, by what they are called in the output."""
    return {
        "list --limit 10": ("list", "--limit", "10"),
        "list --actor": ("list", "--actor", RARE),
        "list --rows figures": ("list", "--rows", "figures", "--actor", RARE, "--format", "json"),
        "list --since": ("list", "--since", "2024-06", "--actor", RARE),
        "list --text": ("list", "--text", "Helferinnen sei bekannt", "--actor", RARE),
        "show": ("show", "claim-000007"),
        "actors": ("actors",),
        "articles": ("articles",),
        "topics": ("topics",),
        "timeline": ("timeline", "--actor", RARE),
        "timeline --topic": ("timeline", "--topic", "Schulen", "--actor", RARE),
        "diff of articles": ("diff", "article-00001", "article-00002"),
        "diff of filters": ("diff", "--a", f"actor={RARE},until=2024-06", "--b",
                            f"actor={RARE},since=2024-07"),
        "conflicts": ("conflicts", "--limit", "10"),
        "conflicts ID ID": ("conflicts", "claim-000007", "claim-000027"),
        "report": ("report", "--actor", RARE, "--output", str(path.with_name("page.html"))),
        "export": ("export", "sqlite", "--output", str(path.with_name("claims.db"))),
        "export parquet": ("export", "parquet", "--output", str(path.with_name("tables"))),
        "check": ("check",),
        "edit ID": ("edit", "claim-000007"),
    }  # fmt: skip


def changes(path: Path) -> dict[str, tuple[str, ...]]:
    """Commands that write."""
    article, table = path.with_name("neu.md"), path.with_name("rows.csv")
    article.write_text(ARTICLE, encoding="utf-8")
    table.write_text(f"claim,actor\nEs fehlten 12 Betten,{RARE}\n", encoding="utf-8")
    base, theirs = path.with_name("base.yaml"), path.with_name("theirs.yaml")
    for copy in (base, theirs):
        shutil.copy(path, copy)
    hand_edit(theirs)
    pair = ("claim-000007", "claim-000027")
    return {
        "set": ("set", "claim-000007", "note=x"),
        "accept": ("accept", "claim-000007"),
        "reject": ("reject", "claim-000009"),
        "note": ("note", "claim-000007", "y"),
        "tag": ("tag", "claim-000007", "z"),
        "tag --remove": ("tag", "claim-000007", "z", "--remove"),
        "rule": ("rule", *pair, "--verdict", "update", "--why", "x"),
        "event": ("event", "join", "article-00001", "article-00002"),
        "event apart": ("event", "apart", "article-00001", "article-00003"),
        "article": ("article", "article-00001", "outlet=x"),
        "topic": ("topic", "Lage", "words=Haushalte"),
        "add": ("add", "--claim", "Es seien 40 Menschen verletzt worden", "--actor", RARE),
        "actor": ("actor", RARE, "aliases+=Schön"),
        "ingest": ("ingest", str(article)),
        "ingest again": ("ingest", str(article)),
        "ingest --prune": ("ingest", str(article), "--prune"),
        "import": ("import", str(table)),
        "undo": ("undo",),
        "merge-file": ("merge-file", str(base), str(path), str(theirs)),
    }


ARTICLE = """\
---
title: Die Brücke bleibt gesperrt
published: 2024-12-30
---
Die Brücke bleibe gesperrt, sagte Erika Schön. Nach Angaben der Stadt Köln wurden 40 Menschen
verletzt. Der Betreiber wies die Vorwürfe zurück.
"""


def tasks(path: Path) -> Iterator[tuple[str, Ran]]:
    listing = ("list", "--actor", RARE)
    yield "cold list", tool(path, *listing)
    time.sleep(SETTLED)
    tool(path, *listing)
    for name, typed in words(path).items():
        if name in FIRST:
            yield f"{name}, first", tool(path, *typed)
        yield name, min((tool(path, *typed) for _ in range(2)), key=lambda ran: ran.seconds)
    hand_edit(path)
    yield "after a hand edit", tool(path, *listing)
    time.sleep(SETTLED)
    tool(path, *listing)
    for name, typed in changes(path).items():
        yield name, tool(path, *typed)
        time.sleep(SETTLED)
        yield f"list after {name}", tool(path, *listing)


FIRST = ("topics", "list --rows figures", "timeline --topic", "conflicts", "report")
"""What the index keeps from the first time on."""

SETTLED = 2.5
"""Seconds after which a file's time stamps are trusted."""


def measure(count: int, fewer: Mapping[str, Ran], start: float) -> dict[str, Ran]:
    """What the commands take on so many claims, and how that grew from what they took on fewer.

    ``start`` are the seconds that a command takes before it looks at a ledger.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(ledger(count))  # never whole here: a process counts its parent's memory
        print(f"{count} claims, {path.stat().st_size / count:.0f} bytes each")
        measured = {}
        for name, ran in tasks(path):
            measured[name] = ran
            power = (
                f"{exponent(fewer[name].seconds - start, ran.seconds - start):8.2f}"
                if name in fewer
                else ""
            )
            print(f"  {name:<28}{ran.seconds:9.3f} s {ran.megabytes:7.0f} MB{power}", flush=True)
    return measured


def exponent(fewer: float, more: float) -> float:
    """By which power of the number of claims a time grows; a millisecond counts as nothing."""
    return math.log(max(more, 0.001) / max(fewer, 0.001)) / math.log(QUARTER)


QUARTER = 4
"""So many times fewer claims a command is measured on to see how it grows."""


def main(arguments: list[str]) -> None:
    passed = min(run(Path(tempfile.gettempdir()), "-c", "pass") for _ in range(5))
    print(f"{'python -c pass':<30}{passed.seconds:9.3f} s {passed.megabytes:7.0f} MB")
    start = min(tool(Path(tempfile.gettempdir()) / "none", "list", "--help") for _ in range(5))
    print(f"{'claimtrack list --help':<30}{start.seconds:9.3f} s {start.megabytes:7.0f} MB")
    for count in map(int, arguments or ["10000"]):
        measure(count, measure(count // QUARTER, {}, start.seconds), start.seconds)


if __name__ == "__main__":
    main(sys.argv[1:])
