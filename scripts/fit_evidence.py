"""Fit the weights of ``claimtrack/lexicon/evidence.tsv`` to events whose contradictions are known.

usage: python scripts/fit_evidence.py KIND FOLDER [--pull 8] [--folds 5]

KIND is figure, stance, reversal or retelling, or figure_across or stance_across for the weights
between two articles, for which the pairs of two articles alone are looked at. FOLDER holds one
ledger an event (``NAME.yaml`` with its articles beside it) and ``NAME.pairs.json``, the pairs of
it: a list of ``{"claims": [ID, ID], "figures": [TEXT, TEXT] or null, "kind": KIND or null}``, where
a kind says that the pair has to be reported as such, and null that it counts neither way. All other
pairs are no contradictions.

A logistic regression over the pieces of evidence, pulled toward the weights that stand in the table
(``--pull`` is how strongly): what is known beforehand of German news counts more than a few hundred
pairs. A better partner elsewhere is known only once there are weights, so they are fitted twice.
Events are left out in folds to see what the weights are worth on events that they were not fitted
to; the last line of each threshold is that count. The new rows go to standard output; a weight that
has no pairs to speak of stays as it was.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.conflicts import prepared
from claimtrack.conflicts.events import link
from claimtrack.conflicts.figures.match import matches
from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.kinds.figure import candidates
from claimtrack.conflicts.propositions.match import of_one_actor, stances
from claimtrack.conflicts.propositions.utterance import Utterance, utterances_of
from claimtrack.conflicts.weights import ACROSS, scale, weights
from claimtrack.ledger import load
from claimtrack.ledger.files.article_texts import texts_of

ROUNDS, RATE = 150, 0.5
THRESHOLDS = (-1.0, -0.5, 0.0, 0.5, 1.0)
RIVAL = "rival"


@dataclass(slots=True)
class Row:
    """A pair: its event, both its sides, its evidence, and whether it has to be reported."""

    event: str
    sides: tuple[object, object]
    pieces: dict[str, float]
    wanted: bool


def rows(own: str, ledger: Path) -> Iterable[Row]:
    """The pairs of one event with what is known of them, those of the scale that is asked for."""
    kind = own.removesuffix(ACROSS)
    held, _ = load(ledger)
    statements = prepared(held, texts=texts_of(ledger))
    links = link(statements)
    known = json.loads(ledger.with_suffix(".pairs.json").read_text(encoding="utf-8"))
    if kind == "figure":
        found = [(m.pair, m.pieces) for m in matches(candidates(statements, links), links)]
        named = [[(s.count.statement.claim.id, s.count.figure.text) for s in p] for p, _ in found]
    else:
        told = utterances_of(statements)
        pairs = stances(told, links) if kind == "stance" else of_one_actor(kind, told, links)
        found = [(m.pair, dict(m.pieces)) for m in pairs]
        named = [[(one.statement.claim.id, None) for one in p] for p, _ in found]
    for (pair, evidence), names in zip(found, named, strict=True):
        hits = [each for each in known if _is_pair(each, names)]
        if any(each["kind"] is None for each in hits):
            continue
        if own != scale(kind, one_article=_is_of_one_article(pair)) and own != kind:
            continue
        wanted = any(each["kind"] == kind for each in hits)
        yield Row(ledger.stem, pair, {k: v for k, v in evidence.items() if k != RIVAL}, wanted)


def _is_of_one_article(pair: Sequence[Seen | Utterance]) -> bool:
    left, right = (
        side.count.statement if isinstance(side, Seen) else side.statement for side in pair
    )
    return left.place == right.place


def _is_pair(known: dict[str, object], names: Sequence[tuple[str, str | None]]) -> bool:
    figures = known["figures"] or (None, None)
    pair = list(zip(known["claims"], figures, strict=True))  # type: ignore[call-overload]
    mine = [(ident, text if known["figures"] else None) for ident, text in names]
    return sorted(map(str, pair)) == sorted(map(str, mine))


def fit(pairs: Sequence[Row], before: dict[str, float], pull: float) -> dict[str, float]:
    """The weights of some pairs, "start" among them."""
    found, slopes = dict(before), defaultdict(lambda: 1e-8)
    for _ in range(ROUNDS):
        change = {name: pull * (found[name] - before[name]) for name in found}
        change["start"] = 0.0
        for row in pairs:
            error = 1 / (1 + math.exp(-_bounded(score(row, found)))) - row.wanted
            change["start"] += error
            for name, much in row.pieces.items():
                change[name] += error * much
        for name, slope in change.items():
            slopes[name] += (slope / len(pairs)) ** 2
            found[name] -= RATE * slope / len(pairs) / math.sqrt(slopes[name])
    return found


def _bounded(value: float) -> float:
    return max(-30.0, min(30.0, value))


def score(row: Row, found: dict[str, float]) -> float:
    """What the evidence of a pair comes to."""
    return found["start"] + sum(found.get(name, 0.0) * much for name, much in row.pieces.items())


def rival(pairs: Sequence[Row], found: dict[str, float]) -> None:
    """Note for each pair how much better another of either side is."""
    best: dict[int, float] = defaultdict(lambda: float("-inf"))
    scores = []
    for row in pairs:
        row.pieces.pop(RIVAL, None)
        scores.append(score(row, found))
        for side in row.sides:
            best[id(side)] = max(best[id(side)], scores[-1])
    for row, value in zip(pairs, scores, strict=True):
        lead = max(best[id(side)] for side in row.sides) - value
        if lead > 0:
            row.pieces[RIVAL] = min(lead, 4.0)


def fitted(
    pairs: Sequence[Row], every: Sequence[Row], before: dict[str, float], pull: float
) -> dict[str, float]:
    """Weights fitted twice, the second time with the rivals that the first let see."""
    rival(every, fit(pairs, before, pull))
    return fit(pairs, before, pull)


def main() -> None:
    """Write the fitted rows, and what they are worth on events that were left out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kind")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--pull", type=float, default=8)
    asked.add_argument("--folds", type=int, default=5)
    given = asked.parse_args()
    before = {name: each.weight for name, each in weights(given.kind).items()}
    thresholds = {name: before.pop(name) for name in ("shown", "possible")}
    pairs = [row for path in sorted(given.folder.glob("*.yaml")) for row in rows(given.kind, path)]
    for row in pairs:
        before.update({name: 0.0 for name in row.pieces if name not in before})
    events = sorted({row.event for row in pairs})
    worth = {}
    for fold in range(given.folds):
        out = set(events[fold :: given.folds])
        inside = [row for row in pairs if row.event not in out]
        found = fitted(inside, pairs, before, given.pull)
        worth.update({id(row): score(row, found) for row in pairs if row.event in out})
    for least in THRESHOLDS:
        shown = [row for row in pairs if worth[id(row)] >= least]
        right = sum(row.wanted for row in shown)
        print(f"# from {least}: {right} pairs that are wanted, {len(shown) - right} that are not")
    last = fitted(pairs, pairs, before, given.pull) | thresholds
    for name, weight in sorted(last.items(), key=lambda each: -each[1]):
        told_as = weights(given.kind).get(name)
        words = (told_as.words if told_as else "") or "-"
        print(f"{given.kind}\t{name}\t{weight:.1f}\t{words}")


if __name__ == "__main__":
    main()
