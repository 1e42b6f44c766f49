"""Optional parts of the installation, and what their absence means."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

OCR_LANGUAGES = ("eng", "rus", "kaz", "chi_sim")


@dataclass(frozen=True, slots=True)
class Part:
    """One optional part: how to look for it, what is missing without it, how to get it."""

    name: str
    find: Callable[[], str | None]
    without: str
    install: str


def package(name: str) -> Callable[[], str | None]:
    """Look for an installed Python package; give its version."""

    def find() -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    return find


def program(*names: str) -> Callable[[], str | None]:
    """Look for the first of some programs; give where it is."""
    return lambda: next((path for name in names if (path := shutil.which(name))), None)


def language(code: str) -> Callable[[], str | None]:
    """Look whether tesseract can read a language."""
    return lambda: "yes" if code in ocr_languages() else None


def ocr_languages() -> frozenset[str]:
    """Ask tesseract for its languages; none without it."""
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.split()[1:])


PARTS: tuple[Part, ...] = (
    Part("datasette", package("datasette"), "unlade serve cannot show a case", "pip install 'unlade[web]'"),
    Part("apsw", package("apsw"), "writing is slower, nothing is missing", "pip install apsw"),
    Part("tesseract", program("tesseract"), "pictures and scans stay needs_ocr", "apt install tesseract-ocr"),
    *(
        Part(
            f"tesseract {code}",
            language(code),
            f"scans in this language stay needs_ocr ({code})",
            f"apt install tesseract-ocr-{code.replace('_', '-')}",
        )
        for code in OCR_LANGUAGES
    ),
    Part(
        "chromium",
        program("chromium", "chromium-browser", "google-chrome"),
        "the browser tests are skipped",
        "apt install chromium chromium-driver",
    ),
)
