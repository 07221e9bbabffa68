"""Measure dates on annotated articles: how many are found, how many resolved, how fast.

usage: python benchmarks/dates.py ARTICLES.jsonl

One article a line: ``{"text", "published", "dates": [[start, end, "EDTF"]], "unscored": [[start,
end]]}``. A date is found when a mention overlaps it, resolved when the value is the same too;
mentions on what is unscored count neither way.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from claimtrack.german.dates import DateMention, find_dates


def overlaps(mention: DateMention, span: list) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def count(article: dict, mentions: tuple[DateMention, ...]) -> tuple[int, int, int]:
    """Dates found, dates resolved, mentions that count, of one article."""
    dates, unscored = article["dates"], article.get("unscored", [])
    free = [m for m in mentions if any(overlaps(m, date) for date in dates)
            or not any(overlaps(m, span) for span in unscored)]  # fmt: skip
    counted, found, resolved = len(free), 0, 0
    for date in dates:
        hits = sorted((m for m in free if overlaps(m, date)), key=lambda m: m.value != date[2])
        if hits:
            free.remove(hits[0])
            found += 1
            resolved += hits[0].value == date[2]
    return found, resolved, counted


def scores(hits: int, made: int, wanted: int) -> str:
    precision, recall = hits / (made or 1), hits / (wanted or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return f"{precision:9.3f} {recall:9.3f} {f1:9.3f}"


def megabytes_per_second(articles: list[dict], repeats: int = 5) -> float:
    """The best of some runs over all texts, in process and warm."""
    size = sum(len(article["text"].encode()) for article in articles)
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        for article in articles:
            find_dates(article["text"], article["published"])
        best = min(best, time.perf_counter() - start)
    return size / best / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    lines = parser.parse_args().articles.read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    counts = [count(a, find_dates(a["text"], a["published"])) for a in articles]
    found, resolved, made = (sum(column) for column in zip(*counts, strict=True))
    wanted = sum(len(article["dates"]) for article in articles)
    print(f"{len(articles)} articles, {wanted} dates, {made} mentions")
    print("          precision    recall        F1")
    print(f"found     {scores(found, made, wanted)}")
    print(f"resolved  {scores(resolved, made, wanted)}")
    print(f"{megabytes_per_second(articles):.1f} MB of text a second")


if __name__ == "__main__":
    main()
