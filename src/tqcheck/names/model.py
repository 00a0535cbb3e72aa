"""A name as it stands in a text, and how the other side of the bitext renders it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from tqcheck.documents import primary_language
from tqcheck.model import Span


class NameKind(StrEnum):
    """What a name names, as far as it is known."""

    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"  # also its people and its adjective: China, Chinese
    ORGANISATION = "organisation"
    OTHER = "name"


# Their newspapers' own countries go without saying: "the government", "nationwide".
_HOME = {
    "zh": {"CN"}, "ru": {"RU"}, "uk": {"UA"}, "ja": {"JP"}, "ko": {"KR", "KP"}, "de": {"DE"}, "fr": {"FR"},
    "es": {"ES"}, "pt": {"PT", "BR"}, "it": {"IT"},
}  # fmt: skip


def home_countries(language: str | None) -> frozenset[str]:
    """ISO codes of the countries that a language's newspapers need not name; `language` is any tag."""
    return frozenset(_HOME.get(primary_language(language), ()))


class Rendered(IntEnum):
    """Where the other language has the name, the nearest place that it was found in."""

    UNKNOWN = 0  # there is no other side, or it could not be judged
    NOWHERE = 1  # for a name that is not certain: not in the same pair
    ELSEWHERE = 2  # in the article, but not nearby
    NEARBY = 3  # in the pair before or after
    HERE = 4  # in the same pair


@dataclass(frozen=True, slots=True)
class Bearer:
    """A country, city or organisation and what English calls it, the usual form first.

    `english` holds demonyms and abbreviations too; `seats` the cities that stand for a government.
    `country` is the ISO code of a city's country.
    """

    id: str
    kind: NameKind
    english: tuple[str, ...]
    seats: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name in the source.

    `bearer`: whom the tables say it names. `parts`: what sounds like its rendering, each by itself enough.
    `hints`: English words of which any may render it. `lemma` tells mentions of one name apart from others.
    """

    span: Span
    text: str
    lemma: str
    kind: NameKind = NameKind.OTHER
    certain: bool = False
    bearer: Bearer | None = None
    parts: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def known_name(span: Span, text: str, bearer: Bearer, *, certain: bool = True) -> Spotted:
    """A mention of a bearer that the tables know."""
    return Spotted(span, text, bearer.id, bearer.kind, certain, bearer, parts=(text,))


@dataclass(frozen=True, slots=True)
class NameMention:
    """One name at one place.

    `span` and `text` are in the pair's own side. `entity` is the ledger's id, the same for all mentions of one
    bearer on both sides. `certain`: surely a name, not a capitalised word. `expected` are its renderings in
    the other language, best first: known ones, or those that the article uses. `counterpart` is the rendering
    in the same pair, a span of the other side. On the target side `expected` is set only for a misspelt name.
    """

    span: Span
    text: str
    kind: NameKind = NameKind.OTHER
    entity: str = ""
    certain: bool = False
    rendered: Rendered = Rendered.UNKNOWN
    counterpart: Span | None = None
    expected: tuple[str, ...] = ()
