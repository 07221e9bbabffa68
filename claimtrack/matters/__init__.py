"""What a claim counts or talks about.

A concept ("Truppen", "Offiziere" and "Militärpersonal" are soldiers) with its owner: the state
whose soldiers they are.
"""

from __future__ import annotations

from claimtrack.matters.amounts import unit_of
from claimtrack.matters.counted import figure_matter
from claimtrack.matters.matter import Matter
from claimtrack.matters.talk import text_matters

__all__ = ["Matter", "figure_matter", "text_matters", "unit_of"]
