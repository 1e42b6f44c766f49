"""Tables in plain text whose columns are parted by blanks alone, as programs print them and databases export them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.readers.text_cells import Laid, piece
from extract.readers.text_frames import is_rule

Gutter = tuple[int, int]
"""Between two columns: the first position that is blank in every line, and the first behind it."""

_GAP = re.compile(r"\S {2,}\S")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S")
_BLANK = re.compile(r"\s")
_DASHES = re.compile(r"\s*(?:[-=_]{2,} +){2,}[-=_]{2,}\s*")
_DASH_GAP = re.compile(r"(?<=[-=_]) +(?=[-=_])")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[-+(]?\d[\d\s.,:/%-]*\)?")
_FEWEST_LINES, _FEWEST_COLUMNS = 3, 3
_NARROW = 8
"""So many different lines make one blank a gutter: prose breaks its words elsewhere."""
_STRAY = 50
"""One line in so many may run over a gutter."""
_AGREE = 0.95


def is_rich(line: str) -> bool:
    """Tell a line with a gap inside."""
    return bool(_GAP.search(line))


def gutters_of(lines: Sequence[str], known: Sequence[Gutter] = ()) -> Sequence[Gutter]:
    """Find the gutters between the columns of a block; none if it is no table."""
    rich = [line for line in lines if _DIGIT.search(line) and is_rich(line) and "\t" not in line]
    if len(rich) < _FEWEST_LINES:
        return ()
    counts = [len(_CHUNK.findall(line)) for line in rich]
    usual = sorted(counts)[len(counts) // 2]
    # Totals and notes have fewer pieces than rows, and run over the gutters.
    data = [line for line, count in zip(rich, counts, strict=True) if count >= usual]
    if known and _keep_free(data, known):
        return known
    ruled = _under_headers(lines)
    if ruled and _keep_free(data, ruled):
        return ruled
    gutters = list(_gutters(data))
    if len(gutters) + 1 < _FEWEST_COLUMNS or not _has_figures(data, gutters):
        return ()
    return gutters


def _under_headers(lines: Sequence[str]) -> Sequence[Gutter]:
    """Take the gaps of a line of dashes, drawn under the headers column by column."""
    drawn = next((line for line in lines if _DASHES.fullmatch(line)), "")
    return [gap.span() for gap in _DASH_GAP.finditer(drawn)]


def _gutters(data: Sequence[str]) -> Iterator[Gutter]:
    """Yield the stretches that nearly all lines leave blank."""
    taken = _taken(data, len(data) // _STRAY)
    narrowest = 1 if len(set(data)) >= _NARROW else 2
    for match in re.finditer("(?<=1)0+(?=1)", taken):
        if match.end() - match.start() >= narrowest:
            yield match.span()


def _taken(data: Sequence[str], strays: int) -> str:
    """Write 1 for each position that more lines than the strays write on, in bits, all positions at once."""
    at_least = [0] * (min(strays, 20) + 1)
    for line in data:
        written = int(_BLANK.sub("0", _WORD.sub("1", line))[::-1], 2)
        for count in range(len(at_least) - 1, 0, -1):
            at_least[count] |= at_least[count - 1] & written
        at_least[0] |= written
    return f"{at_least[-1]:b}"[::-1]


def _keep_free(data: Sequence[str], gutters: Sequence[Gutter]) -> bool:
    """Tell that nearly all lines leave the gutters of the part before blank."""
    free = sum(all(not line[start:end].strip() for start, end in gutters) for line in data)
    return free >= _AGREE * len(data)


def _has_figures(data: Sequence[str], gutters: Sequence[Gutter]) -> bool:
    """Tell that a column holds figures: words that stand below each other by chance are no table."""
    rows = [cells_of(line, 0, gutters) for line in data[:200]]
    for column in range(len(gutters) + 1):
        texts = [row[column][0] for row in rows if column in row]
        figures = sum(bool(_FIGURE.fullmatch(text)) for text in texts)
        if figures * 2 >= len(rows) and figures >= 0.6 * len(texts):
            return True
    return False


def columned(lines: Sequence[str], first: int, last: int, gutters: Sequence[Gutter]) -> list[Laid]:
    """Give each line of a block as a row; a drawn line is an empty one, so that rows and lines count alike."""
    return [{} if is_rule(lines[at]) else cells_of(lines[at], at, gutters) for at in range(first, last)]


def cells_of(line: str, number: int, gutters: Sequence[Gutter]) -> Laid:
    """Cut a line at the gutters it leaves blank; what runs over one stands in the column it lies over most."""
    reach: dict[int, tuple[int, int]] = {}
    for start, end in _pieces(line, gutters):
        column = _column(start, end, gutters)
        reach[column] = (reach.get(column, (start, end))[0], end)
    cut = ((column, piece(line, number, *span)) for column, span in reach.items())
    return {column: cell for column, cell in cut if cell}


def _pieces(line: str, gutters: Sequence[Gutter]) -> Iterator[tuple[int, int]]:
    blank = [start for start, end in gutters if not line[start:end].strip()]
    for chunk in _CHUNK.finditer(line):
        cuts = [cut for cut in blank if chunk.start() < cut < chunk.end()]
        yield from zip([chunk.start(), *cuts], [*cuts, chunk.end()], strict=True)


def _column(start: int, end: int, gutters: Sequence[Gutter]) -> int:
    """Number the column that a piece lies over most."""
    edges = [0, *((first + last) // 2 for first, last in gutters), 1 << 30]
    shared = [min(end, right) - max(start, left) for left, right in pairwise(edges)]
    return max(range(len(shared)), key=lambda column: shared[column])
