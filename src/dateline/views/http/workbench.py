"""The workbench's files: a fixed set, listed when the server starts, so that no address ever becomes a path."""

from collections.abc import Mapping
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from dateline.views.http.headers import WORKBENCH
from dateline.views.http.problems import problem

_INDEX: Final = "index.html"
_TYPES: Final[Mapping[str, str]] = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Workbench:
    """Answers what no other path does."""

    def __init__(self, folder: Path) -> None:
        found = sorted(folder.rglob("*")) if folder.is_dir() else []
        inside = (file for file in found if file.is_file() and file.resolve().is_relative_to(folder.resolve()))
        self._files = {file.relative_to(folder).as_posix(): file for file in inside if file.suffix != ".py"}

    async def answer(self, request: Request) -> Response:
        """The file that the path names; the workbench itself for a path of its own, which has no ending; else a problem."""
        path = request.url.path.removeprefix("/")
        file = self._files.get(path)
        if file is None and not path.startswith(("api/", "assets/")) and "." not in path:
            file = self._files.get(_INDEX)
        if file is None:
            return problem(404, "no such path; the API is at /api/v1, its description at /api/v1/openapi.json")
        kind = _TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        return FileResponse(file, media_type=kind, headers=dict(WORKBENCH))


def shipped() -> Path:
    """Where the workbench lies that ships."""
    return Path(str(files("dateline.views"))) / "workbench"
