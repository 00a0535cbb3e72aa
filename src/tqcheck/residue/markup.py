"""Markup that shows in running text: Markdown, wiki text, LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span

_KINDS = {
    # Stars within a word or after one only hide letters ("d**n"); a footnote's stars stand before a space.
    "Markdown": r"(?<![\w*])(?:\*\*|__)(?=[^\s*_])[^*_\n]{1,200}(?<=[^\s*_])(?:\*\*|__)(?![\w*]|\.\w)|(?<=\s)\*\*(?=\w)(?!\S*\*)"
    r"|^#{1,6} (?=\S)|^```\w*|```$",
    "wiki markup": r"\[\[[^\[\]\n]{1,200}\]\]|'{3}(?=[^'\n]+'{3})|^={2,6}\s?[^=\n]{1,80}\s?={2,6}$|</?(?:ref|nowiki|gallery)\b[^<>\n]{0,80}>|\[https?://\S+ [^\]\n]{1,100}\]",
    "LaTeX": r"\\(?:text(?:bf|it|tt|rm)?|emph|[dt]?frac|begin|end|cite[pt]?|ref|label|section|subsection|footnote|mathrm|mathbf|sqrt)\{[^{}\n]{0,80}\}?"
    r"|\\(?:alpha|beta|gamma|delta|times|cdot|leq|geq|approx|infty|item|ldots|rightarrow)\b",
}
_PATTERN = re.compile("|".join(f"(?P<k{at}>{pattern})" for at, pattern in enumerate(_KINDS.values())))
_NAMES = tuple(_KINDS)
_CODE = re.compile(r"`[^`\n]+`")


def leftover_markup(target: str, source: str) -> Iterator[tuple[Span, str]]:
    """The pieces of markup and the language of each; none of a language that the source shows too."""
    found = list(_in(target))
    if not found:
        return
    own = {name for _, name in _in(source)}
    yield from ((span, name) for span, name in found if name not in own)


def _in(text: str) -> Iterator[tuple[Span, str]]:
    code = [Span(*match.span()) for match in _CODE.finditer(text)]
    for match in _PATTERN.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in code):
            yield span, _NAMES[int(str(match.lastgroup)[1:])]
