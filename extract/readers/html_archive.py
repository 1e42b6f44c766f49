"""Web archives (MHTML): pages, and the workbooks that Excel saves as one file of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

ARCHIVE = re.compile(rb"^Content-Type:\s*multipart/(?:related|mixed)", re.I | re.M)
WITHIN = 4_096


def pages(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each page with its name; a file that is no archive is one page without a name."""
    if not ARCHIVE.search(data[:WITHIN]):
        yield "", data
        return
    archive = message_from_bytes(data, _class=EmailMessage, policy=policy.compat32)
    for part in archive.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                yield str(part.get("Content-Location", "")).rpartition("/")[2], body
