"""Claims out of German text: one module for each way of reporting, then who, when, how sure."""

from claimtrack.extract.pipeline import extract, extract_traced, sentences_of

__all__ = ["extract", "extract_traced", "sentences_of"]
