"""Sentences put together from the word lists, read until something breaks.

usage: python benchmarks/fuzz.py [--sentences 200000] [--seed 1]

Frames of reporting, dates and numbers are filled with words of any list, others are words in any
order; twenty make an article. Each is extracted, and every quotation, speaker and cue held against
the article's characters. An error is shown with its article, once for each place in the code that
raises it. Exit code 1 when there was one.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

import claimtrack.lexicon
from claimtrack.extract import extract
from claimtrack.lexicon import table
from claimtrack.model import Article

IN_AN_ARTICLE = 20
PUBLISHED = (None, "2024-10-14", "2024-02-29", "2024", "../2024-10", "0001-01-01", "9999-12-31")
MARKS = [*'„“”"»«‚‘’›‹,,,,.!?:;()–-…/§%€', "...", "\n", "\n\n", "\u00a0", "\u00ad", "\u200b"]
FRAMES = """
{W} {W} {reporting_verbs}, {W} {W} {verb_forms}.
{actor_words} {verb_forms} {date} {date}, dass {number} {W} {W} {verb_forms}.
Laut {actor_bodies} {verb_forms} {number} {W} {date} {verb_forms}.
„{W} {W} {verb_forms} {number}“, {verb_forms} {actor_persons} {date}.
{W} zufolge {verb_forms} {number} {units} {W}, {W} {verb_forms} {state_words}.
In den {date_words} {number} {date_words} {verb_forms} {W}.
{date}, {date} und {date} {verb_forms} {number} bis {number} {W}.
Zwischen {number} und {number} {units} {W}, {hedges} {number} {W}, {verb_forms} {W}.
Der {offices} der {countries} {verb_forms} {W}, {W}, {W}, {verb_forms}: „{W} {W}.“
Sie {verb_forms}, {hedges} {verb_forms} {W} {stance_phrases} {verb_forms}.
{W} {W} {W} {W} {W} {W}
{M}{W}{M}{W} {M}{W} {M}{number}{M}{W}{M}
""".strip().split("\n")
DATES = """
am {calendar}|am {number}. {calendar} {year}|vor {number} {date_words}|in {number} {date_words}|
{date_words} {number} {date_words}|{number} {date_words} {date_words}|{date_names} {year}|
{date_words} {date_words} {date_words}|Ende {calendar} {year}|im {number}. Jahrhundert|
{number}.{number}.{year}|{number}.{number}.|{year}/{number}|{number} Uhr {number}|seit {date_vague}|
von {date} bis {date}|der {number}. und {number}. {calendar}|bis {date_words}|{year} bis {year}
"""
NUMBERS = """
{n}|{n}.{n}|{n}.000|{n},{n}|{number_words}|{number_words}{number_words}|{number_scales}|
{approximators} {n}|{n} {number_scales}|{n}/{n}|{n}½|½|-{n}|{n}–{n}|{n} {units}|{n}-{n}|
{number_words}und{number_words}|{n} Prozent|{n}e{n}|{n}^{n}|{n} von {n}|{date_numbers}|
{approximators} {number_words}|{number_vague}
"""
CHOICES = {
    name: [choice.strip() for choice in text.split("|")]
    for name, text in (("date", DATES), ("number", NUMBERS))
}


@cache
def words(name: str) -> tuple[str, ...]:
    """All words of a list, whatever its columns, without the signs of its patterns."""
    cells = (cell for row in table(name) for cell in row)
    parts = (part for cell in cells for word in cell.split(" ") for part in re.split(r"[/|]", word))
    return tuple(sorted({part.strip("*…$") for part in parts} - {""}))


@cache
def lists() -> tuple[str, ...]:
    """The names of all word lists."""
    folder = Path(claimtrack.lexicon.__file__).parent
    return tuple(sorted(file.stem for file in folder.glob("*.tsv")))


def filled(frame: str, rng: random.Random, depth: int = 0) -> str:
    """A frame with its slots filled; slots name a word list, or what stands in ``SLOTS``."""
    while "{" in frame:
        before, _, rest = frame.partition("{")
        slot, _, after = rest.partition("}")
        frame = before + _slot(slot, rng, depth) + after
    return frame


def _slot(slot: str, rng: random.Random, depth: int) -> str:
    if slot in SLOTS:
        return SLOTS[slot](rng)
    if slot in CHOICES:
        return "heute" if depth > 3 else filled(rng.choice(CHOICES[slot]), rng, depth + 1)
    word = rng.choice(words(slot))
    return word.capitalize() if rng.random() < 0.1 else word


SLOTS: dict[str, Callable[[random.Random], str]] = {
    "W": lambda rng: rng.choice(words(rng.choice(lists()))),
    "M": lambda rng: rng.choice(MARKS),
    "n": lambda rng: str(rng.choice([0, 1, 2, 7, 12, 31, 99, 300, 2024, rng.randrange(10**9)])),
    "year": lambda rng: str(rng.choice([1, 99, 999, 1871, 2011, 2024, 2199, 9999])),
    "calendar": lambda rng: rng.choice(
        [name for row in table("date_words") if row[0] in ("month", "weekday")
         for name in row[2].split()]
    ),
}  # fmt: skip


def article(seed: int) -> Article:
    """The article of a seed: the same whenever the word lists are the same."""
    rng = random.Random(seed)
    sentences = (filled(rng.choice(FRAMES), rng) for _ in range(IN_AN_ARTICLE))
    body = "".join(sentence + rng.choice([" ", " ", "\n", "\n\n"]) for sentence in sentences)
    return Article(f"fuzz-{seed}", body, published=rng.choice(PUBLISHED))


def check(given: Article) -> int:
    """The number of claims of an article; raises for words that are not the article's."""
    claims = extract(given)
    for claim in claims:
        for mention in filter(None, (claim.quote, claim.speaker, claim.cue)):
            for start, end in mention.spans:
                assert 0 <= start < end <= len(given.body), (claim.id, start, end)
            words = " … ".join(given.body[start:end] for start, end in mention.spans)
            assert mention.text == words, (claim.id, mention.text, words)
    assert len({claim.id for claim in claims}) == len(claims)
    return len(claims)


def main() -> int:
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--sentences", type=int, default=200_000, metavar="N", help="how many to read")
    ap.add_argument("--seed", type=int, default=1, metavar="N", help="another number, other ones")
    args = ap.parse_args()
    begun, claims, broken = time.perf_counter(), 0, dict[str, int]()
    for number in range(args.sentences // IN_AN_ARTICLE):
        seed = args.seed * 10_000_000 + number
        try:
            claims += check(article(seed))
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{last.filename}:{last.lineno}"
            broken[place] = broken.get(place, 0) + 1
            if broken[place] == 1:
                print(f"seed {seed}: {type(error).__name__}: {error}", flush=True)
                traceback.print_exc()
    seconds = time.perf_counter() - begun
    print(f"{args.sentences} sentences, {claims} claims, {seconds:.0f} s")
    for place, count in broken.items():
        print(f"{place}: {count} articles")
    return int(bool(broken))


if __name__ == "__main__":
    raise SystemExit(main())
