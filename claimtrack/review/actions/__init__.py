"""What the keys of the review screen do: plain functions of the desk, by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimtrack.review.actions.accepting import (
    accept,
    accept_all,
    credibility,
    leave,
    reject,
    reject_because,
    undo,
)
from claimtrack.review.actions.changing import border, edit, note, tags
from claimtrack.review.actions.filling import add, gap, pass_over
from claimtrack.review.actions.going import (
    back,
    editor,
    help_,
    leave_review,
    move,
    move_article,
    order,
    queue,
    scroll_details,
    scroll_text,
)
from claimtrack.review.actions.going import filter_ as filter_
from claimtrack.review.actions.ruling import conflict, rule

ACTIONS: dict[str, Callable[..., Any]] = {
    "accept": accept,
    "accept_all": accept_all,
    "add": add,
    "back": back,
    "border": border,
    "conflict": conflict,
    "credibility": credibility,
    "edit": edit,
    "editor": editor,
    "filter": filter_,
    "gap": gap,
    "help": help_,
    "leave": leave,
    "leave_review": leave_review,
    "move": move,
    "move_article": move_article,
    "note": note,
    "order": order,
    "pass_over": pass_over,
    "queue": queue,
    "reject": reject,
    "reject_because": reject_because,
    "rule": rule,
    "scroll_details": scroll_details,
    "scroll_text": scroll_text,
    "tags": tags,
    "undo": undo,
}
"""Each takes the desk and what its key gives."""
