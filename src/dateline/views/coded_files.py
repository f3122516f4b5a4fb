"""Coded pages, written: to standard output, or into a file that a stopped run leaves resumable."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.records import Document
from dateline.run.resume import Form, Job, write_file
from dateline.run.spread import spread
from dateline.run.tally import Tally
from dateline.views.claim_table import print_claims
from dateline.views.progress import progress


def code_into(job: Job, file: Path, *, form: Form, today: dt.date) -> Tally:
    """Codes into `file` what it has not yet; what is in it then, counted."""
    tally = Tally()
    with progress(len(job.sources.found), shown=True) as told:
        for pages, (source, _, counted) in enumerate(write_file(job, file, form=form, today=today)):
            told(source, pages, counted.claims)
            tally = counted
    return tally


def code_on(job: Job, *, today: dt.date, form: Form | None) -> Tally:
    """Codes to standard output, as tables where no form is given; what was written, counted."""
    tally = Tally()
    if form is None:
        print_claims(_counted(job, tally, today=today, shown=False))
        return tally
    out = sys.stdout.buffer
    out.write(form.first)
    for document in _counted(job, tally, today=today, shown=not sys.stdout.isatty()):
        out.write(form.lines(document))
    out.flush()
    return tally


def _counted(job: Job, tally: Tally, *, today: dt.date, shown: bool) -> Iterator[Document]:
    sources = job.sources
    with progress(len(sources.found), shown=shown) as told:
        for pages, (at, document) in enumerate(spread(sources.pages(), job.recipe, today=today, processes=job.processes), start=1):
            tally.add(document)
            told(at.source, pages, tally.claims)
            yield document
