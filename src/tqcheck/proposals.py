"""From jobs to a proposed glossary: align, tag what is English, count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tqcheck.config import Settings
from tqcheck.documents import AlignedArticle, Text, primary_language
from tqcheck.errors import InputError, UsageError
from tqcheck.jobs import Jobs, collect_jobs
from tqcheck.model import Span
from tqcheck.pair_files import unpaired_note
from tqcheck.pipeline import Job, check_articles
from tqcheck.providers.syntax import tag_text
from tqcheck.readers import is_readable
from tqcheck.readers.bitext import is_bitext
from tqcheck.resources import RunResources
from tqcheck.terms.propose import Proposal, Sample, propose

_NOMINAL = {"NOUN": True, "PROPN": True, "ADJ": False, "ADP": False, "VERB": False, "X": True}


# What a name of a file ends in: its format, and a language before it.
_ENDING = re.compile(r"(?:[._-][a-z]{2,3}(?:-[A-Za-z0-9]{2,4})?)?\.[^./]+$")


_WHAT = (
    "an article and its translation, two folders of them, one bitext (.jsonl .tsv), or a folder of bitexts"
)


def collect_archive(inputs: Sequence[Path], settings: Settings) -> tuple[Jobs, str]:
    """The jobs of two folders, file by file of one name, of a folder's bitexts, or of what else `collect_jobs` takes.

    And a note, or "". `en/2024/port.html` goes with `de/2024/port.md`, `port.en.txt` with `port.de.txt`; what no
    reader knows is passed over. Raises UsageError, InputError.
    """
    _check_inputs(inputs, settings)
    if not any(path.is_dir() for path in inputs):
        return collect_jobs(inputs, settings), ""
    if len(inputs) == 1:
        bitexts = [file for file in _files(inputs[0]) if is_bitext(file)]
        if not bitexts:
            raise UsageError(f"{inputs[0]} holds no bitext (.jsonl .tsv). Give {_WHAT}")
        return _joined([(file,) for file in bitexts], settings), ""
    sources, targets = (
        {_name(file, folder): file for file in _files(folder) if is_readable(file)} for folder in inputs
    )
    pairs = [(file, targets[name]) for name, file in sources.items() if name in targets]
    if not pairs:
        raise UsageError(
            f"no article of {inputs[0]} has the name of one of {inputs[1]}. An article and its translation need one "
            "name, be it with other endings: port.en.txt and port.de.html"
        )
    alone = [
        (file, str(folder / name))
        for own, other, folder in ((sources, targets, inputs[1]), (targets, sources, inputs[0]))
        for name, file in own.items()
        if name not in other
    ]
    return _joined(pairs, settings), unpaired_note(alone) if alone else ""


def _check_inputs(inputs: Sequence[Path], settings: Settings) -> None:
    """Refuse what makes no archive, saying what does."""
    for path in inputs:
        if path.is_file() and not is_bitext(path) and not is_readable(path):
            raise InputError(
                f"{path}: {path.suffix or 'such'} files cannot be read; unpack or convert it. Give {_WHAT}"
            )
    folders = [path for path in inputs if path.is_dir()]
    if len(inputs) > 2 or (len(inputs) == 2 and len(folders) == 1):
        raise UsageError(f"these do not go together. Give {_WHAT}")
    if len(inputs) == 2 and any(map(is_bitext, inputs)):
        raise UsageError("a bitext holds both sides already: give that one file, or the folder of several")
    if len(inputs) == 1 and inputs[0].is_file() and not is_bitext(inputs[0]):
        raise UsageError(f"{inputs[0]} is one side alone. Give {_WHAT}")
    if not inputs and not settings.pairs:
        raise UsageError(f"nothing to read: give {_WHAT}; or name [[pairs]] in tqcheck.toml")


def _joined(groups: Iterable[tuple[Path, ...]], settings: Settings) -> Jobs:
    found = [(group, collect_jobs(group, settings)) for group in groups]
    jobs = tuple(job for _, part in found for job in part.jobs)
    return Jobs(jobs, files=tuple(file for group, _ in found for file in group))


def _files(folder: Path) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _name(file: Path, folder: Path) -> str:
    return _ENDING.sub("", file.relative_to(folder).as_posix())


def proposed_terms(
    jobs: Iterable[Job], run: RunResources, least: int
) -> tuple[tuple[Proposal, ...], tuple[str, str]]:
    """Terms that recur in the jobs' pairs, the best first, and the languages of the two sides.

    Raises UsageError for jobs in several language pairs, InputError if no pair has both sides.
    """
    articles = [report.article for report in check_articles(jobs, (), run)]
    languages = dict.fromkeys(
        (primary_language(a.source_language), primary_language(a.target_language))
        for a in articles
        if a.source
    )
    if len(languages) > 1:
        pairs = ", ".join("-".join(pair) for pair in languages)
        raise UsageError(
            f"a glossary has one pair of languages, and these files have {pairs}; give them apart"
        )
    samples = [sample for article in articles for sample in _samples(article)]
    if not samples:
        raise InputError("no sentence has a source and a translation: terms are found where both are")
    (pair,) = languages
    return propose(samples, pair, least), pair


def _samples(article: AlignedArticle) -> Iterable[Sample]:
    for pair in article.pairs:
        if pair.source is not None and pair.target is not None:
            yield Sample(pair.source_text, pair.target_text, _nouns(pair.source), _nouns(pair.target))


def _nouns(text: Text) -> Mapping[Span, bool] | None:
    """The words of an English noun phrase, and whether it may end with them; None of another language."""
    if primary_language(text.language) != "en":
        return None
    return {
        token.span: _NOMINAL[token.upos]
        for token in tag_text(text.text, text.sentences)
        if token.upos in _NOMINAL and not token.is_finite
    }
