"""Sums, numbers of goods, times, goods and places of a sentence, each with the words that bound it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.fields import unit
from extract.fields.contract import FieldError
from extract.model import Mention, MentionKind
from extract.statements import chinese
from extract.statements.claim import Said
from extract.statements.vocabulary import word, words

_APART = r"(?<!\w){}(?:\s(?:на|in))?\s+"
_BOUNDED_BY = {"zh": r"{}\s*"}
BOUNDS = ("over", "under", "about")
_NUMBER = re.compile(
    r"(?<![\w$€£¥₽.,/-])(?P<number>\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)"
    r"(?:-[дтн][ае]н (?P<over>астам|артық|көп)|-[ғгқк][ае] (?P<about>жуық|таяу))?(?P<gap>\s|\u00a0)"
    r"(?:(?P<scale>thousand|тыс\.|тысяч[аи]?|тис\.|тисяч[аі]?|мың|million|млн|миллион(?:а|ов)?|мільйон(?:а|ів)?)[\s\u00a0])?"
    r"(?:of\s(?:the|these)\s(?=[a-z]))?"
    r"(?P<noun>of them|[a-zа-яёіїєґәғқңөұүһ][\w-]*\.?)(?P<more>(?:[ \u00a0][a-zа-яёіїєґәғқңөұүһ][\w-]*){0,4})"
)
_NOT_GOODS = re.compile(
    r"(?:million|billion|thousand|percent|per|times|fold|years?|months?|days?|weeks?|hours?|dollars?|rubles?|roubles?|euros?|"
    r"people|employees|companies|firms|countries|questions|and|or|to|of|in|from|million|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|км|км2|"
    r"млн|млрд|тыс|трлн|миллион\w*|миллиард\w*|тысяч\w*|процент\w*|раза?|разів|год\w*|лет|рок\w*|месяц\w*|дн\w*|дней|недел\w*|"
    r"час\w*|руб\w*|долл\w*|евро|тенге|гривен\w*|грн|юан\w*|компани\w*|фирм\w*|стран\w*|человек\w*|сотрудник\w*|и|или|с|на|из|г|м|го|"
    r"жыл\w*|айда|ай|күн\w*|апта\w*|сағат\w*|адам\w*|пайыз\w*|есе\w*|рет|теңге\w*|доллар\w*|рубль\w*|юань\w*|еуро\w*|мың|"
    r"қаңтар\w*|ақпан\w*|наурыз\w*|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|тамыз\w*|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*|"
    r"январ\w*|феврал\w*|март\w*|апрел\w*|ма[яй]|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*)\.?",
    re.IGNORECASE,
)
_SCALES = dict.fromkeys(("tho", "тыс", "тис", "мың"), 1_000) | dict.fromkeys(("mil", "млн", "мил", "міл"), 1_000_000)
_STOP = frozenset(
    """worth to from in for by at on with and or of that which was were is are had has have over under via through into
    during since between after before also only again
    на в во у от из за по с со для и или к о об при через до который которые была было были был что как же
    у від із зі та й або через""".split()  # noqa: SIM905
)
_FIGURE_BEFORE = re.compile(r"(?<![\w$€£¥₽.,/-])(\d{1,3}(?:[ ,]\d{3})+|\d+)\s$")
_GOODS_BEHIND = re.compile(r"\s((?:[a-z-]{3,}\s){0,2}[a-z-]{3,})")
_OF = re.compile(r"\bof\s+(?P<goods>[A-Za-z][\w-]*(?:\s[a-z][\w-]*){0,2})")
_TWIN = re.compile(r"\s?\(\s?$")
_TIED = re.compile(r"\s+(?:and|to|и|по|та)\s+")
_DAY = 10
_HEAD_OF_DOCUMENT = 400
_LONGEST_DATELINE = 60


@dataclass(frozen=True, slots=True)
class Money:
    """A sum with its currency, and the same in US dollars where they stand in brackets behind it."""

    said: Said
    currency: str
    bound: Said | None
    usd: Said | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of goods."""

    said: Said
    unit: Said | None
    bound: Said | None
    product: Said | None


def bound(text: str, left: int, start: int, language: str) -> Said | None:
    """Find the word right before a figure that makes it a bound: over, nearly."""
    for name in BOUNDS:
        match = re.search(
            rf"{_BOUNDED_BY.get(language, _APART).format(words(name, language))}$",
            text[max(left, start - 30) : start],
            re.IGNORECASE,
        )
        if match is not None:
            at = max(left, start - 30) + match.start()
            return Said(name, at, at + len(match.group().rstrip()))
    return None


def sums(text: str, mentions: Sequence[Mention], left: int, language: str) -> list[Money]:
    """Give the sums of money among mentions of one sentence; one in brackets behind another is its twin in dollars."""
    found: list[Money] = []
    for mention in mentions:
        if mention.kind is not MentionKind.AMOUNT or mention.currency is None or mention.place.span is None:
            continue
        start, end = mention.place.span
        said = Said(mention.value, start, end)
        if (
            found
            and mention.currency == "USD"
            and found[-1].usd is None
            and _TWIN.fullmatch(text, found[-1].said.end, start)
        ):
            last = found.pop()
            found.append(Money(last.said, last.currency, last.bound, said))
            continue
        found.append(Money(said, mention.currency, bound(text, left, start, language)))
    return found


