"""What an output file has already, and the run that adds what is missing."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import UsageError
from dateline.records import Document, Dropped, digest
from dateline.run.manifest import Entry, Head, Input, Manifest, beside, identity, manifest
from dateline.run.output import Output, part_of
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources, spread
from dateline.run.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How documents are written: what stands before the first, and the lines of each."""

    name: str
    lines: Callable[[Document], bytes]
    first: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run over inputs. `today` is None where nobody gave a day: then a run that is taken up again goes by the day of its beginning."""

    sources: Sources
    recipe: Recipe
    today: dt.date | None = None
    processes: int | None = None

    def made(self, form: Form) -> str:
        """The same where the same inputs give the same bytes."""
        return digest("m", self.recipe.digest(), repr(self.sources.limits), self.sources.kind, form.name, form.first, str(self.today))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is there before a run."""

    begun: Sequence[Entry] = ()
    old: Mapping[Input, Entry] = field(default_factory=dict)
    today: dt.date | None = None
    whole: bool = False


def besides(found: Sequence[str | Dropped], file: Path) -> list[str | Dropped]:
    """The inputs without the output file and what stands beside it, which a folder may hold. UsageError where nothing else is there."""
    part = part_of(file)
    own = {one.resolve() for one in (file, part, beside(file), beside(part))}
    left = [source for source in found if isinstance(source, Dropped) or source == "-" or Path(source).resolve() not in own]
    if found and not left:
        raise UsageError(f"need something to read besides the output {file} itself")
    return left


def write_file(job: Job, file: Path, *, form: Form, today: dt.date) -> Iterator[tuple[int, Document | None, Tally]]:
    """Codes into `file` what it has not yet; after each page the number of its input, its document, and all that was counted by then.

    The lines grow in FILE.part and become the file in one step at the end, so that it is never seen half done. What stops the run leaves
    the part, and the next run goes on from there. The file is that of an unbroken run over the same inputs, byte for byte. The last item
    has no document. UsageError where the file is not ours, or was begun with other options.
    """
    inputs = [identity(source) for source in job.sources.found]
    made = job.made(form)
    standing = _standing(file, made=made, inputs=inputs)
    if standing.whole:
        yield len(inputs), None, _counted(standing.begun)
        return
    day = job.today or standing.today or today
    head = Head(made=made, today=day)
    with Output(file, head=head, first=form.first, inputs=inputs, begun=standing.begun, old=standing.old) as output:
        placed = job.sources.pages(output.wanted)
        for at, document in spread(placed, job.recipe, today=day, processes=job.processes):
            output.add(at, form.lines(document), document)
            yield at.source, document, output.tally
        output.finish()
        yield len(inputs), None, output.tally


def _standing(file: Path, *, made: str, inputs: Sequence[Input]) -> _Standing:
    part = part_of(file)
    _settle(file, part)
    finished, begun = manifest(file), manifest(part)
    if file.exists() and (finished is None or not _as_written(file, finished)):
        raise UsageError(f"{file} is there, and not as `dateline code` wrote it; move it away or name another file")
    for one, held in ((part, begun), (file, finished)):
        if held is not None and held.head.made != made:
            raise UsageError(f"{one} was coded with other options or by another version; give the same, or remove it and {beside(one)}")
    if finished is not None and [entry.input for entry in finished.entries] == list(inputs):
        return _Standing(begun=finished.entries, whole=True)
    old = {entry.input: entry for entry in finished.entries} if finished else {}
    kept = list(_kept(begun.entries, inputs)) if begun else []
    return _Standing(begun=kept, old=old, today=begun.head.today if begun and kept else None)


def _kept(begun: Sequence[Entry], inputs: Sequence[Input]) -> Iterator[Entry]:
    """The entries of a part up to the first whose input is not as it was, or is not whole."""
    for number, entry in enumerate(begun):
        if entry.number != number or number >= len(inputs) or entry.input != inputs[number]:
            return
        yield entry
        if not entry.whole:
            return


def _settle(file: Path, part: Path) -> None:
    """Ends the last step of a run that was stopped between its two renamings."""
    held = None if part.exists() else manifest(file, at=beside(part))
    if held is not None and held.entries and _as_written(file, held):
        beside(part).replace(beside(file))


def _as_written(file: Path, held: Manifest) -> bool:
    return not held.entries or file.stat().st_size == held.entries[-1].end


def _counted(entries: Sequence[Entry]) -> Tally:
    tally = Tally()
    for entry in entries:
        tally.include(entry.counts)
    return tally
