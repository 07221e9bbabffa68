"""What a claim counts or talks about.

A concept ("Truppen", "Offiziere" and "Militärpersonal" are soldiers) with its owner: the state
whose soldiers they are.
"""

from __future__ import annotations

from claimtrack.about.matters.amounts import Matter, unit_of
from claimtrack.about.matters.counted import figure_matter, text_matters

__all__ = ["Matter", "figure_matter", "text_matters", "unit_of"]
