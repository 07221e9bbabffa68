"""Measure extracted claims against quotations that people marked: who said what, in which words.

usage: python benchmarks/quotes.py GOLD.jsonl [--errors N] [--jobs N]

GOLD.jsonl holds one article a line: ``{"id", "text", "tokens": [[start, end]], "quotes": [{"quote",
"speaker", "cue": [[start, end]], "type"}]}``, offsets in characters of the text. Claims and marked
quotations of an article are paired so that the sum of their F1 over tokens is highest; a pair of
one kind is preferred. Precision is the mean over claims of the share of their tokens that is
right, recall the mean over marked quotations of the share that was found, an unpaired one being 0.
People mark what a paper or an outlet passes on ("laut Reuters sagte X, …", "das „Blatt“ zitiert X")
twice, as X's and as the relay's words, where a claim has its ``via``; here it counts twice, too.
What is said to be open is nobody's quotation and left out.
Speaker and cue are measured alike on the pairs; "attributed" is the share of a pair whose speakers
overlap, or which has none on both sides. Speed is in tokens of the file a second of processor
time, loading not counted: of reading who said which words, which is what is compared here, and of
whole claims with their actors, dates, confidence and figures.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import fmean
from time import process_time

from fitting import KINDS, MEASURES, Result, Tokens, compare, marked, read
from relays import passed_on

from claimtrack.extract import extract, sentences_of
from claimtrack.extract.candidates.find import candidates
from claimtrack.model import Article

OPEN = "open"
"""The rule of a sentence that says of a question that nobody knows the answer."""


def measure(line: str) -> Result:
    """Read one article and compare."""
    article = json.loads(line)
    tokens = Tokens(article["tokens"])
    text = Article(article["id"], article["text"], published=article.get("published"))
    begin = process_time()
    candidates(sentences_of(text))
    reading = process_time() - begin
    begin = process_time()
    claims = extract(text)
    seconds = process_time() - begin
    own = [read(claim, tokens) for claim in claims if claim.read and claim.read.rule != OPEN]
    found = [said for said in (*own, *passed_on(text, tokens)) if said.quotation]
    result = compare(article["id"], found, marked(article, tokens))
    result.tokens, result.reading, result.seconds = len(tokens.spans), reading, seconds
    return result


def results(lines: Sequence[str], jobs: int) -> Iterable[Result]:
    """The results of all articles in their order."""
    if jobs < 2:
        _warm()
        return map(measure, lines)
    with ProcessPoolExecutor(jobs, initializer=_warm) as pool:
        return list(pool.map(measure, lines, chunksize=10))


def _warm() -> None:
    """Read the lexicons before the clock runs; collect as seldom as every command does."""
    extract(Article("warm", "Der Minister sagte am Montag, dass 20 Menschen verletzt seien."))
    gc.set_threshold(100_000)


def table(result: Result) -> Iterator[str]:
    """The figures as lines."""
    yield f"{'':12}{'P':>7}{'R':>7}{'F1':>7}"
    for name in MEASURES:
        p, r = _mean(result.right[name]), _mean(result.found[name])
        yield f"{name:12}{p:7.3f}{r:7.3f}{2 * p * r / (p + r or 1):7.3f}"
    yield ""
    yield f"{'kind':18}{'marked':>8}{'recall':>8}{'found':>8}{'right':>8}"
    for kind in dict.fromkeys(KINDS.values()):
        found, right = result.found[f"kind {kind}"], result.right[f"kind {kind}"]
        yield f"{kind:18}{len(found):8}{_mean(found):8.3f}{len(right):8}{_mean(right):8.3f}"
    yield ""
    yield f"{'rule':24}{'claims':>8}{'right':>8}{'speaker too':>13}"
    rules = [name.removeprefix("rule ") for name in result.right if name.startswith("rule ")]
    for rule in sorted(rules, key=lambda rule: -len(result.right[f"rule {rule}"])):
        shares = result.right[f"rule {rule}"]
        attributed = _mean(result.right[f"attributed {rule}"])
        yield f"{rule:24}{len(shares):8}{_mean(shares):8.3f}{attributed:13.3f}"
    yield ""
    read, whole = (result.tokens / (s or 1) for s in (result.reading, result.seconds))
    yield f"{result.tokens} tokens, a second {read:.0f} read, {whole:.0f} as whole claims"


def _mean(shares: list[float]) -> float:
    return fmean(shares) if shares else 0.0


def main() -> None:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("gold", type=Path)
    ap.add_argument("--errors", type=int, default=0, metavar="N", help="also N errors of each sort")
    ap.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that read at once")
    args = ap.parse_args()
    with args.gold.open(encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    total = Result()
    for result in results(lines, args.jobs):
        total.add(result)
    print("\n".join(table(total)))
    for sort in ("missed", "false alarm", "wrong speaker"):
        for row in total.errors[sort][: args.errors]:
            print(sort, *row, sep=" | ")


if __name__ == "__main__":
    main()
