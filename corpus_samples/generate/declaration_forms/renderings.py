"""The ways of printing by name. Those of ``HELD_OUT`` are not looked at while the reader is mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import Any

from corpus_samples.generate.declaration_forms import drawn, listing, office, scans
from corpus_samples.generate.declaration_forms.boxes import sheets, truth
from corpus_samples.generate.declaration_forms.facts import Declaration, declaration
from corpus_samples.generate.declaration_forms.style import Style, style


@dataclass(frozen=True, slots=True)
class Sample:
    """A printed declaration: the end of its file's name, its bytes, the record that is true of each item."""

    suffix: str
    data: bytes
    truth: tuple[Mapping[str, Any], ...]


Press = Callable[[Random, Declaration, Style], bytes]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A way of printing: the end of the file's name, the press, and the kind of labels where it needs one.

    ``most_items``: goods it has room for, as where all must stand on one picture. ``numbers_alone``: its boxes are
    drawn, so that it may do without words.
    """

    suffix: str
    press: Press
    labels: str = ""
    most_items: int = 9
    numbers_alone: bool = True


def _drawn(rng: Random, form: Declaration, how: Style, **how_drawn: Any) -> bytes:
    return drawn.pdf(sheets(form, how), how, drawn.look(rng, **how_drawn))


def _scanned(rng: Random, form: Declaration, how: Style, scanner: scans.Scanner, **how_drawn: Any) -> bytes:
    return scans.scanned(_drawn(rng, form, how, **how_drawn), scanner, rng)


def _laid_out(rng: Random, form: Declaration, how: Style, lay_out: Callable[..., bytes]) -> bytes:
    return lay_out(sheets(form, how), how, rng)


TEXT = {
    "ruled": Rendering(".pdf", _drawn),
    "ruled, numbers only": Rendering(".pdf", _drawn, "number"),
    "ruled, short labels": Rendering(".pdf", _drawn, "short"),
    "ruled, two languages": Rendering(".pdf", _drawn, "two languages"),
    "without rules": Rendering(".pdf", partial(_drawn, ruled=False), numbers_alone=False),
    "landscape": Rendering(".pdf", partial(_drawn, landscape=True)),
    "rotated 90": Rendering(".pdf", partial(_drawn, rotation=90)),
    "rotated 180": Rendering(".pdf", partial(_drawn, rotation=180)),
    "rotated 270": Rendering(".pdf", partial(_drawn, landscape=True, rotation=270)),
    "listing": Rendering(".pdf", partial(_laid_out, lay_out=listing.pdf), numbers_alone=False),
    "listing, plain labels": Rendering(".pdf", partial(_laid_out, lay_out=listing.pdf), "plain"),
    "plain text": Rendering(".txt", partial(_laid_out, lay_out=listing.text), numbers_alone=False),
}
OFFICE = {
    "page of the web": Rendering(".html", partial(_laid_out, lay_out=office.html)),
    "text document": Rendering(".docx", partial(_laid_out, lay_out=office.docx)),
    "workbook": Rendering(".xlsx", partial(_laid_out, lay_out=office.xlsx)),
}
SCANS = {
    "scan 150": Rendering(".png", partial(_scanned, scanner=scans.Scanner(150, kind="PNG")), most_items=1),
    "scan 200": Rendering(".tif", partial(_scanned, scanner=scans.Scanner(200, skew=1.0)), most_items=4),
    "scan 300": Rendering(".pdf", partial(_scanned, scanner=scans.Scanner(300, skew=2.0, kind="PDF")), most_items=1),
    "scan 200, turned 90": Rendering(".tif", partial(_scanned, scanner=scans.Scanner(200, turned=90)), most_items=1),
    "scan 200, turned 180": Rendering(
        ".jpg", partial(_scanned, scanner=scans.Scanner(200, turned=180, skew=-1.5, kind="JPEG")), most_items=1
    ),
}
HELD_OUT = {
    "held out: mirrored": Rendering(".pdf", partial(_drawn, strange=True)),
    "held out: mirrored, without rules": Rendering(
        ".pdf", partial(_drawn, strange=True, ruled=False), numbers_alone=False
    ),
    "held out: scan": Rendering(".tif", partial(_scanned, scanner=scans.Scanner(240, skew=1.4), strange=True), "", 4),
}


def sample(name: str, seed: int) -> Sample:
    """Print a declaration in one way; each way has declarations of its own."""
    rendering = (TEXT | OFFICE | SCANS | HELD_OUT)[name]
    rng = Random(f"{seed}/{name}")
    form, how = declaration(rng), style(rng, rendering.labels, numbers_alone=rendering.numbers_alone)
    form = replace(form, items=form.items[: rendering.most_items])
    data = rendering.press(rng, form, how)
    return Sample(rendering.suffix, data, tuple(truth(form, how, item) for item in form.items))
