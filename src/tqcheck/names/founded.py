"""Has a target name anything in the source to stand on? Only what lacks even the weakest support is an addition.

`tqcheck.names.rendering` errs on the other side: there a name counts as rendered by strong likeness alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tqcheck.names.model import Bearer, NameKind, Spotted
from tqcheck.names.rendering import LATIN, likeness
from tqcheck.names.romanise import romanise
from tqcheck.names.sound import evidence_within
from tqcheck.names.tables import native
from tqcheck.names.target import TargetName
from tqcheck.names.text import fold_word, words_of


def founded(name: TargetName, source: str, spotted: Sequence[Spotted], language: str) -> bool:
    """Has the source anything that this target name may come from?

    A country needs its own name or a word of its root: by sound, one -stan would stand for another.
    """
    ids = {bearer.id for s in spotted if (bearer := s.bearer)}
    ids |= {bearer.country for s in spotted if (bearer := s.bearer)}
    for bearer in name.bearers:
        if bearer.id in ids or (bearer.country and bearer.country in ids):
            return True
        if _has_root(bearer, source, language):
            return True
    latin = {word.folded for word in words_of(source) if word.text[:1].isascii() or language in LATIN}
    hints = {fold_word(hint) for s in spotted for hint in s.hints}
    stems = {hint[:5] for hint in hints if len(hint) > 4}
    if any(w.folded in latin or w.folded in hints or w.folded[:5] in stems for w in name.words):
        return True
    if name.bearers and all(bearer.kind is NameKind.COUNTRY for bearer in name.bearers):
        return False
    joined = "".join(word.folded for word in name.words)
    return any(
        len(part) > 2 and _sounded(part, source, language)
        for part in dict.fromkeys((*(word.folded for word in name.words), joined))
    )


# Evidence per letter of the name that the likeliest stretch of a sentence gives. Below these, 1 to 2% of the names
# that do stand in the source are missed; of random names, 93% in Russian, 80 to 90% in kana and Arabic, 40% in
# Korean and 10% in Chinese fall below (measured on news translated by people).
_WITHIN = {"ru": 0.0, "uk": 0.0, "ja": -0.3, "ar": -0.5, "ko": -0.2, "zh": -0.2}


def _sounded(latin: str, source: str, language: str) -> bool:
    """Does any stretch of the source sound like it?"""
    if language in LATIN:
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
    "ru": {"DE": "немец немц", "FI": "финск финн финк", "UA": "украин", "ES": "испан", "PL": "поляк польш польск",
           "RU": "росс русс совет", "US": "америк вашингтон", "GB": "англ шотланд британ уэльс лондон",
           "NL": "голланд нидерланд", "CN": "кита", "EU": "европ", "CH": "швейцар", "KR": "коре", "KP": "коре",
           "KG": "кирги кыргы"},
    "uk": {"DE": "німец німц", "RU": "рос русс радян", "US": "америк", "GB": "англ шотланд британ", "EU": "європ"},
}  # fmt: skip


def _has_root(bearer: Bearer, source: str, language: str) -> bool:
    """Does the source have any word of the same root as a country's or city's name (German: deutsch, немец…)?"""
    code = bearer.country or bearer.id
    if any(char in source for char in _SHORT.get(language, {}).get(code, "")):
        return True
    forms = _native_forms(language).get(bearer.id, ())
    if any(re.search(rf"\b{form}\b", source) for form in forms if form.isupper() and form.isalpha()):
        return True
    if language in {"zh", "ja", "ko"}:
        return any(form[:2] in source for form in forms)
    if language in LATIN:
        text = " ".join(word.folded for word in words_of(source))
    else:
        text = source.lower()
    if any(root in text for root in _ROOTS.get(language, {}).get(code, "").split()):
        return True
    return any(pattern.search(text) for pattern in _roots(bearer, language))


@lru_cache(maxsize=1024)
def _roots(bearer: Bearer, language: str) -> tuple[re.Pattern[str], ...]:
    """The first letters of what the language (or English) calls it, near a word's beginning; long ones anywhere."""
    forms = [form.lower() for form in _native_forms(language).get(bearer.id, ())]
    roots = {form[: max(3, min(5, len(form) - 1))] for form in forms}
    if language in LATIN:
        english = (form for form in bearer.english if len(form) > 3)
        roots |= {fold_word(form)[: max(3, min(4, len(form) - 1))] for form in english}
        roots = {fold_word(root) for root in roots}
    return tuple(
        re.compile(re.escape(root) if len(root) > 4 else rf"\b\w{{0,3}}{re.escape(root)}")
        for root in sorted(roots)
        if len(root) > 2
    )


@cache
def _native_forms(language: str) -> dict[str, tuple[str, ...]]:
    """Bearer id → all that the language calls it."""
    forms: dict[str, list[str]] = {}
    for form, bearer in native(language).items():
        forms.setdefault(bearer.id, []).append(form)
    return {id_: tuple(each) for id_, each in forms.items()}
