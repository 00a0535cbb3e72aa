"""Link the names of an English text to those of its counterpart in another language, over a whole article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.model import Span
from tqcheck.names.acronym.shortened import by_initials, in_institution
from tqcheck.names.acronym.spoken import said_in
from tqcheck.names.acronym.support import begins_acronym
from tqcheck.names.english import is_english_word
from tqcheck.names.founded import founded
from tqcheck.names.gaps import awaited
from tqcheck.names.invented import invented
from tqcheck.names.landscape import of_landscape
from tqcheck.names.latin import LATIN
from tqcheck.names.misspelt import meant_country, meant_person
from tqcheck.names.model import NameKind, NameMention, Rendered, Spotted, home_countries
from tqcheck.names.rendering import forms_of, paraphrased, rendering
from tqcheck.names.target import TargetName
from tqcheck.names.text import fold_word

NEIGHBOURS = 2  # pairs before and after in which a pronoun or shorter form may have its name
# Pairs before and after that are searched at all: a long article's length. What is further off names nothing here,
# and a book whose two sides have nothing in common must not take hours.
FAR = 50


@dataclass(frozen=True, slots=True)
class Linking:
    """The names of both sides, pair by pair; either side may be the source.

    `foreign` and `english` are the pairs' texts, None where a pair lacks the side; `language` is the foreign one.
    """

    foreign: Sequence[str | None]
    english: Sequence[str | None]
    spotted: Sequence[tuple[Spotted, ...]]
    named: Sequence[tuple[TargetName, ...]]
    language: str

    def mentions(self, at: int) -> tuple[tuple[NameMention, ...], tuple[NameMention, ...]]:
        """(foreign, English) names of one pair, each with the nearest place of its rendering."""
        found = [self._foreign_mention(name, at) for name in self.spotted[at]]
        foreign = _full_names(found, self.foreign[at] or "", self.english[at] or "")
        return foreign, tuple(self._english_mention(name, foreign, at) for name in self.named[at])

    def _foreign_mention(self, name: Spotted, at: int) -> NameMention:
        entity = name.bearer.id if name.bearer else name.lemma
        expected = name.bearer.english[:1] if name.bearer else ()
        mention = NameMention(name.span, name.text, name.kind, entity, name.certain, expected=expected)
        text = self.english[at]
        if text is None:
            return mention
        beside = frozenset(
            form for other in self.spotted[at] if other.bearer != name.bearer for form in forms_of(other)
        )
        span = rendering(name, text, self.language, beside)
        if span is not None:
            return replace(mention, rendered=Rendered.HERE, counterpart=span)
        if not name.certain:
            return replace(mention, rendered=Rendered.NOWHERE)
        for distance, other_at in self._around(at, 1):
            if rendering(name, self.english[other_at] or "", self.language) is not None:
                return replace(mention, rendered=_place(distance))
        source = self.foreign[at] or ""
        if self.language in LATIN and by_initials(name.text, text, source):
            return replace(mention, rendered=Rendered.NEARBY)
        if said_in(name.text, text, self.language):
            return replace(mention, rendered=Rendered.NEARBY)
        if paraphrased(name, text) or begins_acronym(name.span, source, text, self.language):
            return replace(mention, rendered=Rendered.NEARBY)
        return replace(mention, rendered=Rendered.NOWHERE)

    def _around(self, at: int, start: int) -> Iterator[tuple[int, int]]:
        """(distance, pair) of the pairs around one, the nearest first, from `start` pairs away."""
        for distance in range(start, FAR + 1):
            for other in {at - distance, at + distance}:
                if 0 <= other < len(self.foreign):
                    yield distance, other

    def _english_mention(self, name: TargetName, foreign: Sequence[NameMention], at: int) -> NameMention:
        kind = name.bearers[0].kind if name.bearers else NameKind.OTHER
        mention = NameMention(name.span, name.text, kind, certain=name.certain)
        linked = [
            (other, spotted)
            for other, spotted in zip(foreign, self.spotted[at], strict=True)
            if other.counterpart is not None and other.counterpart.overlaps(name.span)
        ]
        if linked:
            # Of several the one whom the tables know, then a certain name: Президент sounds like Finland.
            other, spotted = max(linked, key=lambda link: (link[1].bearer in name.bearers, link[0].certain))
            meant = meant_country(name, spotted.bearer) if spotted.bearer else None
            if meant is None and self.language == "zh" and spotted.bearer is None:
                person = meant_person(name.words, other.text)  # who is rendered, but for one syllable
                meant = person[1] if person else None
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
        english, source = self.english[at] or "", self.foreign[at] or ""
        if in_institution(name.span, english, source, self.language):
            return mention
        if of_landscape(name, english, source, foreign, self.language):
            return mention
        if not name.certain and self._invented(name, foreign, at):
            return replace(mention, rendered=Rendered.NOWHERE)
        if not self.foreign[at] or not name.certain or _CURRENCY.match(self.english[at] or "", name.span.end):
            return mention
        for distance, other_at in self._around(at, 0):
            if founded(name, self.foreign[other_at] or "", self.spotted[other_at], self.language):
                return replace(mention, rendered=_place(distance))
        if self.language in LATIN and {bearer.id for bearer in name.bearers} & home_countries(self.language):
            return mention  # what a newspaper's own country does is said to be its own for readers abroad
        if self.language == "zh" and (person := meant_person(name.words, self.foreign[at] or "")):
            span, spelling = person
            return replace(mention, rendered=Rendered.HERE, counterpart=span, expected=(spelling,))
        return replace(mention, rendered=Rendered.NOWHERE)

    def _invented(self, name: TargetName, foreign: Sequence[NameMention], at: int) -> bool:
        """Has a name that is made of common words nothing in the source, nor nearby?"""
        source, text = self.foreign[at], self.english[at]
        if not source or not text:
            return False
        near = [
            (self.foreign[other] or "", self.spotted[other])
            for other in range(max(0, at - NEIGHBOURS), min(len(self.foreign), at + NEIGHBOURS + 1))
        ]
        lost = bool(awaited(foreign, self.language))
        texts = [each for each, _ in near]
        if not invented(name, text, source, texts, self.language, lost=lost):
            return False
        if len(name.words) > 1 and all(is_english_word(word.text.lower()) for word in name.words):
            # What sounds like two dictionary words is chance; but a gloss may have one of them.
            hints = {fold_word(hint) for _, spotted in near for each in spotted for hint in each.hints}
            return not any(word.folded in hints for word in name.words)
        return not any(founded(name, each, spotted, self.language) for each, spotted in near)


# Of these English says whose they are, and their own country does not: Czech crowns, koruny.
_CURRENCY = re.compile(
    r" (?:crown|dollar|pound|franc|peso|ruble|rouble|koruna|krona|krone|yen|real|rupee|zloty|mark)s?\b"
)


def _place(distance: int) -> Rendered:
    """What a rendering so many pairs away is."""
    if not distance:
        return Rendered.HERE
    return Rendered.NEARBY if distance <= NEIGHBOURS else Rendered.ELSEWHERE


def _full_names(mentions: list[NameMention], text: str, english: str) -> tuple[NameMention, ...]:
    """Of a name in several words, one that is rendered stands for all: Mike Pompeo, Ms. Sumbung.

    But not one that another full name has a better claim to: of Vladimir Putin and Vladimir Zelensky each needs its own.
    """
    out = list(mentions)
    groups = list(_groups(mentions, text))
    claims = [{out[at].counterpart for at in group if _stands_for_all(out[at], english)} for group in groups]
    for group, own in zip(groups, claims, strict=True):
        if len(group) == 1 or not own:
            continue
        if all(_taken(span, own, claims, english) for span in own if span is not None):
            for at in group:
                out[at] = replace(out[at], rendered=Rendered.NOWHERE, counterpart=None)
            continue
        for at in group:
            if out[at].rendered is not Rendered.HERE:
                out[at] = replace(out[at], rendered=Rendered.HERE, counterpart=min(own, key=str))
    return tuple(out)


def _stands_for_all(mention: NameMention, english: str) -> bool:
    """Is it rendered, and by a name: the psychologist of Психолог Вероника Степанова is none?"""
    span = mention.counterpart
    if span is None:
        return False
    word = span.of(english)
    common = is_english_word(word.lower()) and (word[:1].islower() or not english[: span.start].strip())
    return mention.certain or not common


def _groups(mentions: Sequence[NameMention], text: str) -> Iterator[list[int]]:
    """Mentions that stand beside each other, as the parts of a person's name do."""
    group = list[int]()
    for at, mention in enumerate(mentions):
        if group:
            last = mentions[group[-1]]
            between = text[last.span.end : mention.span.start]
            apart = _apart(last) or _apart(mention) or (last.text < "\u0250") != (mention.text < "\u0250")
            if between not in {" ", "-", ". ", "\u00a0"} or apart:
                yield group
                group = []
        group.append(at)
    if group:
        yield group


def _taken(span: Span, own: set[Span | None], claims: Sequence[set[Span | None]], english: str) -> bool:
    """Do other names need every place where this word stands, having no other word of their own?"""
    rivals = [other for other in claims if other is not own and span in other]
    places = len(re.findall(rf"\b{re.escape(span.of(english))}\b", english))
    return len([other for other in rivals if len(other) > 1]) >= places


def _apart(mention: NameMention) -> bool:
    """A country, organisation or acronym is never part of a person's name."""
    acronym = len(mention.text) > 2 and mention.text.isupper()
    return acronym or mention.kind in {NameKind.COUNTRY, NameKind.ORGANISATION}
