"""Compare extracted claims with claims as an analyst reads them.

usage: python benchmarks/claims.py ARTICLES EXPECTED [--errors]

ARTICLES is a folder of articles, EXPECTED a folder of YAML files with the same stems: a list of
claims with ``at`` (offsets of the body, end exclusive), ``actor`` (any of these names will do)
and, where they are judged, ``kind``, ``said``, ``stance``, ``confidence``, ``via``, ``cites`` and
``figures``. A row marked ``optional`` is neither missed nor wrong. A claim is found when its
characters and those of the row overlap with F1 of at least 0.6, one claim to one row.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from claimtrack.article import read
from claimtrack.extract import extract
from claimtrack.model import Article, Claim, Figure

Row = dict[str, Any]
FOUND = 0.6
FIELDS = ("actor", "kind", "said", "stance", "confidence", "via", "cites", "figure", "state")


def rows(path: Path) -> list[Row]:
    """The rows of one file of expectations, ``at`` as a set of characters."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for row in found:
        parts = row["at"] if isinstance(row["at"], list) else [row["at"]]
        row["where"] = {i for part in parts for i in range(*map(int, part.split("-")))}
    return list(found)


def where(claim: Claim) -> set[int]:
    """The characters of a claim's words."""
    spans = claim.quote.spans if claim.quote else ()
    return {i for span in spans for i in range(span.start, span.end)}


def overlap(a: set[int], b: set[int]) -> float:
    """F1 of two sets of characters."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def pairs(claims: list[Claim], wanted: list[Row]) -> list[tuple[Claim, Row]]:
    """Claims and rows that belong together, best first, one to one."""
    scored = sorted(
        (
            (overlap(where(claim), row["where"]), i, j)
            for i, claim in enumerate(claims)
            for j, row in enumerate(wanted)
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for score, i, j in scored:
        if score >= FOUND and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((claims[i], wanted[j]))
    return found


def any_of(value: Any) -> list[Any]:
    """A value that may be a list, as a list."""
    return value if isinstance(value, list) else [value]


def agrees(claim: Claim, row: Row) -> Iterable[tuple[str, bool, object]]:
    """Each judged field of a row: its name, whether the claim has it right, what the claim has."""
    named = claim.actor in row["actor"] or set(claim.actors) == set(row["actor"])
    yield "actor", named, claim.actor
    for name in ("kind", "stance", "confidence", "said"):
        if name in row:
            value = getattr(claim, name)
            yield name, value in any_of(row[name]), value
    for name in ("via", "cites"):
        if name in row:
            value = getattr(claim, name)
            yield name, bool(set(value) & set(any_of(row[name]))), value
    for wanted in row.get("figures", ()):
        hit = next((f for f in claim.figures if same_figure(f, wanted)), None)
        yield "figure", hit is not None, [f.text for f in claim.figures]
        if hit is not None and "state" in wanted:
            yield "state", hit.state == wanted["state"], hit.state


def same_figure(figure: Figure, wanted: Row) -> bool:
    """Whether a figure has the value or interval, and counts the noun, that a row asks for."""
    noun = wanted.get("what", "").lower()
    if noun and noun not in (figure.what or "").lower() and not synonym(figure.what, noun):
        return False
    if "value" in wanted:
        exact = figure.near is not None and figure.near.low == figure.near.high
        return figure.value == float(wanted["value"]) and exact is (wanted.get("approx") != "true")
    bounds = (float(wanted["min"]), float(wanted["max"]))
    return figure.near is not None and (figure.near.low, figure.near.high) == bounds


def synonym(what: str | None, noun: str) -> bool:
    """Troops are soldiers."""
    return noun == "soldaten" and "trupp" in (what or "").lower()


def compare(article: Article, wanted: list[Row], tally: Counter[str], show: bool) -> None:
    """Add one article to the tally; print what is missed, wrong or too much."""
    claims = [claim for claim in extract(article) if claim.within is None]
    found = pairs(claims, wanted)
    hit = {id(row) for _, row in found}
    matched = {claim.id for claim, _ in found}
    needed = [row for row in wanted if row.get("optional") != "true"]
    tally["wanted"] += len(needed)
    tally["recalled"] += sum(id(row) in hit for row in needed)
    spare = [c for c in claims if c.id not in matched]
    judged = [c for c in claims if c.id in matched]
    tally["given"] += len(judged) + len(spare)
    tally["right"] += len(judged)
    for row in needed:
        if show and id(row) not in hit:
            print("  missed  ", row["claim"])
    for claim in spare:
        if show:
            print("  too much", claim.kind, claim.read and claim.read.rule, claim.words)
    for claim, row in found:
        for name, right, value in agrees(claim, row):
            tally[name] += 1
            tally[f"{name} right"] += right
            if show and not right:
                asked = row.get(name, row.get("figures"))
                print(f"  {name}: {value!r}, not {asked} | {claim.words[:70]}")


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("articles", type=Path)
    ap.add_argument("expected", type=Path)
    ap.add_argument("--errors", action="store_true", help="also print every error")
    args = ap.parse_args()
    articles, problems = read(args.articles)
    for problem in problems:
        print(problem)
    tally: Counter[str] = Counter()
    for article in articles:
        path = args.expected / f"{article.id}.yaml"
        if path.exists():
            if args.errors:
                print(article.id)
            compare(article, rows(path), tally, args.errors)
    print(f"recall     {tally['recalled']}/{tally['wanted']}  {share(tally, 'recalled', 'wanted')}")
    print(f"precision  {tally['right']}/{tally['given']}  {share(tally, 'right', 'given')}")
    for name in FIELDS:
        right = f"{name} right"
        print(f"{name:10} {tally[right]}/{tally[name]}  {share(tally, right, name)}")


def share(tally: Counter[str], part: str, whole: str) -> str:
    """A share to three places, or a dash."""
    return f"{tally[part] / tally[whole]:.3f}" if tally[whole] else "–"


if __name__ == "__main__":
    main()
