"""How much the readers take in before they say no."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadLimits:
    """Sizes in bytes. What goes over is dropped with a reason, never truncated in silence."""

    page_bytes: int = 20_000_000  # one page, unzipped; the longest news page seen in the wild is some 5 MB
    file_bytes: int = 4_000_000_000  # one file that must be held whole is bounded by page_bytes; a stream of pages by this
    unzip_ratio: int = 200  # unzipped to zipped, judged after the first megabyte; gzip's own best on text is some 20
    pages_per_file: int = 5_000_000
    folder_depth: int = 32
