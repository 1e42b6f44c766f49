"""Run the command line as its user does: in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unlade(tmp_path):
    """Call ``unlade`` with arguments; give the finished process with its text."""

    def call(*arguments, module="unlade", timeout=120, **options):
        command = [sys.executable, "-m", module, *map(str, arguments)]
        env = {**environment(), **options.pop("env", {})}
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            cwd=options.pop("cwd", tmp_path),
            env=env,
            check=False,
            **options,
        )

    return call


def environment():
    """Find the checkout from any directory."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


HEADER = "Дата;Отправитель;Получатель;Код ТН ВЭД;Страна происхождения;Вес нетто, кг;Стоимость, USD"


def rows(number, count=20):
    firms = f"ООО «Фирма {number}»;Example Trading {number} LLC"
    lines = [f"{1 + n % 28:02}.05.2022;{firms};85423190{n:02};Китай;{n + 1},5;{n * 10},50" for n in range(count)]
    return "\n".join([HEADER, *lines]) + "\n"


def fill(folder):
    """Make a dump of eight files, two of them of the same bytes."""
    (folder / "inner").mkdir(parents=True)
    for number in range(6):
        (folder / f"rows{number}.csv").write_text(rows(number), encoding="utf-8")
    (folder / "inner" / "letter.txt").write_text("ООО «Пример» продало товар на 1 234,50 USD 12 мая 2022 г.\n")
    shutil.copy(folder / "rows0.csv", folder / "inner" / "twin.csv")
    return folder


@pytest.fixture
def dump(tmp_path):
    return fill(tmp_path / "dump")


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Run once over a dump; give the folder that holds dump and case.db, which nobody may change, and what was said."""
    folder = tmp_path_factory.mktemp("made")
    fill(folder / "dump")
    command = [sys.executable, "-m", "unlade", "run", "dump", "-o", "case.db", "--workers", "2"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False)
    return folder, done
