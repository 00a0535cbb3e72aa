"""Which mentions of a pair are one name, and which name of the other side renders which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.model import NameKind, NameMention
from tqcheck.names.tables import english
from tqcheck.names.text import key
from tqcheck.names.whole import TOGETHER

TABLES = {NameKind.COUNTRY, NameKind.PLACE, NameKind.ORGANISATION}


def with_field(span: Span, text: str) -> Span:
    """Central Conservatory of Music, Ministry of Justice: but not Bank of China, whose name is another's."""
    match = _FIELD.match(text, span.end)
    if match is None or key(match[1]) in english() or not is_english_word(match[1].lower()):
        return span
    return Span(span.start, match.end())


_FIELD = re.compile(r" of (?:the )?([A-Z]\w+)")


def span_of(mentions: Sequence[NameMention]) -> Span:
    """From the first to the last of mentions in order."""
    return Span(mentions[0].span.start, max(mention.span.end for mention in mentions))


def groups(
    mentions: Sequence[NameMention], text: str, targets: Sequence[tuple[Span, list[NameMention]]]
) -> Iterator[list[NameMention]]:
    """Mentions side by side that are one name: sure ones, or those that have one rendering."""
    group = list[NameMention]()
    for mention in mentions:
        if group and not _one_name(group[-1], mention, text, targets):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _one_name(
    one: NameMention, two: NameMention, text: str, targets: Sequence[tuple[Span, list[NameMention]]]
) -> bool:
    if text[one.span.end : two.span.start] not in TOGETHER and not one.span.overlaps(two.span):
        return False
    if any(
        one.counterpart is not None
        and two.counterpart is not None
        and span.overlaps(one.counterpart)
        and span.overlaps(two.counterpart)
        for span, _ in targets
    ):
        return True
    return one.certain and two.certain and not {one.kind, two.kind} & TABLES


def rendering_of(
    group: Sequence[NameMention], targets: Sequence[tuple[Span, list[NameMention]]]
) -> Span | None:
    """The name of the target that renders most of a group's words; of several the one that the last renders."""
    best, most = None, (0, 0)
    for span, members in targets:
        links = [m.counterpart is not None and span.overlaps(m.counterpart) for m in group]
        back = any(
            m.counterpart is not None and any(m.counterpart.overlaps(g.span) for g in group) for m in members
        )
        score = (2 * sum(links) + (back and any(links)), int(links[-1]))
        if score > most:
            best, most = span, score
    return best


def owner_of(
    span: Span, members: Sequence[NameMention], chosen: Sequence[tuple[list[NameMention], Span | None]]
) -> list[NameMention] | None:
    """Whose rendering a name of the target is: of several, the one to which it is linked itself."""
    rivals = [kept for kept, rendering in chosen if rendering == span]
    links = [member.counterpart for member in members if member.counterpart is not None]
    linked = [
        kept for kept in rivals if any(link.overlaps(mention.span) for mention in kept for link in links)
    ]
    return next(iter(linked or rivals), None)


def united(spans: Sequence[Span]) -> list[Span]:
    """Overlapping spans as one, in order."""
    out = list[Span]()
    for span in sorted(set(spans)):
        if out and (out[-1].overlaps(span) or out[-1] == span):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
