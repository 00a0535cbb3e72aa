"""Words of another script left in a Latin text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, Span, bad, good

# Han, kana, Hangul, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Georgian, Armenian. Greek is left out: formulas.
_FOREIGN = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\u0400-\u052f\u0590-\u05ff\u0620-\u06ff\u0750-\u077f\u0900-\u097f\u0e01-\u0e4f\u10a0-\u10ff\u0531-\u058f"
)
_RUN = re.compile(rf"(?<![A-Za-zÀ-ɏ])[{_FOREIGN}](?:[{_FOREIGN}\s·・、，。\-]*[{_FOREIGN}])?(?![A-Za-zÀ-ɏ])")
_ALPHABET = re.compile("[\u0400-\u06ff\u0750-\u077f\u0900-\u097f\u10a0-\u10ff\u0531-\u058f]")
_OPEN, _CLOSE = "(（[【「『《〈“\"‘'«„‹*_`", ")）]】」』》〉”\"’'»“›*_`"
_ABOUT_WRITING = re.compile(
    r"\b(?:characters?|letters?|word|written|means?|meaning|kanji|pinyin|spelled|spelt|pronounced)\b|"
    r"\bcalled\W*(?:(?:an?|the)\W+)?$",
    re.IGNORECASE,
)
# Words of one letter: и, а, в, о, с, к, у, я; Ukrainian і, й, з.
_LETTER_WORDS = frozenset("иавоскуяійз")
_SENTENCE = 5  # words in lower case from which on a quotation is a sentence
# Code, addresses and file names may hold anything.
_CODE = re.compile(r"`[^`]*`|https?://\S+|www\.\S+|\S+@\S+|[#@]\S+|\S+\.(?:com|org|net|html?|jpg|png|pdf)\S*")


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    text = pair.target_text
    foreign = len(re.findall(f"[{_FOREIGN}]", text))
    latin = len(re.findall("[A-Za-zÀ-ɏ]", text))
    if not foreign or latin < 2 * foreign:
        return  # nothing, or a sentence that was not translated at all
    code = [match.span() for match in _CODE.finditer(text)]
    for match in _RUN.finditer(text):
        run = match.group()
        if not any(char.isalpha() for char in run):
            continue  # a dot or mark
        if len(run) < 2 and _ALPHABET.match(run) and not (run in _LETTER_WORDS and _inside(text, match)):
            continue  # a lone letter: an index, a list mark
        if any(start <= match.start() < end for start, end in code) or _quoted(
            text, match.start(), match.end()
        ):
            continue
        if _ABOUT_WRITING.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        yield Hit(f"“{run}” was left untranslated.", target=Span(*match.span()))


def _inside(text: str, match: re.Match[str]) -> bool:
    """Between two words in lower case or names, where a word stands and no index; "and" also behind a figure or comma."""
    before = r"[A-Za-z]{2},? $|\d,? $" if match.group() in {"и", "і", "й"} else r"[A-Za-z]{2} $"
    return bool(re.search(before, text[: match.start()]) and re.match(" [a-z]{2}", text[match.end() :]))


def _quoted(text: str, start: int, end: int) -> bool:
    """In brackets, quotation marks or emphasis, as a gloss or title would be; or followed by its own gloss."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before[-1:] and before[-1] in _OPEN and after[:1] and after[0] in _CLOSE:
        return True
    for left, right in (
        ("(", ")"),
        ("（", "）"),
        ("[", "]"),
        ("“", "”"),
        ("「", "」"),
        ("《", "》"),
        ("«", "»"),
    ):
        if (opens := before.rfind(left)) > before.rfind(right) and right in after:
            return _mostly_foreign(before[opens:] + text[start:end] + after[: after.find(right)])
    if before.count('"') % 2 and '"' in after:
        return _mostly_foreign(before[before.rfind('"') :] + text[start:end] + after[: after.find('"')])
    return after[:1] in {"(", "（"} and bool(after)


def _mostly_foreign(quotation: str) -> bool:
    """What is quoted is a title or word of the other language, not a sentence with one of its words in it."""
    words = [word for word in re.findall(r"[^\W\d_]+", quotation) if word.islower() and word.isascii()]
    return len(words) < _SENTENCE


RULE = Rule(
    id="leftover-script",
    summary="Words of the source's script were left in the translation",
    why="English readers cannot read them.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "da"),
    check=check,
    examples=(
        bad(
            "会议在上海举行。",
            "The meeting was 举行 in Shanghai on Friday.",
            marks=["举行"],
            languages="zh-en",
        ),
        bad(
            "Ярмарка откроется 5 мая и закроется в июне.",
            "The fair will open on May 5 и close in June.",
            marks=["и"],
            languages="ru-en",
        ),
        bad(None, "The prime minister заявил that talks go on.", marks=["заявил"], languages="und-en"),
        bad(
            "Рыбаки и крестьяне согласны: «Это худший год за десять лет».",
            "Fishermen и farmers agree: “This is the worst год in the last ten.”",
            marks=["и", "год"],
            languages="ru-en",
        ),
        good("他去了西安。", "He went to Xi’an (西安) on Monday.", languages="zh-en"),
        good(
            "Газета «Правда» вышла.",
            "The newspaper “Правда” came out; μ stands for the mean.",
            languages="ru-en",
        ),
    ),
)
