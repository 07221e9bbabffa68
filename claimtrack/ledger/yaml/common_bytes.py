"""How many bytes two texts have in common at their start or their end, in large steps."""

from __future__ import annotations

_CHUNK = 1 << 16


def common_start(first: bytes, second: bytes) -> int:
    """How many bytes two texts have in common at their start."""
    at, step, most = 0, _CHUNK, min(len(first), len(second))
    while step:
        if at + step <= most and second.startswith(first[at : at + step], at):
            at += step
        else:
            step //= 2
    return at


def common_end(first: bytes, second: bytes, start: int) -> int:
    """How many bytes two texts have in common at their end, behind their first ``start``."""
    at, step, most = 0, _CHUNK, min(len(first), len(second)) - start
    while step:
        end = len(first) - at
        if at + step <= most and second.endswith(first[end - step : end], 0, len(second) - at):
            at += step
        else:
            step //= 2
    return at
