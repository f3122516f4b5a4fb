"""How much the readers take in before they say no."""

from typing import Annotated

from msgspec import Meta

from dateline.records import Record

Bytes = Annotated[int, Meta(gt=0)]


class ReadLimits(Record, frozen=True, kw_only=True):
    """What goes over is dropped with a reason, never truncated in silence."""

    page_bytes: Annotated[
        Bytes, Meta(description="Largest page, in bytes, unzipped. The largest of 258 saved news pages has 2.2 million.")
    ] = 20_000_000
    file_bytes: Annotated[Bytes, Meta(description="Largest file of many pages (an archive, a table), in bytes, unzipped.")] = (
        100_000_000_000
    )
    unzip_ratio: Annotated[
        int,
        Meta(gt=1, description="Most bytes out per byte in, judged after the first unzipped megabyte. Saved news pages reach 12."),
    ] = 200
    pages_per_file: Annotated[int, Meta(gt=0, description="Most pages taken from one file.")] = 5_000_000
    folder_depth: Annotated[int, Meta(gt=0, description="Deepest folder entered below a folder that is named.")] = 32
