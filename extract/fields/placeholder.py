"""Words that stand where a name should be: orders, pointers to another box, confessions of ignorance."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"""
      (?:to\s+)?(?:the\s+)?order(?:\s+of\b.*|\s+only)?        # a negotiable bill of lading hides the consignee
    | (?:to\s+whom\s+it\s+may\s+concern)
    | (?:см\.?|смотри(?:те)?|see|s\.)\s*
      (?:гр(?:\.|аф[ауые])?|box|field|column|п\.|прил\S*|допол\S*|attach\S*|annex|below|above).*
    | (?:same|idem|ditto)(?:\s+as\b.*)? | as\s+(?:above|consignee|shipper)\b.*
    | контрагент | разные(?:\s+(?:по\s+списку|отправители|получатели|лица))? | по\s+списку
    | он\s+же | тот\s+же | то\s+же
    | n\.?\s?/?\s?a\.? | not\s+(?:available|applicable|declared|specified|stated|known) | unknown
    | unavailable | confidential | withheld
    | null | none | nil | absent | nan | tbd | tba | blank | empty | various | miscellaneous
    | отсутству\S* | нет(?:\s+данных)? | не\s+(?:указан|заполн|определ|установлен)\S* | неизвест\S* | без\s+названия
    | немає(?:\s+даних)? | відсутн\S* | невідом\S* | жоқ | белгісіз | yok | bilinmiyor | 无 | 不详 | 未知
    | наименование | название | name | company | компания | фирма | организация
    | [\W_0]*
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_placeholder(text: str) -> bool:
    """Tell whether the whole text stands for no value of its own."""
    printed = text.strip()
    return bool(printed) and bool(_WORDS.fullmatch(printed.strip(".,:;\"'«»()[]*-–— ")[:120]))
