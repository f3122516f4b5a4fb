"""Errors as problem details (RFC 9457)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dateline.errors import DatelineError, UsageError
from dateline.records import Record
from dateline.views.http.served_store import Gone, TooSlow
from dateline.views.http.trouble import trouble

MEDIA_TYPE: Final = "application/problem+json"
_FAULTS: Final = 20  # of one request that are told
LATER: Final[Mapping[str, str]] = {"Retry-After": "2"}
_ANSWERS: Final[Sequence[tuple[tuple[type[Exception], ...], int, str | None]]] = (
    ((TooSlow, Gone), 503, None),
    ((NoConnection,), 503, "too many questions are in hand"),
    ((UsageError,), 400, None),
    ((DataError, OverflowError), 400, "a number or a day is beyond all that a store can hold"),
)
"""By kind of error: the status, and what is said; None: its own words."""


class Fault(Record, frozen=True, kw_only=True):
    """One thing that is wrong: where, and what."""

    at: str
    detail: str


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong; `errors` only where several things are wrong at once."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: tuple[Fault, ...] = ()


class Refused(DatelineError):
    """A request that is answered by a problem."""

    def __init__(self, status: int, detail: str, *, errors: Sequence[Fault] = (), headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors, self.headers = status, detail, errors, headers


def problem(status: int, detail: str, *, errors: Sequence[Fault] = (), headers: Mapping[str, str] | None = None) -> Response:
    """The answer that tells it."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=tuple(errors))
    return Response(msgspec.json.encode(told), status_code=status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


def tell_problems(app: FastAPI) -> None:
    """Gives every error of the program its answer."""
    app.add_exception_handler(Exception, _told)
    for kind in (DatelineError, HTTPException, RequestValidationError, NoConnection, DataError, OverflowError):
        app.add_exception_handler(kind, _told)
    app.add_exception_handler(OperationalError, _told_where_it_passes)
    app.add_exception_handler(OSError, _told_where_it_passes)


async def _told(_request: Request, error: Exception) -> Response:
    if isinstance(error, RequestValidationError):
        return problem(422, "the request breaks its form", errors=[_fault(one) for one in error.errors()][:_FAULTS])
    if isinstance(error, HTTPException):
        return problem(error.status_code, str(error.detail), headers=error.headers)
    if isinstance(error, Refused):
        return problem(error.status, error.detail, errors=error.errors, headers=error.headers)
    status, detail = _unforeseen(error)
    return problem(status, detail, headers=LATER if status == HTTPStatus.SERVICE_UNAVAILABLE else None)


async def _told_where_it_passes(request: Request, error: Exception) -> Response:
    """The answer to trouble of the machine; raised again, and so logged, where it may be a fault of the program."""
    answer = await _told(request, error)
    if answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
        raise error
    return answer


def _unforeseen(error: Exception) -> tuple[int, str]:
    for kinds, status, detail in _ANSWERS:
        if isinstance(error, kinds):
            return status, detail or str(error)
    return trouble(error) or (500, "an error of this program; its log has more")


def _fault(error: Mapping[str, object]) -> Fault:
    where = error.get("loc")
    return Fault(at=".".join(map(str, where)) if isinstance(where, tuple) else "", detail=str(error.get("msg", "")))
