"""Men and women by the titles and pronouns that tell them: Mr Chen, 陈女士, Frau Merkel, 她, she."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import NameMention
from tqcheck.names.text import words_of


class Gender(StrEnum):
    """What a title or pronoun says of the one whom it names."""

    MAN = "man"
    WOMAN = "woman"


@dataclass(frozen=True, slots=True)
class Gendered:
    """A title or pronoun that tells a man from a woman. `name`: what a title stands with; a pronoun has none."""

    gender: Gender
    span: Span
    name: Span | None = None


# A source's word and the target's that contradicts it; either is a span of its own side.
Contradiction = tuple[Gendered, Gendered]

# --- titles

# Language → (a man's, a woman's) titles right before the name.
_BEFORE: Mapping[str, tuple[str, str]] = {
    "en": (r"Mr\.?|Mister", r"Mrs\.?|Ms\.?|Miss"),
    "de": (r"Herrn?", r"Frau"),
    "fr": (r"M\.|[Mm]onsieur", r"Mme\.?|Mlle\.?|[Mm]adame|[Mm]ademoiselle"),
    "es": (r"[Ss]r\.|[Ss]eñor", r"[Ss]ra\.|[Ss]rta\.|[Ss]eñora|[Ss]eñorita"),
    "pt": (r"[Ss]r\.|[Ss]enhor", r"[Ss]ra\.|[Ss]enhora"),
    "it": (r"[Ss]ignor|[Ss]ig\.", r"[Ss]ignora|[Ss]ignorina|[Ss]ig\.ra"),
    "nl": (r"[Mm]eneer|[Dd]hr\.|[Dd]e heer", r"[Mm]evrouw|[Mm]evr\.|[Mm]w\."),
    "ru": (r"[Гг]осподин(?:а|у|ом|е)?|[Гг]-н(?:а|у|ом|е)?", r"[Гг]оспож(?:а|и|е|у|ой)|[Гг]-ж(?:а|и|е|у|ой)"),
    "uk": (r"[Пп]ан(?:а|у|ом|ові)?", r"[Пп]ані"),
    "pl": (r"[Pp]an(?:a|u|em)?", r"[Pp]ani(?:ą)?"),
    "cs": (r"[Pp]an(?:a|u|em|ovi)?", r"[Pp]aní"),
    "sv": (r"[Hh]err", r"[Ff]ru"),
}  # fmt: skip
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёіїєґ][^\W\d_]*(?:['’-][^\W\d_]+)*"
# In Chinese the title follows. 先生 honours learned women, too: only 女士 and 小姐 are sure, and 先生 where no 她 is near.
_AFTER_HAN = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+)(?:(?P<man>先生)|(?P<woman>女士|小姐))"
)


@cache
def _titles(language: str) -> re.Pattern[str] | None:
    if language == "zh":
        return _AFTER_HAN
    if language not in _BEFORE:
        return None
    man, woman = _BEFORE[language]
    return re.compile(
        rf"\b(?:(?P<man>{man})|(?P<woman>{woman}))[ \u00a0](?P<name>{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*)"
    )


def titled(text: str, language: str) -> tuple[Gendered, ...]:
    """The names with a title, in order; none in a language whose titles are not known."""
    pattern = _titles(language)
    return tuple(
        Gendered(Gender[kind.upper()], Span(*match.span(kind)), Span(*match.span("name")))
        for match in (pattern.finditer(text) if pattern else ())
        for kind in ("man", "woman")
        if match[kind]
    )


def titles_contradict(
    source: str, target: str, languages: tuple[str, str], mentions: Sequence[NameMention]
) -> Iterator[Contradiction]:
    """Titles of one name that make it a man on one side and a woman on the other.

    `mentions` are the source's names with their renderings in the target. A couple, or two of one name, say nothing.
    """
    theirs, ours = titled(source, languages[0]), titled(target, languages[1])
    for title in ours:
        same = [other for other in theirs if _one_name(other, title, source, target, mentions)]
        if not same or any(other.gender is title.gender for other in same):
            continue
        if title.gender is Gender.WOMAN and languages[0] == "zh" and "她" in source:
            continue
        yield same[0], title


def _one_name(
    one: Gendered, two: Gendered, source: str, target: str, mentions: Sequence[NameMention]
) -> bool:
    assert one.name is not None
    assert two.name is not None
    last = words_of(two.name.of(target))[-1:]
    if last and last[0].folded in {word.folded for word in words_of(one.name.of(source))}:
        return True
    return any(
        mention.span.overlaps(one.name)
        and mention.counterpart is not None
        and mention.counterpart.overlaps(two.name)
        for mention in mentions
    )


# --- pronouns

# Languages whose pronouns tell people alone: any of them in the sentence counts. 他人, 其他 and the like are no pronouns,
# 彼女 is also a girlfriend whom somebody has (トムの彼女, 彼女がいる).
_PEOPLE: Mapping[str, tuple[str, str]] = {
    "en": (r"\b(?:he|him|his|himself)\b", r"\b(?:she|her|hers|herself)\b"),
    "zh": (r"(?<![其吉维斯珥亚])他(?![们人国处日乡山方家杀妈加克尼录那玛])", r"她(?!们)"),
    "ja": (r"彼(?![女ら氏方岸此我等])", r"(?<!の)彼女(?!ら|たち|達|が(?:い|でき|欲|ほ))"),
}
# Who is called so may be whom the pronoun means: the other side need not have one for them.
_NOUNS: Mapping[str, tuple[str, str]] = {
    "en": (
        r"\b(?:m[ae]n|boys?|husband|father|sons?|brothers?|uncle|kings?|prince|lord|god|mr|gentlem[ae]n)\b",
        r"\b(?:wom[ae]n|girls?|girlfriend|wife|mother|widow|daughters?|sisters?|aunt|queen|princess|lady|mrs|ms|miss)\b",
    ),
    "zh": (r"[父爸男夫兄弟子王主爷叔君神]|先生", r"[母妈女妻姐妹妇婆姑娘奶姨妃]|太太|夫人|王后|公主"),
    "ja": (r"[父男夫兄弟王神]|息子", r"[母女妻姉妹娘婦]"),
}  # fmt: skip
# Elsewhere things have a gender: the pronoun counts that begins the sentence, where the other side has its own there.
_OPENING: Mapping[str, tuple[str, str]] = {
    "en": (r"He\b(?!['’])", r"She\b(?!['’])"),
    "de": (r"Er\b(?! (?:gibt|gab))", r"Sie (?=(?:ist|hat|war|sagte?|wurde|wird|kam|will|wollte|erklärte|fügte)\b)"),
    "fr": (r"Il\b(?! (?:n['’])?(?:y|faut|fallait|s['’]agit|est|était|semble|pleut|neige|existe|reste|fait|en|convient)\b)",
           r"Elle\b"),
    "es": (r"Él\b", r"Ella\b"),
    "pt": (r"Ele\b", r"Ela\b"),
    "it": (r"Lui\b", r"Lei (?=(?:è|ha|era|aveva|disse|dice)\b)"),
    "ru": (r"Он\b", r"Она\b"),
    "uk": (r"Він\b", r"Вона\b"),
    "pl": (r"On\b", r"Ona\b"),
}  # fmt: skip
_LEAD = r"^[\s\"“”„«‘'—–-]*"
# Verbs of saying, with the speaker's gender in the pronoun: - сказала она.
_SAYING: Mapping[str, tuple[str, str]] = {
    "en": (
        r"\bhe (?:said|says|added|adds|explained|stressed|noted|told)\b|\bsaid he\b",
        r"\bshe (?:said|says|added|adds|explained|stressed|noted|told)\b|\bsaid she\b",
    ),
    "ru": (
        r"\b(?:сказал|заявил|отметил|добавил|подчеркнул|пояснил|рассказал|говорит|добавляет|считает) он\b",
        r"\b(?:сказала|заявила|отметила|добавила|подчеркнула|пояснила|рассказала|говорит|добавляет|считает) она\b",
    ),
    "uk": (
        r"\b(?:сказав|заявив|зазначив|додав|наголосив|пояснив|розповів|каже) він\b",
        r"\b(?:сказала|заявила|зазначила|додала|наголосила|пояснила|розповіла|каже) вона\b",
    ),
    "fr": (
        r"\b(?:a-t-il|dit-il|-t-il (?:dit|ajouté|déclaré|expliqué))\b",
        r"\b(?:a-t-elle|dit-elle|mentionne-t-elle|ajoute-t-elle|explique-t-elle)\b",
    ),
    "de": (
        r"\b(?:sagte?|erklärte?|fügte|betonte?) er\b",
        r"\b(?:sagte?|erklärte?|fügte|betonte?) sie\b",
    ),
}  # fmt: skip


def pronouns_contradict(source: str, target: str, languages: tuple[str, str]) -> Iterator[Contradiction]:
    """The source speaks of a woman alone and the translation of a man alone, or the other way round.

    The sides are compared as far as their languages can be: all pronouns, the one that opens the sentence, or that of
    the speaker. One contradiction says it all, so there is no second.
    """
    for table, lead in ((_PEOPLE, ""), (_OPENING, _LEAD), (_SAYING, "")):
        if not all(language in table for language in languages):
            continue
        theirs, ours = (
            _pronouns(text, table[language], lead)
            for text, language in zip((source, target), languages, strict=True)
        )
        if (
            theirs
            and ours
            and {one.gender for one in theirs}.isdisjoint(one.gender for one in ours)
            and not _both(source, target, languages)
            and not _named(ours[0].gender, (source, target), languages)
        ):
            yield theirs[0], ours[0]
            return


def _both(source: str, target: str, languages: tuple[str, str]) -> bool:
    """English speaks of a man and a woman: who is who is not to be seen from the pronouns."""
    text = target if languages[1] == "en" else source
    return len({one.gender for one in _pronouns(text, _PEOPLE["en"], "")}) > 1


def _named(gender: Gender, texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """A woman, mother or widow is named on either side, so that the translation may mean her."""
    at = list(Gender).index(gender)
    bare = (re.sub("彼女", "", text) for text in texts)
    return any(
        language in _NOUNS and re.search(_NOUNS[language][at], text, re.IGNORECASE)
        for text, language in zip(bare, languages, strict=True)
    )


def _pronouns(text: str, patterns: tuple[str, str], lead: str) -> list[Gendered]:
    found = [
        Gendered(gender, Span(match.end("word") - len(match["word"]), match.end("word")))
        for gender, pattern in zip(Gender, patterns, strict=True)
        for match in _compiled(pattern, lead).finditer(text)
    ]
    return sorted(found, key=lambda one: one.span)


@cache
def _compiled(pattern: str, lead: str) -> re.Pattern[str]:
    return re.compile(f"{lead}(?P<word>{pattern})", 0 if lead else re.IGNORECASE)
