"""Field accuracy of forms that our own generator draws, by kind, over seen and held-out wordings and layouts.

    python -m benchmarks.forms [KIND...] [--seeds N] [--looks LOOK] [--wrong] [--bundle]

Papers of another look use wordings, layouts and letters that seen ones never do. Those held out and the third have been
looked at since; of the unseen ones only the figures are printed: who mends the reader must not look at them. A value
under the wrong field, or a value where the paper has none, is counted apart as wrong: it is worse than a missing one.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import form_looks
from corpus_samples.generate.forms import KINDS, LOOKS, Drawn, draw, draw_bundle
from extract.model import Batch, Source
from extract.records import extract
from extract.walk import sniff

Record = Mapping[str, Any]
FREE = re.compile(r"_address$|_key$|_country$|^(?:brand|model|bill_of_lading)$")
"""Fields that are not judged where the truth does not name them: details of what was printed for another field."""
FREE_BUT_TRUE = frozenset(("dispatch_country", "trading_country", "destination_country", "origin_country"))
BUNDLE = ("cmr", "chinese_declaration", "certificate_of_origin", "sad", "air_waybill")


@dataclass
class Score:
    """What became of the fields of one kind: right, missing, wrong; and where."""

    right: int = 0
    missing: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return self.right + self.missing.total() + self.wrong.total()

    def line(self, name: str) -> str:
        share = self.right / self.asked if self.asked else 0.0
        wrong = self.wrong.total() / self.asked if self.asked else 0.0
        worst = ", ".join(f"{what} {n}" for what, n in (self.missing + self.wrong).most_common(6))
        return f"{name:24} right {share:.3f}  wrong {wrong:.3f}  of {self.asked:5}   {worst}"


def judge(score: Score, expected: Sequence[Record], found: Sequence[Record], layout: str) -> None:
    """Compare the records of one file, in their order."""
    for at, truth in enumerate(expected):
        read = found[at] if at < len(found) else {}
        for name, value in truth.items():
            if name != "record" and not name.startswith("@"):
                _judge_field(score, name, value, read.get(name), layout)
        for name in read.keys() - truth.keys():
            if not FREE.search(name) or name in FREE_BUT_TRUE:
                score.wrong[f"+{name}"] += 1
                score.told.append(f"{layout}: {name}: nothing is printed, read {read[name]!r}")
    for extra in found[len(expected) :]:
        score.wrong["+record"] += 1
        score.told.append(f"{layout}: a record too many: {dict(extra)}")


def _judge_field(score: Score, name: str, truth: Any, read: Any, layout: str) -> None:
    if read is None:
        score.missing[name] += 1
    elif same(truth, read):
        score.right += 1
        return
    else:
        score.wrong[name] += 1
    score.told.append(f"{layout}: {name}: wanted {truth!r}, read {read!r}")


def same(truth: Any, read: Any) -> bool:
    """Compare two values: figures as numbers, words without blanks and case."""
    try:
        return abs(float(truth) - float(read)) < 1e-6
    except (TypeError, ValueError):
        return _folded(str(truth)) == _folded(str(read))


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def read(drawn: Drawn) -> list[Record]:
    """Read the records of a file, without their empty fields."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(drawn.data)
        source = Source(hashlib.sha256(drawn.data).hexdigest(), len(drawn.data), sniff(path))
        return [row for item in extract(source, path) if isinstance(item, Batch) for row in _rows(item)]


def _rows(batch: Batch) -> Iterator[Record]:
    for at in range(len(batch.rows)):
        row = {name: values[at] for name, values in batch.values.items() if values[at] is not None}
        yield {"record": batch.kind} | row if row else row


def score(names: Sequence[str], seeds: int, *, looks: str, bundle: bool = False) -> Score:
    """Draw and read papers, and judge what was read."""
    result = Score()
    for seed in range(seeds):
        for name in names if not bundle else ("",):
            drawn = draw_bundle(BUNDLE, seed, looks=looks) if bundle else _drawn(name, seed, looks)
            found = [{k: v for k, v in row.items() if k != "record"} for row in read(drawn)]
            judge(result, drawn.records, found, f"{seed} {drawn.layout}")
    return result


def _drawn(name: str, seed: int, looks: str) -> Drawn:
    return (form_looks.draw if looks in form_looks.LOOKS else draw)(name, seed, looks=looks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=KINDS)
    parser.add_argument("--seeds", type=int, default=12)
    parser.add_argument("--looks", choices=[*LOOKS, *form_looks.LOOKS], default="seen")
    parser.add_argument("--bundle", action="store_true", help="several kinds in one file")
    parser.add_argument("--wrong", action="store_true", help="list each fault (of seen papers only)")
    options = parser.parse_args()
    for name in ["bundle"] if options.bundle else options.kinds:
        result = score([name], options.seeds, looks=options.looks, bundle=options.bundle)
        print(result.line(name), flush=True)
        if options.wrong:
            print("\n".join(f"    {told}" for told in result.told))


if __name__ == "__main__":
    main()
