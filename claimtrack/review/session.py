"""A ledger under review: its claims, a list of them to go through, decisions written at once.

Nothing is held back: each decision is a splice of the file, noted in the ledger's history. Before
it is written the claim is compared, while nobody else can write, with what was shown; one that
changed meanwhile is not decided. A file that others wrote is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack import ledger as book
from claimtrack.ledger.errors import ClaimChangedError, LedgerError, UndoError
from claimtrack.ledger.files.contents import keep_contents
from claimtrack.ledger.files.history import own_step
from claimtrack.model import Claim, Ledger, Problem, Source
from claimtrack.review.decision import Decision, Difference, differences, in_words, restored
from claimtrack.review.file_stamps import Stamps, checksums_of, stamps_of
from claimtrack.review.worklist import Worklist

if TYPE_CHECKING:  # what is needed for a change alone is loaded with the first one
    from claimtrack.ledger.edit.wanted import Values, Wanted
    from claimtrack.ledger.format.entries import ClaimEntry

Select = Callable[[Ledger], Sequence[Claim]]
"""Which claims of a ledger are gone through, in their order."""

FEW = 100
"""As many claims are read alone after a change; of more the whole ledger is."""

Checksums = Mapping[str, tuple[str | None, str | None]]
"""Of each file that was written its checksums before and after."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a key: words for the reader, and whether it was done."""

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
        self.list = Worklist()
        self.errors: tuple[Problem, ...] = ()
        self.decisions: list[Decision] = []
        self.differing: dict[str, tuple[Difference, ...]] = {}
        """Of claims that another hand changed while they were shown: field, before, now."""
        self._files: dict[str, str] = {}
        self._stamps: Stamps = ()
        self._checksums: dict[str, str] = {}
        keep_contents()
        self.load()

    # What is there ------------------------------------------------------------------------------

    @property
    def current(self) -> Claim | None:
        """The claim that is shown; None where there is none to go through."""
        return self.claims.get(self.list.current or "")

    def source(self, claim: Claim | None) -> Source | None:
        """What the ledger knows of a claim's article."""
        return self.sources.get(claim.article or "") if claim else None

    def file_of(self, ident: str) -> str:
        """The name of the file in which a claim stands."""
        return Path(self._files.get(ident, str(self.path))).name

    def of_article(self, ident: str | None) -> list[Claim]:
        """The claims of an article, in the order of the ledger."""
        return [claim for claim in self.claims.values() if claim.article == ident]

    def counts(self) -> dict[str, int]:
        """How many of the claims that are gone through have each status."""
        counts = dict.fromkeys(("new", "accepted", "rejected"), 0)
        for ident in self.list.ids:
            if claim := self.claims.get(ident):
                counts[claim.status] += 1
        return counts

    # Going through ------------------------------------------------------------------------------

    def move_article(self, by: int) -> None:
        """Goes to the first claim of the next article, or of the one before."""
        self.list.move_group(by, lambda ident: self.claims[ident].article)

    def next_undecided(self) -> bool:
        """Goes to the next new claim behind this one, else to the first; False without any."""
        return self.list.next_where(lambda ident: self.claims[ident].status == "new")

    def choose(self, select: Select) -> None:
        """Goes through other claims from now on; the place stays with its claim if it can."""
        chosen = [claim.id for claim in select(self.ledger)]
        self.select = select
        self.list.choose(chosen, self.list.current)

    def include(self, ident: str) -> None:
        """Takes a claim in, at its place if it would be chosen, and goes there for a while."""
        chosen = [claim.id for claim in self.select(self.ledger)]
        if ident in chosen:
            self.list.refresh(chosen, self.claims)
        self.list.include(ident)

    # Reading ------------------------------------------------------------------------------------

    def load(self) -> None:
        """Reads the ledger; while it is broken, what was known of it before is shown."""
        self._stamps, self._checksums = stamps_of(self.path), checksums_of(self.path)
        ledger, problems = book.load(self.path)
        self.errors = tuple(problem for problem in problems if problem.severity == "error")
        if self.errors and len(ledger.claims) < len(self.claims):
            return
        before = self.claims
        self._take(ledger, {claim.id: claim for claim in ledger.claims})
        self.differing |= {
            ident: differences(before[ident], self.claims[ident])
            for ident in before.keys() & self.claims.keys() & set(self.list.ids)
            if before[ident] != self.claims[ident]
        }
        self.list.refresh([claim.id for claim in self.select(ledger)], self.claims)

    def _take(self, ledger: Ledger, claims: dict[str, Claim]) -> None:
        self.ledger, self.claims = ledger, claims
        self._files |= ledger.files
        self.sources = {source.id: source for source in ledger.sources}

    def changed_outside(self) -> bool:
        """True when another hand wrote the file since it was read; it is read again then."""
        stamps = stamps_of(self.path)
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        if self._checksums == checksums_of(self.path):
            return False
        self.load()
        return True

    def _settle(self, idents: Collection[str], written: Checksums) -> None:
        """Knows what the ledger says after a change of some claims made on this screen.

        Where nobody else wrote, only these are read; else the whole ledger is.
        """
        stamps, now = stamps_of(self.path), checksums_of(self.path)
        alone = all(
            self._checksums.get(file) == before and now.get(file) == after
            for file, (before, after) in written.items()
        )
        if written and alone and len(idents) <= FEW and self._reread(idents):
            self._stamps, self._checksums = stamps, now
        else:
            self.load()
        for ident in idents:
            self.differing.pop(ident, None)

    def _reread(self, idents: Collection[str]) -> bool:
        """Reads some claims and all that is no claim; False where the whole has to be read."""
        head = book.head(self.path, idents)
        if head is None or any(problem.severity == "error" for problem in head.problems):
            return False
        new = {claim.id: claim for claim in head.ledger.claims}
        claims = _with(self.claims, new, without=set(idents) - new.keys())
        if head.count != len(claims):  # claims without ids are called by what others are called
            return False
        self._take(replace(head.ledger, claims=tuple(claims.values())), claims)
        self.list.drop([ident for ident in idents if ident not in claims])
        return True

    # Writing ------------------------------------------------------------------------------------

    def put(self, ident: str, values: Mapping[str, str]) -> Reply:
        """Gives a claim's fields what was typed for them; an empty value drops a field."""
        from claimtrack.ledger.edit.wanted import as_typed

        try:
            return self.write([ident], as_typed(values))
        except LedgerError as error:
            return Reply(str(error), good=False)

    def write(self, idents: Sequence[str], wanted: Wanted) -> Reply:
        """Changes claims on disk, as long as each is what was shown."""
        from claimtrack.ledger.edit.wanted import where_as

        if self.errors:
            return Reply(
                f"nothing is written while the file has errors: {self.errors[0]}", good=False
            )
        seen = {ident: self.claims[ident] for ident in idents if ident in self.claims}
        put: dict[str, Values] = {}

        def noted(entry: ClaimEntry) -> Values:
            put[entry.id or ""] = values = wanted(entry)
            return values

        try:
            changed = book.change(self.path, list(seen), where_as(seen, noted))
        except ClaimChangedError as error:
            self.load()
            return Reply(str(error), good=False)
        except LedgerError as error:
            self.changed_outside()
            return Reply(str(error), good=False)
        if not changed:
            self.changed_outside()
            return Reply("already so")
        before = {ident: seen[ident] for ident in changed}
        self._note(Decision(in_words(put), changed[0], before, put, None))
        return Reply()

    def written(self, what: str, on: str, added: Sequence[str] = ()) -> None:
        """Takes down a change that was written otherwise: new claims, a ruling."""
        self._note(Decision(what, on, {}, {}, None, tuple(added)))

    def _note(self, decision: Decision) -> None:
        step = own_step(self.path)
        self.decisions.append(decision._replace(note=step.note if step else None))
        patches = step.patches if step else ()
        idents = {*decision.before, *decision.added}
        self._settle(idents, {patch.file: (patch.before, patch.after) for patch in patches})

    def take_back(self) -> Reply:
        """Takes back the last decision made on this screen, and goes to its claim.

        Where others wrote since, its fields get back what they held, if nobody touched the claim.
        """
        from claimtrack.ledger.files.undo import undo

        if not self.decisions:
            return Reply("nothing to undo", good=False)
        decision = self.decisions[-1]
        written: dict[str, tuple[str | None, str | None]] = {}
        try:
            if decision.note is None:
                raise UndoError("there is no record of it any more")
            for undone in undo(self.path, only=decision.note):
                written[str(undone.file)] = undone.checksums
        except LedgerError as error:
            reply = self._put_back(decision, error)
            if not reply.good:
                return reply
        self.decisions.pop()
        self._settle({*decision.before, *decision.added}, written)
        if decision.on in self.claims and decision.on not in self.list.ids:
            self.list.include(decision.on)
        self.list.go(decision.on)
        return Reply(f"undone: {decision.what}")

    def _put_back(self, decision: Decision, why: LedgerError) -> Reply:
        """Puts the fields of a decision back by writing them, because others wrote after it."""
        from claimtrack.ledger.edit.wanted import as_typed, where_as

        self.changed_outside()
        now = self.claims.get(next(iter(decision.before), ""))
        values = restored(decision, now)
        if isinstance(values, str) or now is None:
            return Reply(f"{why}; {values}", good=False)
        try:
            book.change(self.path, [now.id], where_as({now.id: now}, as_typed(values)))
        except LedgerError as error:
            return Reply(str(error), good=False)
        return Reply()


def _with(
    claims: Mapping[str, Claim], new: Mapping[str, Claim], without: Collection[str]
) -> dict[str, Claim]:
    """Claims some of which are others by now; a new one stands behind the last of its article."""
    changed = {
        ident: new.get(ident, claim) for ident, claim in claims.items() if ident not in without
    }
    for ident, claim in new.items():
        if ident not in changed:
            order = list(changed)
            last = [at for at, each in enumerate(order) if changed[each].article == claim.article]
            order.insert(last[-1] + 1 if last else len(order), ident)
            changed = {each: changed.get(each, claim) for each in order}
    return changed
