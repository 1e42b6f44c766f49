"""The PDFs of corpus_samples: unlade read against bare text of pypdfium2 and tables of pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measure import ROOT, Ratio, median_cost, python, unlade

BARE = """
import sys, pypdfium2
for name in sys.argv[1:]:
    for page in pypdfium2.PdfDocument(name):
        page.get_textpage().get_text_range()
"""
TABLES = """
import sys, pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_text(), page.extract_tables()
"""


def run() -> Iterator[Ratio]:
    """Compare CPU, start of the interpreter included on both sides."""
    files = [str(path) for path in sorted(ROOT.glob("corpus_samples/*/docs/*.pdf")) if "broken" not in str(path)]
    ours = median_cost(unlade("read", *files), codes=(0, 10))
    for name, code in (("pypdfium2 text", BARE), ("pdfplumber text and tables", TABLES)):
        yield Ratio(f"{len(files)} sample PDFs, read", ours.cpu, median_cost(python(code, *files)).cpu, "CPU s", name)
