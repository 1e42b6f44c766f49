"""Files become parts, parts become records and mentions, and each value keeps its place.

This room knows nothing of SQLite. The way through it: ``walk`` finds files and tells what they are,
``readers`` turn bytes into parts (pages, sheets, texts) with their tables, ``layout`` finds headers,
``fields`` parse single values, ``profiles`` are what is known of kinds of documents (data, not code),
and ``records`` ties them together. ``extract.records.extract`` is the one door for other rooms.
"""
