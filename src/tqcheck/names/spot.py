"""Spot names in the source, script by script.

What can be known here is whether a word is a name; how English writes it is `tqcheck.names.link`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import NameKind
from tqcheck.names.romanise import is_han
from tqcheck.names.sound import evidence
from tqcheck.names.tables import Bearer, english_capitals, han_names, native
from tqcheck.names.text import Word, fold_word, is_english_word, words_of

PHONETIC = 0.7  # evidence that a gloss is the sound of the characters: 1 random pair in 200 passes


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


def spot(text: str, language: str) -> tuple[Spotted, ...]:
    """The names of a source text, in order, none inside another."""
    if language == "zh":
        found = [*_han(text), *_latin_islands(text)]
    elif language == "ja":
        found = [*_japanese(text), *_latin_islands(text)]
    elif language == "ko":
        found = [*_korean(text), *_latin_islands(text)]
    elif language in {"ru", "uk", "be", "bg", "sr", "mk", "kk"}:
        found = [*_cyrillic(text, language), *_latin_islands(text)]
    elif language in {"ar", "fa", "ur"}:
        found = [*_arabic(text), *_latin_islands(text)]
    else:
        found = [*_latin(text, language)]
    return tuple(sorted(found, key=lambda name: name.span))


def _of_bearer(span: Span, text: str, bearer: Bearer, *, certain: bool = True) -> Spotted:
    return Spotted(span, text, bearer.id, bearer.kind, certain, bearer, parts=(text,))


# A name written in Latin letters inside a text of another script is copied; all-capitals may be spelt out.
_ISLAND = re.compile(
    r"(?<![A-Za-zÀ-ÿ0-9._@/#-])[A-ZÀ-Þ][a-zß-ÿ’']*[a-zß-ÿ](?:[ -][A-ZÀ-Þ][A-Za-zÀ-ÿ’'.]*)*(?![A-Za-zÀ-ÿ0-9_@/])"
)


def _latin_islands(text: str) -> Iterator[Spotted]:
    for match in _ISLAND.finditer(text):
        written = match.group()
        parts = tuple(word.text for word in words_of(written) if len(word.text) > 1)
        sure = len(written) > 3 and any(not is_english_word(part.lower()) for part in parts)
        yield Spotted(Span(*match.span()), written, written.lower(), certain=sure, parts=parts)


# --- Chinese

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")
_LONGEST = 12


def _han(text: str) -> Iterator[Spotted]:
    known, glossed = native("zh"), han_names()
    at = 0
    dotted = {match.start(): match for match in _DOTTED.finditer(text)}
    covered = [Span(*match.span()) for match in dotted.values()]
    for span in covered:
        parts = tuple(re.split("[·•・‧]", span.of(text)))
        yield Spotted(span, span.of(text), span.of(text), NameKind.PERSON, certain=True, parts=parts)
    while at < len(text):
        if not is_han(text[at]):
            at += 1
            continue
        step = 1
        for size in range(min(_LONGEST, len(text) - at), 1, -1):
            form, span = text[at : at + size], Span(at, at + size)
            bearer, name = known.get(form), glossed.get(form)
            if bearer is None and name is None:
                continue
            step = size
            if any(span.overlaps(other) for other in covered):
                break
            if bearer is not None:
                sure = bearer.kind is not NameKind.PLACE or (name is not None and not name.ambiguous)
                sure = sure and not _goes_on(text, at + size, bearer)
                hints = name.words if name else ()
                yield replace(_of_bearer(span, form, bearer, certain=sure), hints=hints)
            elif name is not None:
                sure = len(form) > 2 and form[-1] != "人" and not name.ambiguous and _phonetic(form)
                sure = sure and text[at + size : at + size + 1] not in _TRANSLITERATION
                yield Spotted(span, form, form, certain=sure, parts=(form,), hints=name.words)
            break
        at += step


# The characters that foreign names are commonly written with.
_TRANSLITERATION = frozenset(
    "阿埃艾奥巴贝比波伯布查茨达登迪蒂杜顿厄恩尔法菲费夫弗福甘戈格古哈海赫霍基吉加杰卡凯科克库夸拉莱兰朗劳勒雷里利丽列林龙鲁伦罗洛"
    "马玛曼梅蒙米莫姆穆纳娜奈尼涅努诺欧帕佩皮普奇恰切乔萨塞桑沙舍施史斯索塔泰坦汤特滕提廷图托瓦万威韦维温沃乌伍西希锡夏谢辛雅延耶伊"
    "约泽扎詹兹佐敦爾納蘭羅馬維韋烏圖湯諾歐貝達蓋"
)


def _goes_on(text: str, end: int, bearer: Bearer) -> bool:
    """Is a short form only the beginning of a longer name: 马里 in 马里尼切夫, 联合国 in 联合国国际原子能机构?"""
    following = text[end : end + 2]
    if bearer.id == "o:United Nations":
        return following in {"国际", "教科", "儿童", "难民", "开发", "环境", "人权", "粮食", "世界", "國際"}
    if bearer.kind is NameKind.PLACE and text[end - 3 : end - 2] in _TRANSLITERATION:
        return True  # 德里 in 伦敦德里
    return following[:1] in _TRANSLITERATION and text[end - 1] in _TRANSLITERATION


@cache
def _phonetic(form: str) -> bool:
    """Is the English name of these characters their sound (Davos), not their meaning (Pearl River Delta)?"""
    words = [fold_word(word) for word in han_names()[form].words]
    joined = {
        "".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)
    }
    return any(evidence(form, word, "zh") >= PHONETIC for word in joined)


# --- Japanese

_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")
# Whoever is called by these is a person: Mr, president, prime minister, player, suspect …
_JA_TITLES = re.compile(
    r"(?:氏|さん|大統領|首相|選手|監督|議員|長官|教授|容疑者|被告|知事|国王|女王|王子|将軍)"
)


def _japanese(text: str) -> Iterator[Spotted]:
    known = native("ja")
    runs = {match.start(): match.group() for match in _KATAKANA.finditer(text)}
    at = 0
    while at < len(text):
        run = runs.get(at)
        if run is not None:
            bearer = known.get(run)
            span = Span(at, at + len(run))
            if bearer is not None:
                long = len(run) > 2 if bearer.kind is NameKind.COUNTRY else len(run) > 3
                yield _of_bearer(span, run, bearer, certain=long)
            else:
                parts = tuple(re.split("[・＝=]", run))
                person = len(run) > 2 and bool(_JA_TITLES.match(text, at + len(run)))
                kind = NameKind.PERSON if person else NameKind.OTHER
                yield Spotted(span, run, run, kind, person, parts=parts)
                yield from _inside(run, at, known)
            at += len(run)
            continue
        step = 1
        if is_han(text[at]):
            for size in range(min(_LONGEST, len(text) - at), 1, -1):
                form = text[at : at + size]
                if (bearer := known.get(form)) is not None:
                    step = size
                    sure = bearer.kind is not NameKind.PLACE and not (at and is_han(text[at - 1]))
                    sure = sure and not (form == "中国" and re.search("四国|九州|中国地方|近畿|山陰", text))
                    yield _of_bearer(Span(at, at + size), form, bearer, certain=sure)
                    break
        at += step


def _inside(run: str, at: int, known: dict[str, Bearer]) -> Iterator[Spotted]:
    """Known names that a compound begins with (ロシアメディア), not certain."""
    for size in range(len(run) - 1, 2, -1):
        if (bearer := known.get(run[:size])) is not None:
            yield _of_bearer(Span(at, at + size), run[:size], bearer, certain=False)
            return


# --- Korean

_HANGUL = re.compile(r"[가-힣]+")
# Country names that are common words or endings as well.
_KO_AMBIGUOUS = frozenset(
    {"인도", "수단", "가나", "이란", "오만", "차드", "말리", "토고", "통가", "기니", "페루", "쿠바", "한국"}
)
_KO_PARTICLES = re.compile(
    r"(?:인|어|산|계|군|측|식|제|내|발|행|에서|에게|에|의|은|는|이|가|을|를|과|와|도|로|으로|만|까지|부터|이나|정부|대통령|총리|국민|등|들)*$"
)


def _korean(text: str) -> Iterator[Spotted]:
    known = native("ko")
    for match in _HANGUL.finditer(text):
        word = match.group()
        for size in range(len(word), 1, -1):
            bearer = known.get(word[:size])
            if bearer is None:
                continue
            sure = bool(_KO_PARTICLES.match(word, size)) and word[:size] not in _KO_AMBIGUOUS
            if bearer.kind is NameKind.PLACE:  # 지지가 is a city, and "support" with a particle
                sure = sure and size > 2 and word[size - 1] not in "가이은는을를도의에로"
            yield _of_bearer(Span(match.start(), match.start() + size), word[:size], bearer, certain=sure)
            break


# --- Cyrillic

_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐЈЉЊЋЂЏӘҒҚҢӨҰҮҺа-яёіїєґјљњћђџәғқңөұүһʼ’']+")
_ENDINGS = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ым|им|ом|ем|ах|ях|ам|ям|ов|ев|ых|их|ую|юю|ая|яя|[аеиоуыюяьйії])$"
)


def _all_capitals(words: tuple[Word, ...]) -> bool:
    """A line in capitals, where a capital says nothing."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 1 and sum(word.text.isupper() for word in long) > len(long) / 2


