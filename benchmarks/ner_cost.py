"""What reading prose for organisations costs: the share of CPU time in a mixed dump, and of text let through the gate.

    python -m benchmarks.ner_cost [FOLDER...]

The time of the models is taken within the reading itself, so that a busy machine slows both alike. Without folders: the
sample dump and, where the measuring kit lies beside the checkout, a few documents of each kind in it.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kit import KIT, ROOT
from extract import records
from extract.errors import ReadError
from extract.model import Part, Source
from extract.prose import gate, organisations
from extract.walk import sniff

A_KIND = 4
"""So many files of each set of the kit."""
SETS = (
    "invoices_de_fr", "invoices_misc", "contracts_en", "trade_papers", "export_invoices_tr", "packing_lists",
    "waybills_ru", "customs_sheets", "trade_statistics", "tables", "ner_ru_factrueval", "ner_ru_nerel", "ner_en_sec",
    "ner_zh_msra",
)  # fmt: skip


@dataclass(slots=True)
class Cost:
    """CPU seconds of all reading and of the models in it; characters of all text and of its sentences."""

    reading: float = 0.0
    models: float = 0.0
    text: int = 0
    running: int = 0


def mixed() -> Iterator[Path]:
    """Give the files of the sample dump and a few of each kind of the kit."""
    yield from sorted(path for path in (ROOT / "corpus_samples").glob("*/docs/**/*") if path.is_file())
    for name in SETS:
        folder = KIT / "data" / name / "docs"
        if folder.is_dir():
            yield from sorted(folder.iterdir())[:A_KIND]


def measure(path: Path, cost: Cost) -> None:
    """Read a file, and add the time of all and that of the models."""
    data = path.read_bytes()
    source = Source(hashlib.sha256(data).hexdigest(), len(data), sniff(path))
    spent = Watched(organisations.find_with_parts)
    organisations.find_with_parts = spent
    began = time.process_time()
    try:
        for item in records.extract(source, path):
            if isinstance(item, Part):
                cost.text += len(item.text)
                cost.running += sum(end - start for start, end in gate.running(item.text))
    except ReadError:
        pass
    finally:
        organisations.find_with_parts = spent.find
    cost.reading += time.process_time() - began
    cost.models += spent.seconds


class Watched:
    """Do what ``find`` does and count the time it takes."""

    def __init__(self, find: Callable[..., Iterator[object]]) -> None:
        self.find = find
        self.seconds = 0.0

    def __call__(self, *arguments: object) -> list[object]:
        began = time.process_time()
        found = list(self.find(*arguments))
        self.seconds += time.process_time() - began
        return found


def main(folders: Sequence[str]) -> int:
    """Print the cost of each kind of file and of all."""
    files = [file for folder in folders for file in sorted(Path(folder).rglob("*")) if file.is_file()] or list(mixed())
    for language, text in WARM.items():
        list(organisations.find(text, language))
    all_files = Cost()
    for path in files:
        measure(path, all_files)
    print(f"{len(files)} files: {all_files.reading:.1f} CPU s, {all_files.models:.1f} of them in the models")
    print(f"share of the models {all_files.models / all_files.reading:.3f}; {all_files.text} characters of text, "
          f"{all_files.running / max(1, all_files.text):.3f} of them sentences")  # fmt: skip
    return 0


WARM = {
    "en": "The plant sold it.",
    "zh": "工厂发货。",
    "ru": "Завод продал.",
    "uk": "Завод продав.",
    "kk": "Зауыт сатты.",
}
"""Loading a model is paid once by a helper that reads thousands of files."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
