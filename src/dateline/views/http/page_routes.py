"""The page that an article was made of, byte for byte: what strangers wrote, so that it runs nothing and loads nothing."""

import codecs
import re
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.records import Page
from dateline.store.queries.kept_pages import kept_page
from dateline.views.http.asked import Then
from dateline.views.http.claims_routes import Id
from dateline.views.http.described import answering_bytes
from dateline.views.http.headers import STRANGE
from dateline.views.http.problems import Refused
from dateline.views.http.replies import etag, is_known, sent, unchanged
from dateline.views.http.service import Served

router: Final = APIRouter(tags=["claims"])
_LABEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,39}")


@router.get("/pages/{id}/content", responses=answering_bytes("text/html", "text/plain", description="The page as it was read"))
def content(request: Request, served: Served, id: Id, asked: Annotated[Then, Query()]) -> Response:
    """The page that an article was made of, sandboxed."""
    tag = etag(request, served.store)
    if is_known(request, tag):
        return unchanged(tag, STRANGE)
    page = kept_page(served.store, id, known_on=asked.moment())
    if page is None:
        raise Refused(404, f"no page {id}")
    return sent(request, page.content, kind=_media_type(page), headers={**STRANGE, "ETag": tag, "Content-Disposition": "inline"})


def _media_type(page: Page) -> str:
    kind = "text/html" if page.form == "html" else "text/plain"
    if page.encoding is None or not _LABEL.fullmatch(page.encoding):
        return kind
    try:
        return f"{kind}; charset={codecs.lookup(page.encoding).name}"
    except (LookupError, ValueError):
        return kind
