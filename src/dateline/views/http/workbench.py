"""The workbench's files: a fixed set, read when the server starts, so that no address ever becomes a path."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path
from typing import Final, Self

from starlette.requests import Request
from starlette.responses import Response

from dateline.records import digest
from dateline.views.http.headers import WORKBENCH
from dateline.views.http.problems import problem
from dateline.views.http.replies import LEVEL, ZIPPED, is_known, takes_gzip, unchanged

_INDEX: Final = "index.html"
_TYPES: Final[Mapping[str, str]] = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_WORTH_IT: Final = 0.9  # of a file's size: what zips to less is kept zipped too


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file in memory; `zipped` is None where that saves nothing, as for fonts."""

    content: bytes
    zipped: bytes | None
    kind: str
    tag: str

    @classmethod
    def read(cls, file: Path) -> Self:
        content = file.read_bytes()
        zipped = gzip.compress(content, LEVEL, mtime=0)
        kind = _TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        small = len(zipped) < _WORTH_IT * len(content)
        return cls(content=content, zipped=zipped if small else None, kind=kind, tag=f'W/"{digest("w", content)}"')

    def answer(self, request: Request) -> Response:
        if is_known(request, self.tag):
            return unchanged(self.tag, WORKBENCH)
        headers = {**WORKBENCH, "ETag": self.tag, "Content-Type": self.kind}
        if self.zipped is not None and takes_gzip(request):
            return Response(self.zipped, headers={**headers, **ZIPPED})
        return Response(self.content, headers=headers)


class Workbench:
    """Answers what no other path does."""

    def __init__(self, folder: Path) -> None:
        found = sorted(folder.rglob("*")) if folder.is_dir() else []
        inside = (file for file in found if file.is_file() and file.resolve().is_relative_to(folder.resolve()))
        self._files = {file.relative_to(folder).as_posix(): _File.read(file) for file in inside if file.suffix != ".py"}

    async def answer(self, request: Request) -> Response:
        """The file that the path names; the workbench itself for a path of its own, which has no ending; else a problem."""
        path = str(request.scope["path"]).removeprefix("/")
        file = self._files.get(path)
        if file is None and not path.startswith(("api/", "assets/")) and "." not in path:
            file = self._files.get(_INDEX)
        if file is None:
            return problem(404, "no such path; the API is at /api/v1, its description at /api/v1/openapi.json")
        return file.answer(request)


def shipped() -> Path:
    """Where the workbench lies that ships."""
    return Path(str(files("dateline.views"))) / "workbench"
