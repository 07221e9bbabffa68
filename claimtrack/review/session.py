"""A ledger under review: its claims, a queue of them, and decisions that are written at once.

Nothing is held back: each decision is a splice of the file, noted in the ledger's history. Before
it is written the claim is compared, while nobody else can write, with what was shown; one that
changed meanwhile is not decided. A file that others wrote is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import NamedTuple

from claimtrack import ledger as book
from claimtrack.ids import digest
from claimtrack.ledger import change
from claimtrack.ledger.edit.wanted import Values, Wanted, as_typed, where_as
from claimtrack.ledger.errors import ClaimChangedError, LedgerError, UndoError
from claimtrack.ledger.files.history import own_step
from claimtrack.ledger.files.paths import files
from claimtrack.ledger.files.undo import undo
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Claim, Figure, Ledger, Mention, Problem, Source

Select = Callable[[Ledger], Sequence[Claim]]
"""Which claims of a ledger are in the queue, in their order."""

Stat = tuple[tuple[str, int, int, int], ...]


class Decision(NamedTuple):
    """A change that was written: the claims before it, what was put into each, where it was made.

    ``note`` is that of the ledger's history, by which the change is taken back.
    """

    before: Mapping[str, Claim]
    put: Mapping[str, Values]
    note: Path | None
    on: str


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a key: words for the reader, and how they are meant."""

    text: str = ""
    good: bool = True


