"""How fast the review screen is at N claims: start to first paint, a key, a decision, taking back.

``python benchmarks/review.py [N]``, 10000 without a number. Needs textual and no data: the ledger
is that of ``benchmarks/ledger.py``. Processor seconds of this process, which a busy machine changes
little; the first paint counts from the import of the screen on.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledger import ledger

KEYS = (("j", "next claim"), ("a", "accept"), ("3", "credibility"), ("u", "take back"))
TIMES = 5


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "STATE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name)
        path = Path(folder) / "claims.yaml"
        path.write_text("".join(ledger(count)), encoding="utf-8")
        from claimtrack.ledger import load

        load(path)
        print("\n".join(asyncio.run(measured(path))))


async def measured(path: Path) -> list[str]:
    start = time.process_time()
    from claimtrack.cli import reviewing
    from claimtrack.review.app import Review

    app = Review(path, reviewing.services(None), lambda found: found.claims, "article")
    told = []
    async with app.run_test(size=(140, 40)) as pilot:
        told.append(f"{time.process_time() - start:7.3f}  start to first paint")
        await pilot.pause(0.5)
        for key, name in KEYS:
            taken = []
            for _ in range(TIMES):
                start = time.process_time()
                await pilot.press(key)
                await pilot.pause()
                taken.append(time.process_time() - start)
            told.append(f"{sorted(taken)[TIMES // 2]:7.3f}  {name}")
    return told


if __name__ == "__main__":
    main()
