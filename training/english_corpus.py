"""The text that the English model learns from: agreements with marked names, and sentences around invented ones.

Marked are the SEC filings of the measuring kit (CC BY 3.0, Salinas Alvarado et al. 2015; UNLADE_KIT says where): the
truth lists the names of a document, and each place where one stands is taken for one. A passage with a name is given
again with other names of the same shape, so that the model learns the shape. Only organisations are marked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.english_names import Names

Marked = tuple[str, list[tuple[int, int, str]]]
"""A text and the stretches that name something: start, end, label."""

SENTENCES = Path(__file__).with_name("english") / "sentences.txt"
ORGANISATION = "ORG"
_SLOT = re.compile(r"\{(\w+)\}|\[([^\]]+)\]")
_ROLE_WORDS = frozenset(("bank", "erisa", "delaware corporation", "chief financial officer", "legal department"))
_AGAIN = 1
_EACH_SENTENCE = 6


def agreements(folder: Path, documents: Sequence[str], seed: int = 1) -> Iterator[Marked]:
    """Give the passages of the kit's agreements, as they are and with other names."""
    names = Names(seed)
    for document in documents:
        text, known = _document(folder, document)
        for line in filter(str.strip, text.split("\n")):
            marks = marked(line, known)
            yield line, marks
            if any(line[start:end].lower() not in _ROLE_WORDS for start, end, _ in marks):
                yield from (renamed(line, marks, names) for _ in range(_AGAIN))


def documents(folder: Path) -> list[str]:
    """Name the agreements."""
    return [json.loads(line)["doc"] for line in _truth(folder)]


def _truth(folder: Path) -> Iterable[str]:
    return filter(str.strip, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines())


def _document(folder: Path, document: str) -> tuple[str, list[str]]:
    truth = next(found for line in _truth(folder) if (found := json.loads(line))["doc"] == document)
    return (folder / truth["file"]).read_text(encoding="utf-8"), [one["value"] for one in truth["fields"]["company"]]


def marked(text: str, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Mark every place where one of the names stands as a word, the longest name first."""
    if not names:
        return []
    longest_first = sorted(names, key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    return [(*match.span(), ORGANISATION) for match in re.finditer(pattern, text)]


def renamed(text: str, marks: Sequence[tuple[int, int, str]], names: Names) -> Marked:
    """Give a passage with other names in place of its own, small and capital letters as they were."""
    others: dict[str, str] = {}
    pieces: list[tuple[str, str | None]] = []
    end = 0
    for start, stop, _ in marks:
        old = text[start:stop]
        new = others.setdefault(old.lower(), old if old.lower() in _ROLE_WORDS else _alike(old, names))
        pieces += [(text[end:start], None), (new.upper() if old.isupper() else new, ORGANISATION)]
        end = stop
    return _put_together([*pieces, (text[end:], None)])


def _alike(old: str, names: Names) -> str:
    words = old.lower().split()
    if "bank" in words:
        return names.bank()
    if words[-1] in ("limited", "ltd", "corporation", "llp"):
        return f"{names.core()} {old.rpartition(' ')[2]}"
    if {"board", "institute", "authority", "center"} & set(words):
        return names.body()
    return names.short() if len(words) == 1 else names.core()


def sentences(seed: int) -> Iterator[Marked]:
    """Make every sentence of the list several times, with other names each time."""
    names = Names(seed)
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines if line and not line.startswith("#")):
        for _ in range(_EACH_SENTENCE):
            yield filled(line, names)


def filled(sentence: str, names: Names) -> Marked:
    """Fill the slots of a sentence."""
    pieces: list[tuple[str, str | None]] = []
    end = 0
    for match in _SLOT.finditer(sentence):
        pieces.append((sentence[end : match.start()], None))
        pieces += _filled_slot(match[1], names) if match[1] else [(match[2], ORGANISATION)]
        end = match.end()
    return _put_together([*pieces, (sentence[end:], None)])


def _filled_slot(slot: str, names: Names) -> list[tuple[str, str | None]]:
    if slot.lower() == "org":
        name, form = names.company()
        return [(name.upper() if slot.isupper() else name, ORGANISATION), (form, None)]
    return [(str(getattr(names, slot)()), ORGANISATION if slot in ("short", "body", "bank") else None)]


def _put_together(pieces: Iterable[tuple[str, str | None]]) -> Marked:
    text, marks = "", []
    for piece, label in pieces:
        if label:
            marks.append((len(text), len(text) + len(piece), label))
        text += piece
    return text, marks
