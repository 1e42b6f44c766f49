"""How much of a paper its scan still says: letters, words, fields, records, and what reading it cost."""

from __future__ import annotations

import re
import resource
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from rapidfuzz.distance import Levenshtein

from benchmarks.scans.papers import Paper, Wanted
from extract.model import Batch, Part, Source
from extract.records import extract


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a page as one line, the values of its records, and the seconds of a processor it took."""

    text: str
    values: Counter[str]
    cpu: float


@dataclass(frozen=True, slots=True)
class Score:
    """Of so many letters, words, fields and values of records so many are wrong or missing. Scores can be added."""

    pages: int
    letters: int
    wrong_letters: int
    words: int
    lost_words: int
    fields: int
    lost_fields: int
    values: int
    lost_values: int
    cpu: float

    def __add__(self, other: Score) -> Score:
        """Pool two scores."""
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __str__(self) -> str:
        """Print the shares that are right, those of letters and words as error rates."""
        return (
            f"CER {self.wrong_letters / max(1, self.letters):.4f}  WER {self.lost_words / max(1, self.words):.4f}  "
            f"fields {self.fields - self.lost_fields}/{self.fields} {1 - self.lost_fields / max(1, self.fields):.3f}  "
            f"records {self.values - self.lost_values}/{self.values} {1 - self.lost_values / max(1, self.values):.3f}  "
            f"{self.cpu / max(1, self.pages):.2f} CPU s/page"
        )


NOTHING = Score(0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0)


def read_pdf(pdf: bytes) -> Reading:
    """Read a paper from its text: what its scan is held against."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        return _read(path, "pdf")


def read_scan(scan: Image.Image, dpi: int) -> Reading:
    """Read a paper from its picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.tif"
        scan.save(path, dpi=(dpi, dpi))
        return _read(path, "image")


def _read(path: Path, kind: str) -> Reading:
    before = _spent()
    items = list(extract(Source("0" * 64, path.stat().st_size, kind), path))
    text = " ".join(one_line(item.text) for item in items if isinstance(item, Part))
    return Reading(text, _values(items), _spent() - before)


def _values(items: Iterable[object]) -> Counter[str]:
    batches = (item for item in items if isinstance(item, Batch))
    return Counter(
        f"{name} {one_line(str(value))}"
        for batch in batches
        for name, values in batch.values.items()
        for value in values
        if value
    )


def lost(wanted: Sequence[Wanted], text: str) -> list[Wanted]:
    """Give the fields whose value is not in a text, letter by letter; blanks aside."""
    solid = text.replace(" ", "")
    return [one for one in wanted if one.text.replace(" ", "") not in solid]


def score(paper: Paper, truth: Reading, scan: Reading) -> Score:
    """Hold a scan against its paper."""
    words, read = Counter(truth.text.split()), Counter(scan.text.split())
    return Score(
        pages=1,
        letters=len(truth.text),
        wrong_letters=Levenshtein.distance(truth.text, scan.text),
        words=words.total(),
        lost_words=(words - read).total(),
        fields=len(paper.wanted),
        lost_fields=len(lost(paper.wanted, scan.text)),
        values=truth.values.total(),
        lost_values=(truth.values - scan.values).total(),
        cpu=scan.cpu,
    )


def one_line(text: str) -> str:
    """Write a text on one line."""
    return re.sub(r"\s+", " ", text).strip()


def _spent() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)
