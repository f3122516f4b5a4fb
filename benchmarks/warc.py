"""Reading a gzipped web archive: pages a second, beside FastWARC's own loop and beside warcio.

    python benchmarks/warc.py [--pages 2000] [--rounds 9]

Each loop does the same work: it takes the payload of every answer that is HTML out of an archive that also holds pictures. The archive is
made anew, of random words; rounds alternate, so that a busy machine is unfair to all alike. Times are of the processor.
"""

import argparse
import gzip
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Page


def record(payload: bytes, kind: str, number: int) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Date: 2024-03-05T06:07:08Z\r\nWARC-Target-URI: https://delta.example/{number}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def archive(file: Path, *, count: int) -> None:
    """`count` pages of 4 to 70 kB and half as many pictures."""
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(5000)]
    with file.open("wb") as out:
        for number in range(count):
            body = "".join(f"<p class='story'>{' '.join(chance.choices(words, k=60))}</p>" for _ in range(chance.randint(10, 180)))
            out.write(record(f"<html><body>{body}</body></html>".encode(), "text/html; charset=utf-8", number))
            if number % 2:
                out.write(record(chance.randbytes(20_000), "image/png", number))


def ours(file: Path) -> int:
    return sum(len(page.content) for page in pages(file, limits=ReadLimits()) if isinstance(page, Page))


def fastwarc(file: Path) -> int:
    found = 0
    for one in ArchiveIterator(file, record_types=WarcRecordType.response, fsspec_args=False):
        if one.http_content_type == "text/html":
            found += len(one.reader.read())
    return found


def warcio(file: Path) -> int:
    found = 0
    with file.open("rb") as stream:
        for one in WarcioIterator(stream):
            if one.rec_type == "response" and (one.http_headers.get_header("Content-Type") or "").startswith("text/html"):
                found += len(one.content_stream().read())
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=9)
    chosen = options.parse_args()
    loops: dict[str, Callable[[Path], int]] = {"dateline": ours, "FastWARC": fastwarc, "warcio": warcio}
    times: dict[str, list[float]] = {name: [] for name in loops}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "crawl.warc.gz"
        archive(file, count=chosen.pages)
        found = {name: loop(file) for name, loop in loops.items()}  # also warms the page cache
        assert len(set(found.values())) == 1, found
        for _ in range(chosen.rounds):
            for name, loop in loops.items():
                started = time.process_time()
                loop(file)
                times[name].append(time.process_time() - started)
        size = file.stat().st_size / 1e6
        print(f"{chosen.pages} pages, {size:.0f} MB zipped, {found['dateline'] / 1e6:.0f} MB of HTML, {chosen.rounds} rounds")
    paired = [mine / theirs for mine, theirs in zip(times["dateline"], times["FastWARC"], strict=True)]
    for name, spent in times.items():
        middle = statistics.median(spent)
        ratio = middle / statistics.median(times["FastWARC"])
        spread = f"median {middle:.3f} s ({min(spent):.3f} to {max(spent):.3f})"
        print(f"{name:9} {chosen.pages / middle:8,.0f} pages/s  {spread}  {ratio:.3f} of FastWARC's time")
    print(f"dateline to FastWARC, round by round: median {statistics.median(paired):.3f} ({min(paired):.3f} to {max(paired):.3f})")


if __name__ == "__main__":
    main()
