"""Trade forms in many layouts: what is printed, under which words and where on the page are drawn apart.

A kind of form is a TOML file of labels in ``kinds``; ``deal`` draws the facts, ``slots`` prints them as one place of a
form, ``layouts`` lays places out, ``items`` lays out goods. ``draw`` joins them and gives the PDF with its truth. Some
wordings and layouts are held out: they are drawn only where that is asked for, to measure what a reader has not seen.
"""

from corpus_samples.generate.forms.draw import LOOKS, Drawn, draw, draw_bundle
from corpus_samples.generate.forms.kind import KINDS, Kind, kind

__all__ = ["KINDS", "LOOKS", "Drawn", "Kind", "draw", "draw_bundle", "kind"]
