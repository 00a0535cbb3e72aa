"""A word with letters of two scripts that look alike: a Cyrillic "о" in "Rоssiya", a full-width "Ａ" in "ＡPI"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from string import ascii_letters

from tqcheck.api import (
    CONFUSABLES,
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

# Method: mixed-script detection of UTS #39 (5.1), repaired by its confusables.
# A word without hyphens and apostrophes: "α-helix" and "Covid-вакцина" are two.
_WORD = re.compile(r"[^\W\d_]{2,}")
_FULL_WIDTH = re.compile(r"[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19]+")
# In science these are letters by themselves (NF-κB, TNFα); between two small Latin letters they are not.
_SYMBOLS = frozenset("ανικρυ")
_LETTERS_AROUND = re.compile("[a-z].[a-z]$", re.DOTALL)
# "ABCу", "BMWх", "в Facebookе": the ending of the language on letters that are spelt out, or on a word that cannot be its own.
_LATIN_ALONE = "".join(sorted(set(ascii_letters) - CONFUSABLES["Cyrillic"].keys()))
_ENDING_ON_FOREIGN = re.compile(
    f"(?:[A-Z]{{2,}}|(?=[A-Za-z]{{3}})[A-Za-z]*[{_LATIN_ALONE}][A-Za-z]*)[а-яёіїє]{{1,2}}"
)
_CODE = re.compile(r"`[^`\n]*`|https?://\S+|www\.\S+|\S+@\S+|[#@]\w+|\S+\.(?:com|org|net|html?|ru|рф)\b\S*")
_GREEK_FOR_SHARP_S = re.compile("(?<=[a-zäöü])[\u03b2\u0392](?=[a-z]|$)")
_OF_LANGUAGE = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "Cyrillic"),
    "el": "Greek",
}
_WIDE = {"zh", "ja", "ko", "yue"}


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    if text.isascii():
        return
    language = primary_language(pair.target_language)
    code = [match.span() for match in _CODE.finditer(text)]
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() or any(start <= match.start() < end for start, end in code):
            continue
        own = _OF_LANGUAGE.get(language, "Latin")
        if own == "Cyrillic" and _ENDING_ON_FOREIGN.fullmatch(word):
            continue
        mended = _mended(word, own)
        if language == "de" and len(word) > 3 and _GREEK_FOR_SHARP_S.search(word):
            mended = _GREEK_FOR_SHARP_S.sub("ß", word), "a Greek beta for ß"
        if mended is None or word in pair.source_text:
            continue
        right, wrong = mended
        yield Hit(
            f"“{word}” is written with letters of two scripts: {wrong}.",
            target=Span(*match.span()),
            suggestions=(right,),
        )
    if language not in _WIDE:
        for match in _FULL_WIDTH.finditer(text):
            if match.group() in pair.source_text and len(match.group()) == 1:
                continue  # a mark in a list or game
            yield Hit(
                f"“{match.group()}” is in full-width characters.",
                target=Span(*match.span()),
                confidence=Confidence.MEDIUM,
                suggestions=(unicodedata.normalize("NFKC", match.group()),),
            )


def _script(letter: str) -> str:
    """Latin, Cyrillic, Greek, or "" for what belongs to none of them (micro and ohm signs, combining marks)."""
    if letter in "µΩºª":
        return ""
    name = unicodedata.name(letter, "")
    return next((script.title() for script in ("LATIN", "CYRILLIC", "GREEK") if name.startswith(script)), "")


def _mended(word: str, own: str) -> tuple[str, str] | None:
    """The word in one script and what was wrong; None if it is in one script, or cannot be put into one.

    The script that most letters must be of, because no look-alike of theirs is in another one, wins; else the language's.
    """
    scripts = [_script(letter) for letter in word]
    present = {script for script in scripts if script}
    if len(present) < 2 or any(
        script == "" and letter.isalpha() for script, letter in zip(scripts, word, strict=True)
    ):
        return None
    able = [
        script
        for script in sorted(present | {own}, key=lambda each: (-scripts.count(each), each != own))
        if all(
            of == script or letter in CONFUSABLES[script] for letter, of in zip(word, scripts, strict=True)
        )
    ]
    if not able:
        return None
    if own != "Greek" and any(
        of == "Greek" and letter in _SYMBOLS and not _LETTERS_AROUND.match(word[max(0, at - 1) : at + 2])
        for at, (letter, of) in enumerate(zip(word, scripts, strict=True))
    ):
        return None
    # "ТЕРМIН" and "CO": whole words of look-alikes go with the language.
    right = own if own in able and scripts.count(own) * 2 >= len(word) else able[0]
    if (right == "Greek" and own != "Greek") or (len(word) < 3 and right != own):
        return None  # formulas
    wrong = [f"“{letter}” is {of}" for letter, of in zip(word, scripts, strict=True) if of != right]
    table = CONFUSABLES[right]
    fixed = "".join(
        letter if of == right else table[letter] for letter, of in zip(word, scripts, strict=True)
    )
    return fixed, ", ".join(dict.fromkeys(wrong))


RULE = Rule(
    id="mixed-script",
    summary="A word mixes look-alike letters of two scripts",
    why="No reader sees it, but search, spelling checkers and screen readers take the word for another one.",
    category=Category.GARBLED,
    severity=Severity.MINOR,
    # All 200 found in a million published sentences are wrong; none was of full width.
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Россия закрыла порт.",
            "R\u043essiya closed the p\u043ert.",
            marks=["R\u043essiya", "p\u043ert"],
            suggestion="Rossiya",
            languages="ru-en",
        ),
        bad(
            "Порт закрыт.",
            "The \u0420ort is \u0441losed.",
            marks=["\u0420ort", "\u0441losed"],
            suggestion="Port",
            languages="ru-en",
        ),
        bad(
            "The port is closed.",
            "Пoрт зaкрыт.",
            marks=["Пoрт", "зaкрыт"],
            suggestion="Порт",
            languages="en-ru",
        ),
        bad(
            "The port is closed.",
            "Порт закритий, iнженер пішов.",
            marks=["iнженер"],
            suggestion="інженер",
            languages="en-uk",
        ),
        bad(
            "Το λιμάνι άνοιξε.",
            "The p\u03bfrt has \u03bfpened.",
            marks=["p\u03bfrt", "\u03bfpened"],
            suggestion="port",
            languages="el-en",
        ),
        bad(
            "港口的ＡＰＩ已开放。",
            "The port's ＡＰＩ is open on ２０ May.",
            marks=["ＡＰＩ", "２０"],
            suggestion="API",
            languages="zh-en",
        ),
        bad(
            "Порт закрыт.",
            "Der H\u0430fen ist geschl\u043essen.",
            marks=["H\u0430fen", "geschl\u043essen"],
            suggestion="Hafen",
            languages="ru-de",
        ),
        bad(
            "НАТО против.",
            "N\u0410T\u041e is against it.",
            marks=["N\u0410T\u041e"],
            suggestion="NATO",
            languages="ru-en",
        ),
        bad(
            "El puerto abre.",
            "Τo λιμάνι ανοiγει.",
            marks=["Τo", "ανοiγει"],
            suggestion="Το",
            languages="es-el",
        ),
        bad(
            None,
            "Die Stra\u03b2e ist gro\u03b2.",
            marks=["Stra\u03b2e", "gro\u03b2"],
            suggestion="Straße",
            languages="und-de",
        ),
        bad(None, "Le m\u0430ire est en vill\u0435.", marks=["m\u0430ire", "vill\u0435"], languages="und-fr"),
        good(
            "Спираль альфа из 5 мкм.",
            "The α-helix of 5 µm and 3 kΩ, Δt, γδ T cells, μg, ΔG, β1, λx, NF-κB, NFκB, TNFα, TGFβ, PPARγ.",
            languages="ru-en",
        ),
        good(
            "Covid vaccine", "Covid-вакцина, IT-компания, 3D-модель и VIP-зал; iPhone’ом.", languages="en-ru"
        ),
        good("A VIP in a BMW", "У VIPа нет BMWх и SMSок.", languages="en-ru"),
        bad(
            "The co-author",
            "Coaвтор, Copа и Apcен.",
            marks=["Coaвтор", "Copа", "Apcен"],
            suggestion="Соавтор",
            languages="en-ru",
        ),
        good(
            "The iPhone is on Facebook.",
            "У iPhoneа есть iPhone-овский чехол, SMS-ка, Wi-Fi; COVID-19-ым болен; в Facebookе, об Appleе.",
            languages="en-ru",
        ),
        good("Письмо «R\u043essiya»", "The misspelt sign says “R\u043essiya”.", languages="ru-en"),
        good("The port", "ＡＢＣ社の港", languages="en-ja"),
        good("Die Straße", "Straße, naïve, Łódź, İstanbul, Þór, ĳs, œuvre, Ω, ﬁne", languages="de-nl"),
        good(None, "See http://r\u043essiya.example/ and `p\u043ert`.", languages="und-en"),
    ),
)
