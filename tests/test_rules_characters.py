"""Rules about characters: look-alikes, encodings, quotation marks, capitals. What is damaged and mended is what it was."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tqcheck.documents import AlignedArticle
from tqcheck.facts import ArticleFacts
from tqcheck.model import Span
from tqcheck.residue.mojibake import mojibake
from tqcheck.rules.apply import apply_rules
from tqcheck.rules.examples import article_of
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule, good

RULES = {rule.id: rule for rule in load_pack(builtin_pack())}
CHARACTERS = [RULES[name] for name in ("mixed-script", "mojibake", "mixed-quotation", "invisible-characters")]
SENTENCES = {
    "en": "The minister’s “café” is closed – he said",
    "de": "Der Minister schließt das größte Café für zwei Wochen",
    "fr": "Le ministre a déclaré que l’été sera très chaud",
    "es": "El señor dijo que mañana habrá elecciones en España",
    "ru": "Министр сказал, что завтра будут выборы в России",
    "zh": "部长昨天表示，这个国家的经济增长非常快。",
    "ja": "大臣は昨日、この国の経済について話しました。",
    "ko": "장관은 어제 이 나라의 경제가 성장했다고 말했다",
}
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х"}
ENGLISH = st.lists(
    st.sampled_from("peace the port opens again next year on an axis".split()), min_size=2, max_size=6
)


def _suggestions(rule: AnyRule, article: AlignedArticle) -> list[tuple[Span, str]]:
    hits, failures = apply_rules([rule], article, ArticleFacts())
    assert not failures
    return [(hit.hit.target, hit.hit.suggestions[0]) for hit in hits if hit.hit.target is not None]


def _mended(text: str, pieces: list[tuple[Span, str]]) -> str:
    for span, right in sorted(pieces, key=lambda piece: -piece[0].start):
        text = text[: span.start] + right + text[span.end :]
    return text


def _misread(text: str, written: str, shown: str) -> str:
    return text.encode(written).decode(shown)


def _read_again(text: str, language: str) -> str:
    return _mended(text, [(found.span, found.mended) for found in mojibake(text, language) if found.mended])


@given(ENGLISH, st.data())
def test_a_lookalike_letter_is_put_back(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    word = words[at]
    letters = [place for place, letter in enumerate(word) if letter in LOOKALIKES]
    assume(len(word) > 2 and letters)
    place = data.draw(st.sampled_from(letters))
    damaged = word[:place] + LOOKALIKES[word[place]] + word[place + 1 :]
    text = " ".join([*words[:at], damaged, *words[at + 1 :]])
    pieces = _suggestions(RULES["mixed-script"], article_of(good(None, text, languages="und-en")))
    assert len(pieces) == 1
    assert _mended(text, pieces) == " ".join(words)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru", "zh", "ja"])
@pytest.mark.parametrize("shown", ["latin-1", "koi8-r"])
def test_utf8_read_as_another_encoding_is_read_back(language: str, shown: str) -> None:
    text = SENTENCES[language]
    if language == "ru" and shown == "koi8-r":
        text = text.replace(" в ", " во время ")  # a single letter is too little to go by
    assert _read_again(_misread(text, "utf-8", shown), language) == text


@pytest.mark.parametrize("shown", ["cp1251", "cp437", "mac_roman"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_accents_read_in_old_encodings_are_read_back(language: str, shown: str) -> None:
    assert _read_again(_misread(SENTENCES[language], "utf-8", shown), language) == SENTENCES[language]


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("ru", "cp1251", "cp1252"),
        ("ru", "koi8-r", "cp1251"),
        ("ru", "cp1251", "koi8-r"),
        ("zh", "gb18030", "cp1252"),
        ("ja", "shift_jis", "gb18030"),
    ],
)
def test_legacy_encodings_taken_for_one_another_are_told(language: str, written: str, shown: str) -> None:
    found = list(mojibake(_misread(SENTENCES[language], written, shown), language))
    assert found
    assert all(one.mended and one.mended in SENTENCES[language] for one in found)


@pytest.mark.parametrize("language", list(SENTENCES))
def test_clean_text_has_nothing(language: str) -> None:
    article = article_of(good(None, SENTENCES[language] + ".", languages=f"und-{language}"))
    hits, failures = apply_rules(CHARACTERS, article, ArticleFacts())
    assert not failures
    assert not hits


@given(st.text(max_size=60), st.sampled_from([*SENTENCES, "pl", "el", "und"]))
def test_mojibake_lies_in_the_text_and_does_not_overlap(text: str, language: str) -> None:
    found = list(mojibake(text, language))
    assert all(one.span.end <= len(text) and len(one.span) for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(one.mended != one.span.of(text) for one in found)


@given(ENGLISH, st.sampled_from([("“", "„"), ("«", "”"), ("„", '"'), ("“", "“")]))
def test_a_quotation_is_closed_as_it_opens(words: list[str], marks: tuple[str, str]) -> None:
    quoted = " ".join(words)
    text = f"She said {marks[0]}{quoted}{marks[1]} and left."
    pieces = _suggestions(RULES["mixed-quotation"], article_of(good(None, text, languages="und-en")))
    assert len(pieces) == 1
    again = _mended(text, pieces)
    assert quoted in again
    assert not _suggestions(RULES["mixed-quotation"], article_of(good(None, again, languages="und-en")))


def test_a_sentence_in_small_letters_gets_its_capital() -> None:
    text = "the port is closed today, and on monday it opens."
    pieces = _suggestions(
        RULES["lower-case"], article_of(good("Der Hafen ist heute zu.", text, languages="de-en"))
    )
    assert _mended(text, pieces) == "The port is closed today, and on Monday it opens."
