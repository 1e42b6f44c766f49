"""How far a scan leans: at the right angle the feet of its letters and its rules gather in few rows."""

from __future__ import annotations

import numpy as np

from extract.readers.ocr.picture import POINTS, Picture, ink_of, shrunk

MOST = 6.0
COARSE, FINE = 0.25, 0.05
LEVEL = 0.1
DPI = 150
MOST_POINTS = 120_000
FEWEST_POINTS = 200


def skew_of(picture: Picture) -> float:
    """Give the degrees by which lines rise to the right; 0 where they are level or there is too little to tell."""
    factor = max(1, int(picture.scale * POINTS // DPI))
    ink = ink_of(shrunk(picture.pixels, factor))
    rows, columns = np.nonzero(ink[:-1] & ~ink[1:])
    if len(rows) < FEWEST_POINTS:
        return 0.0
    step = len(rows) // MOST_POINTS + 1
    feet = rows[::step].astype(np.float64), columns[::step].astype(np.float64)
    coarse = _best(feet, np.arange(-MOST, MOST + COARSE, COARSE))
    fine = _best(feet, np.arange(coarse - COARSE, coarse + COARSE, FINE))
    return fine if abs(fine) >= LEVEL and _sharpness(feet, fine) > 1.02 * _sharpness(feet, 0.0) else 0.0


def _best(feet: tuple[np.ndarray, np.ndarray], angles: np.ndarray) -> float:
    return round(float(max(angles, key=lambda angle: _sharpness(feet, float(angle)))), 2)


def _sharpness(feet: tuple[np.ndarray, np.ndarray], angle: float) -> float:
    rows, columns = feet
    levels = rows + columns * np.tan(np.radians(angle))
    counts = np.bincount((levels - levels.min()).astype(np.int64))
    return float((counts.astype(np.float64) ** 2).sum())
