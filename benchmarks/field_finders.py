"""All finders of fields over running text, in MB/s of one core, against twelve plain patterns over the same text.

    python -m benchmarks.field_finders [--each] [--rounds N]

The text is our own (made/passages.toml), a megabyte of news, contracts and mails in six languages; it goes by in
pieces as long as those that prose is read in. The peer is what one would write in an afternoon: twelve patterns of
Python's ``re`` that overlook much and take much for what it is not.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Ratio
from extract.fields import FINDERS, party
from extract.fields.contract import Finder

SIZE = 1_000_000
CHUNK = 20_000
WANTED = 3.0
_PASSAGES = Path(__file__).with_name("made") / "passages.toml"

PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
        r"\b\d{4}-\d{2}-\d{2}\b",
        r"\b\d{1,2} (?:[а-яіїєё]{3,8}|[A-Z][a-z]{2,8}) \d{4}\b",
        r"(?:[$€£¥]|USD|EUR|RUB|KZT)\s?\d[\d.,\s]*",
        r"\d[\d.,\s]*\s?(?:[$€£¥]|USD|EUR|RUB|руб|долл|тенге|млн|тыс)",
        r"\b\d{4}\.\d{2}(?:\.\d{2}){0,2}\b|\b\d{10}\b",
        r"(?:ИНН|БИН|ОГРН|ЄДРПОУ)\W{0,3}\d{8,15}",
        r"(?:ООО|ТОО|АО|ТОВ|ЖШС)\s?[«\"][^»\"]{1,80}[»\"]",
        r"(?:[A-Z][\w&-]+ ){1,5}(?:Ltd|LLC|LLP|GmbH|B\.V\.|Inc)\b",
        r"\b[\w.+-]+@[\w-]+\.[\w.]+\b",
        r"\+\d[\d ()-]{8,18}\d",
        r"\b\d[\d.,\s]*\s?(?:kg|кг|pcs|шт|дана|件)",
    )
)


def text() -> str:
    """Repeat the passages until they make a megabyte."""
    passages = tomllib.loads(_PASSAGES.read_text(encoding="utf-8"))["passage"]
    once = "\n\n".join(passage["text"].strip() for passage in passages)
    return (once + "\n\n") * (SIZE // len(once.encode()) + 1)


def pieces(whole: str) -> list[str]:
    """Cut the text into pieces of the length in which prose is read, each an object of its own.

    The passages repeat, and what is remembered of one piece must not serve another: a number makes each different.
    """
    cuts = range(0, len(whole), CHUNK)
    return [f"{number}\n{whole[start : start + CHUNK]}" for number, start in enumerate(cuts)]


def finders() -> dict[str, Finder]:
    """Name every finder that running text is read with."""
    return {**{kind.value: find for kind, find in FINDERS.items()}, "party": party.find}


def plain(piece: str) -> Iterator[re.Match[str]]:
    """Find what the twelve plain patterns match."""
    for pattern in PLAIN:
        yield from pattern.finditer(piece)


def every(piece: str) -> Iterator[object]:
    """Find what all finders find."""
    for find in finders().values():
        yield from find(piece)


def rate(find: Callable[[str], Iterator[object]], whole: str, rounds: int) -> float:
    """Take the median rate in MB of UTF-8 per CPU second; the first piece is a warming up."""
    size = len(whole.encode()) / 1e6
    seconds = []
    for _ in range(rounds):
        cut = pieces(whole)
        list(find(cut[0] + "\n"))
        start = time.process_time()
        for piece in cut:
            for _hit in find(piece):
                pass
        seconds.append(time.process_time() - start)
    return size / statistics.median(seconds)


def run(rounds: int = 3) -> Iterator[Ratio]:
    """Give the one line of the table."""
    whole = text()
    yield Ratio(
        "finders of fields over running text", rate(every, whole, rounds), rate(plain, whole, rounds), "MB/s",
        "twelve plain patterns",
    )  # fmt: skip


def main() -> None:
    """Print the ratio, and with --each the rate of every finder alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for ratio in run(options.rounds):
        print(ratio)
        print(f"wanted {WANTED} MB/s: {'reached' if ratio.ours >= WANTED else 'not reached'}")
    whole = text() if options.each else ""
    for name, find in finders().items() if options.each else ():
        print(f"  {name:12} {rate(find, whole, options.rounds):8.2f} MB/s")


if __name__ == "__main__":
    main()
