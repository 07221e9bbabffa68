"""Files of the user's changed on disk: atomically, under a lock, and never over somebody's save.

A change is staged beside its target and then exchanged with it in one step of the system. What
comes out is looked at before it is removed; where it is not what was read, it goes back. A process
that is killed leaves staged files, and a journal where several files change together, from which
the next command restores one state or the other (:mod:`recovery`).
"""

from __future__ import annotations

from claimtrack.ledger import LedgerError


class SaveError(LedgerError):
    """A file could not be written, or must not be; it is as it was."""


class LedgerWarning(UserWarning):
    """Something that a user should know about a write that went well otherwise."""
