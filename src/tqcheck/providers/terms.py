"""How the article uses the terms of the glossary. Without a glossary there is nothing to ask."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.documents import AlignedArticle
from tqcheck.facts import Gathered, TermMention, Terms
from tqcheck.providers import Provider, Resources
from tqcheck.terms.model import Term
from tqcheck.terms.use import TermUse, Use


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Terms]:
    """What each pair does not say as the glossary has it."""
    if resources.glossary is None:
        return Gathered({})
    languages = article.source_language, article.target_language
    terms = resources.glossary.terms(*languages)
    use = TermUse(
        terms,
        [pair.source_text if pair.source else None for pair in article.pairs],
        [pair.target_text if pair.target else None for pair in article.pairs],
        languages,
    )
    bilingual = article.source is not None
    facts = {
        pair.id: Terms(
            missing=_at(at, use.missing),
            forbidden=_at(at, use.forbidden, bilingual=bilingual),
            changed=_at(at, use.changed),
            merged=_at(at, use.merged),
        )
        for at, pair in enumerate(article.pairs)
    }
    return Gathered(facts, f"{len(terms)} terms {'-'.join(languages)}")


def _at(at: int, uses: tuple[Use, ...], *, bilingual: bool = True) -> tuple[TermMention, ...]:
    return tuple(
        TermMention(
            use.source,
            use.target,
            _distinct(form for term in use.terms for form in _wanted(term)),
            " ".join(_distinct(term.note for term in use.terms if term.note)),
            certain=bilingual or any(not term.sources for term in use.terms),
            other=use.other,
        )
        for use in uses
        if use.at == at
    )


def _wanted(term: Term) -> tuple[str, ...]:
    return term.sources[:1] if term.copied else term.targets


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _is_wanted(resources: Resources) -> bool:
    return resources.glossary is not None


PROVIDER = Provider("terms", Terms, gather, wanted=_is_wanted)
