"""Where a table's header stands and where its rows begin, told from the cells alone."""
