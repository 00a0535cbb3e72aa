"""The words that planters exchange, by the target's language. Small on purpose: only what is sure to be an error."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


NUMBER_WORDS = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "de": ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    "es": ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    "it": ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"),
    "pt": ("três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"),
}

# Ladders whose words take each other's place without another change.
SCALES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("thousand", "million", "billion", "trillion"),),
    "de": (("Millionen", "Milliarden", "Billionen"), ("Mio.", "Mrd.")),
    "fr": (("millions", "milliards"), ("million", "milliard")),
    "es": (("millones", "mil millones"),),
    "pt": (("milhões", "bilhões"), ("milhões", "mil milhões")),
    "it": (("milioni", "miliardi"),),
    "nl": (("miljoen", "miljard"),),
    "sv": (("miljoner", "miljarder"),),
    "pl": (("milionów", "miliardów"), ("miliony", "miliardy")),
    "tr": (("milyon", "milyar"),),
    "ru": (("миллионов", "миллиардов"), ("миллиона", "миллиарда"), ("млн", "млрд")),
    "uk": (("мільйонів", "мільярдів"), ("мільйона", "мільярда"), ("млн", "млрд")),
    "ar": (("مليون", "مليار"),),
    "zh": (("万", "亿"), ("萬", "億")),
    "ja": (("万", "億"),),
    "ko": (("만", "억"),),
}

_EN_UNITS = {
    "dollars": ("euros", "pounds"),
    "euros": ("dollars",),
    "yuan": ("dollars", "yen"),
    "yen": ("yuan", "dollars"),
    "won": ("yen", "dollars"),
    "rubles": ("dollars", "euros"),
    "rupees": ("dollars",),
    "reais": ("dollars", "pesos"),
    "pesos": ("dollars",),
    "percent": ("percentage points",),
    "percentage points": ("percent",),
    "kilometers": ("miles", "meters"),
    "kilometres": ("miles", "metres"),
    "km": ("miles", "m"),
    "miles": ("kilometers",),
    "meters": ("feet", "kilometers"),
    "metres": ("feet", "kilometres"),
    "centimeters": ("inches", "millimeters"),
    "feet": ("meters",),
    "square kilometers": ("square miles", "square meters"),
    "square meters": ("square feet",),
    "hectares": ("acres", "square meters"),
    "acres": ("hectares",),
    "tons": ("kilograms", "pounds"),
    "tonnes": ("kilograms",),
    "kilograms": ("pounds", "tons"),
    "kg": ("g", "tonnes"),
    "liters": ("gallons", "barrels"),
    "barrels": ("liters", "tons"),
    "degrees Celsius": ("degrees Fahrenheit",),
    "megawatts": ("kilowatts", "gigawatts"),
    "hours": ("minutes", "days"),
    "minutes": ("hours", "seconds"),
    "days": ("weeks", "hours"),
    "weeks": ("months", "days"),
    "months": ("years", "weeks"),
    "years": ("months", "decades"),
}

# A unit and what it is mistaken for; inflected as after a number above four.
UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": _EN_UNITS,
    "de": {
        "Euro": ("Dollar",),
        "Dollar": ("Euro",),
        "Kilometer": ("Meilen", "Meter"),
        "Meter": ("Kilometer", "Zentimeter"),
        "Tonnen": ("Kilogramm",),
        "Stunden": ("Minuten", "Tage"),
        "Tage": ("Wochen", "Monate"),
        "Jahre": ("Monate",),
    },
    "fr": {
        "euros": ("dollars",),
        "dollars": ("euros",),
        "kilomètres": ("milles", "mètres"),
        "mètres": ("kilomètres",),
        "tonnes": ("kilogrammes",),
        "heures": ("minutes", "jours"),
        "jours": ("semaines",),
        "ans": ("mois",),
    },
    "es": {
        "euros": ("dólares",),
        "dólares": ("euros",),
        "kilómetros": ("millas", "metros"),
        "metros": ("kilómetros",),
        "toneladas": ("kilogramos",),
        "horas": ("minutos",),
        "días": ("meses", "años"),
        "años": ("meses", "días"),
    },
    "pt": {
        "euros": ("dólares",),
        "dólares": ("euros",),
        "quilômetros": ("metros",),
        "toneladas": ("quilos",),
        "dias": ("meses",),
        "anos": ("meses",),
    },
    "it": {
        "euro": ("dollari",),
        "dollari": ("euro",),
        "chilometri": ("metri",),
        "tonnellate": ("chilogrammi",),
        "giorni": ("mesi",),
        "anni": ("mesi",),
    },
    "ru": {
        "рублей": ("долларов",),
        "долларов": ("евро", "рублей"),
        "евро": ("долларов",),
        "километров": ("метров", "миль"),
        "метров": ("километров",),
        "тонн": ("килограммов",),
        "часов": ("минут", "дней"),
        "дней": ("месяцев", "лет"),
        "месяцев": ("лет", "дней"),
        "лет": ("месяцев",),
    },
    "zh": {"美元": ("欧元",), "欧元": ("美元",), "公里": ("米", "英里"), "吨": ("公斤",), "小时": ("分钟",)},
    "ja": {
        "ドル": ("ユーロ",),
        "ユーロ": ("ドル",),
        "円": ("ドル",),
        "キロ": ("メートル",),
        "トン": ("キロ",),
    },
    "ko": {"달러": ("유로",), "유로": ("달러",), "킬로미터": ("미터",), "톤": ("킬로그램",)},
}

# Those of them that are money.
CURRENCIES: dict[str, frozenset[str]] = {
    "en": frozenset("dollars euros pounds yuan yen won rubles rupees reais pesos".split()),
    "de": frozenset({"Euro", "Dollar"}),
    "fr": frozenset({"euros", "dollars"}),
    "es": frozenset({"euros", "dólares"}),
    "pt": frozenset({"euros", "dólares"}),
    "it": frozenset({"euro", "dollari"}),
    "ru": frozenset({"рублей", "долларов", "евро"}),
    "zh": frozenset({"美元", "欧元"}),
    "ja": frozenset({"ドル", "ユーロ", "円"}),
    "ko": frozenset({"달러", "유로"}),
}

# Opposites that take the same words after them: verbs, a few words before a figure …
DIRECTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("rose", "fell"),
        ("to rise", "to fall"),
        ("risen", "fallen"),
        ("rising", "falling"),
        ("increased", "decreased"),
        ("to increase", "to decrease"),
        ("grew", "shrank"),
        ("gained", "lost"),
        ("climbed", "dropped"),
    ),
    "de": (("stieg", "sank"), ("stiegen", "sanken")),
    "fr": (("augmenté", "baissé"),),
    "es": (("subió", "bajó"), ("aumentó", "disminuyó")),
    "pt": (("aumentou", "diminuiu"), ("subiu", "caiu")),
    "it": (("aumentato", "diminuito"),),
    "ru": (("вырос", "упал"), ("выросла", "упала"), ("выросли", "упали")),
}

# … and what stands right before it.
COMPARED: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("more than", "less than"),
        ("at least", "at most"),
        ("above", "below"),
        ("over", "under"),
        ("up", "down"),
        ("up by", "down by"),
    ),
    "de": (("mehr als", "weniger als"), ("mindestens", "höchstens")),
    "fr": (("plus de", "moins de"), ("au moins", "au plus")),
    "es": (("más de", "menos de"), ("al menos", "como máximo")),
    "pt": (("mais de", "menos de"), ("pelo menos", "no máximo")),
    "it": (("più di", "meno di"), ("almeno", "al massimo")),
    "ru": (("более", "менее"), ("больше", "меньше")),
}

MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "de": tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    "fr": tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    ),
    "es": tuple(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
    ),
    "pt": tuple(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()
    ),
    "it": tuple(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
    ),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
}

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "de": tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "es": tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
}

# The halves of the day, as said beside an hour.
HALVES_OF_THE_DAY: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("in the morning", "in the evening"),),
    "de": (("morgens", "abends"), ("vormittags", "nachmittags")),
    "fr": (("du matin", "du soir"),),
    "es": (("de la mañana", "de la tarde"),),
    "pt": (("da manhã", "da tarde"),),
    "it": (("di mattina", "di sera"),),
    "ru": (("утра", "вечера"), ("ночи", "дня")),
    "zh": (("上午", "下午"), ("早上", "晚上")),
    "ja": (("午前", "午後"),),
    "ko": (("오전", "오후"),),
}

# Verbs that often stand after "did not": infinitive → past and third person.
PAST: dict[str, tuple[str, str]] = {
    **{
        verb: (f"{verb.removesuffix('e')}ed", f"{verb}s")
        for verb in (
            "accept affect agree announce answer apologize approve arrive attend believe change comment confirm "
            "consider contain damage disclose discover exceed exclude expect explain follow function happen "
            "improve include intend invite involve last mention need offer participate prevent publish raise receive "
            "recommend record reduce release remain repeat report represent resolve respond return sign specify start "
            "support survive threaten trust use vote want warn work"
        ).split()
    },
    **{
        verb: (f"{verb[:-1]}ied", f"{verb[:-1]}ies")
        for verb in "apply comply deny identify qualify rely specify".split()
    },
    "pass": ("passed", "passes"),
    "publish": ("published", "publishes"),
    "reach": ("reached", "reaches"),
    "address": ("addressed", "addresses"),
    "admit": ("admitted", "admits"),
    "occur": ("occurred", "occurs"),
    "become": ("became", "becomes"),
    "begin": ("began", "begins"),
    "come": ("came", "comes"),
    "feel": ("felt", "feels"),
    "find": ("found", "finds"),
    "get": ("got", "gets"),
    "give": ("gave", "gives"),
    "go": ("went", "goes"),
    "know": ("knew", "knows"),
    "leave": ("left", "leaves"),
    "lose": ("lost", "loses"),
    "make": ("made", "makes"),
    "mean": ("meant", "means"),
    "meet": ("met", "meets"),
    "say": ("said", "says"),
    "see": ("saw", "sees"),
    "speak": ("spoke", "speaks"),
    "take": ("took", "takes"),
    "think": ("thought", "thinks"),
    "win": ("won", "wins"),
}

# Articles, prepositions and the like: a clause does not end in one, and few are words of two languages.
SMALL_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an of to in for with from by at on and or into than their its his",
        "de": "der die das den dem des ein eine einen einem einer und oder für mit von zu zur zum im am beim als",
        "fr": "le la les des du un une et ou pour avec dans sur au aux par leur leurs ses",
        "es": "el la los las del un una y o para con en por al sus su como",
        "pt": "o a os as do da dos das um uma e ou para com em no na nos nas por ao aos seus sua",
        "it": "il lo la gli le del della dei delle degli un una e o per con nel nella di da sul sulla al alla",
        "nl": "de het een van en of voor met naar op bij aan uit hun",
        "sv": "en ett och eller för med från av till på i vid",
        "ru": "и в на с по для от из к за о у при под",
        "uk": "і в на з по для від із до за про у при під",
        "pl": "i w na z po dla od do za o przy pod",
    }.items()
}
