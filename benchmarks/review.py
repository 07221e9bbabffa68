"""How fast the review screen is at N claims: start to first paint, a key, decisions, taking back.

``python benchmarks/review.py [N]``, 10000 without a number. Needs textual and no data: the ledger
is that of ``benchmarks/ledger.py``. Processor seconds of this process, which a busy machine changes
little; the first paint counts from the import of the screen on, whose modules are compiled before.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledger import ledger

if TYPE_CHECKING:
    from claimtrack.review.review_app import Review

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
        compile_modules()
        print("\n".join(asyncio.run(measured(path))))


def compile_modules() -> None:
    """As after the first start, also where the environment keeps Python from writing bytecode."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    compiling = [sys.executable, "-m", "compileall", "-q", "claimtrack"]
    subprocess.run(compiling, cwd=Path(__file__).parents[1], env=environment, check=True)


async def measured(path: Path) -> list[str]:
    start = time.process_time()
    from claimtrack.cli.by_hand import reviewing

    app = reviewing.screen(path, reviewing.services(None), lambda found: found.claims, "article")
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
        for name, write in written(app, path):
            start = time.process_time()
            for number in range(TIMES):
                write(number)
            await pilot.pause()
            told.append(f"{(time.process_time() - start) / TIMES:7.3f}  {name}")
    return told


def written(app: Review, path: Path) -> Iterator[tuple[str, Callable[[int], None]]]:
    """What V and x write, without the articles that the made-up ledger does not have."""
    from claimtrack import ledger
    from claimtrack.model import Article, Ruling, Span

    def rule(number: int) -> None:
        ledger.rule(path, Ruling((f"claim-{number:06d}", "claim-000100"), "update"))
        app.session.written("ruling", "claim-000100")
        app.paint()

    def pass_over(number: int) -> None:
        article = Article(id="article-00003", body="Am Morgen kamen viele.")
        ledger.pass_over(path, article, [Span(number, number + 3)])
        app.session.written("passage", "claim-000100")
        app.paint()

    yield from (("ruling", rule), ("passing over", pass_over))


if __name__ == "__main__":
    main()
