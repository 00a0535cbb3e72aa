"""Find a source name in the target, and tell whether a target name has anything in the source to stand on.

The two questions err on opposite sides: a name counts as rendered by strong likeness, and as unfounded only
without the weakest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from tqcheck.model import Span
from tqcheck.names.model import NameKind
from tqcheck.names.romanise import is_han, romanise
from tqcheck.names.sound import evidence, evidence_within
from tqcheck.names.spot import Spotted
from tqcheck.names.tables import Bearer, countries, english, native
from tqcheck.names.text import Word, find, fold_word, is_english_word, key, title_case, words_of

# Evidence in nats per letter: one random pair in 20 (Han, Hangul) to 100 passes, true pairs at 95 to 99%.
RENDERED = 0.0

_LATIN = frozenset(
    {"de", "fr", "es", "pt", "it", "nl", "pl", "cs", "ro", "sv", "da", "en", "hu", "tr", "fi", "no", "hr"}
)


@dataclass(frozen=True, slots=True)
class TargetName:
    """A name in the target: one or more words in a row. `bearers`: whom a country, city or organisation may be.

    `certain`: none of its words is a common word, or it is a known name.
    """

    span: Span
    text: str
    words: tuple[Word, ...]
    bearers: tuple[Bearer, ...] = ()
    certain: bool = False


@lru_cache(maxsize=512)
def target_names(text: str) -> tuple[TargetName, ...]:
    """The names of an English (or other Latin) target, in order."""
    words = words_of(text)
    headline = title_case(words)
    known = english()
    found: list[TargetName] = []
    at = 0
    while at < len(words):
        hit = _known_at(words, at, known)
        if hit is not None:
            size, bearers = hit
            found.append(_target_name(text, words[at : at + size], bearers, certain=True))
            at += size
            continue
        if not _name_word(words[at], headline=headline):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _name_word(words[end], headline=headline) and _adjacent(text, words, end):
            if _known_at(words, end, known) is not None:
                break
            end += 1
        group = words[at:end]
        certain = len(group[-1].text) > 2 and all(map(_carried_over, group))
        found.append(_target_name(text, group, (), certain=certain))
        at = end
    return tuple(found)


def _carried_over(word: Word) -> bool:
    """A name that English takes over, not a word with a capital, an acronym or a term that is translated."""
    lower = word.text.lower()
    if is_english_word(lower) or word.folded in _TRANSLATED or any(char.isupper() for char in word.text[1:3]):
        return False
    return not any(lower.startswith(prefix) and is_english_word(lower[len(prefix) :]) for prefix in _PREFIXES)


# Proper nouns and adjectives that every language has a word of its own for.
_TRANSLATED = frozenset(
    "mediterranean atlantic pacific arctic antarctic antarctica baltic caribbean muslim muslims islam islamic islamist christian christians "
    "christianity christ jesus jew jews jewish judaism catholic catholics protestant protestants orthodox buddhist buddhists "
    "buddhism hindu hindus nazi nazis torah quran koran bible halloween olympic olympics olympian paralympic paralympics "
    "republican republicans democrat democrats marxist communist communists balkan balkans eurasia eurasian "
    "slavic arab arabs arabic latin latino roman romans medieval renaissance internet web bitcoin covid covid19 "
    "coronavirus ebola northwest northeast southwest southeast transatlantic satan lord god thanksgiving ramadan "
    "hanukkah sunni shia shiite soviet soviets eastern western northern southern".split()
)
_PREFIXES = (
    "hydro",
    "trans",
    "post",
    "pre",
    "anti",
    "non",
    "pro",
    "neo",
    "pan",
    "afro",
    "euro",
    "inter",
    "multi",
    "re",
    "un",
    "cyber",
)


def _target_name(
    text: str, words: tuple[Word, ...], bearers: tuple[Bearer, ...], *, certain: bool
) -> TargetName:
    span = Span(words[0].span.start, words[-1].span.end)
    return TargetName(span, span.of(text), words, bearers, certain)


def _adjacent(text: str, words: tuple[Word, ...], at: int) -> bool:
    return bool(re.fullmatch(r"[ \u00a0-]|\. ", text[words[at - 1].span.end : words[at].span.start]))


def _name_word(word: Word, *, headline: bool) -> bool:
    if not word.capital:
        return False
    common = is_english_word(word.text.lower())
    if word.initial or headline:
        return not common and len(word.text) > 2
    return True


def _known_at(
    words: tuple[Word, ...], at: int, known: dict[tuple[str, ...], tuple[Bearer, ...]]
) -> tuple[int, tuple[Bearer, ...]] | None:
    if not words[at].capital:
        return None
    for size in (5, 4, 3, 2, 1):
        group = words[at : at + size]
        if len(group) < size:
            continue
        bearers = known.get(tuple(word.folded for word in group))
        if bearers is None:
            continue
        only = group[0].text
        if size == 1 and (len(only) < 4 and not only.replace(".", "").isupper()):
            continue
        # Cities that are common words (Mobile, Split) and sentence openers are no sure names.
        if (
            size == 1
            and only.lower() != only
            and is_english_word(only.lower())
            and bearers[0].kind is NameKind.PLACE
        ):
            continue
        return size, bearers
    return None


def rendering(name: Spotted, text: str, language: str) -> Span | None:
    """Where the target renders a source name, or None."""
    words = words_of(text)
    if name.bearer is not None:
        for form in _english_forms(name.bearer):
            if (span := find(words, form)) is not None:
                return span
    if name.hints:
        hints = {fold_word(hint) for hint in name.hints}
        for word in words:
            if word.folded in hints or (
                len(word.folded) > 3 and _cut(word.folded) in {_cut(h) for h in hints}
            ):
                return word.span
    for part in reversed(name.parts):
        if (span := _by_sound(part, words, language)) is not None:
            return span
    return None


def paraphrased(name: Spotted, text: str) -> bool:
    """A country that the article has named may be "the country"."""
    return name.kind is NameKind.COUNTRY and bool(
        re.search(r"\b(?:the|this|that|our|its) (?:country|nation)\b", text)
    )


@lru_cache(maxsize=1024)
def _english_forms(bearer: Bearer) -> tuple[tuple[str, ...], ...]:
    forms = [*bearer.english, *bearer.seats]
    if bearer.kind is NameKind.PLACE and bearer.country in countries():
        forms += [
            form for form in countries()[bearer.country].english if form.endswith(("n", "ese", "ish", "i"))
        ]
    return tuple(map(key, forms))


def _cut(word: str) -> str:
    return word[:5]


def _by_sound(part: str, words: Sequence[Word], language: str) -> Span | None:
    """The best target word, or two or three in a row, that sounds like `part`."""
    best, where = 0.0, None
    for span, latin, first in _candidates(words):
        score = likeness(part, latin, language)
        if language not in _LATIN and len(latin) < 4:
            score -= 0.6  # short words resemble anything
        if not first:
            score -= 0.4
        if score > max(best, RENDERED if language not in _LATIN else 0):
            best, where = score, span
    return where


def _candidates(words: Sequence[Word]) -> Iterator[tuple[Span, str, bool]]:
    """(span, letters, has a capital) of words, and of capitalised neighbours joined."""
    for at, word in enumerate(words):
        if len(word.folded) > 1 and (word.capital or len(word.folded) > 4):
            yield word.span, word.folded, word.capital
        joined = word.folded
        if not word.capital:
            continue
        for other in words[at + 1 : at + 3]:
            if other.span.start > word.span.end + 2 * len(joined):
                break
            joined += other.folded
            yield Span(word.span.start, other.span.end), joined, True


@lru_cache(maxsize=65536)
def likeness(source: str, latin: str, language: str) -> float:
    """Evidence that two words are one name: nats per letter, or for Latin sources a scale that is like it."""
    if language in _LATIN or "a" <= fold_word(source[:1]) <= "z":
        folded = fold_word(source)
        if folded == latin or _german(source) == latin:
            return 3.0
        if len(folded) > 3 and len(latin) > 3 and (latin.startswith(folded[:-1]) or folded.startswith(latin)):
            return 2.0
        likely = Levenshtein.normalized_similarity(folded, latin)
        jaro = JaroWinkler.normalized_similarity(folded, latin)
        return 4 * max(likely - 0.6, jaro - 0.85)
    text = source
    if language in {"zh", "ja"} and any(map(is_han, source)):
        if language == "ja":
            return -9.0
        return max(evidence(form, latin, "zh") for form in _han_forms(text))
    return evidence(text, latin, language)


def _han_forms(text: str) -> Iterator[str]:
    """The characters as they are; a Chinese person's family name, and the given name first."""
    yield text
    if len(text) > 4:  # a dotted name whose neighbours are not parted from it
        for size in range(2, min(len(text), 7)):
            yield text[:size]
            yield text[-size:]
    elif 2 <= len(text) <= 3:
        yield text[1:] + text[0]


