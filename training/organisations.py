"""Train the taggers of extract.prose on the annotated texts of the measuring kit (UNLADE_KIT).

    python -m training.organisations

Needs python-crfsuite (MIT), which fits the weights; the taggers themselves run on numpy alone. ``fit`` is the whole
of the training: ``benchmarks.ner`` does the same once a fold.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
import spacy

from extract.prose import russian
from extract.prose.clues import Clue, keys
from extract.prose.tagger import LABELS, REACH, Tagger, lines, save, speaks
from extract.prose.words import Words

ROOT = Path(__file__).resolve().parent.parent
KIT = Path(os.environ.get("UNLADE_KIT", ROOT.parent / "shared" / "kit"))
RUSSIAN = ("ner_ru_factrueval", "ner_ru_nerel")
_SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 80, "feature.minfreq": 2}
_NEVER = -10.0
_REMARK = re.compile("[—,(]")

Features = list[dict[str, float]]
Weights = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Text:
    """An annotated text: its truth as the kit writes it, and what a tagger is told of it."""

    doc: str
    text: str
    names: list[str]
    clues: list[Clue]
    given: np.ndarray | None
    labels: list[str]
    truth: dict[str, object]


def main() -> None:
    """Train and write."""
    save(fit(list(texts(RUSSIAN))), russian.MODEL)


def texts(sets: Sequence[str]) -> Iterator[Text]:
    """Read annotated texts as their tagger will."""
    nlp = spacy.blank("xx")
    words = Words(nlp.vocab)
    for name in sets:
        for line in (KIT / "data" / name / "truth.jsonl").read_text(encoding="utf-8").splitlines():
            truth = json.loads(line)
            text = (KIT / "data" / name / truth["file"]).read_text(encoding="utf-8")
            names = [name for one in truth["fields"]["company"] for name in (whole(one), one["value"])]
            doc = words(text)
            places, clues, given = russian.told(doc)
            spots = [(doc[at].idx, doc[at].idx + len(doc[at])) for at in places]
            yield Text(truth["doc"], text, names, clues, given, labels(spots, marked(text, names)), truth)


def whole(company: dict[str, Any]) -> str:
    """Give a name with what may stand behind it: a country belongs to its ministry, where the truth allows both."""
    name = company["value"]
    longer = [
        one for one in company.get("alts", ()) if one.startswith(f"{name} ") and not _REMARK.search(one, len(name))
    ]
    return max(longer, key=len, default=name)


def marked(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Find every place where a name stands as whole words; of places that overlap, the longest."""
    patterns = (r"\s+".join(map(re.escape, name.split())) for name in names)
    found = [match.span() for pattern in patterns for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if not any(start < other_end and other_start < end for other_start, other_end in kept):
            kept.append((start, end))
    return kept


def labels(spots: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> list[str]:
    """Label each word: O outside of names, B where one begins, I where it goes on."""
    inside = [next((name for name in names if name[0] <= start and end <= name[1]), None) for start, end in spots]
    before = [None, *inside[:-1]]
    return ["O" if name is None else "I" if name == last else "B" for name, last in zip(inside, before, strict=True)]


def features(text: Text) -> Features:
    """Write out all that is said about each word, as Tagger reads it."""
    own = [keys(clue) for clue in text.clues]
    rows: Features = []
    for at in range(len(own)):
        near = ((d, own[at + d]) for d in range(-REACH, REACH + 1) if 0 <= at + d < len(own))
        row = {f"{d}:{key}": 1.0 for d, said in near for key in said if speaks(d, key)}
        if text.given is not None:
            row |= {f"#{number}": float(value) for number, value in enumerate(text.given[at])}
        rows.append(row)
    return rows


def sequences(text: Text) -> list[tuple[pycrfsuite.ItemSequence, list[str]]]:
    """Give the lines of a text as crfsuite takes them."""
    rows = features(text)
    return [(pycrfsuite.ItemSequence(rows[a:b]), text.labels[a:b]) for a, b in lines(text.clues)]


def fit(annotated: Sequence[Text]) -> Tagger:
    """Fit a tagger to annotated texts."""
    return fit_sequences([one for text in annotated for one in sequences(text)], width(annotated))


def width(annotated: Sequence[Text]) -> int:
    """Count the numbers that are said of each word."""
    return next((text.given.shape[1] for text in annotated if text.given is not None), 0)


def fit_sequences(rows: Sequence[tuple[pycrfsuite.ItemSequence, list[str]]], count: int) -> Tagger:
    """Fit a tagger to lines whose words have so many numbers."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_SETTINGS)
    for items, wanted in rows:
        trainer.append(items, wanted)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "tagger.crfsuite")
        trainer.train(path)
        fitted = pycrfsuite.Tagger()
        fitted.open(path)
        learned = fitted.info()
        fitted.close()
    return as_tagger(learned.state_features, learned.transitions, count)


def as_tagger(states: Weights, transitions: Weights, count: int) -> Tagger:
    """Lay crfsuite's weights out as ours."""
    weights: dict[str, np.ndarray] = {}
    numbers = np.zeros((count, len(LABELS)), np.float32)
    for (name, label), weight in states.items():
        if name[0] == "#":
            numbers[int(name[1:]), LABELS.index(label)] = weight
            continue
        distance, _, key = name.partition(":")
        laid_out = weights.setdefault(key, np.zeros((2 * REACH + 1, len(LABELS)), np.float32))
        laid_out[int(distance) + REACH, LABELS.index(label)] = weight
    steps = [[transitions.get((a, b), _NEVER if (a, b) == ("O", "I") else 0.0) for b in LABELS] for a in LABELS]
    return Tagger(weights, numbers, np.array(steps, np.float32))


if __name__ == "__main__":
    main()
