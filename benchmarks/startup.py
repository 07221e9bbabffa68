"""How long whole processes take: `--help`, `list` and `extract`, beside `python -c pass`.

    python benchmarks/startup.py [--ledger data/claims.yaml] [--articles data/articles] [--runs 9]

Prints the median and the best of some runs in seconds, wall clock, output thrown away.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from time import perf_counter

CLAIMTRACK = "from claimtrack.cli import main; main()"


def seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - start


def commands(ledger: str, articles: str) -> dict[str, list[str]]:
    tool = [sys.executable, "-c", CLAIMTRACK]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "claimtrack --help": [*tool, "--help"],
        "claimtrack list --help": [*tool, "list", "--help"],
        "claimtrack list": [*tool, "list", "--ledger", ledger],
        "claimtrack list --actor Rutte": [*tool, "list", "--actor", "Rutte", "--ledger", ledger],
        "claimtrack conflicts": [*tool, "conflicts", "--ledger", ledger],
        "claimtrack extract": [*tool, "extract", articles],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledger", default="data/claims.yaml")
    parser.add_argument("--articles", default="data/articles")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    print(f"{'':32}{'median':>8}{'best':>8}  seconds, {given.runs} runs")
    for name, command in commands(given.ledger, given.articles).items():
        seconds(command)
        took = sorted(seconds(command) for _ in range(given.runs))
        print(f"{name:32}{took[len(took) // 2]:8.3f}{took[0]:8.3f}")


if __name__ == "__main__":
    main()
