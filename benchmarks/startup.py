"""How long whole processes take: the small commands, beside `python -c pass`.

    python benchmarks/startup.py [--articles data/articles] [--runs 9]

Reads the articles into a ledger of its own, then prints the median and the best of some runs of
each command in seconds: wall clock, output thrown away. `import typer` is what the command line
costs before it does anything. An editable installation is some 20 ms slower than an ordinary one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

PYTHON = [sys.executable, "-c"]
CLAIMTRACK = [*PYTHON, "from claimtrack.cli import main; main()"]


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seconds(command: list[str]) -> float:
    start = perf_counter()
    run(command)
    return perf_counter() - start


def commands(ledger: Path, ident: str, articles: Path) -> Iterator[tuple[str, list[str]]]:
    yield "python -c pass", [*PYTHON, "pass"]
    yield "python -c 'import typer'", [*PYTHON, "import typer"]
    for words in (["--help"], ["list", "--help"], ["schema"]):
        yield f"claimtrack {' '.join(words)}", [*CLAIMTRACK, *words]
    for words in (
        ["list"], ["list", "--actor", "Rutte"], ["list", "--topic", "Soldaten"], ["show", ident],
        ["actors"], ["articles"], ["topics"], ["conflicts"], ["check"], ["extract", str(articles)],
    ):  # fmt: skip
        yield f"claimtrack {' '.join(words)}", [*CLAIMTRACK, *words, "--ledger", str(ledger)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=Path, default=Path("data/articles"))
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "claims.yaml"
        run([*CLAIMTRACK, "ingest", str(given.articles), "--ledger", str(ledger)])
        print(f"{'':36}{'median':>8}{'best':>8}  seconds, {given.runs} runs")
        for name, command in commands(ledger, _first_id(ledger), given.articles):
            seconds(command)  # the first finds nothing in the caches
            took = sorted(seconds(command) for _ in range(given.runs))
            print(f"{name:36}{took[len(took) // 2]:8.3f}{took[0]:8.3f}", flush=True)


def _first_id(ledger: Path) -> str:
    from claimtrack.ledger import load

    return load(ledger)[0].claims[0].id


if __name__ == "__main__":
    main()
