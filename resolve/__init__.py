"""Names become entities: analysis, candidate pairs, judgements with reasons, clusters.

This room knows nothing of files or databases: values in, values out. Importing it is cheap; tables and libraries are
loaded by the first name.
"""

from resolve.resolution import link, match, resolve

__all__ = ["link", "match", "resolve"]
