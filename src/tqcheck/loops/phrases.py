"""Which rows of words are an engine's loop, and which a person would write: the two judged against the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from tqcheck.loops.adjacent import Loop, loops
from tqcheck.loops.recurring import recurrences, said_again
from tqcheck.loops.spoken import CUSTOMARY, is_content, is_function, is_spoken
from tqcheck.loops.tokens import Token, covered, tokenise
from tqcheck.model import Span

# Words that join the turns of a loop, and articles: "oil, oil and oil", "the station and a station".
_JOINING = frozenset(
    "and or nor but also the a an und oder der die das den dem ein eine einen et ou le la les un une y o e el los las del "
    "i oraz lub и или а en of het een ve veya".split()
)
_OPEN = re.compile(r"[,;:.!?…、，。；：！？/|•·–—]")
_EXCLAIMED = re.compile(r"[!?！？]")
_GLOSS = re.compile(r"[\"”’»“]\s*\(")  # a title, and in brackets what it means: “La Notte” (La notte)
_END = re.compile(r"[.!?。！？]")
_OF = frozenset("of von de di del della du van".split())
_OR = frozenset("or oder ou o lub или".split())
_AND = frozenset("and und et e y и".split())
_ARTICLES = frozenset("the a an der die das den dem le la les un une el los las het een".split())
_RELATIVE = frozenset("that which who whom".split())
_STEM = 5  # letters by which inflected forms of one word are known
# Of the letters that the translation says again the source must say this share again to be excused. Said of languages that
# are as long as English; a character counts three letters.
_LONG = 20  # letters of a phrase that nobody says twice without a comma between
_SOURCE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Repeated:
    """`unit` is said `times` times within `span`; `sure`: no person writes that."""

    unit: Span
    span: Span
    times: int
    sure: bool


def looping(target: str, source: str | None) -> Iterator[Repeated]:
    """What the translation says several times in a row and the source (None: not there) does not; left to right."""
    tokens = tokenise(target)
    if not _may_loop(tokens):
        return
    own = _Source.of(source)
    reduced = [token for token in tokens if token.key not in _JOINING]
    end = -1
    found = [(row, loop) for row in (tokens, reduced) for loop in loops(row)]
    found.sort(key=lambda one: (one[0][one[1].start].span.start, -one[1].times * one[1].period))
    for row, loop in found:
        unit = row[loop.start : loop.start + loop.period]
        if (
            unit[0].span.start < end
            or is_spoken(unit, loop.times)
            or not any(char.isalpha() for t in unit for char in t.key)
        ):
            continue
        span = covered(row, loop.start, loop.end)
        between = _between(target, row, loop)
        if loop.times == 2 and _GLOSS.search(between):
            continue
        if _is_loop(unit, loop.times, between, row is tokens) and not own.says_as_often(unit, loop.times):
            end = span.end
            long = sum(token.letters for token in unit) >= _LONG and not _OPEN.search(between)
            sure = loop.times > 2 or long
            if loop.rest and all(token.key in _JOINING for token in unit[loop.rest :]):
                # "oil and oil and oil": what joins them does not come after the last one.
                unit, span = unit[: loop.rest], covered(row, loop.start, loop.end + loop.rest)
                end = span.end
                yield Repeated(covered(unit, 0, len(unit)), span, loop.times + 1, sure)
            else:
                yield Repeated(covered(unit, 0, len(unit)), span, loop.times, sure)


def recurring(target: str, source: str) -> Iterator[Repeated]:
    """What comes back after a word or two though the source says it once: "born in Ulm, where she was born in Ulm"."""
    tokens = tokenise(target)
    if max(_counts(tokens, content=True).values(), default=1) < 2:
        return
    again = _Source.of(source).again
    taken = Span(0, 0)
    for found in recurrences(tokens):
        phrase = tokens[found.starts[0] : found.starts[0] + found.length]
        content = [token for token in phrase if is_content(token)]
        letters = sum({token.key: token.letters for token in content}.values())
        if again >= _SOURCE_SHARE * letters or is_spoken(phrase) or len({token.key for token in content}) < 2:
            continue
        gap, first, second = min(
            (second - first - found.length, first, second) for first, second in pairwise(found.starts)
        )
        span = covered(tokens, first, second + found.length)
        between = target[tokens[first + found.length - 1].span.end : tokens[second].span.start]
        if gap == 0 or (gap <= 2 and not _is_closed(target, tokens, second + found.length - 1)):
            continue
        if span.overlaps(taken) or not _comes_back(
            len(found.starts),
            phrase,
            content,
            gap,
            between,
            capitalised=any(token.span.of(target)[0].isupper() for token in content),
        ):
            continue
        taken = span
        yield Repeated(covered(tokens, first, first + found.length), span, len(found.starts), sure=False)
    for more in (*_circular(target, tokens, again), *_twice_related(tokens)):
        if not more.span.overlaps(taken):
            yield more


def _comes_back(
    times: int,
    phrase: Sequence[Token],
    content: Sequence[Token],
    gap: int,
    between: str,
    *,
    capitalised: bool,
) -> bool:
    """Whether a phrase is back too soon, too often or too long to be meant. Limits: read off people's translations."""
    letters = sum(token.letters for token in content)
    if any(token.wide for token in phrase):
        return gap <= 4 and len(phrase) >= 8
    if is_function(phrase[-1]):
        return False  # it goes on with another word each time: "gave him some advice and gave him some money"
    if gap <= 2 and len(phrase) >= 3 and letters >= 10 and not _GLOSS.search(between):
        enough = letters >= 12 or len(phrase) >= 5 or not _OPEN.search(between)
        return enough and (_END.search(between) is None or len(content) >= 3)
    return (gap <= 6 and letters >= 35 and len(phrase) >= 6 and not _OPEN.search(between)) or (
        times >= 4 and gap <= 2 and not capitalised
    )


