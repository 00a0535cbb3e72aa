"""The names of both sides, linked over the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.facts import Gathered, Names
from tqcheck.names.english import is_english_word
from tqcheck.names.founded import founded
from tqcheck.names.ledger import usual_forms
from tqcheck.names.misspelt import meant_country, meant_person
from tqcheck.names.model import NameKind, NameMention, Rendered, Spotted
from tqcheck.names.rendering import LATIN, forms_of, paraphrased, rendering
from tqcheck.names.spot import spot
from tqcheck.names.target import TargetName, target_names
from tqcheck.names.text import words_of
from tqcheck.providers import Provider, Resources

# Beyond these, names are not spotted: no romanisation or no table would stand behind a verdict.
SOURCES = frozenset({"ar", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "uk", "zh"})
NEIGHBOURS = 2  # pairs before and after in which a pronoun or shorter form may have its name
# Pairs before and after that are searched at all: a long article's length. What is further off names nothing here,
# and a book whose two sides have nothing in common must not take hours.
FAR = 50


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Names]:  # noqa: ARG001
    """The names of each pair. Without a source that can be read, the target's alone."""
    language = primary_language(article.source_language)
    english = primary_language(article.target_language) == "en"
    readable = language in SOURCES and english
    pairs = article.pairs
    copied = _copied(pairs) if language in LATIN else frozenset()
    spotted = tuple(
        tuple(_surely(name, copied) for name in spot(p.source_text, language)) if readable else ()
        for p in pairs
    )
    linking = _Linking(pairs, spotted, language)
    facts = {}
    for at, pair in enumerate(pairs):
        source = linking.source_mentions(at)
        names = target_names(pair.target_text) if english else ()
        suspect = readable and bool(pair.source_text)
        facts[pair.id] = Names(
            source, tuple(linking.target_mention(name, source, at, suspect=suspect) for name in names)
        )
    usual = usual_forms(facts.values())
    for id_, fact in facts.items():
        facts[id_] = Names(tuple(_expecting(mention, usual) for mention in fact.source), fact.target)
    detail = "" if readable or article.source is None else f"names of {language} are not linked"
    return Gathered(facts, detail)


def _copied(pairs: Sequence[Pair]) -> frozenset[str]:
    """Words of the target with a capital that are no English words."""
    return frozenset(
        word.text
        for pair in pairs
        for word in words_of(pair.target_text)
        if word.capital and len(word.text) > 3 and not is_english_word(word.text.lower())
    )


def _surely(name: Spotted, copied: frozenset[str]) -> Spotted:
    """What the article copies from one Latin language into another, at any place, is a name at every place."""
    return replace(name, certain=True) if name.text in copied else name


