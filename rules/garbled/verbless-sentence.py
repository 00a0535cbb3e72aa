"""A sentence of running text in which nothing can be a finite verb."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Edits,
    Hit,
    Pair,
    Severity,
    Span,
    Syntax,
    Token,
    bad,
    good,
    likely_edits,
)

# Read off 7,700 sentences of published human translations: 1 in 75 has six words or more and no word that could be
# a finite verb; nearly all are exclamations, thanks, captions, prices and lists, told by these signs, or the short
# ad-like phrases that a source may have as well.
_LEAST_WORDS, _LONG = 6, 9
_NOT_RUNNING_TEXT = re.compile(
    r"^[\W\d]|[:;!?…—–/*#<>|()“\"«]|\.\.|(?i:\bthanks?\b|^(?:no|not|and|but|or|so|just|almost|simply|many|photo)\b)"
)
_ABBREVIATION_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Co|Inc|Ltd|Corp|No|St|Sept|Jan|Feb|Aug|Oct|Nov|Dec|Prof|Gen|vs|a\.m|p\.m))\.$"
)
# What a finite verb, a short participle or a predicate of Russian or Ukrainian may end in. Many nouns do too: the
# sentence that has no such word surely has no verb, and is a caption, a title or a list of goods.
_CYRILLIC_VERB = re.compile(
    r"(?:ть|ти|чь|[аяиіыуео]в?л[аио]?|[аяиіу]в|[аяеёиуюїє]ш?ь?[тм]|[аяуюі]є|[еиї]т[еь]|[еєиї]мо|[ая]ю|жу|шу|чу|щу|лю|"
    r"[ео]?н[аоы]|ен|т[аоы]|ся|сь)(?![^\W\d_])|\b(?:є|нет|немає|нема|это|це|можно|нужно|надо|нельзя|треба)\b",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？；;：:][\"'”’»」』)）]*$")
_CYRILLIC_ABBREVIATION = re.compile(r"(?<![^\W\d_])[а-яёіїєґ]{1,2}\.$")  # им., г.: what follows was cut off
# A page of captions, reviews or goods is written without verbs: only among sentences that have one does it tell.
_OTHERS = 3


@dataclass(frozen=True, slots=True)
class _Sentence:
    pair: Pair
    span: Span
    tokens: tuple[Token, ...]
    alone: bool  # in its paragraph

    @property
    def has_verb(self) -> bool:
        return any(token.maybe_finite or self._is_verb(index) for index, token in enumerate(self.tokens))

    def _is_verb(self, index: int) -> bool:
        token = self.tokens[index]
        if token.is_finite:
            return True
        if token.upos not in {"VERB", "AUX"} and not self._word(index).endswith("ing"):
            return False
        if self._word(index).endswith("ing"):  # "Workers leaving the yard.": a caption
            return self.alone and index > 0 and self.tokens[index - 1].upos in {"NOUN", "PROPN", "PRON"}
        if token.verb_form == "Inf":
            return not self._after_to(index)
        return token.verb_form == "Part"  # looks like a past tense

    def _after_to(self, index: int) -> bool:
        """An infinitive with "to" is no predicate, but in "Ministers to meet on Friday." and "To be continued."."""
        for at in range(index - 1, max(-1, index - 4), -1):
            if self._word(at) == "to":
                subject = self._word(at - 1) if at else ""
                return bool(subject) and not (self.tokens[at - 1].upos == "PROPN" or subject.endswith("s"))
        return False

    def _word(self, index: int) -> str:
        return self.tokens[index].span.of(self.pair.target_text).lower()


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    sentences = list(_sentences(article, facts))
    without = [sentence for sentence in sentences if not sentence.has_verb]
    running = len(sentences) - len(without) >= _OTHERS * len(without)
    for sentence in without:
        if sentence.span.of(sentence.pair.target_text).count(",") >= 2:  # an enumeration
            continue
        if _is_caption(sentence.pair) or _is_told(sentence, facts):
            continue
        doubtful = len(sentence.tokens) < _LONG or not running
        yield (
            sentence.pair,
            replace(_hit(sentence, facts), confidence=Confidence.LOW if doubtful else None),
        )


def _is_caption(pair: Pair) -> bool:
    """Whether the source is no sentence either: it is not ended as one, or has nothing that could be a verb."""
    source = pair.source_text.strip()
    if pair.source is None or not source:
        return False
    verbless = _CYRILLIC.search(source) is not None and _CYRILLIC_VERB.search(source) is None
    cut = _SENTENCE_END.search(source) is None or _CYRILLIC_ABBREVIATION.search(source) is not None
    return verbless or cut


def _hit(sentence: _Sentence, facts: ArticleFacts) -> Hit:
    """With the verb, where the tagger has one in mind, if less surely than `missing-word` wants it."""
    for edit, _ in likely_edits(facts.of(sentence.pair)[Edits], "M:VERB"):
        if edit.replacement is not None and sentence.span.overlaps(edit.span):
            verb, marked = edit.replacement.split()[0], edit.span.of(sentence.pair.target_text)
            message = (
                f"This sentence has no verb: one such as “{verb}” seems to be missing before “{marked}”."
            )
            return Hit(message, target=edit.span, suggestions=(edit.replacement,))
    return Hit("This sentence has no verb: something was lost or run together in it.", target=sentence.span)


def _is_told(sentence: _Sentence, facts: ArticleFacts) -> bool:
    """Whether the rule about missing words says which verb is missing."""
    missing = likely_edits(facts.of(sentence.pair)[Edits], "M:VERB")
    return any(confidence is None and sentence.span.overlaps(edit.span) for edit, confidence in missing)


def _sentences(article: AlignedArticle, facts: ArticleFacts) -> Iterator[_Sentence]:
    """The sentences of running text that are long enough to need a verb."""
    per_block = Counter(
        block for pair in article.pairs if pair.target is not None for block in pair.target.blocks
    )
    for pair in article.pairs:
        text = pair.target
        if text is None or text.kind is not BlockKind.PARAGRAPH:
            continue
        tokens = facts.of(pair)[Syntax].tokens
        for span, block in zip(text.sentences, text.blocks, strict=True):
            marked = span.of(text.text)
            if (
                not marked.endswith(".")
                or _NOT_RUNNING_TEXT.search(marked)
                or _ABBREVIATION_END.search(marked)
            ):
                continue
            own = tuple(token for token in tokens if span.contains(token.span))
            if len(own) >= _LEAST_WORDS:
                yield _Sentence(pair, span, own, per_block[block] == 1)


# What stands around a sentence in the examples.
_EN = (
    "The minister arrived in the capital on Monday morning.",
    "He met the head of the port authority in the afternoon.",
    "The two sides signed a new agreement on the port.",
)
_ZH = ("部长周一上午抵达首都。", "下午他会见了港务局局长。", "双方签署了新的港口协议。")
_RU = (
    "Министр прибыл в столицу в понедельник утром.",
    "Днём он встретился с главой порта.",
    "Стороны подписали соглашение.",
)

RULE = DocumentRule(
    id="verbless-sentence",
    summary="A sentence of running text has no finite verb",
    why="A sentence that says nothing about its subject is what is left of a source sentence that was cut or misread.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits, Syntax),
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            [*_ZH, "双方高度评价中马关系的发展，一致同意进一步深化合作。"],
            [
                *_EN,
                "The high evaluation of both sides for the development of bilateral cooperation in all areas.",
            ],
            marks=[
                "The high evaluation of both sides for the development of bilateral cooperation in all areas."
            ],
            languages="zh-en",
        ),
        bad(
            [*_RU, "Министр подчеркнул роль региона в энергетической безопасности страны."],
            [*_EN, "The minister's role of the region in the energy security of the country."],
            marks=["The minister's role of the region in the energy security of the country."],
            languages="ru-en",
        ),
        bad(
            None,
            [*_EN, "The German government ready to keep supporting the port in its search for investors."],
            marks=["ready"],
            suggestion="is ready",
            languages="und-en",
        ),
        good(
            "双方同意深化合作。",
            "Both sides agreed to deepen cooperation in all areas of the economy.",
            languages="zh-en",
        ),
        # Verbs that a small corpus knows as nouns only.
        good(
            None,
            [*_EN, "The parish office answers letters in the order of their arrival at the church."],
            languages="und-en",
        ),
        good(
            None,
            [*_EN, "Two small boys wander through the crowd in the square in front of the church."],
            languages="und-en",
        ),
        good(
            [*_RU, "Соль, перец, сахар."],
            [*_EN, "Salt, black pepper, sugar, peas, a little butter and fresh bread from the oven."],
            languages="ru-en",
        ),
        good(
            None, [*_EN, "Workers loading the last of the coal onto a ship in the port."], languages="und-en"
        ),
        good(
            ["Eine Gruppe Kinder am Strand der Insel bei einem Ausflug mit der Schule."],
            ["A group of children on the beach of the island during a trip with the school."],
            languages="de-en",
        ),
        good(
            [*_RU, "Вид гавани с моря после дождей."],
            [*_EN, "A view of the old harbour of the city from the sea after the rains."],
            languages="ru-en",
        ),
        good(
            "# 国际领导人会晤",
            "# International leaders in the capital for a new round of talks",
            languages="zh-en",
        ),
    ),
)
