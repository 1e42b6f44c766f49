"""``unlade show``: a fact, its raw text, and the place read once more from the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unlade.asking import ask
from unlade.faults import FAILURES, OK
from unlade.fingerprint import fingerprint
from unlade.limits import Limits
from unlade.options import case_argument, json_option, limits_options, passwords_options, root_option
from unlade.terminal import put, put_json

if TYPE_CHECKING:
    from store.facts import Fact


@click.command("show")
@case_argument
@click.argument("fact")
@root_option
@limits_options
@passwords_options
@json_option
def command(
    case: Path,
    fact: str,
    roots: tuple[tuple[str, str], ...],
    limit_time: float,
    limit_memory: int,
    passwords: tuple[str, ...],
    as_json: bool,
) -> int:
    """Show FACT and read its place anew: same, changed or missing.

    FACT is named like shipment:12:consignor or mention:33, as in search hits and exports.

    \b
    Example:
      unlade show case.db shipment:12:consignor
    """
    from store.case import Case
    from store.facts import fact as find
    from store.spot import spot

    with Case.open(case) as opened:
        found = find(opened, fact)
        described = _described(found, spot(opened, found))
    looked = look(found, roots, Limits(limit_time, limit_memory, _ocr(described.get("ocr"))), passwords)
    if as_json:
        put_json({**described, "check": looked.verdict, "now": looked.text, "why": looked.why})
    else:
        put(*(f"{name:9} {value}" for name, value in described.items() if value))
        put(f"{'check':9} {looked.verdict}{': ' + looked.why if looked.why else ''}")
        put(*([f"{'now':9} {looked.text}"] if looked.verdict == "changed" and looked.text is not None else []))
    return OK if looked.verdict == "same" else FAILURES


@dataclass(frozen=True, slots=True)
class Look:
    """What a second look at a place gave; ``verdict``: same, changed, missing or unreadable."""

    verdict: str
    why: str = ""
    text: str | None = None


def look(fact: Fact, roots: tuple[tuple[str, str], ...], limits: Limits, passwords: tuple[str, ...] = ()) -> Look:
    """Read the place of a fact once more from one of the files that hold it."""
    location = next((location for location in fact.locations if _moved(location.file, roots).is_file()), None)
    if location is None:
        return Look("missing", "the file is not where it was; --root OLD=NEW says where the dump stands now")
    path, inside = _moved(location.file, roots), location.inside
    box, span = fact.place.box, fact.place.span
    edges = None if box is None else (box.x0, box.top, box.x1, box.bottom)
    question = {"path": str(path), "inside": inside, "part": fact.place.part, "box": edges, "span": span}
    (read,) = ask("reread", [question], 1, limits, passwords)
    text = read.value if read.status == "ok" and isinstance(read.value, str) else None
    sha256 = read.told.get("sha256") if inside else fingerprint(path).sha256
    if read.status != "ok" and inside:
        return Look("unreadable", read.message)
    if sha256 != fact.source.sha256:
        return Look("changed", f"{path} has other bytes than when it was read", text)
    if read.status != "ok":
        return Look("unreadable", read.message)
    return Look("same", "", text) if text == fact.raw else Look("changed", "another text is read at the place", text)


def _ocr(said: str | None) -> str:
    """Take the languages a scan was read in, so that the second look is the same look."""
    return said.rsplit(" ", 1)[-1] if said else "auto"


def _moved(path: Path, roots: tuple[tuple[str, str], ...]) -> Path:
    for old, new in roots:
        if path.is_relative_to(old):
            return Path(new) / path.relative_to(old)
    return path


def _described(fact: Fact, spot: Mapping[str, str]) -> dict[str, str | None]:
    from unlade.places import place

    return {
        "fact": fact.ref,
        "value": fact.value,
        "raw": fact.raw,
        "place": place(fact),
        **spot,
        "company": fact.entity,
        **fact.details,
        "sha256": fact.source.sha256,
    }
