"""Cut a passage into sentences; abbreviations and initials end none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_ABBREVIATIONS = frozenset(
    """г гг т д п др тыс млн млрд руб коп долл ул стр см ст им обл рис тел кв оф пр no nos co ltd inc corp mr mrs
    ms dr st vs etc approx dept fig jan feb mar apr jun jul aug sep sept oct nov dec b.v s.a s.r.l s.p.a a.ş e.g i.e u.s
    u.k д-р проф акад тов гос млрд шт ок св грн м.б т.е т.д т.п т.к""".split()  # noqa: SIM905
)
_END = re.compile(
    r"[.!?…]+[»”\"')\]]*(?=\s{1,20}[«“„\"(\[—–-]{0,3}\s{0,2}[^\W_a-zа-яёіїєґ]|\s{0,20}\Z)"
    r"|[。！？]|\n\s*\n|\n(?=[^\n]{1,60}\n[ \t]{0,20}\n)"
)
_LAST_WORD = re.compile(r"([^\s«»“”\"(]+)[.]$")
_INITIAL = re.compile(r"[^\W\d_]")
_LONGEST = 1_500


def sentences(
    text: str, start: int = 0, end: int | None = None, in_names: Mapping[int, bool] = MappingProxyType({})
) -> Iterator[tuple[int, int]]:
    """Give the sentences between two places of a text, without the blanks around them.

    ``in_names``: full stops of names, and whether each is its name's last letter; a new sentence may begin there.

    >>> [("Acme Ltd. sold 5. No. 7 is next."[a:b]) for a, b in sentences("Acme Ltd. sold 5. No. 7 is next.")]
    ['Acme Ltd. sold 5.', 'No. 7 is next.']
    """
    end = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, begin, match, in_names):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], in_names: Mapping[int, bool]) -> bool:
    if match.group().isspace() or match.group() != ".":
        return True
    if match.start() in in_names:
        return in_names[match.start()] and _CAPITAL.match(text, match.end()) is not None
    last = _LAST_WORD.search(text, max(begin, match.end() - 40), match.end())
    if last is None:
        return True
    word = last[1].casefold()
    following = text[match.end() : match.end() + 40].lstrip()[:1]
    if word in _ABBREVIATIONS:
        return (
            word in ("г", "гг", "ltd", "inc", "co", "corp", "b.v", "s.r.l", "s.a")
            and not following.isdigit()
            and (_starts_anew(text, match.end()))
        )
    return not (_INITIAL.fullmatch(last[1]) and last[1].isupper())


_CAPITAL = re.compile(r"\s+[«“„\"—–-]{0,2}\s?[A-ZА-ЯЁІЇЄҐ]|\s*\Z")
_ANEW = re.compile(
    r"\s+(?:The|This|That|It|Its|In|On|At|A|An|He|She|They|Last|According|Между|Это|Эт[ои]т?|Он[аои]?|В|На|По|С|Ещё|Еще|"
    r"При|О|Об|Его|Её|Их|Из|За|До|После|Также|Как|Но|И|А)\s"
)


def _starts_anew(text: str, at: int) -> bool:
    """Tell a word that begins a sentence behind an abbreviation that may end one."""
    return _ANEW.match(text, at) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        for at in range(start, end, _LONGEST):
            yield at, min(at + _LONGEST, end)
