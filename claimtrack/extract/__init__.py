"""Claims out of German text: one module for each way of reporting, then who, when, how sure."""

from claimtrack.extract.claims import extract, sentences_of

__all__ = ["extract", "sentences_of"]
