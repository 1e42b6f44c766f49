"""Measure how the columns of customs sheets are understood once their headers are lost.

    python -m benchmarks.lost_headers [--miss]

The sheets of the kit are copied into a temporary folder with every header replaced by C1 … Cn; their truth stays.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.kit import KIT, column_figures, field_figures, read, run_scorer

SET = "customs_sheets"


def without_headers(truth: dict[str, Any], folder: Path) -> Path:
    """Copy a workbook with the headers of its sheets replaced by their numbers."""
    import openpyxl

    given = KIT / "data" / SET / truth["file"]
    copy = folder / f"{truth['doc'].replace('/', '_')}{given.suffix}"
    shutil.copyfile(given, copy)
    book = openpyxl.load_workbook(copy)
    for one in truth["columns"]:
        row = book[one["sheet"]][one["header_row"] + 1]
        for number, cell in enumerate(row, start=1):
            cell.value = f"C{number}"
    book.save(copy)
    return copy


def predict(truths: list[dict[str, Any]], folder: Path) -> Path:
    """Write the predictions for the copies."""
    ids = {str(without_headers(truth, folder)): truth["doc"] for truth in truths}
    path = folder / "predictions.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for prediction in read(ids):
            out.write(json.dumps({**prediction, "doc": ids[str(prediction["doc"])]}, ensure_ascii=False) + "\n")
    return path


def main() -> int:
    if not KIT.is_dir():
        print("the measuring kit is not beside this checkout: nothing measured", file=sys.stderr)
        return 0
    truth = KIT / "data" / SET / "truth.jsonl"
    with tempfile.TemporaryDirectory() as name:
        truths = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines() if line.strip()]
        predicted = predict(truths, Path(name))
        for scorer, figures in (("score.py", field_figures), ("score_columns.py", column_figures)):
            for figure, value in figures(run_scorer(scorer, SET, predicted)):
                print(f"{figure:28} {value:.3f}")
        if "--miss" in sys.argv[1:]:
            command = [sys.executable, str(KIT / "score_columns.py"), "--truth", str(truth), "--pred", str(predicted)]
            subprocess.run([*command, "--miss"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
