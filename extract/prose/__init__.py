"""Running text as language: what a passage is written in, and the organisations it names, without any network."""
