"""Optional parts of the installation, and what their absence means."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

OCR_LANGUAGES = {
    "osd": "scans that lie on their side stay needs_ocr, Chinese ones too",
    "eng": "scans stay needs_ocr",
    "rus": "Russian scans stay needs_ocr",
    "kaz": "Kazakh scans are read as if they were Russian",
    "ukr": "Ukrainian scans are read as if they were Russian",
    "chi_sim": "Chinese scans stay needs_ocr",
    "tur": "Turkish scans are read as if they were English",
    "deu": "German scans are read as if they were English",
}


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
    """Ask Tesseract for its languages; none without it."""
    from extract.readers.ocr.engine import installed

    return installed().languages


def tesseract() -> str | None:
    """Give the version of Tesseract, which is what reads scans."""
    from extract.readers.ocr.engine import installed

    return installed().version or None


def helper() -> str | None:
    """Tell whether the compiled helpers for long tables are in use, that of reading and that of storing."""
    from extract.text import compiled as reading
    from store import compiled as storing

    return "in use" if reading.is_used() and storing.is_used() else None


PARTS: tuple[Part, ...] = (
    Part(
        "compiled helper",
        helper,
        "long delimited tables take more time, with the same results",
        "install gcc and the headers of Python (apt install gcc python3-dev), then unlade again",
    ),
    Part("datasette", package("datasette"), "unlade serve cannot show a case", "pip install 'unlade[web]'"),
    Part("tesseract", tesseract, "pictures and scans stay needs_ocr", "apt install tesseract-ocr"),
    *(
        Part(
            f"tesseract {code}",
            language(code),
            without,
            f"apt install tesseract-ocr-{code.replace('_', '-')}",
        )
        for code, without in OCR_LANGUAGES.items()
    ),
    Part(
        "chromium",
        program("chromium", "chromium-browser", "google-chrome"),
        "the browser tests are skipped",
        "apt install chromium chromium-driver",
    ),
)
