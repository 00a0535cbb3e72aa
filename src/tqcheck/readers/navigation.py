"""What of a page is navigation: judged by element, role, class and label, and by the share of link text.

The words are those that news sites use. Never so that the headline or the bulk of the prose would go.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tqcheck.documents import Block, BlockKind, Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is judged. `linked` is the share of its text that links.

    `boxes` number the elements around it that look like navigation.
    """

    kind: BlockKind
    level: int
    passage: Passage
    linked: float
    boxes: tuple[int, ...]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAV_ROLES = _words("navigation banner contentinfo search menu menubar complementary toolbar tablist dialog")
_NAV_WORDS = _words(
    "breadcrumb breadcrumbs crumb crumbs nav navbar navigation menu sidebar related recommend recommended "
    "recommendations share sharing social tags pagination pager footer copyright comments cookie cookies "
    "newsletter subscribe promo advert advertisement ads ad sponsored toolbar login search popular "
    "trending widget masthead"
)
_QUALIFIED = re.compile(r"(?:has|no|with|without|is|not)[-_]", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CRUMB_LABEL = re.compile(
    r"bread.?crumb|面包屑|麵包屑|パンくず|хлебные крошки|fil d.ariane|brotkr|migas|briciole|migalhas|مسار التنقل|경로",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:相关阅读|相关新闻|相关报道|相关链接|延伸阅读|推荐阅读|更多新闻|相關|延伸閱讀|関連記事|関連リンク|あわせて読みたい|관련\s?기사|관련\s?뉴스|"
    r"читайте также|читать также|по теме|материалы по теме|ещё по теме|см\. также|смотрите также|"
    r"read (?:more|also|next)|see also|related|more (?:on this|from|stories)|you (?:may|might) also like|"
    r"lesen sie auch|mehr zum thema|siehe auch|lire aussi|à lire|sur le même sujet|voir aussi|"
    r"lea también|te puede interesar|ver también|más información|leia também|veja também|leia mais|"
    r"leggi anche|vedi anche|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|مواضيع ذات صلة)",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"[^>›»/|→]{1,40}(?:\s*[>›»/|→]\s*[^>›»/|→]{1,60}){1,6}")


def looks_like_navigation(tag: str, values: Mapping[str, str], *, in_article: bool) -> bool:
    """True if a block element's own tag and attributes say that it is navigation."""
    if tag in {"nav", "aside"} or values.get("role", "").lower() in _NAV_ROLES:
        return True
    if tag in {"header", "footer"} and not in_article:
        return True
    if _CRUMB_LABEL.search(values.get("aria-label", "")):
        return True
    names = f"{values.get('class', '')} {values.get('id', '')}".split()
    return any(
        not _QUALIFIED.match(name) and not _NAV_WORDS.isdisjoint(word.lower() for word in _WORD.findall(name))
        for name in names
    )


def classified(drafts: Sequence[Draft]) -> list[Block]:
    """The blocks, navigation told from prose."""
    boxes = _navigation_boxes(drafts)
    marks = [not boxes.isdisjoint(draft.boxes) for draft in drafts]
    for run in _link_runs(drafts):
        for index in run:
            marks[index] = True
    for index, draft in enumerate(drafts):
        marks[index] = marks[index] or _is_crumbs(draft)
        related = _RELATED.match(draft.passage.text)
        followed = index + 1 < len(drafts) and (marks[index + 1] or drafts[index + 1].linked > _LINKED)
        if related and (draft.linked > _HALF or (followed and len(draft.passage.text) <= _LABEL)):
            marks[index] = True
    below = False  # a label such as "See also:", whose links follow
    for index, draft in enumerate(drafts):
        below = (marks[index] and bool(_RELATED.match(draft.passage.text))) or (
            below and draft.linked > _LINKED
        )
        marks[index] = marks[index] or below
    return [
        Block(BlockKind.NAVIGATION if mark else draft.kind, draft.passage, 0 if mark else draft.level)
        for mark, draft in zip(marks, drafts, strict=True)
    ]


_LINKED = 0.9  # but for a comma or a date, the block is a link
_HALF = 0.5
_LABEL = 40  # characters of the longest label, "Materials on this topic:", with room to spare
_BULK = 0.4  # of the page's unlinked text: no menu has as much


def _navigation_boxes(drafts: Sequence[Draft]) -> set[int]:
    """The elements that look like navigation and do not hold the only headline or the bulk of the prose."""
    prose = [len(draft.passage.text) * (1 - draft.linked) for draft in drafts]
    total = sum(prose) or 1.0
    headlines = [draft.boxes for draft in drafts if draft.level == 1]
    share = dict[int, float]()
    for draft, size in zip(drafts, prose, strict=True):
        for box in draft.boxes:
            share[box] = share.get(box, 0.0) + size / total
    return {
        box
        for box, part in share.items()
        if part <= _BULK and not (headlines and all(box in boxes for boxes in headlines))
    }


def _link_runs(drafts: Sequence[Draft]) -> list[list[int]]:
    """Neighbouring blocks that are nothing but links: three anywhere, two before the headline."""
    headline = next((index for index, draft in enumerate(drafts) if draft.level == 1), 0)
    runs, run = list[list[int]](), list[int]()
    for index, draft in enumerate([*drafts, None]):
        if draft is not None and draft.linked > _LINKED and draft.level != 1:
            run.append(index)
            continue
        if len(run) >= (2 if run and run[-1] < headline else 3):
            runs.append(run)
        run = []
    return runs


def _is_crumbs(draft: Draft) -> bool:
    """ "Home > News > World" in one block, some of it linked; in plain text it may be part of a headline."""
    return draft.level == 0 and draft.linked >= _SOME and bool(_CRUMBS.fullmatch(draft.passage.text))


_SOME = 0.3
