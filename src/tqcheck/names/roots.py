"""Words and characters that stand for a country without being its name: demonyms, adjectives, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tqcheck.model import Span
from tqcheck.names.latin import LATIN
from tqcheck.names.model import Bearer, NameKind, home_countries
from tqcheck.names.plain import plain
from tqcheck.names.tables import native
from tqcheck.names.text import fold_word, words_of

# One character for a country, as headlines have it: 中美, 日米韓.
_SHORT = {
    "zh": {"CN": "中华国", "US": "美", "RU": "俄苏", "GB": "英", "FR": "法", "DE": "德", "JP": "日", "KR": "韩韓", "KP": "朝",
           "IN": "印", "AU": "澳", "CA": "加", "EU": "欧歐", "IL": "以", "IR": "伊", "IQ": "伊", "IT": "意义", "ES": "西",
           "TR": "土", "UA": "乌烏", "UZ": "乌", "KZ": "哈", "KG": "吉", "TJ": "塔", "TW": "台臺", "HK": "港", "MO": "澳",
           "PK": "巴", "BR": "巴", "PS": "巴", "MX": "墨", "PH": "菲", "VN": "越", "TH": "泰", "MY": "马", "MN": "蒙",
           "MM": "缅緬", "LA": "老", "KH": "柬", "BD": "孟", "NP": "尼", "NZ": "新", "SG": "新", "GR": "希", "NL": "荷",
           "PT": "葡", "AR": "阿", "EG": "埃", "SA": "沙", "SY": "叙", "RS": "塞", "CD": "刚", "CG": "刚"},
    "ja": {"CN": "中", "US": "米", "RU": "露", "GB": "英", "FR": "仏", "DE": "独", "JP": "日邦国", "KR": "韓", "KP": "朝北",
           "IN": "印", "AU": "豪", "EU": "欧", "IT": "伊", "TW": "台", "HK": "港", "CA": "加"},
    "ko": {"CN": "중", "US": "미", "RU": "러", "GB": "영", "DE": "독", "JP": "일", "KR": "한국", "KP": "북", "EU": "유럽"},
}  # fmt: skip
# Characters that are common words too (day, with, west, new): they are the country beside another one or before these.
_COMMON = frozenset("日以西新加意义中国老")
_AFTER = "方国军媒元企裔籍产商资式系语文总外驻两双本"

# Roots that its name does not show.
_ROOTS = {
    "ru": {"DE": "немец немц", "FI": "финск финн финк", "UA": "украин", "ES": "испан", "PL": "поляк польск", "SA": "сауд",
           "EG": "египт", "PH": "филиппин", "JM": "ямаец ямайк ямайц", "MK": "македон", "CV": "мыса", "KZ": "казах",
           "o:Asia": "азиат ази", "o:Africa": "афр", "o:Europe": "евро", "o:Chechnya": "чечен", "o:Middle East": "восток восточн", "AU": "австрал зеленый континент", "c:Moscow": "моск мосгор",
           "c:Saint Petersburg": "питер петербург ленинград спб", "c:St. Petersburg": "питер петербург ленинград спб", "c:Nizhny Novgorod": "нижегород",
           "RU": "росс русс совет", "US": "америк вашингтон соединенны штат", "GB": "англ шотланд британ уэльс лондон",
           "NL": "голланд нидерланд", "CN": "кита", "EU": "европ", "CH": "швейцар", "KR": "коре", "KP": "коре",
           "KG": "кирги кыргы", "SE": "швед", "TR": "турк турец", "CZ": "чех чеш", "DK": "датск датч", "GR": "грек грец греч",
           "AM": "армян", "NO": "норве", "SK": "словац", "LV": "латыш", "LT": "литов", "BY": "белор белар", "GE": "грузин",
           "HU": "венг", "IL": "еврей", "AE": "эмират оаэ", "CD": "конго", "TJ": "таджик"},
    "uk": {"DE": "німец німц фрн", "RU": "рос русс радян москов", "US": "америк вашингтон", "GB": "англ шотланд британ",
           "EU": "європ", "CZ": "чех чес чеш чр", "PL": "поляк польс поляц", "UA": "украї зсу", "TR": "турк турец",
           "SE": "швед", "GR": "грек грец", "LT": "литов", "LV": "латис", "BY": "білор", "FI": "фін", "SK": "словац",
           "HU": "угор", "KR": "коре", "KP": "коре", "NO": "норве", "DK": "данс", "o:Chechnya": "чечен", "o:Middle East": "схід"},
    "hi": {"US": "अमेरिक अमरीक यूएस यूस वाशिंगटन वॉशिंगटन", "GB": "अंग्रेज इंग्लिश इंग्ल ब्रिट लंदन स्कॉट वेल्श वेल्स यूके", "FR": "फ्रां फ्रेंच",
           "DE": "जर्म", "NL": "डच हॉलैंड नीदरल", "CH": "स्विस स्विट्", "TR": "तुर्", "GR": "यूनान ग्रीक ग्रीस", "ES": "स्पेन स्पैन",
           "SE": "स्वीड", "DK": "डेनमार्क डेनिश", "FI": "फिन", "RU": "रूस रशि सोवियत मॉस्को", "IN": "भारत हिंद इंडि",
           "IL": "इजरा इस्रा यहूद", "PH": "फिलीप फिलिप", "AE": "अमीरात यूएई दुबई", "PL": "पोल", "CZ": "चेक", "MM": "म्यांमार बर्मा",
           "EU": "यूरोप यूरो ईयू", "IE": "आयर", "UA": "यूक्रे", "KR": "कोरि", "KP": "कोरि", "HK": "हांगकांग हॉन्गकॉन्ग", "PK": "पाक",
           "SA": "सऊद", "IQ": "इराक ईराक", "NZ": "न्यूजी", "LK": "श्रीलंका लंका", "o:Africa": "अफ्रीक", "o:Asia": "एशिया", "o:Middle East": "मध्यपूर्व मध्य पूर्व पश्चिम", "IT": "इटली इतालवी"},
    "ar": {"GB": "انجليز انكليز بريطان لندن اسكتلند ويلز", "US": "امريك اميرك واشنطن", "ES": "اسبان", "FR": "فرنس باريس", "DE": "المان برلين",
           "CN": "صين بكين", "RU": "روس موسكو", "JP": "يابان طوكيو", "IL": "اسرائيل عبري تل ابيب", "PS": "فلسطين غزه", "SA": "سعود",
           "TR": "ترك", "GR": "يونان اغريق", "IT": "ايطال", "NL": "هولند", "AU": "استرال", "EU": "اوروب", "CH": "سويسر", "SE": "سويد",
           "DZ": "جزائر", "MA": "مغرب", "TN": "تونس", "EG": "مصر", "SY": "سور", "IQ": "عراق", "IR": "ايران فارس", "IN": "هند",
           "PL": "بولند", "PT": "برتغال", "KR": "كور", "KP": "كور", "HU": "مجر هنغار", "AT": "نمسا", "HR": "كروات", "AL": "البان", "BE": "بلجي", "o:Africa": "افريق", "o:Asia": "اسيو اسيا", "o:Europe": "اوروب"},
}  # fmt: skip

# The same for English words that the tables have no bearer for, and for names that have a form of their own in English.
_WORDS = {
    "ru": {"muscovite": "москв", "muscovites": "москв", "petersburg": "питер петербург ленинград спб", "novgorod": "новгород нижегород",
           "george": "георги", "mayan": "майя майск", "moorish": "мавр", "moors": "мавр", "hispanic": "латино испан", "cossack": "казац казак",
           "cossacks": "казац казак", "kazak": "казац казак", "john": "иоанн иван", "paul": "павл павел", "peter": "петр петер",
           "nicholas": "никол", "michael": "михаил михайл", "mary": "мари", "elijah": "илия ильи", "basil": "васили", "transbaikalia": "забайкал",
           "transbaikal": "забайкал", "transcarpathia": "закарпат", "transcarpathian": "закарпат", "transnistria": "приднестр",
           "chechen": "чечен", "chechens": "чечен", "jerusalem": "иерусалим", "orthodoxy": "правосл", "easter": "пасх", "gaul": "галл"},
    "uk": {"kyivan": "київ", "kyivans": "киян", "muscovite": "москв московит", "muscovites": "москв московит", "petersburg": "пітер петербур ленінград",
           "novgorod": "новгород нижньогород", "george": "георгі юрі", "cossack": "козац козак", "cossacks": "козац козак", "john": "іоан іван",
           "paul": "павл павел", "peter": "петр", "nicholas": "микол", "michael": "михай", "mary": "марі", "transbaikalia": "забайкал",
           "transbaikal": "забайкал", "transcarpathia": "закарпат", "transcarpathian": "закарпат", "transnistria": "придністр",
           "chechen": "чечен", "chechens": "чечен", "easter": "велик пасх"},
}  # fmt: skip


def has_word(word: str, source: str, language: str) -> bool:
    """Does the source have any word of the root that a folded English name or demonym is made from: George, Георгиевская?"""
    roots = _WORDS.get(language, {}).get(word)
    return roots is not None and any(root in plain(source, language) for root in roots.split())


def has_root(bearer: Bearer, source: str, language: str) -> bool:
    """Does the source have any word of the same root as a country's or city's name (German: deutsch, немец…)?"""
    code = bearer.id  # a city is not named by the root of its country
    if short_form(bearer, source, language) is not None:
        return True
    forms = native_forms(language).get(bearer.id, ())
    if any(re.search(rf"\b{form}\b", source) for form in forms if form.isupper() and form.isalpha()):
        return True
    if code in home_countries(language) and any(word in source for word in _DOMESTIC.get(language, ())):
        return True
    if language in {"zh", "ja", "ko"}:
        return any(form[:2] in source for form in forms)
    if language in LATIN:
        text = " ".join(word.folded for word in words_of(source))
    else:
        text = plain(source.replace(_NAMESAKES.get(code, "\0"), ""), language)
    if any(root in text for root in _ROOTS.get(language, {}).get(code, "").split()):
        return True
    return any(pattern.search(text) for pattern in _roots(bearer, language))


def short_form(bearer: Bearer, source: str, language: str) -> Span | None:
    """The one character that stands for a country in the source: 中美, 日米韓."""
    every = "".join(_SHORT.get(language, {}).values())
    for char in _SHORT.get(language, {}).get(bearer.id, ""):
        at = source.find(char)
        if at >= 0 and char in _COMMON:
            match = re.search(f"{char}[{_AFTER}{every}]|(?<=[{every}]){char}", source)
            at = match.start() if match else -1
        if at >= 0:
            return Span(at, at + 1)
    return None


@lru_cache(maxsize=1024)
def _roots(bearer: Bearer, language: str) -> tuple[re.Pattern[str], ...]:
    """What words for it begin with, after a prefix of three letters at most; long roots anywhere in a word."""
    forms = [plain(form, language) for form in native_forms(language).get(bearer.id, ())]
    if language in LATIN:
        english = (form for form in bearer.english if len(form) > 3)
        if bearer.kind is not NameKind.COUNTRY:
            return _patterns(fold_word(form)[:6] for form in (*forms, *bearer.english))
        roots = {form[: max(3, min(5, len(form) - 1))] for form in forms}
        roots |= {fold_word(form)[: max(3, min(4, len(form) - 1))] for form in english}
        roots = {fold_word(root) for root in roots}
    elif language == "hi":
        roots = {_MATRAS.sub("", form) for form in forms}
        return tuple(re.compile(f"(?<![\u0900-\u097f]){re.escape(root)}") for root in roots if len(root) > 2)
    elif bearer.kind is NameKind.COUNTRY and language in _CYRILLIC:
        roots = {_CYRILLIC_ENDING.sub("", form) for form in forms}
    elif language in {"ar", "fa", "ur"}:  # عما, of عمان, begins workers and buildings, too
        roots = {re.sub("(?<=...)[اةىه]$", "", form)[:5] for form in forms}
    else:
        roots = {form[: max(3, min(5, len(form) - 1))] for form in forms}
    return _patterns(roots)


def _patterns(roots: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(re.escape(root) if len(root) > 4 else rf"\b\w{{0,3}}{re.escape(root)}")
        for root in sorted(set(roots))
        if len(root) > 2
    )


# What is said of one's own country.
_DOMESTIC = {
    "ja": ("国内", "わが国", "我が国", "全国", "都内"), "zh": ("国内", "我国", "国产"), "ko": ("국내", "우리나라", "전국"),
}  # fmt: skip
# What only its vowel signs tell from a country: Amman, which is not Oman.
_NAMESAKES = {"OM": "عمّان"}
_CYRILLIC = frozenset("ru uk be bg sr mk kk".split())
# A final vowel, which an adjective changes: अमेरिका, अमेरिकी.
_MATRAS = re.compile("[\u093e-\u094c\u0902]+$")
# Япония, японский; Узбекистан, узбекский; but not Пакистан, which leaves too little.
_CYRILLIC_ENDING = re.compile(r"(?<=.{5})и?стан$|[аяийьоеії]+$")


@cache
def native_forms(language: str) -> dict[str, tuple[str, ...]]:
    """Bearer id → all that the language calls it."""
    forms: dict[str, tuple[str, ...]] = {}
    for form, bearer in native(language).items():
        forms[bearer.id] = (*forms.get(bearer.id, ()), form)
    return forms
