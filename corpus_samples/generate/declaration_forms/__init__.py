"""Goods declarations in the many ways they are printed, drawn from a seed, with what is true of each.

``facts`` draws a declaration, ``style`` how a clerk and his program print it, ``boxes`` fills the numbered boxes,
``frame`` is where they stand; ``drawn``, ``listing``, ``office`` and ``scans`` are the ways onto paper.
``renderings`` lists these ways by name; some are held out: nobody looks at them while the reader is mended.
"""

from corpus_samples.generate.declaration_forms.renderings import HELD_OUT, OFFICE, SCANS, TEXT, Sample, sample

__all__ = ["HELD_OUT", "OFFICE", "SCANS", "TEXT", "Sample", "sample"]