@cache
def _morphology() -> object:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _cyrillic(text: str, language: str) -> Iterator[Spotted]:
    words = words_of(text)
    shouting = _all_capitals(words)
    phrases = _phrases("uk" if language == "uk" else "ru")
    at = 0
    while at < len(words):
        word = words[at]
        if not word.capital or not _CYRILLIC_WORD.fullmatch(word.text):
            at += 1
            continue
        lemmas, kind, sure = _russian(word.text) if language == "ru" else ((), NameKind.OTHER, False)
        stem = _ENDINGS.sub("", word.text.lower()) if len(word.text) > 3 else word.text.lower()
        size, bearer = _known_phrase(words, at, phrases, lemmas or (word.text.lower(), stem))
        span = Span(word.span.start, words[at + size - 1].span.end)
        if bearer is not None and not (bearer.kind is NameKind.PLACE and kind is NameKind.PERSON):
            exact = size > 1 or len(word.text) > 3 or word.text.isupper()
            exact = exact and not (shouting or (word.initial and language != "ru" and size == 1))
            if bearer.kind is NameKind.PLACE:
                exact = exact and kind is NameKind.PLACE and sure
            if bearer.id == "US" and at and words[at - 1].text.lower().startswith("доллар"):
                exact = False
            yield _of_bearer(span, span.of(text), bearer, certain=exact)
            at += size
            continue
        if not shouting and len(word.text) > 2:
            lemma = lemmas[0] if lemmas else stem
            parts = tuple(dict.fromkeys((*lemmas[:2], word.text.lower(), stem)))
            sure = (
                sure and not word.initial and not lemma.endswith(("ье", "ия")) and not word.text[1].isupper()
            )
            yield Spotted(word.span, word.text, lemma, kind, sure, parts=parts)
        at += 1


