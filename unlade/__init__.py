"""The command line and the run that ties the rooms together."""
