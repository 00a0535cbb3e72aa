"""Words of other people on a terminal: what would move its cursor, change its state or reorder its text is shown."""

from __future__ import annotations

import re

# The C0 and C1 controls (ESC, CSI, OSC, CR …), which a terminal obeys; the bidirectional embeddings, overrides and
# isolates, with which text reads as what it is not (Unicode TR 36, "Bidirectional text spoofing"); lone surrogates,
# which no output can encode. The marks that Arabic and Hebrew are typed with (LRM, RLM, ZWNJ) reorder nothing else.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE = re.compile("[\t\n\r\u2028\u2029]")


def printable(text: str) -> str:
    """`text` on one line, as long as before: tabs and line ends are spaces, unsafe characters "�"."""
    return _UNSAFE.sub("�", _LINE.sub(" ", text))
