"""What a description of goods says beside its words: maker, brand, model, article, and whether it is a drone.

A drone is found under any code and in any script: by its word (``quadcopter``, «БПЛА», 无人机), by a maker who makes
little else with one of his models (DJI Mavic), or by its heading. Batteries and propellers are told from drones by the
words that stand before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import Hit
from extract.fields.glyphs import lower
from extract.fields.table import rows, spellings
from extract.fields.trie import pattern, starts_word
from extract.fields.watch import watch
from extract.fields.words import first_words, words

DRONE = "drone"
_HEADING = "8806"
_ROWS = rows("drones")
_WORDS = spellings(_ROWS[0]["forms"])
_MAKERS = {lower(form): row["maker"] for row in _ROWS[1:] for form in spellings(row["forms"])}
_MODELS = {lower(form): row["maker"] for row in _ROWS[1:] for form in spellings(row["models"])}
_CLASS = re.compile(pattern(_WORDS))
_MAKER = re.compile(pattern(_MAKERS))
_MODEL = re.compile(pattern(_MODELS))
_STARTS = watch(first_words([*_WORDS, *_MAKERS, *_MODELS]))
_CJK = re.compile("|".join(sorted((form for form in [*_WORDS, *_MAKERS] if form >= "\u2e80"), key=len, reverse=True)))
_MODEL_TAIL = re.compile(r"(?:\s(?:\d{1,3}[A-Za-z]{0,3}|[IVX]{1,3}|pro|air|mini|max|RTK|classic|enterprise|combo"
                         r"|zoom|cine|thermal|lite|nano|SE|[A-Z]\d{1,3}[A-Z]?)(?!\w)){0,4}", re.IGNORECASE)  # fmt: skip
_MODEL_REACH = 60
_PART_BEFORE = re.compile(
    r"(?<!\w)(?:для|к|for|of|für|pour|үшін|аккумулятор\w*|батаре\w*|пропеллер\w*|запчаст\w*|част[иь]|пульт\w*|чехол\w*"
    r"|зарядн\w*|batter\w+|propeller\w*|charger\w*|parts|spare)(?:\s\S{1,15})?\s[\"«“(]?$",
    re.IGNORECASE,
)
_LABELS = {lower(label): row["scheme"] for row in rows("goods_labels") for label in spellings(row["labels"])}
_LABEL = re.compile(pattern(_LABELS) + r"\s?(?:№|no\.?|nr\.?)?\s?[:：=–—-]\s?|(?:" + "|".join(
    sorted((label for label in _LABELS if label >= "\u2e80"), key=len, reverse=True)) + ")[:：]\\s?")  # fmt: skip
_CJK_LABEL = re.compile("|".join(label for label in _LABELS if label >= "\u2e80"))
_LABEL_STARTS = watch(first_words(_LABELS))
_VALUE = re.compile(r"[\"«“']?([^\s,;:|\"«»“”\n][^,;|\"«»“”\n]{0,59})")
_NO_VALUE = frozenset(
    ("отсутствует", "нет", "не указан", "не указана", "none", "n/a", "na", "no", "absent", "无", "жоқ")
)


@dataclass(frozen=True, slots=True)
class Drone:
    """Why goods are drones. ``maker`` and ``model`` "" where only the word or the code tells it."""

    maker: str
    model: str
    evidence: str
    part: bool = False

    def __str__(self) -> str:
        return " ".join(filter(None, (self.maker, self.model))) or DRONE


def drone(description: str, hs_code: str = "") -> Drone | None:
    """Tell whether goods are drones by their words or, where these say nothing, by their code. None where they are not.

    ``part``: it is said to be for a drone (a battery, a propeller).
    """
    found = [*_drones(description)]
    whole = next((one for _, _, one in found if not one.part), None)
    if whole is not None or found:
        return whole or found[0][2]
    return Drone("", "", f"code {hs_code}") if hs_code.startswith(_HEADING) else None


def words_for_drones() -> tuple[str, ...]:
    """Give every spelling by which drones are searched: words of all languages, makers with their models."""
    named = (
        f"{maker} {model}"
        for row in _ROWS[1:]
        for maker in spellings(row["forms"])
        for model in spellings(row["models"])
    )
    return (*_WORDS, *named)


@lru_cache(maxsize=4096)
def _drones(text: str) -> tuple[tuple[int, int, Drone], ...]:
    return tuple(_find_drones(text))


def _find_drones(text: str) -> Iterator[tuple[int, int, Drone]]:
    index = words(text)
    body = index.folded
    taken = 0
    cjk = (match.start() for match in index.chinese(_CJK, text))
    for start in sorted({*index.starts(_STARTS), *cjk}):
        if start < taken:
            continue
        found = _named(body, index.lowered, start) or _classed(body, index.lowered, start)
        if found:
            taken = found[0]
            yield start, found[0], found[1]


def _classed(body: str, lowered: str, start: int) -> tuple[int, Drone] | None:
    match = _CLASS.match(lowered, start)
    if match is None or not starts_word(body, start):
        return None
    part = bool(_PART_BEFORE.search(body, max(0, start - 40), start))
    return match.end(), Drone("", "", f"called {body[start : match.end()]}", part)


def _named(body: str, lowered: str, start: int) -> tuple[int, Drone] | None:
    """Read a maker with his model behind him: ``DJI Mavic 3 Pro``. A maker alone sells other things too."""
    maker = _MAKER.match(lowered, start)
    if maker is None:
        return None
    model = _MODEL.search(lowered, maker.end(), maker.end() + _MODEL_REACH)
    line_ends = body.find("\n", maker.end(), model.start() if model else maker.end()) >= 0
    if (
        model is None
        or line_ends
        or _MODELS[_key(model)] != _MAKERS[_key(maker)]
        or not starts_word(body, model.start())
    ):
        return None
    tail = _MODEL_TAIL.match(body, model.end())
    end = tail.end() if tail else model.end()
    part = bool(_PART_BEFORE.search(body, max(0, start - 40), start))
    name = " ".join(body[model.start() : end].split())
    return end, Drone(_MAKERS[_key(maker)], name, f"maker and model {body[start:end]}", part)


def _key(match: re.Match[str]) -> str:
    return " ".join(match.group().split())


def find(text: str) -> Iterator[Hit]:
    """Find drones, and the brands, models and articles that have their word before them."""
    labelled = {hit.start: hit for hit in _labelled(text)}
    drones = (
        Hit(
            start, end, text[start:end], DRONE, scheme="class", role="part" if one.part else None, evidence=one.evidence
        )
        for start, end, one in _find_drones(text)
    )
    taken = 0
    for hit in sorted([*labelled.values(), *drones], key=lambda hit: (hit.start, hit.end)):
        if hit.start >= taken:
            taken = hit.end
            yield hit


def _labelled(text: str) -> Iterator[Hit]:
    index = words(text)
    starts = index.starts(_LABEL_STARTS)
    cjk = (match.start() for match in index.chinese(_CJK_LABEL, text))
    for start in sorted({*starts, *cjk}):
        label = _LABEL.match(index.lowered, start)
        value = _VALUE.match(text, label.end()) if label else None
        if label is None or value is None:
            continue
        hit = _hit(text, *value.span(1), text[start : label.end()].strip(" :：=–—-"))
        if hit is not None:
            yield hit


def _hit(text: str, start: int, end: int, label: str) -> Hit | None:
    """Cut a value before the next label or the end of its sentence."""
    further = next(
        (m.start() for m in _LABEL.finditer(lower(text[start:end])) if starts_word(text[start:end], m.start())), None
    )
    printed = re.split(r"\.\s|\s-\s", text[start : end if further is None else start + further])[0].rstrip(" .")
    scheme = _LABELS.get(lower(label).rstrip("№ ")) or _LABELS.get(re.sub(r"\s?(?:№|no\.?|nr\.?)$", "", lower(label)))
    if not printed or scheme is None or lower(printed) in _NO_VALUE:
        return None
    if scheme in ("article", "serial") and not any(letter.isdigit() for letter in printed):
        return None
    return Hit(
        start, start + len(printed), printed, " ".join(printed.split()), scheme=scheme, evidence=f"behind “{label}”"
    )