@cache
def _russian(word: str) -> tuple[tuple[str, ...], NameKind, bool]:
    """(lemmas, kind, certain) of a capitalised Russian word, by the dictionary."""
    parses = _morphology().parse(word)  # type: ignore[attr-defined]
    shares = {"Surn": 0.0, "Name": 0.0, "Geox": 0.0}
    names, others = [], []
    for parse in parses:
        named = [grammeme for grammeme in shares if grammeme in parse.tag]
        listed = "DictionaryAnalyzer" in type(parse.methods_stack[0][0]).__name__
        (names if named else others).append(parse.normal_form)
        if listed and named and "NOUN" in parse.tag:
            shares[named[0]] += parse.score
    total = sum(shares.values())
    kind = NameKind.PLACE if shares["Geox"] > total / 2 else NameKind.PERSON if total else NameKind.OTHER
    return tuple(dict.fromkeys([*names, *others])), kind, total > 0.5 and len(word) > 3


@cache
def _phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], Bearer]]]:
    """Known forms by their first word (and its stem, where there is no dictionary), as folded stems."""
    table: dict[str, list[tuple[tuple[str, ...], Bearer]]] = {}
    for form, bearer in native(language).items():
        forms = tuple(word.text.lower() for word in words_of(form))
        if not forms or (language == "uk" and bearer.kind is NameKind.PLACE):
            continue
        first = forms[0]
        for entry in {first, first if language == "ru" or len(first) < 5 else _ENDINGS.sub("", first)}:
            table.setdefault(entry, []).append((tuple(_ENDINGS.sub("", each) for each in forms[1:]), bearer))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _known_phrase(
    words: tuple[Word, ...],
    at: int,
    phrases: dict[str, list[tuple[tuple[str, ...], Bearer]]],
    entries: tuple[str, ...],
) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the known form that begins here; (1, None) if there is none."""
    short = words[at].text.isupper()
    for entry in dict.fromkeys((*entries, words[at].text.lower())):
        for rest, bearer in phrases.get(entry, ()):
            following = words[at + 1 : at + 1 + len(rest)]
            if not rest and len(entry) < 4 and not short:
                continue
            if tuple(_ENDINGS.sub("", word.text.lower()) for word in following) == rest:
                return 1 + len(rest), bearer
    return 1, None


# --- Arabic

_ARABIC_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وال", "بال", "فال", "كال")


def _arabic(text: str) -> Iterator[Spotted]:
    known = _arabic_forms()
    found = list(_ARABIC_WORD.finditer(text))
    at = 0
    while at < len(found):
        for size in (3, 2, 1):
            chunk = [_plain_arabic(match.group()) for match in found[at : at + size]]
            if len(chunk) < size:
                continue
            bearer = next((known[form] for form in _bare(" ".join(chunk)) if form in known), None)
            if bearer is not None:
                span = Span(found[at].start(), found[at + size - 1].end())
                sure = len(" ".join(chunk)) > 4 and bearer.kind is not NameKind.PLACE
                yield _of_bearer(span, span.of(text), bearer, certain=sure)
                at += size - 1
                break
        at += 1


@cache
def _arabic_forms() -> dict[str, Bearer]:
    return {_plain_arabic(form): bearer for form, bearer in reversed(native("ar").items())}


def _bare(form: str) -> Iterator[str]:
    for prefix in _PROCLITICS:
        if form.startswith(prefix):
            bare = form[len(prefix) :]
            yield bare
            if prefix.endswith("ال"):
                yield "ال" + bare
            elif prefix in {"ل", "ول"}:
                yield "ال" + bare.removeprefix("ل")


def _plain_arabic(text: str) -> str:
    return re.sub("[\u064b-\u0652\u0640]", "", text).translate(str.maketrans("أإآى", "اااي"))


# --- Latin

# German common nouns that are places or people in the English dictionary's capitals, too.
_NOT_NAMES = frozenset(
    "essen halle hagen kiel rat bad stern markt kaiser bergen freitag sonntag montag dienstag mittwoch donnerstag "
    "samstag januar februar mai juni juli august september oktober dezember gott herr frau polizei".split()
)


def _latin(text: str, language: str) -> Iterator[Spotted]:
    known, words = _latin_forms(language), words_of(text)
    shouting = _all_capitals(words)
    at, after_name = 0, False
    while at < len(words):
        word = words[at]
        for size in (4, 3, 2, 1):
            form = " ".join(w.folded for w in words[at : at + size])
            bearer = known.get(form) if at + size <= len(words) else None
            if bearer is None or (size == 1 and not word.capital):
                continue
            if (len(form) < 4 and not word.text.isupper()) or not words[at + size - 1].capital:
                continue
            span = Span(word.span.start, words[at + size - 1].span.end)
            sure = bearer.kind is not NameKind.PLACE and not (shouting and size == 1)
            sure = sure and len(form) > 2 and not (size == 1 and word.initial)
            yield _of_bearer(span, span.of(text), bearer, certain=sure and form not in _AMBIGUOUS_LATIN)
            at += size - 1
            after_name = False
            break
        else:
            name = word.capital and not word.text.isupper() and len(word.text) > 1
            if name:
                sure = not shouting and not word.initial and len(word.text) > 3
                sure = sure and _foreign_to(word.text, language, after_name=after_name)
                yield Spotted(word.span, word.text, word.folded, certain=sure, parts=(word.text,))
            after_name = name and not word.initial and _name_like(word.text, language)
        at += 1


_AMBIGUOUS_LATIN = frozenset(
    {"america", "europa", "europe", "wales", "gales", "galles", "kreml", "cremlino", "kremlin", "emirate"}
)


def _foreign_to(word: str, language: str, *, after_name: bool) -> bool:
    """Is a capitalised word a name rather than a noun or part of a title, in its own language?"""
    folded = fold_word(word)
    if folded in _NOT_NAMES or is_english_word(word.lower()) or folded[:5] in _country_roots(language):
        return False
    if language == "de":  # all nouns have capitals; names are as common in other languages
        home, abroad = _share(word.lower(), "de"), max(_share(word.lower(), "en"), _share(word.lower(), "fr"))
        return word in english_capitals() and home < (30 if after_name else 3) * abroad
    home, abroad = _share(word.lower(), language), max(_share(word.lower(), "en"), _share(word.lower(), "de"))
    if word in english_capitals():
        return home < 3 * abroad
    return after_name and word.lower() not in _lexicon(language)


def _name_like(word: str, language: str) -> bool:
    return (word in english_capitals() or word.lower() not in _lexicon(language)) and not is_english_word(
        word.lower()
    )


@cache
def _country_roots(language: str) -> frozenset[str]:
    """How words for countries and their people begin."""
    return frozenset(
        fold_word(form)[:5] for form, bearer in native(language).items() if bearer.kind is NameKind.COUNTRY
    )


@cache
def _shares(language: str) -> dict[str, float]:
    from tqcheck.names.frequency import word_bins

    return {word: 10 ** (-at / 100) for at, bin_ in enumerate(word_bins(language, "small")) for word in bin_}


def _share(word: str, language: str) -> float:
    return _shares(language).get(word, 1e-7)


@cache
def _lexicon(language: str) -> frozenset[str]:
    """The commoner words of a language (wordfreq's small list: once in a million words and more)."""
    from tqcheck.names.frequency import word_list

    return word_list(language, "small")


@cache
def _latin_forms(language: str) -> dict[str, Bearer]:
    table: dict[str, Bearer] = {}
    for form, bearer in native(language).items():
        table.setdefault(" ".join(fold_word(w.text) for w in words_of(form)), bearer)
    return table
