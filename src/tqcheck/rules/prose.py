"""What is a sentence of the article, and what only stands in it: headings, bylines, captions, credits."""

from __future__ import annotations

import re

from tqcheck.documents import BlockKind, Text
from tqcheck.model import Span

_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}
_END = re.compile(r"[.!?…。！？｡؟۔।॥][\"'”’»“」』）)\]\s]*$")
_BRACKETED = re.compile(r"[(（\[【].*[)）\]】][.。]?", re.DOTALL)
_WIDE = re.compile("[\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
# Letters of an alphabet; a Chinese, Japanese or Korean one counts three. "Photo: Reuters.", "记者 张三。" are shorter.
_SHORT = 20


def is_prose_sentence(text: Text, span: Span) -> bool:
    """True for a full sentence of running text, long enough to say something and ended as one.

    Headings, table cells and captions are none, nor is what stands in brackets as a whole (credits, notes of the editor).
    List items need no full stop.
    """
    sentence = span.of(text.text).strip()
    if text.kind not in _PROSE or _BRACKETED.fullmatch(sentence):
        return False
    return prose_size(sentence) >= _SHORT and (
        text.kind is BlockKind.LIST_ITEM or _END.search(sentence) is not None
    )


def prose_size(text: str) -> int:
    """The letters and digits of a text, where a character of Chinese, Japanese or Korean counts three."""
    return sum(3 if _WIDE.match(char) else 1 for char in text if char.isalnum())
