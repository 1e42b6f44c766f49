"""Tesseract through its command line: grey pixels in, words out, within limits of time and memory."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile

from extract.readers.ocr.picture import Pixels

MEMORY = 1536 * 1024**2
LISTING_SECONDS = 10.0
FIELDS = 12
_GLANCES = 9  # at a program that works, in the time after which one that stands still is given up
WORD_LEVEL = "5"


class Failed(Exception):
    """Tesseract gave no words, with the reason in words."""


def spent() -> float:
    """Give the processor time of all programs we started and saw end."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a page may cost: seconds of a processor, so that a busy machine reads no less than an idle one.

    ``patience``: seconds by the clock in which a call may do nothing; ``beat`` is called while it works, as a sign
    of life.
    """

    seconds: float
    patience: float
    beat: Callable[[], object] = bool
    started: float = field(default_factory=spent)

    def left(self) -> float:
        """Give the seconds of a processor that are left; raise Failed when there are none."""
        left = self.started + self.seconds - spent()
        if left <= 0:
            raise self.used_up()
        return left

    def used_up(self) -> Failed:
        """Say that nothing is left."""
        return Failed(f"was given up by text recognition after {self.seconds:g} seconds of a processor")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as Tesseract sees it: its edges in pixels, its confidence between 0 and 1."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Installed:
    """What is on this machine. Without Tesseract both are empty."""

    version: str = ""
    languages: frozenset[str] = frozenset()


@cache
def installed() -> Installed:
    """Ask Tesseract for its version and its languages, once per process."""
    if shutil.which("tesseract") is None:
        return Installed()
    deadline = Deadline(LISTING_SECONDS, LISTING_SECONDS)
    try:
        version = _run(["--version"], b"", deadline).split("\n", 1)[0]
        listed = _run(["--list-langs"], b"", deadline)
    except Failed:
        return Installed()
    return Installed(version, frozenset(listed.split("\n", 1)[-1].split()))


def words_of(
    pixels: Pixels, languages: Sequence[str], deadline: Deadline, mode: int, dpi: int, *settings: str
) -> list[Seen]:
    """Read the words of a picture. Raise Failed."""
    lines = _lines_of(_pgm(pixels), languages, deadline, mode, dpi, settings)
    return [word for line in lines if (word := _word(line)) is not None]


def words_of_each(
    pieces: Sequence[Pixels], languages: Sequence[str], deadline: Deadline, mode: int, dpi: int, *settings: str
) -> list[list[Seen]]:
    """Read many small pictures in one call, for starting Tesseract costs more than reading a word. Raise Failed."""
    found: list[list[Seen]] = [[] for _ in pieces]
    for line in _lines_of(_tiff(pieces), languages, deadline, mode, dpi, settings) if pieces else ():
        if (word := _word(line)) is not None:
            found[int(line.split("\t", 2)[1]) - 1].append(word)
    return found


def _lines_of(
    picture: bytes, languages: Sequence[str], deadline: Deadline, mode: int, dpi: int, settings: Iterable[str]
) -> list[str]:
    """Give what Tesseract prints about a picture, line by line."""
    how = ["stdin", "stdout", "-l", "+".join(languages), "--psm", str(mode), "--dpi", str(dpi)]
    set_so = (word for setting in settings for word in ("-c", setting))
    return _run([*how, *set_so, "tsv"], picture, deadline).splitlines()


def orientation_of(pixels: Pixels, deadline: Deadline, dpi: int) -> dict[str, str]:
    """Ask which way is up and which script it is; nothing where the page says too little."""
    if "osd" not in installed().languages:
        return {}
    try:
        said = _run(["stdin", "stdout", "-l", "osd", "--psm", "0", "--dpi", str(dpi)], _pgm(pixels), deadline)
    except Failed:
        deadline.left()
        return {}
    pairs = (line.partition(":") for line in said.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs if value}


def certainty(words: Sequence[Seen]) -> float:
    """Average the confidence of words by their letters."""
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0


def _word(line: str) -> Seen | None:
    cells = line.split("\t")
    if len(cells) != FIELDS or cells[0] != WORD_LEVEL or not cells[11].strip():
        return None
    left, top, width, height = map(int, cells[6:10])
    return Seen(cells[11].strip(), left, top, left + width, top + height, max(0.0, float(cells[10]) / 100))


def _pgm(pixels: Pixels) -> bytes:
    height, width = pixels.shape
    return b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()


def _tiff(pieces: Sequence[Pixels]) -> bytes:
    from PIL.Image import fromarray

    first, *rest = map(fromarray, pieces)
    written = BytesIO()
    first.save(written, "TIFF", save_all=True, append_images=rest)
    return written.getvalue()


def _run(arguments: Sequence[str], picture: bytes, deadline: Deadline) -> str:
    try:
        process = _started(arguments, picture, math.ceil(deadline.left()))
    except OSError as error:
        raise Failed(f"could not be given to Tesseract: {error.strerror}") from error
    with process:
        printed, complaint = _awaited(process, deadline)
    deadline.beat()
    deadline.left()
    if process.returncode == -signal.SIGXCPU:  # the system stops it by a clock that may be a tick ahead of ours
        raise deadline.used_up()
    if process.returncode:
        said = complaint.decode("utf-8", "replace").strip().splitlines()
        raise Failed(f"was refused by Tesseract: {said[-1] if said else f'exit {process.returncode}'}")
    return printed.decode("utf-8", "replace")


def _started(arguments: Sequence[str], picture: bytes, seconds: int) -> subprocess.Popen[bytes]:
    """Start Tesseract on a picture. It lies in a file: of a pipe, the part not yet read at our first glance is lost."""
    with TemporaryFile() as handed:
        handed.write(picture)
        handed.seek(0)
        return subprocess.Popen(
            ["tesseract", *arguments],
            stdin=handed,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"},  # one thread: as many pages as workers
            preexec_fn=partial(_confine, seconds),  # noqa: PLW1509 -- readers have no threads
        )


def _awaited(process: subprocess.Popen[bytes], deadline: Deadline) -> tuple[bytes, bytes]:
    """Wait as long as the program works: a busy machine gives it little time. Raise Failed if it stands still."""
    worked, waited = 0.0, 0.0
    pause = deadline.patience / _GLANCES
    try:
        while waited < deadline.patience:
            with suppress(subprocess.TimeoutExpired):
                return process.communicate(timeout=pause)
            before, worked = worked, work_of(process.pid)
            waited = 0.0 if worked > before else waited + pause
            if not waited:
                deadline.beat()
    finally:
        process.kill()  # where it ended by itself that does nothing
    raise Failed(f"was given up by text recognition after {deadline.patience:g} seconds without work")


def work_of(pid: int) -> float:
    """Give the seconds of a processor that a running program took; nothing where the system does not tell."""
    try:
        times = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return sum(map(int, times[11:13])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def _confine(seconds: int) -> None:
    """Bound the memory and the time of a reader of foreign pictures, and let it die with us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [bound for bound in (MEMORY, soft, hard) if bound != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