def _circular(target: str, tokens: Sequence[Token], again: int) -> Iterator[Repeated]:
    """A noun told by itself: "Iceland waters of Iceland", "the tenant or the tenant", "for sport and sport."."""
    for at, token in enumerate(tokens):
        if token.wide or not is_content(token) or token.key in CUSTOMARY:
            continue
        for joint in (at + 1, at + 2):
            back = joint + 1
            back += back < len(tokens) and tokens[back].key in _ARTICLES
            if back >= len(tokens) or tokens[back].span.of(target) != token.span.of(target):
                continue
            span = covered(tokens, at, back + 1)
            if _OPEN.search(span.of(target)):
                continue
            closed = _is_closed(target, tokens, back)
            word, direct = tokens[joint].key, joint == at + 1
            article = at > 0 and back == joint + 2 and tokens[at - 1].key == tokens[back - 1].key
            if (
                (
                    word in _OF
                    and _is_noun_like(tokens[at + 1])
                    and not again
                    and token.letters >= 5
                    and closed
                )
                or (word in _OR and direct and article)
                or (
                    word in _AND
                    and direct
                    and not again
                    and back == joint + 1
                    and closed
                    and _is_plain(tokens, back)
                )
            ):
                yield Repeated(token.span, span, 2, sure=False)


def _is_noun_like(token: Token) -> bool:
    return is_content(token) and token.key not in CUSTOMARY


def _is_plain(tokens: Sequence[Token], at: int) -> bool:
    """No comparative, no verb ("called and called"), and nothing after it that tells the two apart."""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return not tokens[at].key.endswith(("er", "ed")) and after not in {"of", "for", "who", "that", "which"}


def _is_closed(target: str, tokens: Sequence[Token], last: int) -> bool:
    """Whether no word follows that the last one could belong to: "of the second stage", "meat and meat products"."""
    if last + 1 == len(tokens):
        return True
    after = tokens[last + 1]
    return bool(target[tokens[last].span.end : after.span.start].strip(" '’-")) or not is_content(after)


