"""`--repair-source OUT`: where the repaired sources go, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.cli.output import check_writable, refuse_inputs, write_whole
from tqcheck.documents import GIVEN, Document
from tqcheck.errors import OutputError, UsageError
from tqcheck.model import Confidence, SourceEdit
from tqcheck.pipeline import Job
from tqcheck.report import Report
from tqcheck.source_faults.edits import without_overlaps
from tqcheck.source_faults.write import repaired_bytes

# A repair that is not sure is for an editor to make.
_SURE = Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class Repairs:
    """The source files of a run, each with the place that its repaired text goes to.

    `folder`: several sources go to one, and only those with repairs; a single source is written in any case.
    """

    places: dict[str, Path]  # by the source's path
    folder: bool

    @classmethod
    def plan(cls, out: Path, jobs: Sequence[Job], inputs: Iterable[Path], root: Path) -> Repairs:
        """Decide before the work, and not after it, where each source goes; a folder mirrors the sources under `root`.

        Raises UsageError where there is no source file to repair or OUT is an input, OutputError where nothing can be
        written.
        """
        sources = dict.fromkeys(job.source.path for job in jobs if job.source and job.pairs is None)
        if not sources:
            raise UsageError(
                "--repair-source needs a source in a file of its own: give SOURCE and TARGET (a bitext's records show how "
                "they should read in the report)"
            )
        several = len(sources) > 1
        if several or out.is_dir():
            places = {path: out / _inside(Path(path), root, several=several) for path in sources}
        else:
            places = dict.fromkeys(sources, out)
        refuse_inputs(places.values(), inputs, "the repaired source")
        if several:
            if out.exists() and not out.is_dir():
                raise UsageError(
                    f"{out} is a file, and there are {len(sources)} sources: name a folder for --repair-source"
                )
            if len(set(places.values())) < len(places):
                raise UsageError(
                    f"two sources would go to the same file in {out}; check them one after the other"
                )
        else:
            for place in places.values():
                check_writable(place)
        return cls(places, several)

    def write(self, report: Report) -> Iterator[str]:
        """Write the repaired sources; say what was done. Raises OutputError."""
        documents, edits = dict[str, Document](), dict[str, list[SourceEdit]]()
        for article in report.documents:
            source = article.article.source
            if source is None or article.article.aligned_by == GIVEN:
                continue
            documents[source.path] = source
            edits.setdefault(source.path, []).extend(
                edit
                for finding in article.findings
                if finding.repair is not None and finding.confidence >= _SURE
                for edit in finding.repair.edits
            )
        written = 0
        for path, document in documents.items():
            wanted, place = without_overlaps(edits[path]), self.places[path]
            if wanted or not self.folder:
                _write(place, document, wanted)
                written += bool(wanted)
            if wanted:
                repairs = "1 repair" if len(wanted) == 1 else f"{len(wanted)} repairs"
                yield f"{repairs} of {path} written to {place}"
            elif not self.folder:
                yield f"nothing to repair in {path}: {place} is a copy of it"
        if self.folder and not written:
            yield f"nothing to repair in {len(documents)} sources: nothing was written"


def _inside(path: Path, root: Path, *, several: bool) -> Path:
    if not several:
        return Path(path.name)
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        return Path(path.name)


def _write(place: Path, document: Document, edits: Sequence[SourceEdit]) -> None:
    try:
        data = Path(document.path).read_bytes()
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written: {error.strerror}") from None
    # A copy is one even of a file whose bytes could not be told for certain.
    write_whole(place, repaired_bytes(data, document, edits) if edits else data)