def counts(text: str, start: int, end: int, taken: Sequence[tuple[int, int]], language: str) -> Iterator[Count]:
    """Find numbers of goods: «36 насосов», “1,240 tonnes of roller bearings”."""
    for match in _NUMBER.finditer(text, start, end):
        at, stop = match.span("number")
        if _NOT_GOODS.fullmatch(match["noun"]) or any(a < stop and at < b for a, b in taken):
            continue
        value = float(re.sub(r"\D", "", match["number"])) * _SCALES.get((match["scale"] or "")[:3], 1)
        measure = _unit(match["noun"])
        if measure is None:
            product = _goods(text, match.start("noun"), match.end("more"))
            yield Count(Said(value, at, stop), None, _bound(match, text, start, language), product)
            continue
        product = _measured(text, match.end("noun"), end)
        stands = Said(measure, *match.span("noun"))
        yield Count(Said(value, at, stop), stands, _bound(match, text, start, language), product)


def _bound(number: re.Match[str], text: str, left: int, language: str) -> Said | None:
    """Find the word that makes a number a bound: before it, in Kazakh behind it."""
    behind = next((name for name in ("over", "about") if number[name]), None)
    return Said(behind, *number.span(behind)) if behind else bound(text, left, number.start("number"), language)


def measured(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Count]:
    """Give the quantities of a Chinese sentence, which the finder of fields has found: 1.2万架无人机."""
    for mention in mentions:
        if mention.kind is MentionKind.QUANTITY and mention.place.span is not None:
            at, stop = mention.place.span
            goods = chinese.goods(text, stop, end)
            yield Count(
                Said(float(mention.value), at, stop),
                Said(mention.unit, at, stop) if mention.unit else None,
                bound(text, start, at, "zh"),
                Said(text[slice(*goods)], *goods) if goods else None,
            )


def counts_named_by(text: str, start: int, taken: Sequence[tuple[int, int]]) -> Iterator[Count]:
    """Find numbers of goods that a company's name, one of the stretches taken, stands before: “500 Acme drones”."""
    for left, right in taken:
        number, goods = _FIGURE_BEFORE.search(text, start, left), _GOODS_BEHIND.match(text, right)
        if number is not None and goods is not None and not any(a < number.end(1) <= b for a, b in taken):
            value = float(re.sub(r"\D", "", number[1]))
            yield Count(Said(value, *number.span(1)), None, None, _goods(text, *goods.span(1)))


def _unit(noun: str) -> str | None:
    try:
        return unit.parse(noun)
    except FieldError:
        return None


def _measured(text: str, start: int, end: int) -> Said | None:
    of = re.compile(r"\s+(?:of\s+)?").match(text, start)
    run = re.compile(r"[a-zа-яёіїє][\w-]*(?:\s[a-zа-яёіїє][\w-]*){0,2}").match(text, of.end() if of else start, end)
    return _goods(text, *run.span()) if run else None


def _goods(text: str, start: int, end: int) -> Said | None:
    """Take the words of a noun phrase up to the first that begins something else."""
    stop = start
    for token in re.finditer(r"\S+", text[start:end]):
        if token.group().casefold() in _STOP or (stop > start and token.group().endswith(("ed", "ly"))):
            break
        stop = start + token.end()
    words_ = text[start:stop].rstrip(".,;")
    return Said(words_, start, start + len(words_)) if words_ else None


def goods_of(text: str, start: int, end: int) -> Said | None:
    """Find the goods behind “of”: imports of microchips, a dealer of Rotorwing drones."""
    match = _OF.search(text, start, end)
    return _goods(text, *match.span("goods")) if match and match["goods"] not in ("them", "these", "the") else None


def times(text: str, start: int, end: int, mentions: Sequence[Mention], language: str) -> list[Said]:
    """Give the dates of a sentence, in order; two that “between … and …” joins are one span of time."""
    found = [Said(m.value, *m.place.span) for m in mentions if m.kind is MentionKind.DATE and m.place.span is not None]
    for match in word("year", language).finditer(text, start, end):
        if not any(said.start < match.end("year") and match.start("year") < said.end for said in found):
            found.append(Said(match["year"], *match.span("year")))
    found.sort(key=lambda said: said.start)
    return _joined(text, start, found, language)


def _joined(text: str, left: int, found: list[Said], language: str) -> list[Said]:
    joined: list[Said] = []
    for said in found:
        last = joined[-1] if joined else None
        if last is not None and _is_span(text, left, last, said, language):
            joined[-1] = Said(f"{last.value}/{said.value}", last.start, said.end)
        else:
            joined.append(said)
    return joined


def _is_span(text: str, left: int, first: Said, second: Said, language: str) -> bool:
    tied = _TIED.fullmatch(text, first.end, second.start)
    return tied is not None and re.search(words("between", language), text[left : first.start]) is not None


def document_date(text: str, mentions: Sequence[Mention]) -> str | None:
    """Give the day a text bears at its head, in a line of its own."""
    for mention in mentions:
        span = mention.place.span
        if mention.kind is MentionKind.DATE and span and span[0] < _HEAD_OF_DOCUMENT and len(mention.value) == _DAY:
            line_start = text.rfind("\n", 0, span[0]) + 1
            line_end = text.find("\n", span[1])
            if (line_end if line_end >= 0 else len(text)) - line_start <= _LONGEST_DATELINE:
                return mention.value
    return None
