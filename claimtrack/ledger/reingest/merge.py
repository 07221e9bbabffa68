"""New readings of articles merged into a ledger that people edit.

What a person touched is theirs: it is left alone and the difference told. What the parser wrote
and nobody touched is brought up to date, what a person deleted stays away, what the parser no
longer finds stays until it is pruned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from claimtrack.ids import Taken, claim_id, trace
from claimtrack.ledger.document.guard import aside, require_whole
from claimtrack.ledger.document.ledger_file import Book, last_claim
from claimtrack.ledger.document.passages import moved, passage
from claimtrack.ledger.edit.changes import Add, Change
from claimtrack.ledger.edit.splice import changed
from claimtrack.ledger.format.from_model import Fields, Proposal, by_parser, proposal, untouched
from claimtrack.ledger.reingest.match_claims import recognised
from claimtrack.ledger.reingest.merge_article import Known, article_changes, known_article
from claimtrack.ledger.reingest.merge_claim import Fortune, moves, settled, vanished
from claimtrack.ledger.reingest.report import Fate, Merge, Result
from claimtrack.model import Article, Claim

Found = Iterable[tuple[Article, Sequence[Claim]]]
"""Articles and the claims that were found in each, in the order of the text."""


def merge(book: Book, reading: Found, *, restore: bool = False, prune: bool = False) -> Merge:
    """A ledger after new readings: the files that change, and what became of each claim.

    ``restore`` writes again what a person deleted; ``prune`` removes what the parser no longer
    finds, if nobody touched it, ruled on it or has a claim answer it. Quotations inside quotations
    (``Claim.within``) are left out. Raises RefusedError when so much of a file is broken that
    claims might be taken for deleted.
    """
    require_whole(book)
    held = book.ids()
    work = _Work(
        Taken(held), "\n".join(aside(book, "claims")), restore, prune, held, _pointed_at(book)
    )
    folder = _folder(book)
    for article, claims in reading:
        known = known_article(book, article, folder)
        if known.ident in work.done:
            continue  # the same text under two names
        work.done.add(known.ident)
        outer = [claim for claim in claims if claim.within is None]
        _article(known, outer, folder, work)
    documents = [
        changed(document, work.changes.get(document.file, ())) for document in book.documents
    ]
    new = (after for after, old in zip(documents, book.documents, strict=True) if after is not old)
    return Merge(tuple(new), tuple(work.results))


@dataclass
class _Work:
    """What merging collects as it goes from article to article.

    ``taken`` are the ids in use, ``held`` those of the ledger before, ``needed`` those that a
    person points at, ``aside`` is the text of the claims that could not be read, ``done`` the
    articles behind it, ``changes`` those of each file.
    """

    taken: Taken
    aside: str
    restore: bool
    prune: bool
    held: Container[str] = frozenset()
    needed: frozenset[str] = frozenset()
    done: set[str] = field(default_factory=set)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)

    def note(self, file: str, changes: Iterable[Change]) -> None:
        """Takes down what is to be done in a file."""
        self.changes.setdefault(file, []).extend(changes)

    def may_prune(self, claim: Claim) -> bool:
        """Whether a claim that is no longer found may go: not when a person points at it."""
        return self.prune and claim.id not in self.needed

    def tell(
        self, fate: Fate, known: Known, ident: str, proposed: Proposal, why: str | None = None
    ) -> None:
        """Takes down what becomes of a claim that was found and is not in the ledger."""
        self.results.append(Result(fate, known.ident, ident, proposed.claim.quoted, (), why))


def _folder(book: Book) -> Path:
    """What the files of articles are relative to."""
    path = Path(book.ledger.path)
    return path if path.is_dir() else path.parent


def _pointed_at(book: Book) -> frozenset[str]:
    """The ids that people wrote down: in rulings, and as what a claim of theirs answers."""
    ledger = book.ledger
    ruled = {ident for ruling in ledger.rulings for ident in ruling.claims}
    by_hand = (claim for claim in ledger.claims if claim.answers and not untouched(claim))
    return frozenset(ruled.union(*(claim.answers for claim in by_hand)))


def _article(known: Known, claims: Sequence[Claim], folder: Path, work: _Work) -> None:
    """One article's claims held against the ledger's, and what follows."""
    body = known.article.body
    new = [proposal(claim, known.ident, body, claim.id) for claim in claims]
    old = [claim for claim, _ in known.claims]
    pairs = recognised(old, [proposed.claim for proposed in new])
    fates = list(_fates(known, new, pairs, work))
    there = {new[n].claim.id: old[o].id for n, o in pairs.items()}
    there |= {fate.proposal.claim.id: fate.ident for fate in fates if fate.fate != "deleted"}
    new = [
        _answering(proposed, claim, body, there)
        for proposed, claim in zip(new, claims, strict=True)
    ]
    spans = moves(known.claims, body) if known.corrected else {}
    for index, (claim, placed) in enumerate(known.claims):
        match = next((new[n] for n, o in pairs.items() if o == index), None)
        fortune = (
            settled(claim, placed, match, spans.get(index))
            if match
            else vanished(claim, placed, spans.get(index), prune=work.may_prune(claim))
        )
        _record(work, placed.document.file, fortune)
    fresh = list(_fresh(known, new, fates, work))
    after = last_claim(known.claims, known.document)
    work.note(known.document.file, (Add("claims", proposed.fields, after) for proposed in fresh))
    work.results += _lost(known)
    wrote = _wrote(known, [*(new[n] for n, o in pairs.items() if by_parser(old[o])), *fresh], work)
    work.note(known.document.file, article_changes(known, folder, wrote))


def _lost(known: Known) -> Iterator[Result]:
    """Passages that were passed over and that a corrected text no longer has."""
    if known.source and known.corrected:
        for item in moved(known.source, known.article.body)[1]:
            span, words = passage(item)
            yield Result("lost", known.ident, f"passed {span.start}-{span.end}", words)


def _answering(proposed: Proposal, claim: Claim, body: str, there: Mapping[str, str]) -> Proposal:
    """A proposal whose answers are the ledger's ids; ``there`` has them by those of the reading.

    A claim that is not in the ledger, because a person deleted it, is not answered there.
    """
    if not claim.answers:
        return proposed
    answers = tuple(there[ident] for ident in claim.answers if ident in there)
    article = proposed.claim.article or ""
    return proposal(replace(claim, answers=answers), article, body, claim.id)


def _record(work: _Work, file: str, fortune: Fortune) -> None:
    work.note(file, fortune.changes)
    if fortune.result:
        work.results.append(fortune.result)


class _Fated(NamedTuple):
    """What becomes of a claim that was found and is not in the ledger, by its place among all.

    ``ident`` is the id that it has or will have there.
    """

    place: int
    proposal: Proposal
    fate: Fate
    ident: str
    why: str | None = None


def _fates(
    known: Known, new: Sequence[Proposal], pairs: Mapping[int, int], work: _Work
) -> Iterator[_Fated]:
    """What becomes of each claim that is not in the ledger; one that was deleted stays away."""
    missing = Counter(known.wrote)
    missing.subtract(trace(new[index].claim.quoted) for index in pairs)
    for index, proposed in enumerate(new):
        if index in pairs:
            continue
        mark = trace(proposed.claim.quoted)
        deleted = missing[mark] > 0
        missing[mark] -= 1
        ident = proposed.claim.id
        if ident and ident in work.aside:
            yield _Fated(
                index, proposed, "kept", ident, "its entry is broken; see `claimtrack check`"
            )
        elif deleted and ident in work.held:
            yield _Fated(
                index,
                proposed,
                "kept",
                ident,
                "it names a different article; see `claimtrack check`",
            )
        elif deleted and not work.restore:
            yield _Fated(index, proposed, "deleted", ident)
        else:
            yield _Fated(index, proposed, "new", _ident(proposed, known.ident, work))


def _fresh(
    known: Known, new: Sequence[Proposal], fates: Sequence[_Fated], work: _Work
) -> Iterator[Proposal]:
    """The claims to be written, under their ids; what becomes of the others is told."""
    for fated in fates:
        proposed = new[fated.place]
        work.tell(fated.fate, known, fated.ident, proposed, fated.why)
        if fated.fate == "new":
            yield Proposal(
                proposed.claim, proposed.entry, {"id": fated.ident, **_anonymous(proposed)}
            )


def _anonymous(proposed: Proposal) -> Fields:
    return {name: value for name, value in proposed.fields.items() if name != "id"}


def _ident(proposed: Proposal, article: str, work: _Work) -> str:
    """The claim's id, longer if the ledger has it already."""
    ident = proposed.claim.id
    if not ident or ident in work.taken:
        actor = proposed.claim.actors[0] if proposed.claim.actors else None
        ident = claim_id(actor, article, proposed.claim.quoted, work.taken)
    work.taken.add(ident)
    return ident


def _wrote(known: Known, written: Sequence[Proposal], work: _Work) -> list[str]:
    """The traces to be noted: the old ones without those pruned now, then the new ones."""
    pruned = [r.words for r in work.results if r.fate == "pruned" and r.article == known.ident]
    gone = Counter(trace(words) for words in pruned)
    traces = []
    for mark in known.wrote:
        gone[mark] -= 1
        if gone[mark] < 0:
            traces.append(mark)
    missing = Counter(trace(proposed.claim.quoted) for proposed in written)
    missing.subtract(traces)
    for proposed in written:
        mark = trace(proposed.claim.quoted)
        if missing[mark] > 0:
            traces.append(mark)
            missing[mark] -= 1
    return traces
