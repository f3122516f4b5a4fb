"""Writes pages/archive/crawl-2026-03.warc.gz from captures/: a small crawl with its requests, a redirect, a missing page and an image.

The same captures give the same records, byte for byte once unpacked; how tightly they are packed is up to the installed zlib.
"""

import base64
import gzip
import hashlib
import sys
import uuid
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
ARCHIVE: Final = HERE / "pages" / "archive" / "crawl-2026-03.warc.gz"

CRLF: Final = b"\r\n"
GIF: Final = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
MISSING: Final = b"<html><head><title>404</title></head><body><h1>Not found</h1><p>There was a page here once.</p></body></html>"


class Capture(NamedTuple):
    """One answer of a server; `coding` is how it sent the payload: plain, gzip or chunked."""

    url: str
    at: str
    payload: bytes
    kind: str = "text/html"
    status: str = "200 OK"
    coding: str = "plain"
    location: str = ""


def page(name: str) -> bytes:
    """The bytes of a page as they were captured."""
    return (HERE / "captures" / f"{name}.html").read_bytes()


def captures() -> list[Capture]:
    """What the crawl got, in its order. The servers' declared kinds and encodings are theirs: the Courier's is wrong."""
    packet = "https://packet.example/africa/second-convoy"
    return [
        Capture(
            "https://www.riftmeridian.example/world/un-vote-48395",
            "2026-02-27T02:30:51Z",
            page("rift-meridian-2026-02-26-un-vote"),
            kind="text/html; charset=UTF-8",
            coding="gzip",
        ),
        Capture("http://mekonglantern.example/robots.txt", "2026-03-02T04:11:07Z", b"User-agent: *\nDisallow: /mail/\n", kind="text/plain"),
        Capture("http://mekonglantern.example/hand.html", "2026-03-02T04:11:09Z", page("mekong-lantern-2026-02-27-our-hand-stayed-down")),
        Capture("http://mekonglantern.example/drawing3.png", "2026-03-02T04:11:12Z", GIF, kind="image/gif"),
        Capture("http://mekonglantern.example/mast.html", "2026-03-02T04:11:15Z", MISSING, status="404 Not Found"),
        Capture("http://packet.example/x/50", "2026-03-02T04:12:38Z", b"", status="302 Found", location=packet),
        Capture(packet, "2026-03-02T04:12:40Z", page("athi-evening-packet-2026-02-20-second-convoy"), kind="text/html", coding="chunked"),
        Capture(
            "http://www.oshvalleycourier.example/archive/7412.html",
            "2026-03-02T04:15:22Z",
            page("osh-valley-courier-2026-02-28-letters-abstention"),
            kind="text/html; charset=utf-8",
        ),
    ]


def chunked(payload: bytes, *, size: int = 1024) -> bytes:
    """The payload in the chunked transfer coding of RFC 9112, section 7.1."""
    parts = [payload[at : at + size] for at in range(0, len(payload), size)]
    return b"".join(f"{len(part):x}".encode() + CRLF + part + CRLF for part in parts) + b"0" + CRLF + CRLF


def answer(capture: Capture) -> bytes:
    """The HTTP message that the server sent."""
    lines = [f"HTTP/1.1 {capture.status}", f"Content-Type: {capture.kind}"]
    body = capture.payload
    if capture.location:
        lines.append(f"Location: {capture.location}")
    if capture.coding == "gzip":
        lines.append("Content-Encoding: gzip")
        body = gzip.compress(body, mtime=0)
    if capture.coding == "chunked":
        lines.append("Transfer-Encoding: chunked")
        body = chunked(body)
    else:
        lines.append(f"Content-Length: {len(body)}")
    return CRLF.join(line.encode() for line in lines) + CRLF + CRLF + body


def question(capture: Capture) -> bytes:
    """The HTTP message that the crawler sent."""
    host, _, rest = capture.url.partition("://")[2].partition("/")
    return f"GET /{rest} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: example-crawler\r\n\r\n".encode()


def record(kind: str, content_type: str, at: str, block: bytes, *, url: str = "") -> bytes:
    """One WARC/1.1 record as a gzip member of its own, as the standard's annex D asks."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {at} {url}")
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{name}>", f"WARC-Date: {at}"]
    if url:
        lines.append(f"WARC-Target-URI: {url}")
    lines += [f"WARC-Block-Digest: sha1:{digest}", f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    whole = CRLF.join(line.encode() for line in lines) + CRLF + CRLF + block + CRLF + CRLF
    return gzip.compress(whole, mtime=0)


def archive() -> bytes:
    """The whole archive."""
    about = b"software: make_archive.py\r\nformat: WARC File Format 1.1\r\n"
    members = [record("warcinfo", "application/warc-fields", "2026-02-27T02:30:00Z", about)]
    for capture in captures():
        members.append(record("request", "application/http;msgtype=request", capture.at, question(capture), url=capture.url))
        members.append(record("response", "application/http;msgtype=response", capture.at, answer(capture), url=capture.url))
    return b"".join(members)


if __name__ == "__main__":
    ARCHIVE.parent.mkdir(parents=True, exist_ok=True)
    ARCHIVE.write_bytes(archive())
    sys.stdout.write(f"wrote {ARCHIVE.name}, {ARCHIVE.stat().st_size} bytes\n")
