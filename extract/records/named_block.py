"""A block about a firm that prints labels of its own, as “RFC: … NOMBRE: … DOMICILIO: …”: where its name stands."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.records.passage import Passage

_NAMES = (
    r"nombre[,.]?(?:\s+denominaci[oó]n\s+o\s+raz[oó]n\s+social)?",
    r"raz[oó]n\s+social",
    r"(?:full |company )?name(?: of the company)?",
    r"(?:полное |краткое )?наименование",
    r"(?:повне )?найменування",
    r"nom|raison sociale|firma|name/firma",
    r"ünvan[ıi]?|ad[ıi]",
    r"атауы|名称",
)
_NAME = re.compile(rf"(?im)(?:^|\s)(?:{'|'.join(_NAMES)})\s*[:：]\s*(?=\S)")
_FURTHER = re.compile(r"(?i)\s(?:(?:full|postal|legal|registered|юридический|почтовый|юр\.) )?[^\W\d_]{2,}\s*[:：]")


def at_name(passage: Passage) -> Passage:
    """Cut a block down to the name it labels, in one line; a block without such a label is left as it is."""
    label = _NAME.search(passage.text)
    if label is None:
        return passage
    further = _FURTHER.search(passage.text, label.end())
    named = passage.cut(label.end(), further.start() if further else len(passage.text))
    return replace(named, text=" ".join(named.text.split()))
