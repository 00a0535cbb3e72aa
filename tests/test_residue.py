"""Residue: what a chat model, a template or a page left, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model import Span
from tqcheck.residue.boilerplate import boilerplate, whole_line
from tqcheck.residue.chat import LANGUAGES, chat_residue
from tqcheck.residue.markup import leftover_markup
from tqcheck.residue.placeholders import placeholders

PIECES = "{name} %s ${a} **so** [[x]] Here is the translation: 以下是翻译： Read more <unk> the port ( ) “ ” . \n @@ ▁".split(
    " "
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_spans_lie_in_the_text_and_mark_something(target: str, source: str) -> None:
    spans = [
        *chat_residue(target, source),
        *(found.span for found in placeholders(target, source)),
        *(span for span, _ in leftover_markup(target, source)),
        *(found.span for found in boilerplate(target, (Span(0, len(target)),))),
    ]
    assert all(span.end <= len(target) and span.of(target).strip() for span in spans)


@given(TEXTS)
def test_what_the_source_has_too_is_left_alone(text: str) -> None:
    assert not list(chat_residue(text, text))
    assert not list(placeholders(text, text))
    assert not list(leftover_markup(text, text))


def test_chat_residue_is_known_in_more_than_twelve_languages() -> None:
    assert set("en de fr es it pt ru zh ja ko ar tr nl pl".split()) <= set(LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        "As an AI language model, I cannot provide real-time data.",
        "Als KI-Sprachmodell kann ich keine Nachrichten prüfen.",
        "En tant que modèle de langage, je ne peux pas vérifier cela.",
        "Como modelo de lenguaje, no puedo verificar esto.",
        "Come modello linguistico, non posso verificare.",
        "Como modelo de linguagem, não posso verificar isso.",
        "Как языковая модель, я не могу это проверить.",
        "作为人工智能语言模型，我无法核实。",
        "AI言語モデルとして、お答えできません。",
        "AI 언어 모델로서, 저는 확인할 수 없습니다.",
        "بصفتي نموذج لغة، لا يمكنني التحقق.",
        "Bir yapay zeka dil modeli olarak, bunu doğrulayamam.",
        "Als AI-taalmodel kan ik dit niet controleren.",
        "Jako model językowy nie mogę tego sprawdzić.",
        "Dime si necesitas algún cambio en la traducción.",
        "N'hésitez pas à me dire si vous souhaitez modifier la traduction.",
        "Lassen Sie mich wissen, wenn Sie Änderungen an der Übersetzung wünschen.",
        "Дайте мне знать, если нужны изменения в переводе.",
        "如果您还有任何其他问题，请随时告诉我。",
    ],
)
def test_disclaimers_and_offers_of_chat_models(text: str) -> None:
    assert list(chat_residue(text, "The harbour is closed."))
    assert not list(chat_residue(text, text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("All rights reserved.", "a notice of rights"),
        ("© 2021 The Harbour Post", "a notice of rights"),
        ("Диктор прочитал новости.", None),
        ("责任编辑：王浩", "an editor's line"),
        ("Advertisement", "an advertisement's label"),
        ("Advertisement is the soul of trade.", None),
        ("Read more", "a link to other articles"),
        ("Read more books.", None),
        ("Editor", None),
    ],
)
def test_whole_lines_of_a_page(text: str, kind: str | None) -> None:
    assert whole_line(text) == kind


def test_neighbouring_notices_are_one() -> None:
    text = "It closed. © 2021 The Harbour Post. All rights reserved."
    assert [found.span.of(text) for found in boilerplate(text, (Span(0, len(text)),))] == [
        "© 2021 The Harbour Post. All rights reserved."
    ]
