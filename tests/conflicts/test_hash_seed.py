"""What two texts have in common comes to the same in every process, to the last digit."""

from __future__ import annotations

import os
import subprocess
import sys

_CODE = """
from claimtrack.about.terms import alike
from claimtrack.conflicts.propositions import evidence
words = "damm brennitz wehr polizei mühle turm kran hafen fähre netz licht tunnel".split()
sets = [frozenset(words[at : at + 9]) for at in range(4)]
told = (alike, evidence.alike, evidence.held)
print([one(a, b) for one in told for a in sets for b in sets])
"""


def test_likeness_does_not_hang_on_the_order_of_a_set() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _CODE],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in range(1, 6)
    }  # fmt: skip
    assert len(found) == 1
