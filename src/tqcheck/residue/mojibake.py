"""Text decoded with the wrong encoding, and what it says.

UTF-8 read as an old encoding of one byte a character is told by ftfy (R. Speer, 2019, "ftfy", Zenodo; its `badness`
measures how unlikely a sequence of characters is). What ftfy does not know is tried: encoded as it was shown and decoded
as it was written, a text is taken for mended if the words or characters that come out are used and those that went in are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.residue.decoding import decode_again


@dataclass(frozen=True, slots=True)
class Mojibake:
    """`mended` is None where the text is lost, `how` names the two encodings."""

    span: Span
    how: str
    mended: str | None


_UNKNOWN = "text decoded with the wrong encoding"
_LOST = re.compile("(?:\ufffd|ï¿½|锟斤拷|烫烫烫|ï»¿)+")
_WIDE = {"zh", "ja", "ko", "yue"}
# UTF-8 read as Windows-1252, Latin-1 or Windows-1251 with a byte missing, so that it cannot be read back.
_REMAINS = re.compile(
    r"(?:â(?:€[\u0080-\u00bf\u2018-\u203a\u02dc\u0153\u0152\u2122\u0161\u017e]|[\u0080-\u009f][\u0080-\u00bf]|„¢)"
    r"|Ã[\u0080-\u00bf\u0192\u201a-\u2026\u2020\u2021\u2030\u2039\u203a\u02c6\u02dc\u0152\u0153\u0160\u0161\u2122]"
    r"|Â[\u0080-\u00a9\u00ab-\u00b9\u00bb-\u00bf])+"
    r"|(?:[РС][\u00a0\u00b0-\u00b9\u00bb\u0402-\u040f\u0452-\u045f\u0490\u0491\u2018-\u203a\u20ac\u2116\u2122]){2,}"
)
# A no-break space may be the second half of a letter.
_TOKEN = re.compile(r"[^ \t\n]*[^\x00-\x7f][^ \t\n]*")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba-\u024f\u1e00-\u1eff]")
_NOT_LATIN = {
    "ru",
    "uk",
    "be",
    "bg",
    "sr",
    "mk",
    "kk",
    "mn",
    "el",
    "ar",
    "fa",
    "ur",
    "he",
    "hi",
    "th",
    "ka",
    "hy",
    *_WIDE,
}
_WIDE_RUN = re.compile(
    "[\u2e80-\ufaff\uff01-\uffee\u0370-\u0451\u2500-\u25ff]+[\u2e80-\ufaff\uff01-\uffee]*\\??"
)
_WIDE_LETTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_BYTES_RUN = re.compile("[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4,}")
# Not of marks alone: Chinese and Japanese write —— and …… between their own words.
_LETTER_OF_BYTES = re.compile("[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0152-\u0192]")
_LETTERS = re.compile(r"[^\x00-\x40\s\x5b-\x60\x7b-\x7f«»“”„‘’…–—。，]{4,}")
_WIDE_ENCODINGS = {
    "zh": ("gb18030", "big5"),
    "ja": ("shift_jis", "euc_jp"),
    "ko": ("cp949",),
    "yue": ("big5",),
}
# Encodings of one byte that were in use side by side: (shown as, written in), by the target's language.
_CYRILLIC = (
    ("cp1252", "cp1251"), ("cp1251", "koi8-r"), ("koi8-r", "cp1251"), ("latin-1", "koi8-r"), ("cp1252", "koi8-r"),
    ("cp1251", "cp866"), ("cp866", "cp1251"), ("cp1252", "mac_cyrillic"), ("cp1251", "mac_cyrillic"), ("mac_roman", "cp1251"),
)  # fmt: skip
_WESTERN = (("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp437", "cp1252"), ("cp1252", "cp437"), ("cp1252", "cp850"), ("cp1251", "cp1252"), ("cp1250", "cp1252"))  # fmt: skip
_CENTRAL = (("cp1252", "cp1250"), ("cp1250", "iso8859-2"), ("cp1252", "iso8859-2"), ("cp1251", "cp1250"))
_CYRILLIC_LANGUAGES = {"ru", "uk", "be", "bg"}
_SINGLE = {
    **dict.fromkeys(_CYRILLIC_LANGUAGES, _CYRILLIC),
    **dict.fromkeys(("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi"), _WESTERN),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), _CENTRAL),
}
_NAMES = {
    "cp1252": "Windows-1252", "cp1251": "Windows-1251", "cp1250": "Windows-1250", "koi8-r": "KOI8-R", "latin-1": "Latin-1",
    "cp437": "IBM 437", "cp850": "IBM 850", "cp866": "IBM 866", "mac_roman": "Mac Roman", "mac_cyrillic": "Mac Cyrillic",
    "gb18030": "GBK", "big5": "Big5", "shift_jis": "Shift JIS", "euc_jp": "EUC-JP", "cp949": "EUC-KR",
    "iso8859-2": "ISO 8859-2",
}  # fmt: skip
_RARE = 700  # of a character in no short word list; bins are hundredths of a bel below the commonest word
_RARER = 100  # ten times as rare
# What is in no list is rarer than any of its bins; a kana or a usual syllable, which no list tells, as rare as a usual word
# (once in a thousand words).
_IN_NO_LIST, _USUAL = 999, 300


def mojibake(text: str, language: str) -> Iterator[Mojibake]:
    """Every piece of the text that was decoded wrongly, in text order; `language` is a primary subtag."""
    if text.isascii():
        return
    taken = list[Mojibake]()
    for find in (_lost, _utf8, _utf8_as_other, _utf8_as_wide, _bytes_as_wide, _single, _remains):
        for found in find(text, language):
            if not any(found.span.overlaps(other.span) for other in taken):
                taken.append(found)
    yield from sorted(taken, key=lambda found: found.span.start)


def _lost(text: str, _language: str) -> Iterator[Mojibake]:
    for match in _LOST.finditer(text):
        yield Mojibake(Span(*match.span()), "characters that were lost in another encoding", None)


def _remains(text: str, _language: str) -> Iterator[Mojibake]:
    for match in _REMAINS.finditer(text):
        yield Mojibake(Span(*match.span()), _UNKNOWN, None)


def _utf8(text: str, language: str) -> Iterator[Mojibake]:
    """UTF-8 read as an encoding of one byte a character, once or twice: by ftfy, word by word."""
    import ftfy

    for token in _TOKEN.finditer(text):
        word = token.group()
        if not ftfy.badness.is_bad(word):
            continue
        mended, steps = ftfy.fix_encoding_and_explain(word)
        if mended == word or steps is None or not mended.isprintable():
            continue
        if language not in _NOT_LATIN and not _is_european(mended):
            continue
        used = dict.fromkeys(step.parameter for step in steps if step.action == "encode")
        shown = ", ".join(
            name.replace("sloppy-", "").replace("windows", "Windows").replace("macroman", "Mac Roman")
            for name in used
        )
        first, last = _difference(word, mended)
        if len(mended) == len(word):  # no bytes of UTF-8 were put together
            shown = ""
        yield Mojibake(
            Span(token.start() + first, token.end() - last),
            f"UTF-8 read as {shown}" if shown else "Windows-1252 read as Latin-1",
            mended[first : len(mended) - last],
        )


def _utf8_as_other(text: str, language: str) -> Iterator[Mojibake]:
    """UTF-8 read as what ftfy does not try, or in pieces too short for its statistics: п÷я─п╦ for При."""
    for match in _RUN.finditer(text):
        run = match.group()
        if _is_european(run):
            continue
        for shown in ("koi8-r", "cp866", "cp437", "cp850", "mac_roman", "cp1251"):
            mended = decode_again(run, shown, "utf-8", whole=True)
            if mended is None:
                continue
            if _is_likely(mended, language):
                yield Mojibake(Span(*match.span()), f"UTF-8 read as {_NAMES[shown]}", mended)
                break


def _is_likely(text: str, language: str) -> bool:
    """Whether the letters are those of the language; of other scripts than Latin, more than one."""
    if language not in _NOT_LATIN:
        return _is_european(text)
    letters = [char for char in text if char.isalpha()]
    if language in _WIDE:
        return len(letters) > 1 and _rarity(text, language) < _RARE
    return (
        len(letters) > 1
        and language in _CYRILLIC_LANGUAGES
        and all("\u0400" <= char <= "\u052f" for char in letters)
    )


def _is_european(text: str) -> bool:
    """Latin letters and the marks of European typography alone."""
    return all(_LATIN.match(char) or char.isascii() or char in "’‘‚“”„–—…«»‹›°€£©®·¿¡\u00a0" for char in text)


def _difference(word: str, mended: str) -> tuple[int, int]:
    """How many characters the two have in common at the beginning and at the end."""
    shorter = min(len(word), len(mended))
    first = next((at for at in range(shorter) if word[at] != mended[at]), shorter)
    last = next((at for at in range(shorter - first) if word[-1 - at] != mended[-1 - at]), shorter - first)
    return first, last


def _utf8_as_wide(text: str, language: str) -> Iterator[Mojibake]:
    """UTF-8 read as GBK, Big5, Shift JIS or EUC-KR: 浣犲ソ for 你好, caf茅 for café."""
    for match in _WIDE_RUN.finditer(text):
        run = match.group()
        if not _WIDE_LETTER.search(run):
            continue
        for shown in ("gb18030", "shift_jis", "cp949", "big5"):
            mended = decode_again(run, shown, "utf-8")
            if mended is None:
                continue
            if language in _WIDE:
                sure = len(mended) > 1 and _commoner(mended, run, language)
            else:  # letters of Europe, of the language's own script
                sure = not _WIDE_LETTER.search(mended) and (language in _NOT_LATIN or _is_european(mended))
            if sure:
                yield Mojibake(Span(*match.span()), f"UTF-8 read as {_NAMES[shown]}", mended)
                break


def _bytes_as_wide(text: str, language: str) -> Iterator[Mojibake]:
    """GBK, Shift JIS and the like read as Windows-1252 (ÄãºÃ for 你好), or as one another."""
    for written in _WIDE_ENCODINGS.get(language, ()):
        for match in _BYTES_RUN.finditer(text):
            if not _LETTER_OF_BYTES.search(match.group()):
                continue
            mended = decode_again(match.group(), "cp1252", written)
            if (
                mended is not None
                and all(_WIDE_LETTER.match(char) or not char.isalpha() for char in mended)
                and _rarity(mended, language) < _RARE
            ):
                yield Mojibake(Span(*match.span()), f"{_NAMES[written]} read as Windows-1252", mended)
        for shown in ("gb18030", "shift_jis", "cp949"):
            if shown == written or {shown, written} == {"gb18030", "euc_jp"}:
                continue  # in these two the kana are the same
            for match in re.finditer("[\u2e80-\ufaff\uff61-\uff9f]{5,}", text):
                mended = decode_again(match.group(), shown, written)
                if mended is not None and _commoner(mended, match.group(), language):
                    yield Mojibake(Span(*match.span()), f"{_NAMES[written]} read as {_NAMES[shown]}", mended)


def _single(text: str, language: str) -> Iterator[Mojibake]:
    """A word of an encoding of one byte read as another one: оПХБЕР for Привет."""
    ways = _SINGLE.get(language, ())
    for match in _LETTERS.finditer(text) if ways else ():
        word = match.group()
        if word.isascii() or _known(word, language):
            continue
        for shown, written in ways:
            mended = decode_again(word, shown, written)
            if (
                mended is not None
                and mended != word
                and mended.isalpha()
                and _is_cased(mended)
                and _known(mended, language)
            ):
                yield Mojibake(Span(*match.span()), f"{_NAMES[written]} read as {_NAMES[shown]}", mended)
                break


def _is_cased(word: str) -> bool:
    """Small letters after the first one, or capitals throughout."""
    return word[1:].islower() or word.isupper()


def _known(word: str, language: str) -> bool:
    return rank(word.lower(), language, "small") is not None


def _rarity(text: str, language: str) -> float:
    """The mean bin of its Han characters and syllables; kana are common in Japanese alone, what is in no list is rare."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(_bin(language), letters)) / len(letters) if letters else float(_IN_NO_LIST)


def _bin(language: str) -> Callable[[str], int]:
    def of(char: str) -> int:
        if "\u3040" <= char <= "\u30ff":
            return _USUAL if language == "ja" else _IN_NO_LIST
        if "\uac00" <= char <= "\ud7a3":
            # The Hangul of KS X 1001, 2,350 syllables of 11,172, are those in use.
            return _USUAL if language == "ko" and len(char.encode("euc_kr", "ignore")) == 2 else _IN_NO_LIST
        place = rank(char, language, "small")
        return _IN_NO_LIST if place is None else place

    return of


def _commoner(mended: str, run: str, language: str) -> bool:
    return _rarity(mended, language) < min(_RARE, _rarity(run, language) - _RARER)