def _german(word: str) -> str:
    """With ae, oe, ue for the umlauts, as English often has them."""
    lower = word.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return fold_word(lower)


def founded(name: TargetName, source: str, spotted: Sequence[Spotted], language: str) -> bool:
    """Has the source anything that this target name may come from?"""
    ids = {s.bearer.id for s in spotted if s.bearer} | {s.bearer.country for s in spotted if s.bearer}
    for bearer in name.bearers:
        if (
            bearer.id in ids
            or (bearer.country and bearer.country in ids)
            or _adjective(bearer, source, language)
        ):
            return True
    latin_source = {word.folded for word in words_of(source) if word.text[:1].isascii() or language in _LATIN}
    hints = {fold_word(hint) for s in spotted for hint in s.hints}
    cut_hints = {_cut(hint) for hint in hints if len(hint) > 4}
    for word in name.words:
        if word.folded in latin_source or word.folded in hints or _cut(word.folded) in cut_hints:
            return True
        if len(word.folded) > 2 and _sounded(word.folded, source, language):
            return True
    return len(name.words) > 1 and _sounded("".join(word.folded for word in name.words), source, language)


# Evidence per letter of the name that the likeliest stretch of a sentence gives. Below these, 1 to 2% of the names
# that do stand in the source are missed; of random names, 93% in Russian, 80 to 90% in kana and Arabic, 40% in
# Korean and 10% in Chinese fall below (measured on news translated by people).
_WITHIN = {"ru": 0.0, "uk": 0.0, "ja": -0.3, "ar": -0.5, "ko": -0.2, "zh": -0.2}


