"""The names of both sides, linked over the whole article."""

from __future__ import annotations

from dataclasses import replace

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.facts import Gathered, Names
from tqcheck.names.ledger import usual_forms
from tqcheck.names.link import TargetName, founded, paraphrased, rendering, target_names
from tqcheck.names.model import NameKind, NameMention, Rendered
from tqcheck.names.spot import Spotted, spot
from tqcheck.providers import Provider, Resources

# Beyond these, names are not spotted: no romanisation or no table would stand behind a verdict.
SOURCES = frozenset({"ar", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "uk", "zh"})
NEIGHBOURS = 2  # pairs before and after in which a pronoun or shorter form may have its name


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Names]:  # noqa: ARG001
    """The names of each pair. Without a source that can be read, the target's alone."""
    source_language = primary_language(article.source_language)
    readable = source_language in SOURCES and primary_language(article.target_language) == "en"
    pairs = article.pairs
    spotted = [spot(p.source_text, source_language) if readable else () for p in pairs]
    facts = {}
    for at, pair in enumerate(pairs):
        mentions = [_source_mention(name, pairs, at, source_language) for name in spotted[at]]
        facts[pair.id] = Names(_full_names(mentions, pair.source_text))
    for at, pair in enumerate(pairs):
        names = target_names(pair.target_text) if primary_language(article.target_language) == "en" else ()
        source = facts[pair.id].source
        suspect = readable and pair.source is not None
        targets = tuple(
            _target_mention(name, source, pairs, spotted, at, source_language, suspect=suspect)
            for name in names
        )
        facts[pair.id] = Names(source, targets)
    usual = usual_forms(facts.values())
    for id_, fact in facts.items():
        facts[id_] = Names(tuple(_expecting(mention, usual) for mention in fact.source), fact.target)
    detail = "" if readable or article.source is None else f"names of {source_language} are not linked"
    return Gathered(facts, detail)


def _source_mention(name: Spotted, pairs: tuple[Pair, ...], at: int, language: str) -> NameMention:
    entity = name.bearer.id if name.bearer else name.lemma
    mention = NameMention(name.span, name.text, name.kind, entity, name.certain)
    if name.bearer is not None:
        mention = replace(mention, expected=name.bearer.english[:1])
    if pairs[at].target is None:
        return mention
    span = rendering(name, pairs[at].target_text, language)
    if span is not None:
        return replace(mention, rendered=Rendered.HERE, counterpart=span)
    if not name.certain:
        return replace(mention, rendered=Rendered.NOWHERE)
    distances = (
        abs(other - at)
        for other in range(len(pairs))
        if other != at and rendering(name, pairs[other].target_text, language) is not None
    )
    nearest = min(distances, default=None)
    if nearest is None:
        nowhere = not paraphrased(name, pairs[at].target_text)
        return replace(mention, rendered=Rendered.NOWHERE if nowhere else Rendered.NEARBY)
    return replace(mention, rendered=Rendered.NEARBY if nearest <= NEIGHBOURS else Rendered.ELSEWHERE)


def _full_names(mentions: list[NameMention], text: str) -> tuple[NameMention, ...]:
    """Of a name in several words, one that is rendered stands for all: Mike Pompeo, Ms. Sumbung."""
    out = list(mentions)
    for order in (1, -1):
        for at in range(len(out))[::order]:
            other = at - order
            if not 0 <= other < len(out):
                continue
            first, second = sorted((out[at].span, out[other].span))
            between = text[first.end : second.start]
            if between in {" ", "-", ". ", "\u00a0"} and out[other].rendered is Rendered.HERE:
                if out[at].rendered in {Rendered.NOWHERE, Rendered.ELSEWHERE} and not _apart(out[at]):
                    out[at] = replace(out[at], rendered=Rendered.HERE, counterpart=out[other].counterpart)
    return tuple(out)


def _apart(mention: NameMention) -> bool:
    """A country or organisation is never part of a person's name."""
    return mention.kind in {NameKind.COUNTRY, NameKind.ORGANISATION}


def _target_mention(
    name: TargetName,
    source: tuple[NameMention, ...],
    pairs: tuple[Pair, ...],
    spotted: list[tuple[Spotted, ...]],
    at: int,
    language: str,
    *,
    suspect: bool,
) -> NameMention:
    kind = name.bearers[0].kind if name.bearers else NameKind.OTHER
    mention = NameMention(name.span, name.text, kind, certain=name.certain)
    for other in source:
        if other.counterpart is not None and other.counterpart.overlaps(name.span):
            return replace(mention, entity=other.entity, rendered=Rendered.HERE, counterpart=other.span)
    if name.bearers:
        mention = replace(mention, entity=name.bearers[0].id)
    if not suspect or not name.certain:
        return mention
    for other_at in sorted(range(len(pairs)), key=lambda other: abs(other - at)):
        if founded(name, pairs[other_at].source_text, spotted[other_at], language):
            distance = abs(other_at - at)
            place = (
                Rendered.HERE
                if not distance
                else Rendered.NEARBY
                if distance <= NEIGHBOURS
                else Rendered.ELSEWHERE
            )
            return replace(mention, rendered=place)
    return replace(mention, rendered=Rendered.NOWHERE)


def _expecting(mention: NameMention, usual: dict[str, tuple[str, ...]]) -> NameMention:
    forms = (*usual.get(mention.entity, ()), *mention.expected)
    return replace(mention, expected=tuple(dict.fromkeys(forms))[:3])


PROVIDER = Provider("names", Names, gather)
