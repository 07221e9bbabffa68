"""What a report of N claims weighs and takes, out of articles that are named.

``python benchmarks/report.py N ARTICLES.jsonl …``: the articles of JSON lines that come to 4 to 15
claims each are taken again and again, every time ten years later, with other numbers and a last
line of their own, until they have N claims. For either ``--context`` of ``report``: the bytes of
the page by its parts, of each its markup; how many of them are the words of the claims and the
text around them, which no page can leave out; and as whole processes what writing it takes without
an index and with one: processor seconds, peak memory.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from ledger import tool

import claimtrack

USUAL = range(4, 16)
"""Claims of an article as news have them."""
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"(?<![\d.,])(?:[2-9]\d|[1-9]\d\d)(?![\d.,])")


def main() -> None:
    wanted, files = int(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as folder:
        archive, path = Path(folder, "archive.jsonl"), Path(folder, "claims.yaml")
        with archive.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{json.dumps(one)}\n" for one in repeated(usual(files), wanted))
        tool(path, "ingest", str(archive))
        for context in ("sentence", "full"):
            report(path, context)


def usual(files: Iterable[Path]) -> list[tuple[dict[str, Any], int]]:
    """The articles that have as many claims as most, each with their number."""
    lines = [line for file in files for line in file.read_bytes().splitlines() if line.strip()]
    read = ((json.loads(line), claimtrack.read_article(line)["claims"]) for line in lines)
    counted = [(article, sum(one["within"] is None for one in claims)) for article, claims in read]
    return [(article, claims) for article, claims in counted if claims in USUAL]


def repeated(articles: list[tuple[dict[str, Any], int]], wanted: int) -> Iterator[dict[str, Any]]:
    """The articles again and again, no two with one text, until they have so many claims."""
    if not articles:
        raise SystemExit("no article with 4 to 15 claims")
    left = wanted
    for time in count():
        for article, claims in articles:
            if left <= 0:
                return
            left -= claims
            yield later(article, time)


def later(article: dict[str, Any], time: int) -> dict[str, Any]:
    """An article as if written 10, 20, … years later, its smaller numbers higher."""
    year, day = int(article["published"][:4]), article["published"][4:]
    text = _NUMBER.sub(lambda number: str(int(number[0]) + time), article["text"])
    return {
        "id": f"{article['id']}-{time}",
        "title": article["title"],
        "published": f"{year + 10 * time}{day.replace('-02-29', '-02-28')}",
        "text": f"{text}\n\nFassung {time + 1}.",
    }


def report(path: Path, context: str) -> None:
    """One way of writing it: time without an index, with one, and what the page is made of."""
    page = path.with_name(f"{context}.html")
    shutil.rmtree(path.parent / "CACHE", ignore_errors=True)
    for told in ("cold", "warm"):
        ran = tool(path, "report", "--context", context, "--output", str(page))
        print(f"{context:<10}{told:<6}{ran.seconds:8.2f} s {ran.megabytes:6.0f} MB memory")
    text = page.read_text(encoding="utf-8")
    print(f"{context:<10}{'page':<12}{size(text):10,} bytes {text.count('<tr id=c'):7,} claims")
    for part in re.split(r"(?=\n<section id=)", text)[1:]:
        markup = sum(map(size, _TAG.findall(part)))
        name = re.findall(r"id=(\w+)", part)[0]
        print(f"{'':<10}{name:<12}{size(part):10,} of which markup {markup:9,}")
    words = size("".join(re.findall(r"<q(?: [^>]*)?>(.*?)</q>", part_of(text, "claims"))))
    print(f"{'':<10}{'own words':<12}{words:10,} of the claims")
    shown = "".join(re.findall(r"<div[^>]*>(.*?)</div>", part_of(text, "articles"), re.S))
    around = size(_TAG.sub("", re.sub(r"<ul.*?</ul>", "", shown, flags=re.S)))
    print(f"{'':<10}{'texts':<12}{around:10,} that they stand in", flush=True)


def part_of(text: str, name: str) -> str:
    return text.split(f"<section id={name} ")[1].split("</section>")[0]


def size(text: str) -> int:
    return len(text.encode())


if __name__ == "__main__":
    main()
