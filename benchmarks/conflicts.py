"""What ``conflicts.find`` finds in a ledger, and how its time and memory grow.

With a ledger: the number of pairs by kind and verdict, and how many of them are shown.
Without: makes ledgers of 1 000, 10 000 and 100 000 claims on events of their own, twenty claims
each from six articles, and prints seconds, seconds per thousand claims, peak memory and what was
found. Run: ``python benchmarks/conflicts.py [LEDGER | CLAIMS …]``
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from claimtrack.conflicts import find
from claimtrack.ledger import load
from claimtrack.model import Claim, Figure, Interval, Ledger, Mention, Source, Span

PER_EVENT = 20
ARTICLES = 6
SYLLABLES = ("bar", "dor", "fel", "gan", "hil", "kor", "lom", "mun", "nel", "pol", "ras", "tim")
ACTORS = ("Polizei", "Feuerwehr", "Bürgermeister", "Gewerkschaft", "Innenministerium", "Landrat")
COUNTED = (
    ("In {place} seien {number} Menschen getötet worden", "Menschen", "killed"),
    ("In {place} gebe es {number} Verletzte", "Verletzte", "wounded"),
    ("In {place} hätten {number} Menschen demonstriert", "Menschen", "attending"),
    ("In {place} seien {number} Häuser zerstört worden", "Häuser", "destroyed"),
)
TOLD = (
    ("accuses", "die Behörden in {place} hätten Zeugen bestochen"),
    ("denies", "die Behörden in {place} hätten Zeugen bestochen"),
    ("asserts", "in {place} sei die Lage wieder ruhig"),
    ("confirms", "die Schule in {place} werde geschlossen"),
)


def main() -> None:
    asked = sys.argv[1:]
    if asked and not asked[0].isdigit():
        count(Path(asked[0]))
    else:
        grow([int(size) for size in asked] or [1_000, 10_000, 100_000])


def count(path: Path) -> None:
    held, problems = load(path)
    found = find(held)
    print(f"{len(held.claims)} claims, {len(held.sources)} articles, {len(problems)} problems")
    print(f"{'kind':<10} {'verdict':<16} {'pairs':>6} {'shown':>6}")
    pairs = Counter((each.kind, each.verdict) for each in found)
    shown = Counter((each.kind, each.verdict) for each in found if each.shown)
    for kind, verdict in sorted(pairs):
        key = kind, verdict
        print(f"{kind:<10} {verdict:<16} {pairs[key]:>6} {shown[key]:>6}")
    print(f"{'all':<27} {pairs.total():>6} {shown.total():>6}")


def grow(sizes: Sequence[int]) -> None:
    find(ledger(100))  # word lists are read once
    print(f"{'claims':>8} {'seconds':>8} {'per 1000':>9} {'peak MB':>8}  found")
    for size in sizes:
        held = ledger(size)
        start = time.perf_counter()
        found = find(held)
        spent = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        verdicts = Counter(each.verdict for each in found)
        told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
        print(f"{size:>8} {spent:>8.2f} {1000 * spent / size:>9.4f} {peak:>8.0f}  {told}")


def ledger(size: int) -> Ledger:
    """A ledger of so many claims; the same size gives the same ledger."""
    chance = random.Random(size)
    claims: list[Claim] = []
    sources: list[Source] = []
    for number in range(size // PER_EVENT):
        place = name(chance)
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
        sources += articles(number, place, day)
        claims += event(number, place, chance)
    return Ledger("claims.yaml", sources=tuple(sources), claims=tuple(claims))


def name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=5)).capitalize()


def articles(number: int, place: str, day: date) -> Iterator[Source]:
    for at in range(ARTICLES):
        told = (day + timedelta(days=at // 2)).isoformat()
        yield Source(f"{number}-{at}", title=f"Unruhe in {place}", published=told)


def event(number: int, place: str, chance: random.Random) -> Iterator[Claim]:
    for at in range(PER_EVENT):
        article, actor = f"{number}-{at % ARTICLES}", chance.choice(ACTORS)
        figures: tuple[Figure, ...] = ()
        if at % 2:
            stance, words = chance.choice(TOLD)
            text = words.format(place=place)
        else:
            stance = "asserts"
            text, figures = counted(place, chance)
        quote = Mention(text, (Span(at * 200, at * 200 + len(text)),))
        yield Claim(
            f"{number}-{at}", article, (actor,), stance=stance, figures=figures, quote=quote
        )


def counted(place: str, chance: random.Random) -> tuple[str, tuple[Figure, ...]]:
    words, what, state = chance.choice(COUNTED)
    value = chance.choice((40, 50, 120, 3000))
    exact = Interval(value, value)
    text = words.format(place=place, number=value)
    return text, (Figure(str(value), what, state, value, exact, exact),)


if __name__ == "__main__":
    main()
