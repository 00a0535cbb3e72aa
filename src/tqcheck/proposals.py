"""From jobs to a proposed glossary: align, tag what is English, count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tqcheck.documents import AlignedArticle, Text, primary_language
from tqcheck.errors import InputError, UsageError
from tqcheck.model import Span
from tqcheck.pipeline import Job, check_articles
from tqcheck.providers.syntax import tag_text
from tqcheck.resources import RunResources
from tqcheck.terms.propose import Proposal, Sample, propose

_NOMINAL = {"NOUN": True, "PROPN": True, "ADJ": False, "ADP": False, "VERB": False, "X": True}


def proposed_terms(
    jobs: Iterable[Job], run: RunResources, least: int
) -> tuple[tuple[Proposal, ...], tuple[str, str]]:
    """Terms that recur in the jobs' pairs, the best first, and the languages of the two sides.

    Raises UsageError for jobs in several language pairs, InputError if no pair has both sides.
    """
    articles = [report.article for report in check_articles(jobs, (), run)]
    languages = dict.fromkeys(
        (_tag(a.source_language), _tag(a.target_language)) for a in articles if a.source
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


def _tag(language: str) -> str:
    return primary_language(language)


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
