"""Measure the organisations found in running text, each document by a tagger that has not seen it.

    python -m benchmarks.ner [FOLDS]

The documents of the measuring kit are what the taggers are trained on too, so `benchmarks.kit` shows them in too good a
light. Here they are dealt into folds; the names of each fold are found by a tagger trained on the other folds.
"""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections.abc import Sequence
from types import ModuleType

import spacy

from extract.fields.company_mention import trimmed
from extract.prose import russian
from extract.prose.nested import WITHIN
from extract.prose.words import Words
from training.organisations import KIT, RUSSIAN, Text, fit_sequences, sequences, texts, width

FOLDS = 5


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", KIT / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(component: russian.Organisations, text: str) -> list[str]:
    doc = component(Words(spacy.blank("xx").vocab)(text))
    return [value for name in (*doc.ents, *doc.spans[WITHIN]) if (value := trimmed(name.text))]


def cross_validated(annotated: Sequence[Text], folds: int) -> dict[str, list[str]]:
    """Give the names found in each document."""
    order = list(annotated)
    random.Random(1).shuffle(order)
    prepared = [sequences(text) for text in order]
    names: dict[str, list[str]] = {}
    for fold in range(folds):
        learned = [row for place, rows in enumerate(prepared) if place % folds != fold for row in rows]
        component = russian.Organisations(fit_sequences(learned, width(order)))
        names |= {text.doc: found(component, text.text) for text in order[fold::folds]}
    return names


def report(name: str, annotated: Sequence[Text], names: dict[str, list[str]]) -> None:
    own = [text for text in annotated if text.doc.startswith(name)]
    truth = {text.doc: text.truth for text in own}
    told = {doc: {"fields": {"company": [{"value": value} for value in names[doc]]}} for doc in truth}
    scores = scorer().score(truth, told)
    for how in ("strict", "lenient"):
        one = scores[("company", how)]
        print(f"{name} {how:8} P {one['precision']:.3f} R {one['recall']:.3f} F1 {one['f1']:.3f}", flush=True)


def main() -> int:
    folds = int(sys.argv[1]) if len(sys.argv) > 1 else FOLDS
    annotated = list(texts(RUSSIAN))
    begun = time.process_time()
    names = cross_validated(annotated, folds)
    print(f"{folds} folds, {len(annotated)} documents, {time.process_time() - begun:.0f} CPU seconds")
    for name in RUSSIAN:
        report(name, annotated, names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
