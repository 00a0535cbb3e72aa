"""How the article uses the terms of the glossary. Without a glossary there is nothing to ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tqcheck.documents import AlignedArticle
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, TermMention, Terms
from tqcheck.providers import Provider, Resources
from tqcheck.terms.model import Term
from tqcheck.terms.use import TermUse, Use


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Terms]:
    """What each pair does not say as the glossary has it.

    Raises ResourceUnavailable where the glossary has nothing to say in the article's languages.
    """
    if resources.glossary is None:
        return Gathered({})
    languages = article.source_language, article.target_language
    terms = resources.glossary.terms(*languages)
    if not terms:
        raise ResourceUnavailable(
            f"The glossary has no term for {'-'.join(languages)}",
            "See the languages in its first row; --source-lang and --target-lang say those of the article.",
        )
    use = TermUse(
        terms,
        [pair.source_text if pair.source else None for pair in article.pairs],
        [pair.target_text if pair.target else None for pair in article.pairs],
        languages,
    )
    bilingual = article.source is not None
    missing, changed, merged = map(_mentions, (use.missing, use.changed, use.merged))
    forbidden = _mentions(use.forbidden, bilingual=bilingual)
    facts = {
        pair.id: Terms(
            missing=tuple(missing.get(at, ())),
            forbidden=tuple(forbidden.get(at, ())),
            changed=tuple(changed.get(at, ())),
            merged=tuple(merged.get(at, ())),
        )
        for at, pair in enumerate(article.pairs)
    }
    count = f"{len(terms)} term{'s' if len(terms) > 1 else ''}"
    return Gathered(facts, f"{count} {'-'.join(languages)}")


def _mentions(uses: Iterable[Use], *, bilingual: bool = True) -> dict[int, list[TermMention]]:
    """The uses by the number of their pair."""
    mentions: dict[int, list[TermMention]] = defaultdict(list)
    for use in uses:
        mentions[use.at].append(
            TermMention(
                use.source,
                use.target,
                _distinct(form for term in use.terms for form in _wanted(term)),
                " ".join(_distinct(term.note for term in use.terms if term.note)),
                certain=bilingual or any(not term.sources for term in use.terms),
                other=use.other,
            )
        )
    return mentions


def _wanted(term: Term) -> tuple[str, ...]:
    return term.sources if term.copied else term.targets


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _is_wanted(resources: Resources) -> bool:
    return resources.glossary is not None


PROVIDER = Provider("terms", Terms, gather, wanted=_is_wanted)