class Session:
    """The state behind the screen; it knows nothing of keys and colours."""

    def __init__(self, path: Path, select: Select) -> None:
        self.path = path
        self.select = select
        self.ledger = Ledger(str(path))
        self.claims: dict[str, Claim] = {}
        self.sources: dict[str, Source] = {}
        self.queue: list[str] = []
        self.at = 0
        self.errors: tuple[Problem, ...] = ()
        self.decisions: list[Decision] = []
        self.differing: dict[str, tuple[tuple[str, str, str], ...]] = {}
        """Of claims that another hand changed while they were shown: field, before, now."""
        self._stat: Stat = ()
        self._digests: dict[str, str] = {}
        self.load()

    # What is there ------------------------------------------------------------------------------

    @property
    def current(self) -> Claim | None:
        """The claim that is shown; None where the queue is empty."""
        return self.claims.get(self.queue[self.at]) if self.queue else None

    def source(self, claim: Claim | None) -> Source | None:
        """What the ledger knows of a claim's article."""
        return self.sources.get(claim.article or "") if claim else None

    def of_article(self, ident: str | None) -> list[Claim]:
        """The claims of an article, in the order of the ledger."""
        return [claim for claim in self.claims.values() if claim.article == ident]

    def counts(self) -> dict[str, int]:
        """How many claims of the queue have each status."""
        found = dict.fromkeys(("new", "accepted", "rejected"), 0)
        for ident in self.queue:
            if claim := self.claims.get(ident):
                found[claim.status] += 1
        return found

    # Reading ------------------------------------------------------------------------------------

    def load(self) -> None:
        """Reads the ledger; while it is broken, what was known of it before is shown."""
        here = self.queue[self.at] if self.queue else None
        self._stat, self._digests = _stat(self.path), _digests(self.path)
        found, problems = book.load(self.path)
        self.errors = tuple(one for one in problems if one.severity == "error")
        if self.errors and len(found.claims) < len(self.claims):
            return
        before, self.ledger = self.claims, found
        self.claims = {claim.id: claim for claim in found.claims}
        self.sources = {source.id: source for source in found.sources}
        self.differing |= {
            ident: differences(before[ident], self.claims[ident])
            for ident in self.queue
            if ident in self.claims and before[ident] != self.claims[ident]
        }
        self.choose(self.select, here)

    def choose(self, select: Select, here: str | None = None) -> None:
        """Makes the queue anew; the place in it is that of the claim ``here``, if it is there.

        Claims that were in the queue and are still in the ledger stay in it while the choice is
        the same: what is decided does not vanish under the reader's hand.
        """
        before = self.queue if select is self.select else []
        chosen = [claim.id for claim in select(self.ledger)]
        if before:
            there = set(chosen)
            stay = [ident for ident in before if ident in self.claims and ident not in there]
            chosen = _woven(before, chosen, set(stay))
        here = here or (self.queue[self.at] if self.queue else None)
        self.select, self.queue = select, chosen
        self.at = chosen.index(here) if here in chosen else min(self.at, max(0, len(chosen) - 1))

    def changed_outside(self) -> bool:
        """Whether another hand wrote the file since it was read; it is read again then."""
        now = _stat(self.path)
        if now == self._stat:
            return False
        self._stat = now
        if self._digests == _digests(self.path):
            return False
        self.load()
        return True

    # Moving -------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Goes so many claims on, as far as the queue has some."""
        self.at = max(0, min(len(self.queue) - 1, self.at + by))

    def go(self, ident: str) -> None:
        """Goes to a claim of the queue."""
        if ident in self.queue:
            self.at = self.queue.index(ident)

    def move_article(self, by: int) -> None:
        """Goes to the first claim of the next article of the queue, or of the one before."""
        here = self.current.article if self.current else None
        at = self.at
        while 0 <= at < len(self.queue) and self.claims[self.queue[at]].article == here:
            at += by
        if 0 <= at < len(self.queue):
            article = self.claims[self.queue[at]].article
            while by < 0 and at and self.claims[self.queue[at - 1]].article == article:
                at -= 1
            self.at = at

    def next_undecided(self) -> bool:
        """Goes to the next new claim behind this one, else to the first; whether there is one."""
        places = [*range(self.at + 1, len(self.queue)), *range(self.at + 1)]
        for at in places[: len(self.queue)]:
            if self.claims[self.queue[at]].status == "new":
                self.at = at
                return True
        return False

    def include(self, ident: str) -> None:
        """Takes a claim into the queue, behind the one that is shown, and goes there."""
        if ident in self.claims and ident not in self.queue:
            self.queue.insert(self.at + 1 if self.queue else 0, ident)
        self.go(ident)

    # Writing ------------------------------------------------------------------------------------

    def put(self, ident: str, values: Mapping[str, str]) -> Told:
        """Gives a claim's fields what was typed for them; an empty value drops a field."""
        try:
            return self.write([ident], as_typed(values))
        except LedgerError as error:
            return Told(str(error), good=False)

    def write(self, idents: Sequence[str], wanted: Wanted) -> Told:
        """Changes claims on disk, as long as each is what was shown."""
        if self.errors:
            return Told(
                f"nothing is written while the file is broken: {self.errors[0]}", good=False
            )
        seen = {ident: self.claims[ident] for ident in idents if ident in self.claims}
        put: dict[str, Values] = {}

        def noted(entry: ClaimEntry) -> Values:
            put[entry.id or ""] = values = wanted(entry)
            return values

        try:
            changed = change(self.path, list(seen), where_as(seen, noted))
        except ClaimChangedError as error:
            self.load()
            return Told(str(error), good=False)
        except LedgerError as error:
            self.changed_outside()
            return Told(str(error), good=False)
        if not changed:
            self.changed_outside()
            return Told("already so")
        self._noted({ident: seen[ident] for ident in changed}, put)
        return Told()

    def written(self, on: str) -> None:
        """Takes down a change that was written otherwise: a new claim, a ruling."""
        self._noted({}, {}, on)

    def _noted(self, before: Mapping[str, Claim], put: Mapping[str, Values], on: str = "") -> None:
        step = own_step(self.path)
        here = on or next(iter(before), "")
        self.decisions.append(Decision(before, put, step.note if step else None, here))
        changes = step.patches if step else ()
        self._settle(before, {one.file: (one.before, one.after) for one in changes})

    def _settle(
        self, idents: Collection[str], hashes: Mapping[str, tuple[str | None, str | None]]
    ) -> None:
        """What the ledger says after a change made on this screen.

        ``hashes`` are those of each file before and after. Where nobody else wrote, one claim is
        read anew; else, and where more changed, all is.
        """
        stat, now = _stat(self.path), _digests(self.path)
        alone = all(
            self._digests.get(file) == before and now.get(file) == after
            for file, (before, after) in hashes.items()
        )
        if hashes and alone and len(idents) == 1 and self._reread(*idents):
            self._stat, self._digests = stat, now
        else:
            self.load()
        for ident in idents:
            self.differing.pop(ident, None)

    def _reread(self, ident: str) -> bool:
        """One claim as the file has it now; whether it could be read alone."""
        found = book.named(self.path, [ident])
        claims = found.ledger.claims if found else ()
        if len(claims) != 1 or claims[0].id != ident:
            return False
        self.claims[ident] = claims[0]
        return True

    def take_back(self) -> Told:
        """Takes back the last decision made on this screen, and goes to its claim.

        Where others wrote since, its fields get back what they held, if nobody touched the claim.
        """
        if not self.decisions:
            return Told("nothing to take back", good=False)
        decision = self.decisions[-1]
        hashes: dict[str, tuple[str | None, str | None]] = {}
        try:
            if decision.note is None:
                raise UndoError("no note of it is left")
            for one in undo(self.path, only=decision.note):
                after = None if one.new is None else digest(one.new)
                hashes[str(one.file)] = digest(one.old), after
        except LedgerError as error:
            told = self._restored(decision, error)
            if not told.good:
                return told
        self.decisions.pop()
        self._settle(decision.before, hashes)
        self.go(decision.on)
        return Told(f"taken back: {decision.on}")

    def _restored(self, decision: Decision, why: LedgerError) -> Told:
        """The fields of a decision put back, because others wrote after it.

        Only of a single claim, only simple fields, and only those that still hold what was put.
        """
        self.changed_outside()
        ((ident, before), *more) = [*decision.before.items(), ("", None)]
        now = self.claims.get(ident)
        put = decision.put.get(ident, {})
        if before is None or now is None or len(more) > 1 or not put.keys() <= _SIMPLE:
            return Told(f"{why}; take it back by hand", good=False)
        if any(_typed(now, name) != _as_put(name, value) for name, value in put.items()):
            return Told(f"{ident} was changed since; take it back by hand", good=False)
        values = {name: _typed(before, name) for name in put}
        try:
            change(self.path, [ident], where_as({ident: now}, as_typed(values)))
        except LedgerError as error:
            return Told(str(error), good=False)
        return Told()


