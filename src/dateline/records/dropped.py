"""What was left out, and why."""

from typing import Literal

from dateline.records.base import Record

Stage = Literal["read", "extract", "language", "mentions", "coding", "group", "store", "run"]


class Dropped(Record, frozen=True, kw_only=True):
    """Something that went in and did not come out.

    `path` says where it stood: the file, and after `#` the member of an archive or the line of a table. `reason` is one of the codes
    of the reference page "reasons"; `detail` is for people.
    """

    path: str
    stage: Stage
    reason: str
    detail: str = ""
