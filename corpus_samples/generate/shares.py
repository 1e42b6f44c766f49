"""Cut a total into uneven parts that sum to it exactly."""

from __future__ import annotations

from random import Random


def shares(rng: Random, total: int, parts: int) -> list[int]:
    weights = [rng.uniform(0.6, 1.6) for _ in range(parts)]
    cut = [int(total * weight / sum(weights)) for weight in weights]
    cut[0] += total - sum(cut)
    return cut
