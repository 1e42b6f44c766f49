"""The generator of the sample dump: a world is drawn from a seed, and every document is rendered from it.

    python -m corpus_samples.generate [--seed N] [--control] [--out DIR]

Seed 0 writes the committed documents. Read ``world`` for what happens, the other modules for how it looks on paper.
"""

from corpus_samples.generate.document import Document
from corpus_samples.generate.dump import Expected, documents, expected, write
from corpus_samples.generate.world import World, world

__all__ = ["Document", "Expected", "World", "documents", "expected", "world", "write"]
