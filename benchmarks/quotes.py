"""Measure extracted claims against quotations that people marked: who said what, in which words.

usage: python benchmarks/quotes.py GOLD.jsonl [--errors N] [--jobs N]

GOLD.jsonl holds one article a line: ``{"id", "text", "tokens": [[start, end]], "quotes": [{"quote",
"speaker", "cue": [[start, end]], "type"}]}``, offsets in characters of the text. Claims and marked
quotations of an article are paired so that the sum of their F1 over tokens is highest; a pair of
one kind is preferred. Precision is the mean over claims of the share of their tokens that is
right, recall the mean over marked quotations of the share that was found, an unpaired one being 0.
Speaker and cue are measured alike on the pairs; "attributed" is the share of a pair whose speakers
overlap, or which has none on both sides. Speed is in tokens of the file a second of processor
time, loading not counted: of reading who said which words, which is what is compared here, and of
whole claims with their actors, dates, confidence and figures.
"""

from __future__ import annotations

import argparse
import gc
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import Any

from claimtrack.extract import extract, sentences_of
from claimtrack.extract.assemble import candidates
from claimtrack.matching import best_pairs
from claimtrack.model import Article, Claim, Mention

KINDS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "IndirectFreeIndirect": "free_indirect",
    "FreeIndirect": "free_indirect",
    "Reported": "reported",
}
PARTS = ("quotation", "speaker", "cue")
MEASURES = (*PARTS, "attributed")
SAME_KIND = 0.01
"""What a pair of one kind weighs more: less than any difference in words."""
HARDLY = 0.2
"""The share below which a quotation counts as missed, a claim as a false alarm, in the errors."""

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Said:
    """A quotation, marked or found: the tokens of its parts, its kind, the rule that found it."""

    quotation: frozenset[int] = frozenset()
    speaker: frozenset[int] = frozenset()
    cue: frozenset[int] = frozenset()
    kind: str = ""
    rule: str = ""
    words: str = ""
    who: str = ""


@dataclass
class Result:
    """Shares of single quotations: right ones of those found, found ones of those marked."""

    right: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    tokens: int = 0
    reading: float = 0.0
    seconds: float = 0.0

    def add(self, other: Result) -> None:
        """Add the shares of another article."""
        for mine, theirs in ((self.right, other.right), (self.found, other.found)):
            for name, shares in theirs.items():
                mine[name].extend(shares)
        for name, rows in other.errors.items():
            self.errors[name].extend(rows)
        self.tokens += other.tokens
        self.reading += other.reading
        self.seconds += other.seconds


class Tokens:
    """The tokens of an article, to tell which of them a stretch of characters touches."""

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def of(self, spans: Spans | None) -> frozenset[int]:
        """The numbers of the tokens that share a character with the spans."""
        return frozenset(i for start, end in spans or () for i in self._touched(start, end))

    def _touched(self, start: int, end: int) -> Iterator[int]:
        for i in range(max(bisect_right(self.starts, start) - 1, 0), len(self.spans)):
            if self.spans[i][0] >= end:
                return
            if self.spans[i][1] > start:
                yield i


def marked(article: dict[str, Any], tokens: Tokens) -> list[Said]:
    """The quotations that people marked."""
    text = article["text"]
    return [
        Said(
            tokens.of(quote["quote"]),
            tokens.of(quote["speaker"]),
            tokens.of(quote["cue"]),
            KINDS[quote["type"]],
            words=_cut(text, quote["quote"]),
            who=_cut(text, quote["speaker"]),
        )
        for quote in article["quotes"]
    ]


def read(claim: Claim, tokens: Tokens) -> Said:
    """A claim as the parser found it."""
    return Said(
        tokens.of(_spans(claim.quote)),
        tokens.of(_spans(claim.speaker)),
        tokens.of(_spans(claim.cue)),
        claim.kind or "",
        claim.read.rule if claim.read else "",
        claim.quote.text if claim.quote else "",
        claim.speaker.text if claim.speaker else "",
    )


def _spans(mention: Mention | None) -> Spans:
    return mention.spans if mention else ()


def _cut(text: str, spans: Spans | None) -> str:
    return " … ".join(text[start:end] for start, end in spans or ())


def weight(claim: Said, quote: Said) -> float:
    """How well a claim and a marked quotation fit: F1 over tokens, a little more for one kind."""
    both = len(claim.quotation & quote.quotation)
    if not both:
        return 0.0
    f1 = 2 * both / (len(claim.quotation) + len(quote.quotation))
    return f1 + (SAME_KIND if claim.kind == quote.kind else 0)


def compare(name: str, claims: list[Said], quotes: list[Said]) -> Result:
    """The shares of one article."""
    weights = {
        (i, j): both
        for i, claim in enumerate(claims)
        for j, quote in enumerate(quotes)
        if (both := weight(claim, quote))
    }
    pairs = best_pairs(weights)
    quote_of, claim_of = dict(pairs), {quote: claim for claim, quote in pairs}
    result = Result()
    for i, claim in enumerate(claims):
        _judge(result.right, claim, quotes[quote_of[i]] if i in quote_of else Said())
        if result.right["quotation"][-1] < HARDLY:
            result.errors["false alarm"].append((name, claim.rule, claim.words))
    for j, quote in enumerate(quotes):
        other = claims[claim_of[j]] if j in claim_of else Said()
        _judge(result.found, quote, other)
        if result.found["quotation"][-1] < HARDLY:
            result.errors["missed"].append((name, quote.kind, quote.words))
        elif not _same_speaker(quote, other):
            row = (name, other.rule, quote.who, other.who, quote.words[:80])
            result.errors["wrong speaker"].append(row)
    return result


def _judge(shares: dict[str, list[float]], one: Said, other: Said) -> None:
    """Note of one side which share of its tokens the other side has."""
    for part in PARTS:
        mine, theirs = getattr(one, part), getattr(other, part)
        if mine:
            shares[part].append(len(mine & theirs) / len(mine))
    share = shares["quotation"][-1]
    attributed = share if _same_speaker(one, other) else 0.0
    shares["attributed"].append(attributed)
    shares[f"kind {one.kind}"].append(share)
    if one.rule:
        shares[f"rule {one.rule}"].append(share)
        shares[f"attributed {one.rule}"].append(attributed)


def _same_speaker(one: Said, other: Said) -> bool:
    return bool(one.speaker & other.speaker) or (not one.speaker and not other.speaker)


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
    found = [said for claim in claims if (said := read(claim, tokens)).quotation]
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
