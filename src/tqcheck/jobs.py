"""From what the user named to jobs: two files, one file, a bitext, or the pairs that the config names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from tqcheck.config import Settings
from tqcheck.documents import Block, BlockKind, Document, Pair, Passage, Text, primary_language
from tqcheck.errors import InputError, TqcheckError, UsageError
from tqcheck.language import UNKNOWN, decide, detect, normalised
from tqcheck.model import Side
from tqcheck.pair_files import expand, fitting_files, unpaired_note, without_partner
from tqcheck.pipeline import Job
from tqcheck.readers import read
from tqcheck.readers.bitext import Bitext, Record, is_bitext, read_bitext
from tqcheck.segment import sentence_spans

# Enough of a file to know its language by, little enough to be quick.
_SAMPLE = 20_000
_BOTH_SIDES = "a bitext holds both sides already"
# Two languages told apart with this much certainty contradict what was said about them.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Jobs:
    """What is to be checked, and what could not be read under --keep-going.

    `files`: all that were named, read or not. `unpaired`: what a `{path}` of the config fits on one side alone, with
    the partner that is not there.
    """

    jobs: tuple[Job, ...]
    problems: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    unpaired: tuple[tuple[Path, str], ...] = ()


@dataclass(slots=True)
class _Collector:
    settings: Settings
    keep_going: bool
    segmented: bool = False
    problems: list[str] = field(default_factory=list)

    def files(self, source: Path | None, target: Path, settings: Settings) -> Job:
        """Read one article. Raises InputError or UsageError."""
        if source is not None:
            _check_two_files(source, target)
        target_document = _with_language(
            read(target, Side.TARGET, segmented=self.segmented), settings.target_lang
        )
        if source is None:
            return Job(None, target_document)
        source_document = _with_language(
            read(source, Side.SOURCE, segmented=self.segmented), settings.source_lang
        )
        _check_order(source_document, target_document, settings)
        return Job(source_document, target_document, segmented=self.segmented)

    def bitext(self, path: Path) -> list[Job]:
        """Read a bitext: records with the same `document` are one article, others one each."""
        bitext = read_bitext(path, keep_going=self.keep_going)
        self.problems += bitext.problems
        (source_lang, _), (target_lang, _) = sides = _decide_sides(bitext.records, self.settings)
        articles: dict[object, list[Record]] = {}
        for record in bitext.records:
            languages = record.source_lang or source_lang, record.target_lang or target_lang
            articles.setdefault((record.document or record.line, *languages), []).append(record)
        return [
            _with_notes(
                job_of_records(path, article, (source_lang, target_lang or UNKNOWN)), article, bitext, sides
            )
            for article in articles.values()
        ]


def collect_jobs(inputs: Sequence[Path], settings: Settings, *, keep_going: bool = False) -> Jobs:
    """The jobs that the inputs stand for; none given: the pairs of the config.

    Raises UsageError or InputError; under `keep_going` an input that cannot be read is a problem instead,
    as long as another one can.
    """
    _check_languages(settings)
    collector = _Collector(settings, keep_going)
    if len(inputs) > 2:
        raise UsageError(
            "give SOURCE and TARGET, TARGET alone, or one bitext; `tqcheck check --help` says more"
        )
    if len(inputs) == 1 and is_bitext(inputs[0]):
        return Jobs(tuple(collector.bitext(inputs[0])), tuple(collector.problems), tuple(inputs))
    if inputs:
        source, target = (None, inputs[0]) if len(inputs) == 1 else inputs
        if source is not None and (is_bitext(source) or is_bitext(target)):
            raise UsageError(f"{_BOTH_SIDES}: give that one file")
        return Jobs((collector.files(source, target, settings),), files=tuple(inputs))
    return _configured(collector, settings)


def article_job(source: Path, target: Path, settings: Settings, *, segmented: bool = False) -> Job:
    """One article and its translation, to be aligned; `segmented`: files that have one segment a line.

    Raises UsageError or InputError as `collect_jobs` does.
    """
    _check_languages(settings)
    if is_bitext(source) or is_bitext(target):
        raise UsageError(f"{_BOTH_SIDES}, aligned: give SOURCE and TARGET, two texts")
    return _Collector(settings, keep_going=False, segmented=segmented).files(source, target, settings)


def _configured(collector: _Collector, settings: Settings) -> Jobs:
    if not settings.pairs:
        raise UsageError(
            "nothing to check: give SOURCE and TARGET (or TARGET alone), or name [[pairs]] in tqcheck.toml"
        )
    templates = {side for pattern in settings.pairs for side in (pattern.source, pattern.target) if side}
    fitting = {template: fitting_files(template, settings.root) for template in templates}
    jobs, files = list[Job](), dict[Path, None]()
    for pattern in settings.pairs:
        languages = settings.with_flags(source_lang=pattern.source_lang, target_lang=pattern.target_lang)
        for source, target in expand(pattern, fitting):
            files |= dict.fromkeys(path for path in (source, target) if path)
            try:
                if source is None and is_bitext(target):
                    jobs += collector.bitext(target)
                else:
                    jobs.append(collector.files(source, target, languages))
            except TqcheckError as error:
                if not collector.keep_going:
                    raise
                collector.problems.append(str(error))
    unpaired = tuple(without_partner(settings.pairs, fitting))
    if not jobs:
        reasons = [*collector.problems, *([unpaired_note(unpaired)] if unpaired else [])]
        raise InputError("; ".join(reasons) or f"no file fits the [[pairs]] under {settings.root}")
    return Jobs(tuple(jobs), tuple(collector.problems), tuple(files), unpaired)


def _check_languages(settings: Settings) -> None:
    for name in ("source_lang", "target_lang"):
        with settings.blaming(name, name.replace("_", "-")):
            _check_language(getattr(settings, name))
    for pattern in settings.pairs:
        for name in ("source_lang", "target_lang"):
            with settings.blaming("pairs", name.replace("_", "-")):
                _check_language(getattr(pattern, name))


def _check_language(tag: str | None) -> None:
    if tag is not None:
        normalised(tag)


def _check_two_files(source: Path, target: Path) -> None:
    try:
        same = source.samefile(target)
    except OSError:
        return  # the reader will say which one is missing
    if same:
        raise UsageError(f"{source} and {target} are the same file; give the source and its translation")


def _with_language(document: Document, given: str | None) -> Document:
    prose = "\n".join(block.passage.text for block in document.prose)[:_SAMPLE]
    tag, note = decide(prose, given, document.language)
    return replace(document, language=tag, notes=(*document.notes, note))


def _check_order(source: Document, target: Document, settings: Settings) -> None:
    """Refuse what is surely a mix-up: both in one language, or each in the other's."""
    one, two = primary_language(source.language), primary_language(target.language)
    if one == two:
        raise UsageError(
            f"{target.path} is in the language of its source {source.path} ({one}): is it the translation? "
            "Give SOURCE first and TARGET second; --source-lang and --target-lang say what they are in"
        )
    if settings.source_lang and settings.target_lang:
        found = [detect(document.text[:_SAMPLE]) for document in (source, target)]
        if [primary_language(tag) for tag, _ in found] == [two, one] and all(p >= _SURE for _, p in found):
            raise UsageError(
                f"{source.path} is in {two} and {target.path} in {one}: they are given in the wrong order"
            )
    if _says("target", source.path) and _says("source", target.path):
        raise UsageError(
            f"{source.path} comes first and {target.path} second: give the source first, its translation second"
        )


