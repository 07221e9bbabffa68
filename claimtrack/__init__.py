"""claimtrack: who said what, when, with what confidence, read out of German news."""

__version__ = "0.1.0"
