"""The names of both sides, linked over the whole article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.facts import Gathered, Names
from tqcheck.names.english import is_english_word
from tqcheck.names.latin import LATIN
from tqcheck.names.ledger import usual_forms
from tqcheck.names.link import Linking
from tqcheck.names.model import NameMention, Spotted
from tqcheck.names.ner import Tagger, idle, with_entities
from tqcheck.names.spot import spot
from tqcheck.names.target import target_names
from tqcheck.names.text import words_of
from tqcheck.providers import Provider, Resources

# Beyond these, names are not spotted: no romanisation or no table would stand behind a verdict.
LINKED = frozenset("ar be bg cs de el es et fa fr he hi it ja ko nl pl pt ro ru sr sv tr uk zh".split())


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Names]:
    """The names of each pair, linked where one side is English; an English translation's own names in any case."""
    source, target = primary_language(article.source_language), primary_language(article.target_language)
    sources = [pair.source_text if pair.source else None for pair in article.pairs]
    targets = [pair.target_text if pair.target else None for pair in article.pairs]
    if target == "en":
        found = _linked(sources, targets, source if source in LINKED else None, resources.tagger)
    elif source == "en" and target in LINKED:
        found = [(theirs, ours) for ours, theirs in _linked(targets, sources, target, resources.tagger)]
    else:
        return Gathered(
            {pair.id: Names() for pair in article.pairs}, f"names of {source}-{target} are not linked"
        )
    facts = {
        pair.id: Names(source=foreign, target=english)
        for pair, (foreign, english) in zip(article.pairs, found, strict=True)
    }
    usual = usual_forms(facts.values())
    for id_, fact in facts.items():
        facts[id_] = Names(tuple(_expecting(mention, usual) for mention in fact.source), fact.target)
    alone = source in LINKED or target != "en" or article.source is None
    if not alone:
        return Gathered(facts, f"names of {source} are not linked")
    return Gathered(facts, idle(resources.tagger, source if target == "en" else target))


def _linked(
    foreign: Sequence[str | None], english: Sequence[str | None], language: str | None, tagger: Tagger | None
) -> list[tuple[tuple[NameMention, ...], tuple[NameMention, ...]]]:
    """(foreign, English) names of each pair. `language` None: only the English ones, without a verdict."""
    if language is None:
        foreign = [None] * len(english)
    copied = _copied(english) if language in LATIN else frozenset()
    spotted = [
        tuple(_surely(name, copied) for name in with_entities(spot(text, language), text, language, tagger))
        if text and language
        else ()
        for text in foreign
    ]
    named = [target_names(text) if text else () for text in english]
    linking = Linking(foreign, english, spotted, named, language or "")
    return [linking.mentions(at) for at in range(len(english))]


def _copied(texts: Sequence[str | None]) -> frozenset[str]:
    """Words of the English text with a capital that are no English words."""
    return frozenset(
        word.text
        for text in texts
        for word in words_of(text or "")
        if word.capital and len(word.text) > 3 and not is_english_word(word.text.lower())
    )


def _surely(name: Spotted, copied: frozenset[str]) -> Spotted:
    """What the article copies from one Latin language into another, at any place, is a name at every place."""
    return replace(name, certain=True) if name.text in copied else name


def _expecting(mention: NameMention, usual: dict[str, tuple[str, ...]]) -> NameMention:
    """What the tables call a bearer comes first: the article may have it wrong throughout."""
    forms = (*mention.expected, *usual.get(mention.entity, ()))
    return replace(mention, expected=tuple(dict.fromkeys(forms))[:3])


PROVIDER = Provider("names", Names, gather)