def _says(word: str, path: str) -> bool:
    return word in Path(path).stem.lower().replace("_", ".").replace("-", ".").split(".")


def bitext_languages(records: Sequence[Record], settings: Settings) -> tuple[str | None, str]:
    """What the records' sides are in, where a record does not say so itself."""
    (source, _), (target, _) = _decide_sides(records, settings)
    return source, target or UNKNOWN


_Decided: TypeAlias = tuple[str | None, str]  # a language and a note on how it was found


def _decide_sides(records: Sequence[Record], settings: Settings) -> tuple[_Decided, _Decided]:
    def side(texts: Iterable[str | None], given: str | None) -> _Decided:
        sample = "\n".join(text for text in texts if text and not text.isspace())[:_SAMPLE]
        return decide(sample, given) if sample else (None, "")

    return (
        side((record.source for record in records), settings.source_lang),
        side((record.target for record in records), settings.target_lang),
    )


def _with_notes(job: Job, records: Sequence[Record], bitext: Bitext, sides: tuple[_Decided, _Decided]) -> Job:
    """The job, its documents saying how the bitext was decoded and how their languages were found."""

    def noted(document: Document, said: Iterable[str | None], decided: str) -> Document:
        note = "given by the records" if all(said) else decided
        return replace(document, encoding=bitext.encoding, notes=(*bitext.notes, note))

    (_, source), (_, target) = sides
    return replace(
        job,
        source=job.source and noted(job.source, (record.source_lang for record in records), source),
        target=noted(job.target, (record.target_lang for record in records), target),
    )


def job_of_records(path: Path, records: Sequence[Record], languages: tuple[str | None, str]) -> Job:
    """The records of one document as an article whose pairs are kept as given.

    `languages` of source and target are those of records that do not say theirs; the first record's hold for all. A
    record without text on either side has no pair. Where no source has text the translation is alone.
    """
    source_lang = records[0].source_lang or languages[0]
    target_lang = records[0].target_lang or languages[1]
    bilingual = any(record.source and not record.source.isspace() for record in records)
    pairs, source_blocks, target_blocks = list[Pair](), list[Block](), list[Block]()
    for record in records:
        source = _side(record.source, source_lang, source_blocks) if bilingual else None
        target = _side(record.target if record.target.strip() else None, target_lang, target_blocks)
        if source is not None or target is not None:
            pairs.append(Pair(record.id, source, target, record.confidence))
    return Job(
        source=_document(path, source_blocks, source_lang) if bilingual else None,
        target=_document(path, target_blocks, target_lang),
        name=records[0].document or records[0].id,
        pairs=tuple(pairs),
    )


def _side(text: str | None, language: str | None, blocks: list[Block]) -> Text | None:
    """One side of a record: its offsets index the record's own string.

    None: nothing is known of it. A blank source is known to be empty: the translation was added.
    """
    if text is None:
        return None
    text = text if text.strip() else ""
    blocks.append(Block(BlockKind.PARAGRAPH, Passage.verbatim(text)))
    starts = tuple(span.start for span in sentence_spans(text, language or "und")) or (0,)
    return Text(blocks[-1].passage, language or "und", starts=starts, blocks=(len(blocks) - 1,) * len(starts))


def _document(path: Path, blocks: Sequence[Block], language: str | None) -> Document:
    text = "\n".join(block.passage.text for block in blocks)
    return Document(str(path), text, tuple(blocks), language)
