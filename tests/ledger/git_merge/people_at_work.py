"""What people do to the claims of a ledger, each claim a block of lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

Work = list[tuple[str, int, int]]
"""What is done, at which block, and to where or how often."""


def works(*, places: int, most: int) -> st.SearchStrategy[Work]:
    """Up to ``most`` things done at blocks up to number ``places``."""
    place = st.integers(0, places)
    what = st.sampled_from(["set", "comment", "above", "delete", "move", "add"])
    return st.lists(st.tuples(what, place, place), max_size=most)


def done(blocks: Sequence[str], who: str, work: Work, new: Callable[[str], str]) -> Sequence[str]:
    """The blocks after somebody's work on them; ``new`` writes the block of a claim by its id."""
    changed = [*blocks]
    for number, (what, at, to) in enumerate(work):
        if what == "add" or not changed:
            changed.insert(at, new(f"{who}{number}"))
            continue
        block = changed.pop(at % len(changed))
        if what == "set":
            block = block.replace("note: n", f"note: n{to}")
        elif what == "comment":
            block = block.replace("claim: x\n", f"claim: x  # {who}{number}\n")
        elif what == "above":
            block = f"  # {who}{number}\n{block}"
        if what != "delete":
            changed.insert(to if what == "move" else at % (len(changed) + 1), block)
    return changed