_USUAL = {"status": "new", "stance": "asserts", "confidence": "stated"}
_SIMPLE = {"status", "credibility", "note", "tags", "stance", "confidence", "topic", "claim"}


def _typed(claim: Claim, name: str) -> str:
    """A simple field as it is typed; "" where it is what a claim without the field has."""
    value = getattr(claim, name)
    if isinstance(value, tuple):
        return ",".join(value)
    return "" if value is None or _USUAL.get(name) == value else str(value)


def _as_put(name: str, value: Data | None) -> str:
    """What was put into a simple field, as it is typed."""
    shown = ",".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return "" if _USUAL.get(name) == shown else shown


def _woven(before: Sequence[str], chosen: Sequence[str], stay: set[str]) -> list[str]:
    """A new choice with the claims that stay put back behind those they stood behind."""
    found = list(chosen)
    places = {ident: at for at, ident in enumerate(before)}
    for ident in sorted(stay, key=places.__getitem__):
        ahead = [one for one in found if places.get(one, len(before)) < places[ident]]
        at = found.index(max(ahead, key=places.__getitem__)) + 1 if ahead else 0
        found.insert(at, ident)
    return found


def _stat(path: Path) -> Stat:
    """What tells quickly that the files of a ledger are other ones."""
    found = []
    for file in files(path):
        try:
            stat = file.stat()
        except OSError:
            continue
        found.append((str(file), stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def _digests(path: Path) -> dict[str, str]:
    """The checksums of a ledger's files, by their real paths."""
    found = {}
    for file in files(path):
        try:
            found[str(file.resolve())] = digest(file.read_bytes())
        except OSError:
            continue
    return found


def differences(old: Claim, new: Claim) -> tuple[tuple[str, str, str], ...]:
    """The fields in which two versions of a claim differ, each with both values."""
    return tuple(
        (one.name, _shown(getattr(old, one.name)), _shown(getattr(new, one.name)))
        for one in fields(Claim)
        if getattr(old, one.name) != getattr(new, one.name)
    )


def _shown(value: object) -> str:
    if isinstance(value, Mention):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(_shown(one) for one in value)
    return value.text if isinstance(value, Figure) else "" if value is None else str(value)
