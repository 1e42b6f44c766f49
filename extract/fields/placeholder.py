"""Words that stand where a name should be: orders, pointers to another box, confessions of ignorance."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"""
      (?:un)?(?:to\s+)?(?:the\s+)?order(?:\s+of\b.*|\s+only|\s*,\s*notify\b.*)?  # hides the consignee
    | (?:to\s+)?(?:the\s+)?bearer | по\s+приказу(?:\s+.*)? | на\s+предъявителя | a\s+la\s+orden(?:\s+de\b.*)?
    | à\s+l.ordre(?:\s+de\b.*)? | (?:凭|由)?指示(?:人)? | emre(?:\s+yaz[ıi]l[ıi].*) | бұйры[қк]\s+бойынша(?:\s+.*)?
    | (?:to\s+whom\s+it\s+may\s+concern)
    | (?:см\.?|смотри(?:те)?|see|s\.)\s*
      (?:гр(?:\.|аф[ауые])?|box|field|column|п\.|прил\S*|доп(?:\.|ол\S*)?(?!\w)|обор\S*|attach\S*|annex|below|above|overleaf).*
    | (?:the\s+)?(?:same|idem|ditto)(?:\s+as\b.*)? | as\s+(?:above|consignee|shipper|buyer|seller)\b.*
    | контрагент | (?:разные|различные)(?:\s+(?:по\s+списку|отправители|получатели|лица|фирмы|компании))? | по\s+списку
    | (?:он|она|они|оно|тот|та|те|то|той|того|цей|та\s+сам)\s+же(?:\s*,?\s+что\s+и\b.*)? | т[аое]й?\s+сам(?:ий|а|е|і)
    | ол\s+да | дәл\s+сол | (?:el\s+|la\s+)?mism[oa] | el\s+propio | ayn[ıi](?:s[ıi])? | 同上 | 同(?:收|发)货人
    | various\s+\w+ | multiple(?:\s+\w+)? | several | varios | muhteli̇?f | әртүрлі | різні | 多个 | 各种
    | (?:физ(?:\.|ическое)|частное)\s*лицо | private\s+(?:person|individual) | фізична\s+особа | жеке\s+тұлға
    | desconocid[oa] | sin\s+datos | s/d | belirtilmemiş | не\s+применимо | нет\s+сведений
    | n\.?\s?/?\s?a\.?
    | н\.?\s?/?\s?д\.? | н/п | б/н | s/n | без\s+номера | sin\s+número | прочерк
    | not\s+(?:available|applicable|declared|specified|stated|known) | unknown
    | unavailable | confidential | withheld
    | null | none | nil | absent | nan | tbd | tba | blank | empty | various | miscellaneous
    | отсутству\S* | нет(?:\s+данных)? | не\s+(?:указан|заполн|определ|установлен)\S* | неизвест\S* | без\s+названия
    | немає(?:\s+даних)? | відсутн\S* | невідом\S* | жоқ | белгісіз | yok | bilinmiyor | 无 | 不详 | 未知
    | наименование | название | name | company | компания | фирма | организация
    | [\W_0]*
    """,
    re.IGNORECASE | re.VERBOSE,
)

_LATIN_POINTER = re.compile(r"^[CcСс]?[MmМм][.,]?\s*гр(?=аф)", re.IGNORECASE)
"""«СМ. ГРАФУ 14» with its first letters in Latin, or the very first lost: both happen on scans."""


def is_placeholder(text: str) -> bool:
    """Tell whether the whole text stands for no value of its own."""
    printed = text.strip()
    body = printed.strip(".,:;\"'«»()[]*-–— ")[:120]
    return bool(printed) and bool(_WORDS.fullmatch(body) or _WORDS.fullmatch(_LATIN_POINTER.sub("см. гр", body)))
