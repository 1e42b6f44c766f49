"""What a child can be asked to do, by name. (Filled by the functions in unlade.reading.)"""

JOBS = {
    "shard": "unlade.reading:shard",
    "read": "unlade.reading:read",
    "explain": "unlade.reading:explain",
    "reread": "unlade.reading:reread",
    "peek": "unlade.reading:peek",
}
WARM = ("extract.records", "store.shard")
