"""What is no part of an article: placeholders, lines of a chat model, lines of the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from tqcheck.bench.seed.model import Damage, Document, Edit, Pair, Planted, in_one_pair
from tqcheck.model import Span

_PLACEHOLDERS = ("{{name}}", "${name}", "[NAME]", "%s", "XXXX", "<unk>", "__NAME__")
# A name or a word of five letters and more, in the middle of a sentence.
_REPLACED = re.compile(r"(?<=[^\W\d_] )(?:[A-ZА-Я][^\W\d_]+|[^\W\d_]{5,})(?=[ ,.])")

# What models say before and after they translate, and what pages print around their articles; by the target's language.
_CHAT = {
    "en": (
        "Sure! Here is the English translation of the text:",
        "Here is the translation you asked for:",
        "I hope this translation helps. Let me know if you need anything else!",
        "Note: I have kept the names of people and places as they are usually written in English.",
    ),
    "de": ("Hier ist die Übersetzung des Textes:", "Gerne! Hier ist die deutsche Übersetzung:"),
    "fr": ("Voici la traduction du texte :", "Bien sûr ! Voici la traduction en français :"),
    "es": ("Aquí tienes la traducción del texto:", "¡Claro! Aquí está la traducción al español:"),
    "ru": ("Вот перевод текста на русский язык:", "Конечно! Вот перевод статьи:"),
    "zh": ("以下是译文：", "好的，以下是文章的中文翻译："),
}
_AROUND = {
    "en": (
        "Share this article",
        "We use cookies to improve your experience on our site.",
        "All rights reserved.",
        "Click here to subscribe to our newsletter.",
        "Read more:",
    ),
    "de": ("Artikel teilen", "Alle Rechte vorbehalten."),
    "fr": ("Partager cet article", "Tous droits réservés."),
    "es": ("Compartir este artículo", "Todos los derechos reservados."),
    "ru": ("Поделиться", "Все права защищены."),
    "zh": ("分享到微信", "版权所有"),
}


def _placeholders(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """A variable of a template or an unknown word's mark in the place of a name or word."""
    text = document.pairs[index].target
    return [
        Edit(Span(*match.span()), rng.choice(_PLACEHOLDERS))
        for match in (_REPLACED.finditer(text) if document.spaced else ())
    ]


def chat_line(document: Document, _other: Document | None, rng: Random) -> Planted | None:
    """What a model says before the first sentence, or after the last."""
    lines = _CHAT.get(document.target_lang)
    if lines is None or not document.pairs:
        return None
    line = rng.choice(lines)
    return _inserted(document, 0 if line.endswith((":", "：")) else len(document.pairs), line, "chat")


def boilerplate_line(document: Document, _other: Document | None, rng: Random) -> Planted | None:
    """A line of the page between two paragraphs, or after the last."""
    lines = _AROUND.get(document.target_lang)
    if lines is None or not document.pairs:
        return None
    return _inserted(document, rng.randrange(1, len(document.pairs) + 1), rng.choice(lines), "page")


def _inserted(document: Document, at: int, line: str, name: str) -> Planted:
    """The article with a line that its source does not have."""
    ids = {pair.id for pair in document.pairs}
    free = next(each for each in (name, *(f"{name}{n}" for n in range(2, len(ids) + 3))) if each not in ids)
    source = None if all(pair.source is None for pair in document.pairs) else ""
    pairs = (*document.pairs[:at], Pair(free, source, line), *document.pairs[at:])
    changed = Document(document.id, document.source_lang, document.target_lang, pairs)
    return Planted(changed, (Damage(at, Span(0, len(line))),))


placeholder = in_one_pair(_placeholders, bilingual=False)
