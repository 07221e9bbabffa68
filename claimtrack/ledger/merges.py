"""What comes from elsewhere, merged into a ledger: readings, rows of tables, other versions of it.

As with the other doors, each imports what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.ledger.errors import LedgerError
from claimtrack.model import Article, Claim

if TYPE_CHECKING:
    from claimtrack.ledger.edit.add_claim import ReadFigures
    from claimtrack.ledger.git_merge.threeway import Merged
    from claimtrack.ledger.reingest.draft import Draft, Imported
    from claimtrack.ledger.reingest.report import Merge


def merge(
    path: Path,
    reading: Iterable[tuple[Article, Sequence[Claim]]],
    *,
    texts: Mapping[Path, tuple[bytes | None, bytes]] | None = None,
    restore: bool = False,
    prune: bool = False,
    dry_run: bool = False,
) -> Merge:
    """Merges the claims found in articles into a ledger, and says what became of each.

    A ledger that is not there yet is made. ``texts`` are files of articles that are written with
    it, each with its content before (None: it is not there) and after. ``restore`` writes again
    what a person deleted, ``prune`` removes untouched claims that are no longer found, ``dry_run``
    writes nothing.
    """
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import known_of
    from claimtrack.ledger.reingest.merge import merge

    read = [(article, tuple(claims)) for article, claims in reading]
    needed = known_of([article for article, _ in read], prune=prune)
    return make_change(
        path, needed, lambda book: merge(book, read, restore=restore, prune=prune), dry_run, texts
    )


def import_drafts(
    path: Path,
    drafts: Sequence[Draft],
    figures: ReadFigures | None = None,
    topic: Callable[[Claim], str | None] = lambda claim: None,
    *,
    dry_run: bool = False,
) -> Imported:
    """Merges drafts into a ledger, and says what became of each.

    Words are looked up in the articles that drafts name; ``figures`` reads those in the words where
    none are given, ``topic`` derives what a claim is about. A draft that cannot come in is a
    problem, and the others do. Raises RefusedError and SaveError as :func:`merge` does.
    """
    from functools import cache

    from claimtrack.ledger.files.reach import reach
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import near_drafts
    from claimtrack.ledger.reingest.merge_drafts import merge_drafts

    read = cache(reach(path).read)
    needed = near_drafts([draft.fields for draft in drafts])
    return make_change(
        path, needed, lambda book: merge_drafts(book, path, drafts, read, figures, topic), dry_run
    )


def merge_texts(base: str, ours: str, theirs: str, names: tuple[str, str]) -> Merged:
    """Ours with what they changed since the base; conflicts stand between markers."""
    from claimtrack.ledger.git_merge.threeway import merge_texts

    return merge_texts(base, ours, theirs, names)


def merge_contents(
    base: bytes, ours: bytes, theirs: bytes, names: tuple[str, str]
) -> tuple[bytes, tuple[str, ...]]:
    """The same of the contents of files, and the conflicts; what nobody touched is passed on.

    Raises UnmergeableError where one is broken, UnicodeError for UTF-16.
    """
    from claimtrack.ledger.files.paths import decode, encode
    from claimtrack.ledger.git_merge.threeway import merge_texts
    from claimtrack.ledger.git_merge.unchanged import leave_out, put_back

    left = leave_out(base, ours, theirs)
    if left:
        try:
            old, own, new = map(decode, left.texts)
            part = merge_texts(old, own, new, names)
        except LedgerError:
            pass  # the whole texts know better what to say
        else:
            whole = put_back(encode(part.text, ours), left.stretches)
            if whole is not None:
                return whole, part.conflicts
    result = merge_texts(decode(base), decode(ours), decode(theirs), names)
    return encode(result.text, ours), result.conflicts
