"""What a page prints at its edge: page numbers and running headers, which copying leaves between two lines of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# "- 3 -", "3 / 12", "Seite 3", "Page 3 of 9", "第3页", "3쪽", "стр. 3", "صفحة 3"
_PAGE_NUMBER = re.compile(
    r"""[-–—•·|\[(\s]*
        (?:(?:page|seite|p\.|s\.|p[áa]g(?:ina)?\.?|стр(?:аница|\.)?|صفحة|第)\s*)?
        (?P<number>\d{1,4})
        (?:\s*(?:of|von|de|sur|из|من|/|共)\s*\d{1,4})?
        (?:\s*(?:页|頁|ページ|쪽|페이지))?
        (?:\s*/?\s*共\s*\d{1,4}\s*[页頁])?
        [-–—•·|\])\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
# A header stands on every page: three times make it one; and it is short.
_PAGES, _LONGEST_HEADER = 3, 80


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    found = _PAGE_NUMBER.fullmatch(text)
    return found is not None and 0 < int(found["number"]) < 2000


def running_headers(lines: Sequence[str]) -> frozenset[str]:
    """The lines that stand again and again among others, as headers and footers of pages do."""
    counts = Counter(line for line in lines if 0 < len(line) <= _LONGEST_HEADER)
    return frozenset(line for line, count in counts.items() if count >= _PAGES)
