"""How many of a speller's alarms on names the ledger drops in people's translations, where every one is false."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from tqcheck.bench.focus.measure import FocusSet
from tqcheck.bench.labels import Spans
from tqcheck.documents import AlignedArticle, Pair
from tqcheck.facts import ArticleFacts, Names
from tqcheck.jobs import job_of_records
from tqcheck.languagetool.server import LanguageToolServer
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.ledger import ledger
from tqcheck.names.text import words_of
from tqcheck.providers import Resources
from tqcheck.providers.names import gather
from tqcheck.readers.bitext import Record
from tqcheck.silence import KnownNames, copied

# A speller's alarms on each of some English texts.
Speller: TypeAlias = Callable[[Sequence[str]], Iterable[Iterable[Span]]]


def silenced(root: Path, chosen: FocusSet, spellers: Mapping[str, Speller]) -> dict[str, tuple[int, int]]:
    """Speller → (its alarms on names, those of them that the ledger drops) over a set of clean text."""
    counts = {name: [0, 0] for name in spellers}
    for article in _articles(root, chosen):
        facts: dict[type, Any] = {Names: gather(article, Resources()).facts}
        names = KnownNames(ledger(article, facts[Names]), ArticleFacts(facts))
        pairs = [pair for pair in article.pairs if pair.target is not None]
        for name, speller in spellers.items():
            for pair, marks in zip(pairs, speller([pair.target_text for pair in pairs]), strict=True):
                on_names = [mark for mark in marks if _on_name(pair, mark)]
                counts[name][0] += len(on_names)
                counts[name][1] += sum(_dropped(pair, mark, names) for mark in on_names)
    return {name: (alarms, dropped) for name, (alarms, dropped) in counts.items()}


def harper() -> Speller:
    """Harper's speller alone, which a run leaves out for the rule `non-word`."""
    from harper import Linter

    linter = Linter()
    linter.set_lint_config({rule: rule == "SpellCheck" for rule in linter.get_default_lint_config()})

    def marks(text: str) -> list[Span]:
        lints = linter.organized_lints(text, language="plaintext", dedup=False).values()
        return [Span(lint.span.start, lint.span.end) for each in lints for lint in each]

    return lambda texts: [marks(text) for text in texts]


def languagetool(server: LanguageToolServer) -> Speller:
    """LanguageTool's American speller on a server that runs all its rules."""
    return lambda texts: [
        [Span(match.start, match.end) for match in matches if match.issue_type == "misspelling"]
        for matches in server.check_all(texts, "en-US")
    ]


def _dropped(pair: Pair, mark: Span, names: KnownNames) -> bool:
    return copied(pair, mark) or names.within(pair.id, pair.target_text, mark)


def _on_name(pair: Pair, mark: Span) -> bool:
    """Is a word of it written as names are, and no English word?"""
    words = words_of(mark.of(pair.target_text))
    return any(word.capital and not is_english_word(word.text.lower()) for word in words)


def _articles(root: Path, chosen: FocusSet) -> Iterator[AlignedArticle]:
    documents: dict[str, list[Spans]] = {}
    for record in chosen.labelled.read(root):
        assert isinstance(record, Spans)
        documents.setdefault(record.document or record.where, []).append(record)
    for where, records in documents.items():
        rows = [
            Record(str(at), "", r.source, r.target, r.source_lang, r.target_lang, at)
            for at, r in enumerate(records)
        ]
        job = job_of_records(Path(where), rows, (records[0].source_lang, records[0].target_lang))
        yield AlignedArticle(job.source, job.target, job.pairs or ())