def _sounded(latin: str, source: str, language: str) -> bool:
    """Does any stretch of the source sound like it?"""
    if language in _LATIN:
        return any(likeness(word, latin, language) > -0.3 for word in _source_words(source))
    if language == "ja" and (_ROMAJI.fullmatch(latin) and _KANJI.search(source)):
        return True  # kanji readings are not known here
    if any(word.text[:1].isascii() and likeness(word.text, latin, "en") > -0.3 for word in words_of(source)):
        return True
    return evidence_within(_romanised(source, language), latin, language) > _WITHIN.get(language, 0.0)


_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmrjyfw]|sh|ch|ts|[kgnhbpmr]y|kk|pp|tt|ss|ssh|tch)?[aiueo]|n(?![aiueo])|oh)+"
)
_KANJI = re.compile("[\u4e00-\u9fff]{2}")


@lru_cache(maxsize=512)
def _source_words(source: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words_of(source) if len(word.text) > 2))


@lru_cache(maxsize=512)
def _romanised(source: str, language: str) -> str:
    text = "".join(re.findall("[ァ-ヺー]+", source)) if language == "ja" else source
    return romanise(text, language)


# Characters and words that stand for a country without being its name.
_SHORT = {
    "zh": {"CN": "中华国", "US": "美", "RU": "俄苏", "GB": "英", "FR": "法", "DE": "德", "JP": "日", "KR": "韩韓", "KP": "朝",
           "IN": "印", "AU": "澳", "CA": "加", "EU": "欧歐", "IL": "以", "IR": "伊", "IT": "意义", "ES": "西", "TR": "土",
           "UA": "乌烏", "UZ": "乌", "KZ": "哈", "TW": "台臺", "HK": "港", "PK": "巴", "BR": "巴", "PS": "巴", "MX": "墨",
           "PH": "菲", "VN": "越", "TH": "泰", "MY": "马", "MN": "蒙", "GR": "希", "NL": "荷", "PT": "葡", "AR": "阿", "SG": "新"},
    "ja": {"CN": "中", "US": "米", "RU": "露", "GB": "英", "FR": "仏", "DE": "独", "JP": "日邦国", "KR": "韓", "KP": "朝北",
           "IN": "印", "AU": "豪", "EU": "欧", "IT": "伊", "TW": "台", "HK": "港", "CA": "加"},
    "ko": {"CN": "중", "US": "미", "RU": "러", "GB": "영", "DE": "독", "JP": "일", "KR": "한국", "KP": "북", "EU": "유럽"},
}  # fmt: skip
_ROOTS = {
    "ru": {
        "DE": "немец немц",
        "FI": "финск финн финк",
        "UA": "украин",
        "ES": "испан",
        "PL": "поляк польш польск",
        "RU": "росс русс совет",
        "US": "америк вашингтон",
        "GB": "англ шотланд британ уэльс лондон",
        "NL": "голланд нидерланд",
        "CN": "кита",
        "EU": "европ",
        "CH": "швейцар",
        "KR": "коре",
        "KP": "коре",
        "KG": "кирги кыргы",
    },
    "uk": {
        "DE": "німец німц",
        "RU": "рос русс радян",
        "US": "америк",
        "GB": "англ шотланд британ",
        "EU": "європ",
    },
}


def _adjective(bearer: Bearer, source: str, language: str) -> bool:
    """Does the source have any word of the same root as a country's or city's name (German: deutsch, немец…)?"""
    code = bearer.country or bearer.id
    if any(char in source for char in _SHORT.get(language, {}).get(code, "")):
        return True
    if any(
        re.search(rf"\b{form}\b", source)
        for form in _forms(bearer.id, language)
        if form.isupper() and form.isalpha()
    ):
        return True
    lowered = source.lower()
    if any(root in lowered for root in _ROOTS.get(language, {}).get(code, "").split()):
        return True
    if language in {"zh", "ja", "ko"}:
        return any(form[:2] in source for form in _forms(bearer.id, language))
    roots = {form.lower()[: max(3, min(5, len(form) - 1))] for form in _forms(bearer.id, language)}
    if language in _LATIN:
        roots |= {
            fold_word(form)[: max(3, min(4, len(form) - 1))] for form in bearer.english if len(form) > 3
        }
        roots |= {fold_word(root) for root in roots}
        lowered = " ".join(word.folded for word in words_of(source))
    return any(re.search(rf"\b(?:[\w]{{1,3}})?{re.escape(root)}", lowered) for root in roots if len(root) > 2)


@lru_cache(maxsize=2048)
def _forms(id_: str, language: str) -> tuple[str, ...]:
    return tuple(form for form, bearer in native(language).items() if bearer.id == id_)
