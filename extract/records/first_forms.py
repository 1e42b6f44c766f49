"""Names in a Russian case under the name itself: «Степному Мосту» is ТОО «Степной Мост», where a part has both.

A model finds a name as it stands in its sentence; left so, one company would have as many names as there are cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.model import Mention, MentionKind
from extract.statements.inflection import NOMINATIVE
from extract.statements.known_names import KnownNames, core


def first_forms(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Give mentions of a part in their order, inflected names with the name that a legal form shows as their value."""
    found = list(mentions)
    sure = {m.value for m in found if m.kind is MentionKind.COMPANY and core(m.value) != m.value}
    known = KnownNames(sorted(sure), near=True)
    for mention in found:
        if mention.kind is MentionKind.COMPANY and mention.value not in sure:
            yield _in_first_form(mention, known)
        else:
            yield mention


def _in_first_form(mention: Mention, known: KnownNames) -> Mention:
    """Replace the value if all of it is one known name in another case."""
    quoted = f"«{core(mention.value)}»"
    name = next((hit for hit in known.find(quoted) if (hit.start, hit.end) == (1, len(quoted) - 1)), None)
    if name is None or len(name.names) > 1 or NOMINATIVE in name.cases:
        return mention
    evidence = "; ".join(filter(None, (mention.evidence, f"a form of {name.names[0]}")))
    return replace(mention, value=name.names[0], evidence=evidence)
