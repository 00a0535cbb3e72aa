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
    sound = (text,) if bearer.kind is NameKind.PLACE else ()
    return Spotted(span, text, bearer.id, bearer.kind, certain, bearer, parts=sound)


# A name written in Latin letters inside a text of another script is copied; all-capitals may be spelt out.
_ISLAND = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ’']*[a-zß-ÿ](?:[ -][A-ZÀ-Þ][A-Za-zÀ-ÿ’'.]*)*")


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
                hints = name.words if name else ()
                yield replace(_of_bearer(span, form, bearer, certain=sure), hints=hints)
            elif name is not None:
                sure = len(form) > 2 and not name.ambiguous and _phonetic(form)
                yield Spotted(span, form, form, certain=sure, parts=(form,), hints=name.words)
            break
        at += step


@cache
def _phonetic(form: str) -> bool:
    """Is the English name of these characters their sound (Davos), not their meaning (Pearl River Delta)?"""
    words = [fold_word(word) for word in han_names()[form].words]
    joined = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)}
    return any(evidence(form, word, "zh") >= PHONETIC for word in joined)


# --- Japanese

_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")
# Whoever is called by these is a person: Mr, president, prime minister, player, suspect …
_JA_TITLES = re.compile(r"(?:氏|さん|大統領|首相|選手|監督|議員|長官|教授|容疑者|被告|知事|国王|女王|王子|将軍)")


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
                yield _of_bearer(span, run, bearer)
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
                    yield _of_bearer(Span(at, at + size), form, bearer, certain=bearer.kind is not NameKind.PLACE)
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
_KO_AMBIGUOUS = frozenset({"인도", "수단", "가나", "이란", "오만", "차드", "말리", "토고", "통가", "기니", "페루", "쿠바", "한국"})
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
            sure = sure and (size > 2 or bearer.kind is NameKind.COUNTRY)
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
    known = _stems("uk" if language == "uk" else "ru")
    words = words_of(text)
    shouting = _all_capitals(words)
    at = 0
    while at < len(words):
        word = words[at]
        hit = _known_phrase(words, at, known)
        if hit is not None and not (hit[0].kind is NameKind.PLACE and _is_person(word.text, language)):
            bearer, size = hit
            span = Span(word.span.start, words[at + size - 1].span.end)
            yield _of_bearer(span, span.of(text), bearer, certain=not shouting or size > 1)
            at += size
            continue
        if word.capital and not shouting and len(word.text) > 2 and _CYRILLIC_WORD.fullmatch(word.text):
            kind, sure, lemma = _russian(word.text) if language == "ru" else (NameKind.OTHER, False, "")
            lemma = lemma or _ENDINGS.sub("", word.text.lower())
            parts = tuple(dict.fromkeys((lemma, word.text.lower(), _ENDINGS.sub("", word.text.lower()))))
            yield Spotted(word.span, word.text, lemma, kind, sure and not word.initial, parts=parts)
        at += 1


def _is_person(word: str, language: str) -> bool:
    return language == "ru" and _russian(word)[0] is NameKind.PERSON


def _russian(word: str) -> tuple[NameKind, bool, str]:
    """(kind, certain, lemma) of a capitalised Russian word, by the dictionary."""
    parses = _morphology().parse(word)  # type: ignore[attr-defined]
    shares = {"Surn": 0.0, "Name": 0.0, "Geox": 0.0}
    lemma = parses[0].normal_form
    for parse in parses:
        for grammeme in shares:
            if grammeme in parse.tag and "DictionaryAnalyzer" in type(parse.methods_stack[0][0]).__name__:
                if not any(shares.values()):
                    lemma = parse.normal_form
                shares[grammeme] += parse.score
    total = sum(shares.values())
    kind = NameKind.PLACE if shares["Geox"] > total / 2 else NameKind.PERSON if total else NameKind.OTHER
    return kind, total > 0.5 and len(word) > 3, lemma


@cache
def _stems(language: str) -> dict[str, list[tuple[tuple[str, ...], Bearer]]]:
    """Known forms by the stem of their first word, each as a tuple of stems."""
    table: dict[str, list[tuple[tuple[str, ...], Bearer]]] = {}
    for form, bearer in native(language).items():
        stems = tuple(_ENDINGS.sub("", word.text.lower()) if len(word.text) > 3 else word.text for word in words_of(form))
        if stems and all(stems):
            table.setdefault(stems[0], []).append((stems, bearer))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _known_phrase(
    words: tuple[Word, ...], at: int, known: dict[str, list[tuple[tuple[str, ...], Bearer]]]
) -> tuple[Bearer, int] | None:
    if not words[at].capital:
        return None
    first = words[at].text
    for entry in (first, _ENDINGS.sub("", first.lower()) if len(first) > 3 else ""):
        for stems, bearer in known.get(entry, ()):
            if len(stems) == 1 or all(
                word.text == stem or _ENDINGS.sub("", word.text.lower()) == stem
                for word, stem in zip(words[at : at + len(stems)], stems, strict=False)
            ) and at + len(stems) <= len(words):
                return bearer, len(stems)
    return None


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
            if len(form) < 4 and not word.text.isupper():
                continue
            span = Span(word.span.start, words[at + size - 1].span.end)
            sure = bearer.kind is not NameKind.PLACE and not (shouting and size == 1)
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
            after_name = name and word.text in english_capitals()
        at += 1


_AMBIGUOUS_LATIN = frozenset({"america", "europa", "europe", "wales", "gales", "galles", "kreml", "cremlino", "kremlin", "emirate"})


def _foreign_to(word: str, language: str, *, after_name: bool) -> bool:
    """Is a capitalised word a name rather than a noun or part of a title, in its own language?"""
    folded = fold_word(word)
    if folded in _NOT_NAMES or is_english_word(word.lower()):
        return False
    if language == "de":
        return word in english_capitals() or (after_name and word.lower() not in _lexicon(language))
    return word in english_capitals() or word.lower() not in _lexicon(language)


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
