"""What YAML tools besides claimtrack see in a ledger."""

from __future__ import annotations

import re
from typing import Any

import yaml

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.expected import plain
from claimtrack.ledger.yaml.characters import ODD_BREAKS
from claimtrack.ledger.yaml.fast_item import NOTHING


def readable(text: str) -> bool:
    """Whether PyYAML reads a text."""
    try:
        seen_elsewhere(text)
    except (yaml.YAMLError, UnicodeError):
        return False
    return True


def seen_elsewhere(text: str) -> Any:
    """The claims that PyYAML sees, all values as text. Raises YAMLError where it sees none."""
    loader: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    root = yaml.load(text, loader)
    return _told(root.get("claims") or []) if isinstance(root, dict) else []


def claims_of(document: Document) -> Any:
    """The claims that claimtrack sees in a ledger, in the same form."""
    return _told([plain(entry.node) for entry in document.entries("claims") if entry.node])


def _told(value: Any) -> Any:
    """With the words that say nothing, which that loader cannot tell from quoted ones, left out."""
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_told(one) for one in value]
    return "" if value in NOTHING else value


def sees_the_same(text: str) -> bool:
    """Whether no problem is told of a ledger; it has to say the same to all tools then."""
    document = read(text)
    if open_book("c.yaml", [document]).problems:
        return False
    assert claims_of(document) == seen_elsewhere(text)
    assert not re.search(rf"[{ODD_BREAKS}]|\r(?!\n)", text)
    return True
