"""The HTML report: one file that asks for nothing, keeps every character of the article, and works in a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from requires import requires
from tqcheck.documents import AlignedArticle, Block, BlockKind, Document, Pair, Passage, Text
from tqcheck.facts import SupportedWord, WordSupport
from tqcheck.model import Category, Confidence, Finding, Severity, Span
from tqcheck.report import ArticleReport, Check, CheckStatus, Failure, Report, Score
from tqcheck.reporters import ReportOptions, render
from tqcheck.reporters.html.marks import flat_pieces

EVIL = "<script>alert('x')</script></script><!-- \" ' & ]]> </style><img src=x onerror=alert(1)>"


def text_of(text: str | None, language: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Text | None:
    return None if text is None else Text(Passage.verbatim(text), language, kind)


def finding(pair: int, number: int, target: Span | None, source: Span | None = None, **more: Any) -> Finding:
    values: dict[str, Any] = {
        "rule": "number-mismatch",
        "category": Category.NUMBERS,
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "message": "The figures differ.",
        "suggestions": (),
        **more,
    }
    return Finding(
        fingerprint=f"{number:016x}",
        pair=str(pair),
        source=None,
        target=None,
        source_span=source,
        target_span=target,
        **values,
    )


def document_of(
    pairs: list[tuple[str | None, str | None]],
    findings: tuple[Finding, ...] = (),
    *,
    languages: tuple[str, str] = ("zh", "en"),
    path: str = "article",
    alone: bool = False,
    **more: Any,
) -> ArticleReport:
    def side(index: int) -> Document:
        blocks = tuple(Block(BlockKind.PARAGRAPH, Passage.verbatim(p[index] or "")) for p in pairs)
        text = "\n".join(pair[index] or "" for pair in pairs)
        return Document(f"{path}.{languages[index]}.txt", text, blocks, languages[index], notes=("given",))

    article = AlignedArticle(
        source=None if alone else side(0),
        target=side(1),
        pairs=tuple(
            Pair(str(i), text_of(one, languages[0]), text_of(two, languages[1]))
            for i, (one, two) in enumerate(pairs)
        ),
        aligned_by="a test",
    )
    return ArticleReport(article, findings, Score.of(article, findings, Severity.MAJOR), **more)


def page(*documents: ArticleReport, **more: Any) -> str:
    rules = {"number-mismatch": ("A number differs", "A wrong figure is the error readers act on.")}
    return render("html", Report("0.1.0", "sig|nature", documents, **more), ReportOptions(rules=rules))


def parsed(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def texts(html: str, selector: str) -> list[str]:
    return [node.text() for node in parsed(html).css(selector)]


# Four findings in two pairs, and an omitted pair between: one lies within another, one marks the source alone.
STORM = document_of(
    [
        ("风暴造成320人受伤。", "The storm injured 230 people."),
        ("没有人死亡。", None),
        ("损失达12亿元。", "Losses were heavy in the the city."),
    ],
    (
        finding(0, 1, Span(18, 21), Span(4, 7), severity=Severity.CRITICAL, suggestions=("320",)),
        finding(0, 4, Span(10, 28), category=Category.GRAMMAR, rule="doubled-word"),
        finding(2, 2, None, Span(3, 6), message="The source says 12亿; the translation has no such figure."),
        finding(2, 3, Span(22, 29), severity=Severity.MINOR, category=Category.GRAMMAR, rule="doubled-word"),
    ),
    path="storm",
)


def lost(text: str, *words: str) -> tuple[SupportedWord, ...]:
    """The words of a text, these without a counterpart, the others with one or unknown."""
    return tuple(
        SupportedWord(Span(*match.span()), 0.0 if match[0] in words else None, match[0] in words)
        for match in re.finditer(r"[^\W\d_]+", text)
    )


PORT = (
    "Der Hafen und die alte Werft bleiben im Winter offen.",
    "The harbour stays open in winter for tourists.",
)
ARABIC = ("اشترت المعلمة كتابا جديدا.", "The teacher bought a book and a guitar.")
ASKED = document_of(
    [PORT, ("Das Café nicht.", "The café does not.")],
    (finding(0, 1, Span(0, 11)), finding(0, 2, Span(34, 45), severity=Severity.MINOR)),
    languages=("de", "en"),
    support={"0": WordSupport(lost(PORT[0], "alte", "Werft"), lost(PORT[1], "tourists"))},
)


def beads() -> ArticleReport:
    """Beads of every shape, and a paragraph of two sentences that stands after its neighbour in the source."""
    source = ["Eins.", "Zwei und mehr.", "Drei.", "Vier.", "Fünf.", "Sechs.", "Sieben.", "Acht.", "Neun."]
    target = [
        "One.",
        "Two.",
        "And more.",
        "Eight.",
        "Nine.",
        "Three, four.",
        "An addition.",
        "Six a.",
        "Seven b.",
    ]
    shapes: tuple[tuple[list[int], list[int]], ...] = (
        ([0], [0]),
        ([1], [1, 2]),
        ([7], [3]),
        ([8], [4]),
        ([2, 3], [5]),
        ([], [6]),
        ([4], []),
        ([5, 6], [7, 8]),
    )
    files = ["\n".join(sentences) for sentences in (source, target)]

    def side(which: int, indices: list[int]) -> Text | None:
        sentences = (source, target)[which]
        passages = [
            Passage.verbatim(sentences[at], sum(len(one) + 1 for one in sentences[:at])) for at in indices
        ]
        return Text(Passage.join(passages, " "), ("de", "en")[which]) if passages else None

    documents = [
        Document(
            f"beads.{language}.txt", text, (Block(BlockKind.PARAGRAPH, Passage.verbatim(text)),), language
        )
        for language, text in zip(("de", "en"), files, strict=True)
    ]
    pairs = tuple(Pair(str(at), side(0, ours), side(1, theirs)) for at, (ours, theirs) in enumerate(shapes))
    article = AlignedArticle(documents[0], documents[1], pairs, aligned_by="a test")
    return ArticleReport(article, (), Score.of(article, (), None))


QUIET = document_of([("天气很好。", "The weather is fine.")], path="quiet")


class TestPieces:
    spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))

    @given(st.text(max_size=25), st.lists(spans, max_size=6))
    def test_no_text_is_lost_or_doubled_and_every_span_is_told_once(
        self, text: str, spans: list[Span]
    ) -> None:
        pieces = flat_pieces(text, spans)
        assert "".join(piece.text for piece in pieces) == text
        for index, span in enumerate(spans):
            assert "".join(piece.text for piece in pieces if index in piece.covers) == span.of(text)
            assert sum(index in piece.ends for piece in pieces) == 1

    def test_an_empty_span_is_a_place_between_two_pieces(self) -> None:
        assert [(p.text, p.covers) for p in flat_pieces("ab", [Span(1, 1)])] == [
            ("a", ()),
            ("", (0,)),
            ("b", ()),
        ]


class TestPage:
    def test_is_one_file_that_asks_for_nothing(self) -> None:
        html = page(STORM)
        assert html.startswith("<!doctype html>")
        assert not parsed(html).css("link, img, iframe, script[src], [style], [onclick]")
        assert re.search(r"url\(|@import|https?://", html) is None
        (policy,) = [m.attributes["content"] for m in parsed(html).css("meta[http-equiv]")]
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy

    @pytest.mark.parametrize("evil", [EVIL, '"><b>x</b>', "</p></div></main>", "{{ page }}{% raw %}"])
    def test_untrusted_text_is_text(self, evil: str) -> None:
        hostile = document_of(
            [(evil, evil)],
            (finding(0, 1, Span(0, 3), Span(0, 3), message=evil, suggestions=(evil,), rule=evil),),
            path=evil,
            languages=("en", evil),
            name=evil,
            checks=(Check(evil, CheckStatus.FAILED, evil),),
            failures=(Failure(evil, evil, evil),),
        )
        for html in (page(hostile, problems=(evil,)), page(hostile, hostile)):
            plain = page(STORM)
            for tag in ("script", "style", "img", "b > b", "main"):
                assert len(parsed(html).css(tag)) == len(parsed(plain).css(tag))
            assert texts(html, ".text")[0] == evil
            assert texts(html, ".message")[0] == evil
            assert not any(name.startswith("on") for n in parsed(html).css("*") for name in n.attributes)

    @given(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
        st.lists(TestPieces.spans, max_size=4),
    )
    def test_the_article_stands_in_the_page_as_it_is(self, text: str, spans: list[Span]) -> None:
        html = page(document_of([(text, text)], tuple(finding(0, i, s, s) for i, s in enumerate(spans))))
        assert texts(html, ".text") == [text, text]

    def test_what_no_font_can_show_is_shown_by_a_picture(self) -> None:
        html = page(document_of([("a", "b\x00c\ud800\x1bd")]))
        html.encode("utf-8")
        assert texts(html, ".target .text") == ["b␀c�␛d"]

    def test_marks_lead_to_cards_and_cards_to_marks(self) -> None:
        tree = parsed(page(STORM))
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids))
        for link in tree.css("a[href]"):
            assert (link.attributes["href"] or "")[1:] in ids
        assert len(tree.css(".card")) == 4
        assert [mark.text() for mark in tree.css('mark[data-f~="d1f2"]')] == ["320", "230"]
        assert [ref.attributes["data-f"] for ref in tree.css(".source .ref")] == ["d1f2", "d1f3"]

    def test_every_mark_has_a_handle_that_says_what_it_is(self) -> None:
        refs = parsed(page(STORM)).css(".ref")
        assert len(refs) == 6
        for ref in refs:
            assert re.match(r"Finding \d, (minor|major|critical), \w+: ", ref.attributes["aria-label"] or "")

    def test_a_finding_without_a_place_in_the_translation_is_marked_at_its_row(self) -> None:
        tree = parsed(page(STORM))
        (whole,) = tree.css(".target .ref.whole")
        assert whole.attributes["data-f"] == "d1f3"

    def test_an_empty_span_is_a_caret(self) -> None:
        html = page(document_of([("a", "one two")], (finding(0, 1, Span(3, 3)),)))
        assert len(parsed(html).css(".target .caret")) == 1
        assert texts(html, ".target .text") == ["one two"]

    def test_an_empty_side_says_so(self) -> None:
        html = page(document_of([("甲", None), (None, "B")]))
        assert texts(html, ".target .absent") == ["Not in the translation"]
        assert texts(html, ".source .absent") == ["Not in the source"]

    def test_findings_are_listed_worst_first_and_stand_in_the_order_of_the_text(self) -> None:
        html = page(STORM)
        listed = [(n.attributes["data-f"] or "")[-1] for n in parsed(html).css(".list li")]
        assert listed == ["2", "1", "3", "4"]
        assert [n.attributes["id"] for n in parsed(html).css(".card")] == ["d1f1", "d1f2", "d1f3", "d1f4"]

    def test_the_score_comes_with_its_formula_and_numbers(self) -> None:
        assert texts(page(STORM), ".formula") == [
            "(1 minor × 1 + 2 major × 5 + 1 critical × 25) × 1000 / 12 words of the translation = 3000.0"
        ]

    def test_the_card_tells_the_reason_and_what_to_write(self) -> None:
        (card,) = parsed(page(STORM)).css(".card[data-severity=critical]")
        assert [node.text() for node in card.css("del, ins")] == ["230", "320"]
        for wanted in ("critical", "Numbers", "number-mismatch", "high confidence", "readers act on"):
            assert wanted in card.text()

    def test_what_did_not_run_is_said_at_the_top(self) -> None:
        checks = (
            Check("grammar", CheckStatus.SKIPPED, "No Java was found."),
            Check("similarity", CheckStatus.FAILED, "The model broke."),
            Check("names", CheckStatus.RAN, "CLDR"),
        )
        report = document_of(
            [("a", "b")], checks=checks, failures=(Failure("bad-rule", "KeyError: 1", "0"),), hidden=3
        )
        (notices,) = texts(page(report), ".head .notices")
        for wanted in (
            "Not checked: grammar",
            "No Java was found.",
            "Failed: similarity",
            "bad-rule",
            "3 less",
        ):
            assert wanted in notices
        several = page(report, QUIET, problems=("x.txt: there is no such file",))
        head = " ".join(texts(several, ".head .notices"))
        assert "x.txt: there is no such file" in head
        assert "1 of 2 documents" in head
        assert "bad-rule" in " ".join(texts(several, ".brief .notices"))

    def test_nothing_found_is_said_with_what_was_checked(self) -> None:
        html = page(document_of([("a", "b")], checks=(Check("names", CheckStatus.RAN, "CLDR"),)))
        (clear,) = texts(html, ".clear")
        assert "Nothing found in 1 sentence pair; checked: names" in clear
        assert not parsed(html).css(".card, .filters")

    def test_words_without_a_counterpart_are_told_apart_and_listed_for_who_cannot_see_them(self) -> None:
        tree = parsed(page(ASKED))
        assert [node.text() for node in tree.css(".lost")] == ["alte", "Werft", "tourists"]
        assert [node.text() for node in tree.css("mark .lost")] == ["tourists"]
        assert [node.attributes["id"] for node in tree.css(".row.asks")] == ["d1p1"]
        labels = [node.attributes["aria-label"] for node in tree.css(".gutter a")]
        assert labels == ["Pair 1, no counterpart found of alte, Werft, tourists", "Pair 2"]

    @given(
        st.sampled_from([EVIL, "a<b> & c", "</span></p>", '" class="card'])
        | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
        st.lists(TestPieces.spans, max_size=4),
        st.lists(TestPieces.spans, max_size=2),
    )
    def test_words_without_a_counterpart_change_no_character(
        self, text: str, words: list[Span], found: list[Span]
    ) -> None:
        support = tuple(SupportedWord(span, 0.0, unsupported=True) for span in words)
        findings = tuple(finding(0, at, span, span) for at, span in enumerate(found))
        html = page(document_of([(text, text)], findings, support={"0": WordSupport(support, support)}))
        assert texts(html, ".text") == [text, text]
        assert not parsed(html).css("img, b > b, .text .card")
        assert len(parsed(html).css("script")) == 1

    def test_beads_of_every_shape_stand_in_rows(self) -> None:
        tree = parsed(page(beads()))
        assert [node.text() for node in tree.css(".source .text")] == [
            "Eins.", "Zwei und mehr.", "Acht.", "Neun.", "Drei. Vier.", "Fünf.", "Sechs. Sieben.",
        ]  # fmt: skip
        assert [node.text() for node in tree.css(".target .text")] == [
            "One.", "Two. And more.", "Eight.", "Nine.", "Three, four.", "An addition.", "Six a. Seven b.",
        ]  # fmt: skip
        assert [row.attributes["id"] for row in tree.css(".row") if row.css(".absent")] == ["d1p6", "d1p7"]

    def test_what_was_moved_says_where_its_source_stands_once(self) -> None:
        tree = parsed(page(beads()))
        (told,) = tree.css(".moved")
        assert told.text() == "Moved: follows 8 in the source"
        assert [link.attributes["href"] for link in told.css("a")] == ["#d1p8"]
        assert "Neun." not in told.text()

    def test_what_was_moved_to_the_end_may_be_first_in_the_source(self) -> None:
        pairs = tuple(
            Pair(str(at), Text(Passage.verbatim(f"Satz {start}.", start), "de"), text_of("One.", "en"))
            for at, start in enumerate((10, 20, 0))
        )
        article = AlignedArticle(STORM.article.source, STORM.article.target, pairs, aligned_by="a test")
        html = page(ArticleReport(article, (), Score.of(article, (), None)))
        assert texts(html, ".moved") == ["Moved: first in the source"]

    def test_languages_and_directions_are_those_of_each_side(self) -> None:
        tree = parsed(page(document_of([("مرحبا", "Hello")], languages=("ar", "en"))))
        sides = [(n.attributes["lang"], n.attributes["dir"]) for n in tree.css(".text")]
        assert sides == [("ar", "rtl"), ("en", "auto")]

    def test_a_translation_alone_has_one_column(self) -> None:
        tree = parsed(page(document_of([(None, "Hello")], alone=True)))
        assert not tree.css(".source, .absent, .columns")
        assert len(tree.css(".sheet.alone .target")) == 1

    def test_several_documents_have_an_index(self) -> None:
        html = page(STORM, QUIET)
        assert [text.split()[0] for text in texts(html, ".documents li")] == ["storm.en.txt", "quiet.en.txt"]
        assert len(parsed(html).css("main .document")) == 2

    def test_an_empty_run_is_still_a_page(self) -> None:
        assert texts(page(problems=("a.txt: not read",)), "h1") == ["0 documents"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    requires("browser")
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(found for name in names if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Tab:
    """A report in a browser tab, with all that the tab complained of or asked for."""

    def __init__(self, chromium: Any, file: Path, **options: Any) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.context = chromium.new_context(**options)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def seen(self, selector: str) -> int:
        return int(self.page.locator(f"{selector}:visible").count())

    def js(self, code: str) -> Any:
        return self.page.evaluate(code)


@pytest.mark.browser
class TestBrowser:
    @pytest.fixture
    def open_tab(self, chromium: Any, tmp_path: Path) -> Iterator[Any]:
        tabs: list[Tab] = []

        def open_(html: str, **options: Any) -> Tab:
            file = tmp_path / "report.html"
            file.write_text(html, encoding="utf-8")
            tabs.append(Tab(chromium, file, **options))
            return tabs[-1]

        yield open_
        for tab in tabs:
            tab.context.close()

    def test_asks_for_nothing_and_breaks_no_rule_of_its_own(self, open_tab: Any) -> None:
        hostile = document_of(
            [(EVIL, EVIL)], (finding(0, 1, Span(2, 9), message=EVIL),), path=EVIL, name=EVIL
        )
        tab = open_tab(page(STORM, hostile))
        tab.page.locator(".stepper button").last.click()
        assert tab.complaints == []
        assert len(tab.requests) == 1
        assert tab.js("getComputedStyle(document.querySelector('.desk')).display") == "grid"

    def test_words_without_a_counterpart_show_while_their_row_is_pointed_at(self, open_tab: Any) -> None:
        tab = open_tab(page(ASKED))
        assert asked(tab) == ([], "none")
        tab.page.locator("#d1p1 .target .text").hover(position={"x": 5, "y": 5})
        assert asked(tab) == (["alte", "Werft", "tourists"], LEGEND)
        tab.page.locator("#d1p2 .target .text").hover(position={"x": 5, "y": 5})
        assert asked(tab) == ([], "none")

    def test_words_without_a_counterpart_show_while_their_row_has_the_focus(self, open_tab: Any) -> None:
        tab = open_tab(page(ASKED))
        tab.page.locator("#d1p1 .gutter a").focus()
        assert asked(tab) == (["alte", "Werft", "tourists"], LEGEND)
        tab.page.locator("#d1p2 .gutter a").focus()
        assert asked(tab) == ([], "none")

    @pytest.mark.parametrize("found", [True, False])
    def test_words_without_a_counterpart_show_in_the_row_last_touched(
        self, open_tab: Any, found: bool
    ) -> None:
        report = ASKED if found else replace(ASKED, findings=())
        tab = open_tab(page(report), has_touch=True)
        tab.page.touchscreen.tap(*middle(tab, "#d1p1 .source .text"))
        assert asked(tab) == (["alte", "Werft", "tourists"], LEGEND)
        tab.page.touchscreen.tap(*middle(tab, "#d1p2 .source .text"))
        assert asked(tab) == ([], "none")

    def test_nothing_moves_when_a_row_is_asked(self, open_tab: Any) -> None:
        tab = open_tab(page(ASKED))
        places = "JSON.stringify([...document.querySelectorAll('.text')].map(t => t.getBoundingClientRect()))"
        before = tab.js(places)
        tab.page.locator("#d1p1 .target .text").hover(position={"x": 5, "y": 5})
        assert tab.js(places) == before

    def test_words_without_a_counterpart_are_not_printed(self, open_tab: Any) -> None:
        tab = open_tab(page(ASKED))
        tab.page.locator("#d1p1 .gutter a").focus()
        tab.page.emulate_media(media="print")
        assert asked(tab) == ([], "none")

    def test_words_without_a_counterpart_in_a_text_from_right_to_left(self, open_tab: Any) -> None:
        support = WordSupport(lost(ARABIC[0], "جديدا"), lost(ARABIC[1], "guitar"))
        tab = open_tab(page(document_of([ARABIC], languages=("ar", "en"), support={"0": support})))
        tab.page.locator("#d1p1 .gutter a").focus()
        assert asked(tab) == (["جديدا", "guitar"], LEGEND)
        boxes = (
            "['.source .lost', '.source .text'].map(s => document.querySelector(s).getBoundingClientRect().x)"
        )
        word, text = tab.js(boxes)
        assert word > text  # it ends the sentence, on the left of a text that is as wide as its column

    @pytest.mark.parametrize("width", [390, 800, 1280])
    def test_beads_of_every_shape_are_side_by_side(self, open_tab: Any, width: int) -> None:
        tab = open_tab(page(beads()), viewport={"width": width, "height": 900})
        rows = tab.js(
            "[...document.querySelectorAll('.row')].map(row => ['.source', '.target', ':scope'].map(s => {"
            " const box = (s === ':scope' ? row : row.querySelector(s)).getBoundingClientRect();"
            " return [box.top, box.bottom, box.height]; }))"
        )
        assert len(rows) == 8
        for source, target, row in rows:
            assert min(source[2], target[2]) > 15
            assert (source[0] == target[0]) is (width > 640)
            assert row[1] + 1 > max(source[1], target[1])
        for above, below in pairwise(rows):
            assert above[2][1] <= below[2][0] + 1
        tab.page.click(".moved a")
        assert tab.js("document.querySelector(':target').id") == "d1p8"

    def test_filters_hide_and_show(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM, QUIET))
        assert tab.seen(".card") == 4
        tab.page.check(".filters [value=grammar]", force=True)
        assert (tab.seen(".card"), tab.seen(".list li"), tab.seen(".ref")) == (2, 2, 2)
        # A mark that two findings share stays, in the colour of the one that is left.
        shared = tab.page.locator("mark", has_text="230").first
        assert shared.get_attribute("data-severity") == "major"
        tab.page.check(".filters [value=critical]", force=True)
        assert tab.seen(".card") == 0
        tab.page.click(".reset")
        assert tab.seen(".card") == 4
        assert shared.get_attribute("data-severity") == "critical"

    def test_sentences_without_findings_can_be_hidden(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM, QUIET))
        assert (tab.seen(".row"), tab.seen(".document")) == (4, 2)
        tab.page.check("[name=found]")
        assert (tab.seen(".row"), tab.seen(".document")) == (2, 1)

    @pytest.mark.parametrize("how", ["hover", "focus"])
    def test_a_mark_lights_its_card_and_a_card_its_marks(self, open_tab: Any, how: str) -> None:
        tab = open_tab(page(STORM))
        getattr(tab.page.locator(".target .ref[data-f=d1f4]"), how)()
        assert "lit" in tab.page.locator("#d1f4").get_attribute("class")
        getattr(tab.page.locator("#d1f2 .number"), how)()
        assert "lit" not in tab.page.locator("#d1f4").get_attribute("class").split()
        lit = "[...document.querySelectorAll('.source mark.lit, .target mark.lit')].map(m => m.textContent)"
        assert tab.js(lit) == ["320", "230"]

    def test_a_click_on_a_mark_leads_to_its_card(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM))
        tab.page.locator(".source mark", has_text="320").click()
        assert tab.js("document.activeElement.id") == "d1f2"

    def test_the_keyboard_goes_from_mark_to_card_and_on(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM))
        tab.page.locator(".list a").first.focus()
        tab.page.keyboard.press("Enter")
        first = tab.js("document.activeElement.id")
        tab.page.keyboard.press("j")
        assert first == "d1f2"
        assert tab.js("document.activeElement.id") == "d1f1"
        assert tab.page.locator(".stepper .at").text_content() == "2 of 4"

    def test_the_list_can_follow_the_text(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM))
        keys = "[...document.querySelectorAll('.list li')].map(item => item.dataset.f)"
        worst_first = tab.js(keys)
        tab.page.check("[name=order]")
        assert tab.js(keys) == ["d1f1", "d1f2", "d1f3", "d1f4"] != worst_first
        tab.page.uncheck("[name=order]")
        assert tab.js(keys) == worst_first

    @pytest.mark.parametrize("width", [320, 390, 800, 1280, 1600])
    def test_nothing_sticks_out_at_the_side(self, open_tab: Any, width: int) -> None:
        long = document_of([("长" * 80, "x" * 300)], (finding(0, 1, Span(0, 200)),), path="p" * 200)
        tab = open_tab(page(STORM, long), viewport={"width": width, "height": 800})
        assert tab.js("document.documentElement.scrollWidth") <= width
        side_by_side = (
            "['.source', '.target'].map(s => document.querySelector(s).getBoundingClientRect().top)"
        )
        source, target = tab.js(side_by_side)
        assert (source == target) is (width > 640)

    def test_the_dark_scheme_is_dark(self, open_tab: Any) -> None:
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        colours = {
            scheme: open_tab(page(STORM), color_scheme=scheme).js(ground) for scheme in ("light", "dark")
        }
        light, dark = (sum(map(int, re.findall(r"\d+", colours[scheme]))) for scheme in ("light", "dark"))
        assert light > 600 > 150 > dark

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_contrast_is_that_of_wcag_aa(self, open_tab: Any, scheme: str) -> None:
        tab = open_tab(page(STORM, QUIET), color_scheme=scheme)
        colour = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
        inks = ("ink", "soft", "link", "good", "critical", "major", "minor")
        pairs = [(ink, ground) for ink in inks for ground in ("sheet", "desk", "note")]
        pairs += [(severity, f"{severity}-wash") for severity in ("critical", "major", "minor")]
        pairs += [("ink", f"{wash}-wash") for wash in ("critical", "major", "minor")] + [("ink", "lit")]
        pairs += [("soft", "hair"), ("sheet", "ink"), ("critical", "lit"), ("major", "lit"), ("minor", "lit")]
        value = {name: tab.page.evaluate(colour, f"--{name}") for name in {n for pair in pairs for n in pair}}
        low = {(a, b): c for a, b in pairs if (c := contrast(value[a], value[b])) < 4.5}
        assert low == {}

    def test_all_is_readable_without_javascript(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM), java_script_enabled=False)
        assert (tab.seen(".card"), tab.seen(".text"), tab.seen(".list li")) == (4, 5, 4)
        assert tab.seen(":is(.filters, .stepper)") == 0

    def test_the_printed_sheet_has_text_and_cards_alone(self, open_tab: Any) -> None:
        tab = open_tab(page(STORM))
        tab.page.emulate_media(media="print")
        assert (tab.seen(".card"), tab.seen(".rail")) == (4, 0)


LEGEND = '"dashed: no counterpart found on the other side"'


def asked(tab: Tab) -> tuple[list[str], str]:
    """The words that are told to have no counterpart, and the legend."""
    words = "[...document.querySelectorAll('.lost')].filter(w => getComputedStyle(w).textDecorationLine === 'underline')"
    legend = "getComputedStyle(document.querySelector('.asks > .target'), '::after').content"
    return tab.js(f"{words}.map(w => w.textContent)"), tab.js(legend)


def middle(tab: Tab, selector: str) -> tuple[float, float]:
    box = tab.page.locator(selector).bounding_box()
    return box["x"] + 20, box["y"] + box["height"] / 2


def contrast(one: str, two: str) -> float:
    """WCAG 2.2's contrast ratio of two colours written as #rgb or #rrggbb."""
    bright, dim = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
