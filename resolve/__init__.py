"""Names become entities: analysis, candidate pairs, judgements with reasons, clusters.

This room knows nothing of files or databases: values in, values out.
"""
