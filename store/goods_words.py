"""What else goods are called by whom a word names them: ``drone`` finds БПЛА, 无人机 and DJI Mavic."""

from __future__ import annotations

from resolve.fold import fold, fts_query


def wordings(words: str) -> tuple[str, ...]:
    """Give the phrases to search goods by: the words themselves, and for a drone all that drones are called."""
    from extract.fields.goods import words_for_drones

    drones = words_for_drones()
    return (words, *drones) if fold(words) in set(map(fold, drones)) else (words,)


def goods_query(words: str) -> str:
    """Build an FTS5 expression that any of the wordings fulfils."""
    first, *others = wordings(words)
    queries = [fts_query(first), *(fts_query(f'"{phrase}"') for phrase in others)]
    return " OR ".join(f"({query})" for query in dict.fromkeys(queries))


def marked(words: str) -> str:
    """Give the words to mark in a description; of other phrases each word alone, “air 3”, would say nothing."""
    first, *others = wordings(words)
    return " ".join((first, *(word for word in others if " " not in word)))
