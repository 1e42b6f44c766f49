"""Arguments and options that several commands share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from unlade.limits import GIB, Limits

F = TypeVar("F", bound=Callable[..., Any])

PASSWORD = "--password"
_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": GIB}


def size(text: str) -> int:
    """Read a number of bytes such as 500M or 1.5GiB."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?", text.strip().lower())
    if found is None:
        raise click.BadParameter(f"{text!r} is no size; write it like 500M or 2G")
    return int(float(found[1]) * _UNITS[found[2]])


def move(text: str) -> tuple[str, str]:
    """Read OLD=NEW: a folder of the dump and where it stands now."""
    old, _, new = text.partition("=")
    if not (old and new):
        raise click.BadParameter(f"{text!r} names no two folders; write it like /old/dump=/new/dump")
    return os.path.abspath(old), os.path.abspath(new)


def cores() -> int:
    """Count the cores this process may use: in a container fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


case_argument = click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines for a program.")
root_option = click.option(
    "--root", "roots", type=move, multiple=True, metavar="OLD=NEW", help="The dump has moved from OLD to NEW."
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=cores,
    show_default="one per core",
    help="Processes that read.",
)


def passwords_options(command: F) -> F:
    """Add --password and --passwords, joined as the argument ``passwords``."""

    @wraps(command)
    def joined(*arguments: Any, password: tuple[str, ...], passwords: tuple[str, ...] | None, **others: Any) -> Any:
        return command(*arguments, passwords=password + (passwords or ()), **others)

    word = click.option(
        PASSWORD, multiple=True, metavar="WORD", help="Try WORD on protected files; others see it in the process list."
    )
    words = click.option("--passwords", type=lines_of, metavar="FILE", help="Try each line of FILE on protected files.")
    return cast(F, word(words(joined)))


def lines_of(name: str) -> tuple[str, ...]:
    """Read the lines of a file."""
    try:
        return tuple(Path(name).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(f"{name!r} cannot be read: {error}") from error


def without_passwords(arguments: Iterable[str]) -> Iterator[str]:
    """Give the words of a command line as they may be kept: no password among them."""
    hide = False
    for word in arguments:
        yield "***" if hide else f"{PASSWORD}=***" if word.startswith(f"{PASSWORD}=") else word
        hide = word == PASSWORD


def languages(text: str) -> str:
    """Read Tesseract's codes of languages, joined by a plus sign."""
    if re.fullmatch(r"[a-z_]{3,}(\+[a-z_]{3,})*", text, re.I) is None:
        raise click.BadParameter(f"{text!r} names no languages; write them like rus+eng")
    return text


def limits_options(command: F) -> F:
    """Add --limit-time and --limit-memory."""
    time = click.option(
        "--limit-time",
        type=click.FloatRange(min=0.1),
        default=60.0,
        show_default=True,
        help="Give a file up after this many seconds without a finished page or 1,000 rows.",
    )
    memory = click.option(
        "--limit-memory", type=size, default="1G", show_default=True, help="Give a file up beyond this much memory."
    )
    return time(memory(command))


def reading_options(command: F) -> F:
    """Add --limit-time, --limit-memory, --no-ocr and --ocr-languages; the command is given them as ``limits``."""

    @wraps(command)
    def limited(*, limit_time: float, limit_memory: int, no_ocr: bool, ocr_languages: str | None, **others: Any) -> Any:
        ocr = "off" if no_ocr else ocr_languages or "auto"
        return command(limits=Limits(limit_time, limit_memory, ocr), **others)

    off = click.option("--no-ocr", is_flag=True, help="Leave pictures and scans unread.")
    only = click.option(
        "--ocr-languages",
        type=languages,
        metavar="LANG+LANG",
        help="Read scans in these languages of Tesseract. By default each page tells its own.",
    )
    return cast(F, limits_options(off(only(limited))))