@dataclass(frozen=True, slots=True)
class _Linking:
    """The names of the source, pair by pair, and where the target renders them."""

    pairs: Sequence[Pair]
    spotted: Sequence[tuple[Spotted, ...]]
    language: str

    def source_mentions(self, at: int) -> tuple[NameMention, ...]:
        """The names of one pair's source, each with the nearest place of its rendering."""
        found = [self._source_mention(name, at) for name in self.spotted[at]]
        return _full_names(found, self.pairs[at].source_text)

    def _source_mention(self, name: Spotted, at: int) -> NameMention:
        entity = name.bearer.id if name.bearer else name.lemma
        expected = name.bearer.english[:1] if name.bearer else ()
        mention = NameMention(name.span, name.text, name.kind, entity, name.certain, expected=expected)
        if self.pairs[at].target is None:
            return mention
        beside = frozenset(
            form for other in self.spotted[at] if other.bearer != name.bearer for form in forms_of(other)
        )
        span = rendering(name, self.pairs[at].target_text, self.language, beside)
        if span is not None:
            return replace(mention, rendered=Rendered.HERE, counterpart=span)
        if not name.certain:
            return replace(mention, rendered=Rendered.NOWHERE)
        for distance, other in self._around(at, 1):
            if rendering(name, self.pairs[other].target_text, self.language) is not None:
                return replace(mention, rendered=_place(distance))
        if paraphrased(name, self.pairs[at].target_text):
            return replace(mention, rendered=Rendered.NEARBY)
        return replace(mention, rendered=Rendered.NOWHERE)

    def _around(self, at: int, start: int) -> Iterator[tuple[int, int]]:
        """(distance, pair) of the pairs around one, the nearest first, from `start` pairs away."""
        for distance in range(start, FAR + 1):
            for other in {at - distance, at + distance}:
                if 0 <= other < len(self.pairs):
                    yield distance, other

    def target_mention(
        self, name: TargetName, source: Sequence[NameMention], at: int, *, suspect: bool
    ) -> NameMention:
        """A name of one pair's target, linked to `source`; `suspect` it, and the article is searched for it."""
        kind = name.bearers[0].kind if name.bearers else NameKind.OTHER
        mention = NameMention(name.span, name.text, kind, certain=name.certain)
        linked = [
            (other, spotted)
            for other, spotted in zip(source, self.spotted[at], strict=True)
            if other.counterpart is not None and other.counterpart.overlaps(name.span)
        ]
        if linked:
            # Of several the one whom the tables know, then a certain name: Президент sounds like Finland.
            other, spotted = max(linked, key=lambda link: (link[1].bearer in name.bearers, link[0].certain))
            meant = meant_country(name, spotted.bearer) if spotted.bearer else None
            expected = (meant,) if meant else ()
            return replace(
                mention,
                entity=other.entity,
                rendered=Rendered.HERE,
                counterpart=other.span,
                expected=expected,
            )
        if name.bearers:
            mention = replace(mention, entity=name.bearers[0].id)
        if not suspect or not name.certain:
            return mention
        for distance, other_at in self._around(at, 0):
            if founded(name, self.pairs[other_at].source_text, self.spotted[other_at], self.language):
                return replace(mention, rendered=_place(distance))
        if self.language == "zh" and (person := meant_person(name.words, self.pairs[at].source_text)):
            span, spelling = person
            return replace(mention, rendered=Rendered.HERE, counterpart=span, expected=(spelling,))
        return replace(mention, rendered=Rendered.NOWHERE)


def _place(distance: int) -> Rendered:
    """What a rendering so many pairs away is."""
    if not distance:
        return Rendered.HERE
    return Rendered.NEARBY if distance <= NEIGHBOURS else Rendered.ELSEWHERE


def _full_names(mentions: list[NameMention], text: str) -> tuple[NameMention, ...]:
    """Of a name in several words, one that is rendered stands for all: Mike Pompeo, Ms. Sumbung."""
    out = list(mentions)
    for order in (1, -1):
        for at in range(len(out))[::order]:
            other = at - order
            if not 0 <= other < len(out) or out[other].rendered is not Rendered.HERE:
                continue
            first, second = sorted((out[at].span, out[other].span))
            together = text[first.end : second.start] in {" ", "-", ". ", "\u00a0"}
            lost = out[at].rendered in {Rendered.NOWHERE, Rendered.ELSEWHERE}
            if together and lost and not _apart(out[at]):
                out[at] = replace(out[at], rendered=Rendered.HERE, counterpart=out[other].counterpart)
    return tuple(out)


def _apart(mention: NameMention) -> bool:
    """A country or organisation is never part of a person's name."""
    return mention.kind in {NameKind.COUNTRY, NameKind.ORGANISATION}


def _expecting(mention: NameMention, usual: dict[str, tuple[str, ...]]) -> NameMention:
    """What the tables call a bearer comes first: the article may have it wrong throughout."""
    forms = (*mention.expected, *usual.get(mention.entity, ()))
    return replace(mention, expected=tuple(dict.fromkeys(forms))[:3])


PROVIDER = Provider("names", Names, gather)
