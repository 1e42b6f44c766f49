"""How the committed models of extract.prose were made (`make models`)."""
