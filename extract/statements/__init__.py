"""What sentences of running text say: who supplied, paid, owns, was registered; with the words it stands in."""
