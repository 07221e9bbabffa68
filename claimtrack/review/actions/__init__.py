"""What the keys of the review screen do: plain functions of the desk, by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimtrack.review.actions import changing, gaps_and_pairs, going

ACTIONS: dict[str, Callable[..., Any]] = {
    "accept": changing.accept,
    "accept_all": changing.accept_all,
    "add": gaps_and_pairs.add,
    "back": going.back,
    "border": changing.border,
    "conflict": gaps_and_pairs.conflict,
    "credibility": changing.credibility,
    "edit": changing.edit,
    "editor": going.editor,
    "filter": going.filter_,
    "gap": gaps_and_pairs.gap,
    "help": going.help_,
    "leave": changing.leave,
    "leave_review": going.leave_review,
    "move": going.move,
    "move_article": going.move_article,
    "note": changing.note,
    "order": going.order,
    "pass_over": gaps_and_pairs.pass_over,
    "queue": going.queue,
    "reject": changing.reject,
    "reject_because": changing.reject_because,
    "rule": gaps_and_pairs.rule,
    "scroll_details": going.scroll_details,
    "scroll_text": going.scroll_text,
    "tags": changing.tags,
    "undo": changing.undo,
}
"""Each takes the desk and what its key gives."""
