"""What may go wrong with a ledger, in words for the user; each error leaves the file as it was."""

from __future__ import annotations

from claimtrack.model import Claim


class LedgerError(Exception):
    """A ledger could not be changed; nothing was written."""


class EditError(LedgerError):
    """No such claim, or a value that the field does not take."""


class LookupFailedError(LedgerError):
    """The words do not stand in the article, or in several places."""


class RulingError(LedgerError):
    """A ruling on a claim that the ledger does not have, or has twice."""


class EventError(LedgerError):
    """An article that the ledger does not have, or that is in two events."""


class RefusedError(LedgerError):
    """A change that cannot be made without disturbing what a person wrote."""


class UnmergeableError(LedgerError):
    """A ledger is not so whole that its items could be told apart."""


class UndoError(LedgerError):
    """There is nothing to take back, or the file is no longer what the tool made of it."""


class SaveError(LedgerError):
    """A file could not be written, or must not be; it is as it was."""


class LedgerWarning(UserWarning):
    """Something that a user should know about a write that went well otherwise."""


class ClaimChangedError(LedgerError):
    """A claim is not as it was when a change of it was decided; ``now`` is what it says."""

    def __init__(self, ident: str, now: Claim) -> None:
        super().__init__(f"{ident} was changed in the meantime; nothing was written")
        self.now = now
