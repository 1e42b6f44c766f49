"""The figures of ``unlade eval`` come from an ordinary run over real files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus_samples.generate.dump import files
from corpus_samples.generate.world import world
from unlade import faults
from unlade.commands import eval_
from unlade.gold import measure
from unlade.run import Settings

SMALL = ("events.csv", "kz_register.csv", "payment_order.pdf", "names.csv")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three small documents of the sample with their truth."""
    folder = tmp_path_factory.mktemp("samples")
    for path, data in files(world()):
        if path.startswith("kazakhstan") and path.endswith((*SMALL, ".jsonl")):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    truth = folder / "kazakhstan_2022" / "expected.jsonl"
    lines = truth.read_text(encoding="utf-8").splitlines(keepends=True)
    truth.write_text("".join(li for li in lines if json.loads(li)["doc"].endswith(SMALL)), encoding="utf-8")
    return folder


def test_register_and_payment_are_read_whole(samples: Path) -> None:
    figures = measure(samples, Settings(workers=1))
    for name in ("status", "company.identifier", "company.registered", "payment.amount", "payment.payee", "event.date"):
        assert (figures[name].precision, figures[name].recall) == (1, 1), name
    assert figures["company rows"].wanted == 28
    assert figures["names"].wanted > 20


def test_a_fallen_figure_ends_with_failure(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = tmp_path / "eval.json"
    recorded.write_text(json.dumps({"payment.amount": {"recall": 1.0}, "no such figure": {"recall": 0.5}}))
    monkeypatch.setattr(eval_, "SAMPLES", samples)
    monkeypatch.setattr(eval_, "RECORDED", recorded)
    ended = CliRunner().invoke(eval_.command, ["--samples", str(samples), "--workers", "1"], standalone_mode=False)
    assert ended.return_value == faults.FAILURES
    assert "fallen: no such figure: recall 0.0000, recorded 0.5000" in ended.stderr
    assert "payment.amount" in ended.stdout
    assert "fallen: payment.amount" not in ended.stderr


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(faults.Stop, match="no samples"):
        CliRunner().invoke(eval_.command, ["--samples", str(tmp_path)], standalone_mode=False, catch_exceptions=False)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="one of the samples is a scan")
def test_no_recorded_figure_has_fallen() -> None:
    ended = CliRunner().invoke(eval_.command, ["--workers", "2"], standalone_mode=False, catch_exceptions=False)
    assert ended.return_value == faults.OK, ended.stderr
    assert set(json.loads(eval_.RECORDED.read_text(encoding="utf-8"))) <= {
        line.split("  ")[0] for line in ended.stdout.splitlines()
    }