def _twice_related(tokens: Sequence[Token]) -> Iterator[Repeated]:
    """Two clauses that say the same of one noun: "the banks that we close, which we close"."""
    for at, token in enumerate(tokens):
        if token.key not in _RELATIVE:
            continue
        for length in range(2, 7):
            back = at + 1 + length
            if back + length >= len(tokens):
                break
            if tokens[back].key not in _RELATIVE or tokens[back].key == token.key:
                continue
            one, two = tokens[at + 1 : back], tokens[back + 1 : back + 1 + length]
            if [t.key for t in one] == [t.key for t in two] and any(map(is_content, one)):
                yield Repeated(
                    covered(tokens, at, back), covered(tokens, at, back + 1 + length), 2, sure=False
                )


def _counts(tokens: Sequence[Token], *, content: bool) -> Counter[str]:
    return Counter(token.key for token in tokens if not content or is_content(token))


def _may_loop(tokens: Sequence[Token]) -> bool:
    """Whether any word of content comes twice, or any word three times: without that no row of words is a loop."""
    return (
        max(_counts(tokens, content=True).values(), default=1) > 1
        or max(_counts(tokens, content=False).values(), default=1) > 2
    )


def _between(text: str, row: Sequence[Token], loop: Loop) -> str:
    """What stands between the turns, all together."""
    return " ".join(
        text[row[at - 1].span.end : row[at].span.start]
        for at in range(loop.start + loop.period, loop.end, loop.period)
    )


def _is_loop(unit: Sequence[Token], times: int, between: str, bare: bool) -> bool:
    """Whether it is too much for speech. Limits: read off people's translations and everyday sentences."""
    letters = sum(token.letters for token in unit)
    listed = not bare or _OPEN.search(between) is not None
    coupled = any(word in _AND or word in _OR for word in between.casefold().split())
    if all(token.wide for token in unit):
        # Chinese doubles characters, Japanese sounds: 慢慢, ドキドキ.
        return (letters * times >= 24 and times >= (6 if len(unit) == 1 else 3)) or (
            len(unit) >= 5 and not listed
        )
    if len(unit) == 1:
        if len(unit[0].key) < 2:
            return False
        if _EXCLAIMED.search(between):
            return times >= 6
        if letters <= 5 and times == 3 and "-" in between:
            return False  # a charm or a call: "tut-tut-tut"
        if not listed:
            return times >= (4 if letters <= 3 else 3)
        return times >= 5 or (times == 4 and letters >= 3)
    if times > 2:
        return letters >= 8 or (letters >= 4 and letters * times >= 18)
    if not any(map(is_content, unit)) or (listed and letters < 12 and not coupled):
        return False  # "Despite the strike, the strike": a comma may part two clauses
    if len(unit) == 2:
        return not bare and coupled and all(map(is_content, unit)) and letters >= 8
    return letters >= 8


@dataclass(frozen=True, slots=True)
class _Source:
    """What the source repeats, by which the translation is excused."""

    most_in_a_row: int
    most_often: int
    again: int

    @classmethod
    def of(cls, text: str | None) -> _Source:
        tokens = tokenise(text or "")
        rows = [loop.times for loop in loops([t for t in tokens if t.key not in _JOINING])]
        words = Counter(
            (a.key + b.key if b is not None else "") if a.wide else a.key[:_STEM]
            for a, b in zip_longest(tokens, tokens[1:])
            if a is not None and is_content(a)
        )
        return cls(
            max(rows, default=1),
            max(words.values(), default=1),
            said_again(tokens, is_content, _STEM),
        )

    def says_as_often(self, unit: Sequence[Token], times: int) -> bool:
        """Whether the source says something as often: in a row, or scattered for what is said two or three times."""
        if self.most_in_a_row >= times:
            return True
        if times > 3:
            return self.most_in_a_row > 0.6 * times
        letters = sum(token.letters for token in unit if is_content(token))
        return self.most_often >= times and self.again >= _SOURCE_SHARE * letters
