"""Punctuation of the source's script in a Latin or Cyrillic text: full-width commas, 。 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
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

# What to write instead; a comma or full stop of Chinese or Arabic brings its own space.
_INSTEAD = {
    "，": ",", "、": ",", "。": ".", "．": ".", "！": "!", "？": "?", "；": ";", "：": ":", "（": "(", "）": ")",
    "【": "[", "】": "]", "《": "“", "》": "”", "「": "“", "」": "”", "『": "“", "』": "”", "％": "%", "～": "–",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": ".", "।": ".",
}  # fmt: skip
_MARK = re.compile(f"[{''.join(_INSTEAD)}]+")
_OWN_SCRIPT = {"zh", "ja", "ko", "yue", "ar", "fa", "ur", "he", "hi", "mr", "ne", "bn"}
# Next to a word of their own script the marks belong to it; that word is what another rule reports.
_SCRIPT = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HEADING = frozenset("【】《》")
_TAKES_SPACE = frozenset(",.!?;:)]”%")


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.target is None or primary_language(pair.target.language) in _OWN_SCRIPT:
        return
    text = pair.target_text
    for match in _MARK.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if _SCRIPT.search(around):
            continue
        if match.group() in _HEADING and match.group() in pair.source_text:
            continue  # a tag of the headline or a product, kept on purpose
        instead = "".join(_INSTEAD[mark] for mark in match.group())
        if instead[-1] in _TAKES_SPACE and text[match.end() : match.end() + 1].isalnum():
            instead += " "
        yield Hit(
            f"“{match.group()}” is punctuation of another script.",
            target=Span(*match.span()),
            suggestions=(instead,),
        )


RULE = Rule(
    id="foreign-punctuation",
    summary="Punctuation of another script",
    why="A full-width comma in an English line shows at a glance that nobody edited it.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "会议，闭幕。",
            "The meeting，held in Wuhan, is over。",
            marks=["，", "。"],
            suggestion=", ",
            languages="zh-en",
        ),
        bad(
            "انتهى الاجتماع، وغادر الوزير.",
            "The meeting ended، and the minister left.",
            marks=["،"],
            suggestion=",",
            languages="ar-en",
        ),
        good("会议闭幕。", "Der Satz „会议，闭幕。“ heißt: Die Sitzung ist zu Ende.", languages="zh-de"),
        good("【专题】港口新闻", "【Special】Harbour news", languages="zh-en"),
        good("The meeting is over.", "会议，结束。", languages="en-zh"),
    ),
)
