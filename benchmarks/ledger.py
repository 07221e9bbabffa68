"""How fast a ledger of N claims is read, edited and checked.

``python -m benchmarks.ledger [N …]``, 10000 without a number.

Ledgers are made up, about 0.8 kB a claim, the same for the same N.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ACTORS = ("Anna Weber", "Deutscher Wetterdienst", "Jörg Lindner", "Stadt Köln", "Ilse Kühn")
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
    actor: {chance.choice(ACTORS)}
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


def ledger(count: int) -> str:
    """A ledger of so many claims, twenty to an article."""
    chance = random.Random(count)
    articles = "".join(
        f"  - {{id: article-{number:05d}, title: Artikel {number}, published: 2024-12-31}}\n"
        for number in range((count + 19) // 20)
    )
    claims = "".join(claim(number, chance) for number in range(count))
    return f"version: 1\n\narticles:\n{articles}\nclaims:\n{claims}"


def _tasks(path: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    from claimtrack import ledger as book

    yield "load, validate", lambda: book.load(path)
    yield "set one field, on disk", lambda: book.set_fields(path, ["claim-000007"], {"note": "x"})
    yield "check, without articles", lambda: book.check(path)


def _times(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        path.write_text(ledger(count), encoding="utf-8")
        size = path.stat().st_size / count
        print(f"{count} claims, {size:.0f} bytes each")
        for name, run in _tasks(path):
            start = time.perf_counter()
            run()
            print(f"  {name:<24}{time.perf_counter() - start:8.3f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {'peak memory':<24}{peak:8.0f} MB")


def main(arguments: list[str]) -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    print(f"python -c pass            {time.perf_counter() - start:8.3f} s")
    for count in arguments or ["10000"]:
        _times(int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
