"""Names and who they are: the shipped register, widened by what a ledger knows."""

from claimtrack.registry.register import Registry

__all__ = ["Registry"]
