"""What else goods are called by whom a word names them: ``drone`` finds БПЛА, 无人机 and DJI Mavic."""

from __future__ import annotations

from functools import cache

from resolve.fold import fold, fts_query


@cache
def _drones() -> dict[str, str]:
    """Give all that drones are called, with its folded words."""
    from extract.fields.goods import words_for_drones

    return {phrase: fold(phrase) for phrase in words_for_drones()}


def wordings(words: str) -> tuple[str, ...]:
    """Give the phrases to search goods by: the words themselves, and for a drone all that drones are called."""
    drones = _drones()
    return (words, *drones) if fold(words) in drones.values() else (words,)


def goods_query(words: str) -> str:
    """Build an FTS5 expression that any of the wordings fulfils."""
    first, *others = wordings(words)
    queries = [fts_query(first), *(fts_query(f'"{phrase}"') for phrase in others)]
    return " OR ".join(f"({query})" for query in dict.fromkeys(queries))


def marked(words: str) -> str:
    """Give the words to mark in a description; of other phrases each word alone, “air 3”, would say nothing."""
    first, *others = wordings(words)
    return " ".join((first, *(word for word in others if " " not in word)))
