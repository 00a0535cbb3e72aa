"""From what the user named to jobs: two files, one file, a bitext, or the pairs that the config names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tqcheck.config import PairPattern, Settings
from tqcheck.documents import Block, BlockKind, Document, Pair, Passage, Text, primary_language
from tqcheck.errors import InputError, TqcheckError, UsageError
from tqcheck.language import decide, detect
from tqcheck.model import Side
from tqcheck.pipeline import Job
from tqcheck.readers import read
from tqcheck.readers.bitext import Record, is_bitext, read_bitext
from tqcheck.segment import sentence_spans

# Enough of a file to know its language by, little enough to be quick.
_SAMPLE = 20_000
# Two languages told apart with this much certainty contradict what was said about them.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Jobs:
    """What is to be checked, and what could not be read under --keep-going."""

    jobs: tuple[Job, ...]
    problems: tuple[str, ...] = ()


@dataclass(slots=True)
class _Collector:
    settings: Settings
    keep_going: bool
    problems: list[str] = field(default_factory=list)

    def files(self, source: Path | None, target: Path, settings: Settings) -> Job:
        """Read one article. Raises InputError or UsageError."""
        if source is not None:
            _check_two_files(source, target)
        target_document = _with_language(read(target, Side.TARGET), settings.target_lang)
        if source is None:
            return Job(None, target_document)
        source_document = _with_language(read(source, Side.SOURCE), settings.source_lang)
        _check_order(source_document, target_document, settings)
        return Job(source_document, target_document)

    def bitext(self, path: Path) -> list[Job]:
        """Read a bitext: records with the same `document` are one article, others one each."""
        bitext = read_bitext(path, keep_going=self.keep_going)
        self.problems += bitext.problems
        records = bitext.records
        sides = bitext_languages(records, self.settings)
        articles: dict[str | int, list[Record]] = {}
        for record in records:
            articles.setdefault(record.document or record.line, []).append(record)
        return [job_of_records(path, article, sides) for article in articles.values()]


def collect_jobs(inputs: Sequence[Path], settings: Settings, *, keep_going: bool = False) -> Jobs:
    """The jobs that the inputs stand for; none given: the pairs of the config.

    Raises UsageError or InputError; under `keep_going` an input that cannot be read is a problem instead,
    as long as another one can.
    """
    collector = _Collector(settings, keep_going)
    if len(inputs) > 2:
        raise UsageError(
            "give SOURCE and TARGET, TARGET alone, or one bitext; `tqcheck check --help` says more"
        )
    if len(inputs) == 1 and is_bitext(inputs[0]):
        return Jobs(tuple(collector.bitext(inputs[0])), tuple(collector.problems))
    if inputs:
        source, target = (None, inputs[0]) if len(inputs) == 1 else inputs
        if source is not None and (is_bitext(source) or is_bitext(target)):
            raise UsageError("a bitext holds both sides already: give that one file")
        return Jobs((collector.files(source, target, settings),))
    return _configured(collector, settings)


def _configured(collector: _Collector, settings: Settings) -> Jobs:
    if not settings.pairs:
        raise UsageError(
            "nothing to check: give SOURCE and TARGET (or TARGET alone), or name [[pairs]] in tqcheck.toml"
        )
    jobs: list[Job] = []
    for pattern in settings.pairs:
        languages = settings.with_flags(source_lang=pattern.source_lang, target_lang=pattern.target_lang)
        for source, target in expand(pattern, settings.root):
            try:
                if source is None and is_bitext(target):
                    jobs += collector.bitext(target)
                else:
                    jobs.append(collector.files(source, target, languages))
            except TqcheckError as error:
                if not collector.keep_going:
                    raise
                collector.problems.append(str(error))
    if not jobs:
        raise InputError("; ".join(collector.problems) or f"no file fits the [[pairs]] under {settings.root}")
    return Jobs(tuple(jobs), tuple(collector.problems))


def expand(pattern: PairPattern, root: Path) -> list[tuple[Path | None, Path]]:
    """The files that a pattern names, sorted; with `{path}`, those targets that have a source."""
    if "{path}" not in pattern.target:
        return [(root / pattern.source if pattern.source else None, root / pattern.target)]
    before, _, after = pattern.target.partition("{path}")
    found: list[tuple[Path | None, Path]] = []
    for target in sorted(root.glob(f"{before}**/*{after}")):
        inner = target.relative_to(root).as_posix()[len(before) : -len(after) or None]
        source = root / pattern.source.replace("{path}", inner) if pattern.source else None
        if target.is_file() and (source is None or source.is_file()):
            found.append((source, target))
    return found


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

    def side(texts: Iterable[str | None], given: str | None) -> str:
        sample = "\n".join(text for text in texts if text)[:_SAMPLE]
        return decide(sample, given, None)[0]

    bilingual = any(record.source for record in records)
    source = side((record.source for record in records), settings.source_lang) if bilingual else None
    return source, side((record.target for record in records), settings.target_lang)


def job_of_records(path: Path, records: Sequence[Record], languages: tuple[str | None, str]) -> Job:
    """The records of one document as an article whose pairs are kept as given.

    `languages` of source and target are those of records that do not say theirs. A record without text on either
    side has no pair.
    """
    source_lang = records[0].source_lang or languages[0]
    target_lang = records[0].target_lang or languages[1]
    pairs, source_blocks, target_blocks = list[Pair](), list[Block](), list[Block]()
    for record in records:
        source = _side(record.source, source_lang, source_blocks)
        target = _side(record.target or None, target_lang, target_blocks)
        if source is not None or target is not None:
            pairs.append(Pair(record.id, source, target))
    bilingual = any(record.source for record in records)
    return Job(
        source=_document(path, source_blocks, source_lang) if bilingual else None,
        target=_document(path, target_blocks, target_lang),
        name=records[0].document or records[0].id,
        pairs=tuple(pairs),
    )


def _side(text: str | None, language: str | None, blocks: list[Block]) -> Text | None:
    """One side of a record: its offsets index the record's own string.

    None: nothing is known of it. An empty source is known to be empty: the translation was added.
    """
    if text is None or (text and not text.strip()):
        return None
    blocks.append(Block(BlockKind.PARAGRAPH, Passage.verbatim(text)))
    starts = tuple(span.start for span in sentence_spans(text, language or "und")) or (0,)
    return Text(blocks[-1].passage, language or "und", starts=starts, blocks=(len(blocks) - 1,) * len(starts))


def _document(path: Path, blocks: Sequence[Block], language: str | None) -> Document:
    text = "\n".join(block.passage.text for block in blocks)
    return Document(str(path), text, tuple(blocks), language)
