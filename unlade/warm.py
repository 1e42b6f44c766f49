"""What a worker does once, so that each of its children has it for nothing.

Besides importing, it reads two small documents of our own: dictionaries, patterns and language rules are loaded by
their first use, and this is it.
"""

from __future__ import annotations

import gc
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from extract.errors import ReadError

_MODULES = ("pdfplumber", "pypdfium2", "python_calamine", "lxml.etree", "docx", "store.shard")
_YOUNG = 50_000
"""Objects between two looks for cycles: rows come by the thousand, and hardly one of them is in a cycle."""
_EXAMPLES = {
    "letter.txt": (
        "ООО «Пример» (ИНН 7707083893) и Example Trading LLC, контракт № 1 от 12 мая 2022 г.\n"
        "Total: USD 1,234.50 for 10 pcs, HS 8542 31 900 0, 12 May 2022.\n"
    ),
    "table.csv": (
        "Дата;Отправитель;Получатель;Код ТН ВЭД;Страна происхождения;Вес нетто, кг;Стоимость, USD\n"
        "12.05.2022;ООО «Пример»;Example Trading LLC;8542319000;Китай;1,5;1234,50\n"
        "13.05.2022;ТОО «Образец»;Sample GmbH;8542319000;Германия;2,5;10,00\n"
    ),
}


def warm() -> None:
    """Import and load; what is missing here is met again, and told, by the reader that needs it."""
    for name in _MODULES:
        with suppress(ImportError):
            import_module(name)
    with tempfile.TemporaryDirectory(prefix="unlade-") as folder:
        for name, text in _EXAMPLES.items():
            with suppress(ImportError, ReadError):
                _read(Path(folder) / name, text)
    gc.freeze()
    gc.set_threshold(_YOUNG, 20)


def _read(path: Path, text: str) -> None:
    from extract.model import Source
    from extract.records import extract
    from extract.walk import sniff

    path.write_text(text, encoding="utf-8")
    for _ in extract(Source("0" * 64, len(text), sniff(path)), path):
        pass
