"""Papers made up in many countries' wording and layout, with their truth: what `benchmarks.papers` measures on."""
