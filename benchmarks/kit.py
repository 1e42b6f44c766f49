"""Measure `unlade read` with the scorers of the measuring kit (`make kit`).

    python -m benchmarks.kit [--record] [SET...]

The kit lies beside the checkout (../shared/kit) and stays there; where it is absent this says so and ends with 0.
Each figure is compared with the one recorded in benchmarks/kit.json: a figure that fell ends the run with 1.
`--record` writes the figures that rose.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = Path(os.environ.get("UNLADE_KIT", ROOT.parent / "shared" / "kit"))
RECORDED = ROOT / "benchmarks" / "kit.json"

FIELD_SETS = (
    *("customs_sheets", "invoices_de_fr", "waybills_ru", "export_invoices_tr", "trade_papers", "packing_lists"),
    *("invoices_misc", "contracts_en", "ner_ru_factrueval", "ner_ru_nerel", "ner_en_sec", "ner_kk_kaznerd"),
    "ner_zh_msra",
)
CSV_SETS = ("trade_statistics", "csv_sniffer", "encodings", "headers_troy", "headers_saus")
SCORERS = {
    **dict.fromkeys(FIELD_SETS, ("score.py",)),
    **dict.fromkeys(CSV_SETS, ("score_csv.py",)),
    "customs_sheets": ("score.py", "score_columns.py"),
    "tables": ("score_tables.py",),
    "workbooks": ("score_grid.py",),
}


def truths(name: str) -> dict[str, str]:
    """Map each document's file to its id."""
    lines = (KIT / "data" / name / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    found = (json.loads(line) for line in lines if line.strip())
    return {str(KIT / "data" / name / truth["file"]): truth["doc"] for truth in found}


def read(files: Iterable[str]) -> Iterator[dict[str, object]]:
    """Run `unlade read` over the files in one process of its own."""
    command = [sys.executable, "-m", "unlade", "read", *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT) as process:
        assert process.stdout is not None
        yield from map(json.loads, process.stdout)


def predict(name: str, folder: Path) -> Path:
    """Write the predictions of a set under the ids of its truth."""
    ids = truths(name)
    path = folder / f"{name}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for prediction in read(ids):
            prediction["doc"] = ids[str(prediction["doc"])]
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return path


def run_scorer(scorer: str, name: str, prediction: Path) -> str:
    """Give what a scorer prints."""
    truth = KIT / "data" / name / "truth.jsonl"
    extra = ["--json"] if scorer in ("score.py", "score_tables.py") else []
    command = [sys.executable, str(KIT / scorer), "--truth", str(truth), "--pred", str(prediction), *extra]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def field_figures(printed: str) -> Iterator[tuple[str, float]]:
    """Read recall, precision over closed documents and its lower bound, strict, of score.py."""
    for name, scores in json.loads(printed).items():
        field, level = name.split(".")
        for figure in ("recall", "precision", "p_low") if level == "strict" else ():
            if scores[figure] is not None:
                yield f"{field}.{figure}", scores[figure]


def table_figures(printed: str) -> Iterator[tuple[str, float]]:
    """Read the F per document and the pooled F of score_tables.py."""
    scores = json.loads(printed)
    yield from (("f_document", scores["macro_f1"]), ("f_pooled", scores["micro_f1"]))


def column_figures(printed: str) -> Iterator[tuple[str, float]]:
    """Read the share of header rows found and the F1 of each role of score_columns.py."""
    right, total = map(int, re.findall(r"header row right (\d+)/(\d+)", printed)[0])
    yield "header_row", right / total
    for role, recall, precision, f1 in re.findall(
        r"^(\w+) .*recall ([\d.]+).*precision ([\d.]+) +F1 ([\d.]+)", printed, re.M
    ):
        yield from ((f"column.{role}.recall", float(recall)), (f"column.{role}.precision", float(precision)))
        yield f"column.{role}.f1", float(f1)


def share_figures(printed: str) -> Iterator[tuple[str, float]]:
    """Read the shares of score_csv.py."""
    yield from ((name, float(share)) for name, share in re.findall(r"^(\w+) +\d+/ *\d+ +([\d.]+)", printed, re.M))


def grid_figures(printed: str) -> Iterator[tuple[str, float]]:
    """Read the share of cells and the number of books wholly right of score_grid.py."""
    cells, books = re.findall(r"ALL .*= ([\d.]+)  books wholly right (\d+)/", printed)[0]
    yield from (("cells", float(cells)), ("books", float(books)))


FIGURES = {
    "score.py": field_figures,
    "score_tables.py": table_figures,
    "score_columns.py": column_figures,
    "score_csv.py": share_figures,
    "score_grid.py": grid_figures,
}


def measure(names: Iterable[str]) -> dict[str, float]:
    """Measure the sets; figures are named set.figure."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            prediction = predict(name, Path(folder))
            for scorer in SCORERS[name]:
                for figure, value in FIGURES[scorer](run_scorer(scorer, name, prediction)):
                    figures[f"{name}.{figure}"] = round(value, 4)
                    print(f"{name}.{figure:28} {value:.3f}", flush=True)
    return figures


def fallen(figures: dict[str, float], recorded: dict[str, float]) -> list[str]:
    """Name the figures below the recorded ones."""
    return [
        f"{name}: {value:.4f} fell from {recorded[name]:.4f}"
        for name, value in sorted(figures.items())
        if value < recorded.get(name, 0.0)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"one of {', '.join(sorted(SCORERS))}; default: all")
    parser.add_argument("--record", action="store_true", help="write figures that rose to benchmarks/kit.json")
    options = parser.parse_args()
    if not KIT.is_dir():
        print(
            f"the measuring kit is not beside this checkout ({KIT.name} not found): nothing measured", file=sys.stderr
        )
        return 0
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    figures = measure(options.sets or sorted(SCORERS))
    if options.record:
        risen = {**recorded, **{name: max(value, recorded.get(name, 0.0)) for name, value in figures.items()}}
        RECORDED.write_text(json.dumps(dict(sorted(risen.items())), indent=1) + "\n", encoding="utf-8")
    losses = fallen(figures, recorded)
    print("\n".join(losses), file=sys.stderr)
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
