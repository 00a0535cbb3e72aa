"""Where the names of an article stand: whole names on either side, each with what renders it in the same pair.

The facts have a word of a full name at a time, capitalised words that are no names, and links to parts of names. Here
they become names as a reader sees them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.facts import Names
from tqcheck.model import Side, Span
from tqcheck.names.absent import Absent, absent
from tqcheck.names.completing import dates, named_after, names_another, passed_over, with_words_of
from tqcheck.names.english import CALENDAR, is_english_word
from tqcheck.names.grouping import TABLES, groups, owner_of, rendering_of, span_of, united, with_field
from tqcheck.names.latin import LATIN
from tqcheck.names.locate import called, copied_stretch, untranslated
from tqcheck.names.model import NameKind, NameMention, Rendered
from tqcheck.names.text import fold_word, title_case, words_of
from tqcheck.names.whole import Occurrence, Whole, bearers, is_own, lemmas, whole_span


def occurrences(article: AlignedArticle, facts: Mapping[str, Names]) -> tuple[Occurrence, ...]:
    """The names of an article in the order of its pairs, those of the source first."""
    reader = _Reader(article, facts)
    return tuple(
        found
        for pair in article.pairs
        if pair.id in facts
        for found in reader.of(pair)
        if not reader.is_date(found)
    )


_LOST = {Rendered.NOWHERE, Rendered.ELSEWHERE}


class _Reader:
    """Reads the facts of an article, pair by pair."""

    def __init__(self, article: AlignedArticle, facts: Mapping[str, Names]) -> None:
        self._facts = facts
        self._english = Side.TARGET if primary_language(article.target_language) == "en" else Side.SOURCE
        self._foreign = primary_language(article.source_language) if article.source else None
        texts = {pair.id: (pair.source_text, pair.target_text) for pair in article.pairs}
        written = Counter[str]()
        self._sure = set[str]()
        for id_, names in facts.items():
            at, side = (1, names.target) if self._english is Side.TARGET else (0, names.source)
            for mention in side:
                words = words_of(whole_span(texts[id_][at], mention.span).of(texts[id_][at]))
                written.update(word.folded for word in words)
                if mention.certain:
                    self._sure.update(word.folded for word in words)
        self._repeated = {word for word, count in written.items() if count > 1}

    def is_date(self, found: Occurrence) -> bool:
        """Is what was spotted as a name a weekday or month?"""
        if self._english is Side.SOURCE:
            return dates(found.source, found.target, None)
        return dates(found.target, found.source, self._foreign)

    def of(self, pair: Pair) -> Iterator[Occurrence]:
        """The occurrences of one pair."""
        names = self._facts[pair.id]
        lacks = absent(names, pair)
        targets = list(self._targets(pair, names))
        chosen = list[tuple[list[NameMention], Span | None]]()
        for group in groups(names.source, pair.source_text, targets):
            span = rendering_of(group, targets)
            if kept := self._kept(group, span, lacks.swapped, pair):
                chosen.append((kept, span))
        owners = {span: owner_of(span, members, chosen) for span, members in targets}
        wholes = {span: self._whole(Side.TARGET, pair, span, members, lacks) for span, members in targets}
        rest = [(span, members) for span, members in targets if owners[span] is None]
        chosen, called = self._called(pair, chosen, rest)
        owners |= called
        taken = [span_of(kept) for kept, rendering in chosen if rendering is not None]
        alone = [
            (self._passed_over(wholes[span], members, pair.source_text, taken), wholes[span])
            for span, members in targets
            if owners[span] is None and (wholes[span].lost or self._stands(Side.TARGET, pair, span, members))
        ]
        found = [source.span for source, _ in alone if source is not None]
        for kept, span in chosen:
            if span is None and any(other.contains(span_of(kept)) for other in found):
                continue
            source = self._whole(Side.SOURCE, pair, span_of(kept), kept, lacks)
            if span is None:
                yield Occurrence(source, None)
                continue
            owner = owners[span] or kept
            if self._foreign is not None and self._english is Side.TARGET:
                others = [span_of(other) for other, _ in chosen]
                text, language = pair.source_text, self._foreign
                if owner is kept and names_another(source, wholes[span]):
                    wholes[span] = replace(wholes[span], bearer="", kind=NameKind.OTHER)
                    source = named_after(source, wholes[span], text, language, others)
                source = with_words_of(source, wholes[span], text, language, others)
            shared = owner is not kept
            if shared and not source.certain and {m.entity for m in kept} != {m.entity for m in owner}:
                continue  # a word that looks like the rendering of another
            target = wholes[span]
            if not shared and source.kind is NameKind.PERSON and len(source.words) > len(target.words):
                target = self._whole(Side.TARGET, pair, span, dict(targets)[span], lacks, fuller=True)
            yield Occurrence(source, target, shared)
        for located, target in alone:
            yield Occurrence(located, target)

    def _called(
        self,
        pair: Pair,
        chosen: Sequence[tuple[list[NameMention], Span | None]],
        rest: Sequence[tuple[Span, Sequence[NameMention]]],
    ) -> tuple[list[tuple[list[NameMention], Span | None]], dict[Span, list[NameMention]]]:
        """The names of the source that have no rendering yet, with those whose words translate theirs."""
        found, owners = list(chosen), dict[Span, list[NameMention]]()
        if self._foreign is None or self._english is not Side.TARGET:
            return found, owners
        for at, (kept, rendering) in enumerate(found):
            if rendering is not None or any(
                mention.rendered in _LOST and mention.certain for mention in kept
            ):
                continue
            phrase = span_of(kept).of(pair.source_text)
            for span, _ in rest:
                if span not in owners and called(phrase, words_of(span.of(pair.target_text)), self._foreign):
                    found[at], owners[span] = (kept, span), kept
                    break
        return found, owners

    def _passed_over(
        self, target: Whole, members: Sequence[NameMention], text: str, taken: list[Span]
    ) -> Whole | None:
        """What the target's name renders, though spotting has not found it; `taken` is what others render."""
        lost = any(mention.rendered in _LOST or mention.rendered is Rendered.NEARBY for mention in members)
        if lost or not text or self._foreign is None or self._english is not Side.TARGET:
            return None
        found = passed_over(target, text, self._foreign)
        if found is None or any(found.span.overlaps(other) for other in taken):
            return None
        taken.append(found.span)
        return found

    def _targets(self, pair: Pair, names: Names) -> Iterator[tuple[Span, list[NameMention]]]:
        """The names of the target, whole: those that one rendering covers are one, and a rendering is one itself."""
        named = [mention.span for mention in names.target]
        spans = list(named)
        for mention in names.source:
            span = mention.counterpart
            if span is not None and mention.certain and span.end <= len(pair.target_text):
                within = sum(span.overlaps(other) for other in named)
                covered = sum(span.contains(other) for other in named)
                written = span.of(pair.target_text)[:1].isupper() or self._english is Side.SOURCE
                if covered > 1 or (not within and written):
                    spans.append(span)
        if self._foreign in LATIN and self._english is Side.TARGET:
            spans = [
                copied_stretch(span, pair.target_text, pair.source_text)
                for span in spans
                if not untranslated(span, pair.target_text, pair.source_text)
            ]
        if self._english is Side.TARGET:
            spans = [with_field(span, pair.target_text) for span in spans]
        for span in united(spans):
            yield span, [mention for mention in names.target if span.contains(mention.span)]

    def _kept(
        self, group: Sequence[NameMention], span: Span | None, swapped: frozenset[Span], pair: Pair
    ) -> list[NameMention]:
        """The words of a group that are a name: sure ones, and others as far as they have a rendering."""
        mentions = list(group)
        if any(mention.certain for mention in group):
            own = sum(map(is_own, _written(span.of(pair.target_text)))) if span else 1
            while len(mentions) > max(1, own) and not mentions[0].certain and mentions[0].kind not in TABLES:
                mentions.pop(0)  # Bundeskanzlerin Merkel
            return mentions
        if any(mention.span in swapped for mention in group):
            return mentions
        if span is None:
            return mentions if self._stands(Side.SOURCE, pair, group[0].span, group) else []
        text = span.of(pair.target_text)
        words = _written(text)
        named = len(words) > 1 or any(map(is_own, words))
        foreign_target = self._english is Side.SOURCE
        if text[:1].isascii() and not (text[:1].isupper() and (named or foreign_target)):
            return []  # a common word that is rendered by one: institute
        return mentions

    def _stands(self, side: Side, pair: Pair, span: Span, members: Sequence[NameMention]) -> bool:
        """Is it a name by itself, whatever the other side has?"""
        if any(mention.certain for mention in members):
            return True
        if side is not self._english or not members:
            return False
        text = pair.target_text if side is Side.TARGET else pair.source_text
        words = words_of(span.of(text))
        if not words or title_case(words_of(text), text):
            return False
        if len(words) > 1:
            return any(is_own(word.text) for word in words)
        (word,) = words
        acronym = word.text.isupper() and 1 < len(word.text) < 7
        if acronym or not is_own(word.text):
            return acronym and word.folded not in CALENDAR
        # A word that is a dictionary word, too (Port), is not seen to be a name by being repeated.
        return word.folded in self._sure or (
            word.folded in self._repeated and not is_english_word(word.text.lower())
        )

    def _whole(
        self,
        side: Side,
        pair: Pair,
        span: Span,
        members: Sequence[NameMention],
        lacks: Absent,
        *,
        fuller: bool = False,
    ) -> Whole:
        """`fuller`: the other side has more words of the name."""
        text = pair.target_text if side is Side.TARGET else pair.source_text
        if side is self._english:
            names = self._facts[pair.id]
            beside = [name.span for name in (names.target if side is Side.TARGET else names.source)]
            span = whole_span(text, span, beside, fuller=fuller)
            words = tuple(word.folded for word in words_of(span.of(text)))
        else:
            words = tuple(word for mention in members for word in lemmas(mention))
        alone = members[0] if len(members) == 1 else None
        gone = lacks.target if side is Side.TARGET else lacks.source
        kinds = [mention.kind for mention in members if mention.kind is not NameKind.OTHER]
        return Whole(
            pair.id,
            span,
            span.of(text),
            words or (fold_word(span.of(text)),),
            kinds[0] if kinds else NameKind.OTHER,
            any(mention.certain for mention in members),
            alone.entity if alone and alone.entity in bearers() else "",
            bool(members) and all(m.span in gone for m in members),
            any(mention.rendered > Rendered.NOWHERE for mention in members),
            tuple(dict.fromkeys(form for mention in members for form in mention.expected)),
        )


def _written(text: str) -> list[str]:
    return [word.text for word in words_of(text)]
