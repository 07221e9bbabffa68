"""What is found in a ledger, and how the time and memory of finding it grow.

With a ledger: the number of pairs by kind and verdict, and how many of them are shown.
Without: ledgers of 1 000, 10 000 and 100 000 claims of each kind of ``events.py`` are made. For
each: ``claimtrack conflicts`` as whole processes, beside ``python -c pass``: cold (no index),
warm (nothing changed), after a hand edit of two claims; then ``conflicts.find`` alone in this
process, the ledger in memory; and a thousand claims on one event with their texts. Seconds and peak
memory, and what was found.
Run: ``python benchmarks/conflicts.py [LEDGER | CLAIMS …]``
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from events import KINDS, Kind, crowd, ledger, text
from ledger import SETTLED, Ran, hand_edit, run, tool

from claimtrack.conflicts import find
from claimtrack.ledger import load


def main() -> None:
    asked = sys.argv[1:]
    if asked and not asked[0].isdigit():
        count(Path(asked[0]))
        return
    sizes = [int(size) for size in asked] or [1_000, 10_000, 100_000]
    passed = min(run(Path(tempfile.gettempdir()), "-c", "pass") for _ in range(5))
    print(f"{'python -c pass':<34}{passed.seconds:8.3f} s {passed.megabytes:6.0f} MB")
    for name, kind in KINDS.items():
        for size in sizes:
            processes(name, size, kind)
    for name, kind in KINDS.items():
        grow(name, sizes, kind)
    one_event(1_000)


def one_event(size: int) -> None:
    """What so many claims on one event take, the texts of all articles in memory."""
    book, texts = crowd(size)
    began = time.process_time()
    found = find(book, texts=lambda source: texts[source.id])
    took = time.process_time() - began
    print(f"{'one event of ' + str(size) + ' claims':<34}{took:8.3f} s CPU  {len(found)} pairs")


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


def processes(name: str, size: int, kind: Kind) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(text(size, kind))  # never whole: a process counts its parent's memory
        for told, ran in tasks(path):
            what = f"{name:<6}{size:>8} claims, {told}"
            print(f"{what:<34}{ran.seconds:8.3f} s {ran.megabytes:6.0f} MB", flush=True)


def tasks(path: Path) -> Iterator[tuple[str, Ran]]:
    yield "cold", tool(path, "conflicts")
    time.sleep(SETTLED)
    tool(path, "conflicts")
    yield "warm", min(tool(path, "conflicts") for _ in range(3))
    hand_edit(path)
    yield "after an edit", tool(path, "conflicts")


def grow(name: str, sizes: Sequence[int], kind: Kind) -> None:
    find(ledger(100, kind))  # word lists are read once
    print(f"{name:<6}{'claims':>8} {'seconds':>8} {'per 1000':>9} {'peak MB':>8}  found")
    for size in sizes:
        held = ledger(size, kind)
        start = time.perf_counter()
        found = find(held)
        spent = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        verdicts = Counter(each.verdict for each in found)
        told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
        print(f"{size:>14} {spent:>8.2f} {1000 * spent / size:>9.4f} {peak:>8.0f}  {told}")


if __name__ == "__main__":
    main()
