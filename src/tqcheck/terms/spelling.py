"""One English word spelt in two ways within one text: "healthcare" and "health care", "organise" and "organize"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.text import title_case, words_of
from tqcheck.terms.english import american


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form that stands beside another: `text` at `span` of text number `place`, `usual` more often elsewhere."""

    place: int
    span: Span
    text: str
    usual: str


# Written apart, these are a verb and its particle, a determiner and its noun: "to set up", "every day".
_SECOND = frozenset(
    "up off out down over in on back away through by together to of under around be ever where body thing".split()
)
_FIRST = frozenset(
    "a an the every any some no all may can not how who what when where which there here in on up over under out off by to "
    "with for of at as and or so it its one two three four after before be is do go mean more less much none while".split()
)
# Apart or together they are two words: "recover" and "re-cover", "sometimes" and "some times".
_OTHER_WORDS = frozenset(
    "recover reform resign recreation recreate reserve resent represent remark relay repress resort release coop "
    "multiply already altogether alright overall onetime longtime halftime fulltime parttime firsthand secondhand "
    "everyday meantime sometime worldwide nationwide citywide statewide countrywide foothold blackbird greenhouse "
    "midday weekend whitehouse".split()
)
# Both spellings are British, of two words: licence and license, programme and program, metre and meter, prise and
# prize, analyses (the noun) and analyzes. Practice and practise share no key to begin with.
_TWO_IN_BRITISH = frozenset("license program programs meter meters prize analyzes paralyzes".split())
_Place = tuple[int, Span]


def spellings_mixed(texts: Sequence[str]) -> list[Spelling]:
    """Words spelt in two ways, at the first place of the rarer one, in text order. Names and headlines do not count."""
    places: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for place, text in enumerate(texts):
        for key, form, span in _forms(text):
            places[key][form].append((place, span))
    found = [
        spelling
        for key, forms in places.items()
        if len(forms) > 1 and key not in _OTHER_WORDS | _TWO_IN_BRITISH
        for spelling in _rarer(forms)
    ]
    return sorted(found, key=lambda spelling: (spelling.place, spelling.span))


def _forms(text: str) -> Iterator[tuple[str, str, Span]]:
    """(what spellings of one word share, the form, where) for words and, together, for words in a row."""
    words = words_of(text)
    if title_case(words, text):
        return
    for at, word in enumerate(words):
        if word.capital and (not word.initial or not is_english_word(word.text.lower())):
            continue
        lower = word.text.lower()
        yield american(lower), lower, word.span
        if at + 1 == len(words) or words[at + 1].capital:
            continue
        second = words[at + 1]
        gap = text[word.span.end : second.span.start]
        if gap == "-" or (gap == " " and _may_be_compound(lower, second.text)):
            span = Span(word.span.start, second.span.end)
            yield american(lower + second.text), f"{lower}{gap}{second.text}", span


def _may_be_compound(first: str, second: str) -> bool:
    return first not in _FIRST and second not in _SECOND and len(first) > 2 and len(second) > 2


def _rarer(forms: dict[str, list[_Place]]) -> Iterator[Spelling]:
    """A closed form makes the others variants; "long term" and "long-term" alone are noun and adjective."""
    closed = [form for form in forms if re.fullmatch(r"[^\W_]+", form)]
    if not closed or not (is_english_word(closed[0]) or len(forms[closed[0]]) > 1):
        return
    usual = max(forms, key=lambda form: (len(forms[form]), form in closed, form))
    for form, where in forms.items():
        if form != usual:
            place, span = where[0]
            yield Spelling(place, span, form, usual)
