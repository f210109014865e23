"""Answers that are files."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

INLINE = frozenset({"application/pdf", "image/png", "image/jpeg"})


def file_answer(data: bytes, name: str, content_type: str, *, inline: bool = False) -> HttpResponse:
    """A file with its real name (RFC 6266), sandboxed; shown in the browser only for PDF and pictures."""
    response = HttpResponse(data, content_type=content_type)
    attachment = not (inline and content_type in INLINE)
    response.headers["Content-Disposition"] = content_disposition_header(attachment, name) or "attachment"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    if not attachment:
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
        )
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response
