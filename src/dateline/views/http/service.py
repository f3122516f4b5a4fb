"""What all requests are answered from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from dateline.ontology import Ontology
from dateline.views.http.access import Access
from dateline.views.http.desk import Desk
from dateline.views.http.served_store import ServedStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A store, what codes texts, and who may do what. `maker` is written down for what is added; `lexicon` a folder of trigger tables."""

    store: ServedStore
    desk: Desk
    access: Access
    maker: str
    ontology: Ontology
    lexicon: Path
    name: str  # of the store, for people: no path


def _service(request: Request) -> Service:
    held: Service = request.app.state.service
    return held


Served = Annotated[Service, Depends(_service)]
