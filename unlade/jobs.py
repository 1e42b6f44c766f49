"""What a child can be asked to do, by name."""

JOBS = {
    "shard": "unlade.reading:shard",
    "read": "unlade.reading:read",
    "explain": "unlade.reading:explain",
    "reread": "unlade.reading:reread",
    "kinds": "unlade.reading:kinds",
}
