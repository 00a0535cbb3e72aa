"""Readers: encodings, formats, bitexts, bad input, and the law that prose leads back to the file."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.documents import Block, BlockKind, Document, Passage
from tqcheck.errors import InputError
from tqcheck.model import Side, Span
from tqcheck.readers import html, markdown, read, text
from tqcheck.readers.bitext import read_bitext
from tqcheck.readers.decode import declared_encoding, decode
from tqcheck.readers.prose import ProseBuilder

ARTICLES = {
    "zh": "国务院总理周五在北京表示，今年经济增长目标为百分之五左右。他说，政府将继续支持中小企业。\n"
    "分析人士认为，这一目标并不容易实现，因为外部需求依然疲软。",
    "zh-TW": "總統週五在臺北表示，今年經濟成長目標為百分之五左右。他說，政府將繼續支持中小企業。\n"
    "分析人士認為，這一目標並不容易實現。",
    "ja": "首相は金曜日、東京で記者会見を開き、今年の経済成長率の見通しを発表した。政府は中小企業への支援を続ける。\n"
    "専門家は、この目標の達成は容易ではないとみている。",
    "ko": "총리는 금요일 서울에서 기자회견을 열고 올해 경제 성장 전망을 발표했다. 정부는 중소기업 지원을 계속할 것이다.\n"
    "전문가들은 이 목표를 달성하기가 쉽지 않다고 본다.",
    "ru": "Премьер-министр заявил в пятницу, что рост экономики составит около пяти процентов. Правительство продолжит "
    "поддерживать малый бизнес.\nЭксперты считают, что достичь этой цели будет непросто.",
    "de": "Die Kanzlerin erklärte am Freitag in München, die Wirtschaft werde um fünf Prozent wachsen. Für kleine "
    "Unternehmen gebe es weiterhin Zuschüsse.\nÖkonomen halten das Ziel für schwer erreichbar.",
    "fr": "Le Premier ministre a déclaré vendredi que l’économie progresserait de cinq pour cent. L’État continuera "
    "d’aider les petites entreprises.\nLes économistes jugent cet objectif difficile à atteindre.",
    "it": "Il presidente ha detto che l’economia crescerà del cinque per cento. Le città più grandi non avranno però "
    "nuovi aiuti.\nGli esperti dicono che l’obiettivo è difficile: la crescita è già rallentata.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("zh", "gb18030"),
        ("zh-TW", "big5"),
        ("ja", "cp932"),
        ("ja", "euc_jp"),
        ("ko", "cp949"),
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("de", "cp1252"),
        ("fr", "cp1252"),
        ("it", "cp1252"),
        *((language, "utf-8") for language in ARTICLES),
        *((language, "utf-8-sig") for language in ARTICLES),
        *((language, "utf-16") for language in ARTICLES),
        *((language, "utf-16-le") for language in ARTICLES),
        *((language, "utf-16-be") for language in ARTICLES),
    ],
)
def test_encodings_are_told(language: str, encoding: str) -> None:
    decoded = decode(ARTICLES[language].encode(encoding), "article.txt")
    assert decoded.text == ARTICLES[language]
    assert decoded.notes == ()


def test_a_short_latin_text_is_not_taken_for_cyrillic() -> None:
    assert decode("Perché la città è così".encode("cp1252"), "a.txt").text == "Perché la città è così"


def test_utf8_with_a_cut_character_stays_utf8_and_says_so() -> None:
    data = ARTICLES["zh"].encode()[:-1] + b"a"
    decoded = decode(data, "a.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(ARTICLES["zh"][:-1])
    assert decoded.notes == ("1 broken character(s) were replaced",)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "cp932"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ("<meta charset=nonsense>", None),
        ("<p>charset=utf-8</p>", None),
    ],
)
def test_declared_encodings(head: str, encoding: str | None) -> None:
    assert declared_encoding(head.encode()) == encoding


def test_a_declared_encoding_is_believed_if_it_fits(tmp_path: Path) -> None:
    page = "<meta charset=iso-8859-2><p>Žluťoučký kůň</p>"
    assert read(saved(tmp_path, "a.html", page.encode("iso-8859-2")), Side.SOURCE).text == page
    wrong = "<meta charset=gb2312><p>Žluťoučký kůň úpěl ďábelské ódy</p>"
    assert read(saved(tmp_path, "b.html", wrong.encode()), Side.SOURCE).text == wrong


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x.txt")
    except InputError:
        return
    assert len(decoded.text) <= len(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_always_read_back(content: str) -> None:
    data = content.encode()
    if not data.startswith((b"\xef\xbb\xbf", b"PK\x03\x04", b"%PDF-", b"{\\rtf", b"GIF8")):
        assert decode(data, "x.txt").text == content


# ---------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n\t", "is empty"),
        ("a.txt", b"...\n\n!!!", "no sentences"),
        ("a.md", b"```\ncode\n```\n", "no sentences"),
        ("a.html", b"<nav><a href=x>Home</a></nav>", "no sentences"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text: it is a picture"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "is not text: it is a PDF"),
        ("a.txt", bytes(range(256)) * 4, "is not text"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00" * 9, "is not text"),
        ("a.docx", b"PK", "'.docx' files cannot be read. Supported: .txt .text .md"),
        ("README", b"text", "files without an extension cannot be read"),
    ],
)
def test_bad_files_get_one_clear_message(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = saved(tmp_path, name, data)
    with pytest.raises(InputError, match=re.escape(message)) as raised:
        read(path, Side.SOURCE)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_missing_files_and_directories(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file.*target file"):
        read(tmp_path / "none.txt", Side.TARGET)
    (tmp_path / "folder.txt").mkdir()
    for path in (tmp_path, tmp_path / "folder.txt"):
        with pytest.raises(InputError, match="is a directory"):
            read(path, Side.TARGET)


def test_too_large(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too large: 1 MB, and 1 MB is the limit"):
        decode(b"a" * 1_000_001, "a.txt", limit=1_000_000)


# ---------------------------------------------------------------------------------------------- the law of offsets

READERS = {"text": text.extract, "markdown": markdown.extract, "html": html.extract}
SCRIPT = st.characters(codec="utf-8", exclude_categories=["Cs"])
PIECES = (
    "*¦_¦**¦`¦``¦[¦]¦(¦)¦](u)¦![¦\\¦<¦>¦&¦&amp;¦&#65;¦&nbsp;¦|¦~~¦'¦\"¦word¦ ¦Ein Satz.¦重¦要。¦\xad¦\u3000¦\0¦😀¦\t¦"
    "\n¦\n\n¦\r\n¦\r¦  \n¦\n> ¦\n- ¦- ¦\n1. ¦\n# ¦\n|a|b|\n|-|-|\n|¦\n```\n¦---\n¦---\ntitle: ¦[1]: u\n¦[^1]¦{#id}¦"
    "<p>¦</p>¦<li>¦<td>¦<h1>¦</h1>¦<br>¦<a href=x>¦</a>¦<nav>¦<!--¦-->¦<![x[¦<sup>¦<script>¦</script>¦<pre>¦<title>¦"
    '</title>¦<table><tr>¦<div hidden>¦</div>¦<p class="nav">'
)
MARKUP = st.sampled_from(PIECES.split("¦"))
FILES = st.one_of(st.text(SCRIPT, max_size=120), st.lists(MARKUP, max_size=40).map("".join))


@pytest.mark.parametrize("reader", READERS)
@given(content=FILES)
def test_prose_leads_back_to_the_file(reader: str, content: str) -> None:
    for block in READERS[reader](content).blocks:
        assert_leads_back(block, content)


@given(st.lists(MARKUP, max_size=30).map("".join))
def test_markdown_prose_is_what_markdown_it_reads(content: str) -> None:
    """Character for character, but for white space and footnote marks; the walk beside the tokens never slips."""
    if content.startswith(("---", "+++")):
        return
    lines = markdown._lines(content, 0)
    tokens = markdown._parser().parse(content.replace("\0", "\ufffd"))
    for paragraph in markdown._paragraphs(content, lines, tokens):
        if isinstance(paragraph, Block):
            continue
        kinds = {"text", "text_special", "code_inline"}
        expected = "".join(token.content for token in paragraph.token.children or [] if token.type in kinds)
        found = "".join(block.passage.text for block in paragraph.blocks(content, wrapped=True))
        if not re.search(r"\[\^|\{#|\[ \]|\xad|\[x\]", paragraph.token.content):
            assert "".join(found.replace("\0", "\ufffd").split()) == "".join(expected.split())


def assert_leads_back(block: Block, content: str) -> None:
    passage = block.passage
    assert passage.text
    assert passage.runs[0].at == 0
    place = 0
    ends = [*(run.at for run in passage.runs[1:]), len(passage.text)]
    for run, end in zip(passage.runs, ends, strict=True):
        assert run.at < end
        assert place <= run.start <= run.end <= len(content)
        place = run.end
        if end - run.at == run.end - run.start:
            for at in range(run.at, end):
                char = content[run.start + at - run.at]
                assert passage.text[at] == char or (passage.text[at] == " " and char.isspace())
    for start in range(0, len(passage.text), 7):
        for end in (start + 1, len(passage.text)):
            span = passage.file_span(Span(start, end))
            assert span == passage.slice(Span(start, end)).file_span(Span(0, end - start))
            assert len(span)


@given(
    st.lists(
        st.tuples(st.sampled_from(["text", "unit", "space"]), st.text("ab \n\xad", max_size=6)), max_size=12
    )
)
def test_builder_collapses_space_and_keeps_places(steps: list[tuple[str, str]]) -> None:
    builder, file, expected = ProseBuilder(), "", ""
    for kind, piece in steps:
        if kind == "text":
            builder.text(piece, len(file))
            file, expected = file + piece, expected + piece
        elif kind == "unit":
            builder.unit("X", len(file), len(file) + 5)
            file, expected = file + "&ent;", expected + "X"
        else:
            builder.space(len(file), len(file) + 4)
            file, expected = file + "<br>", expected + " "
    passage = builder.passage()
    assert passage.text == " ".join(expected.replace("\xad", "").split())
    assert all(a.at < b.at and a.end <= b.start for a, b in pairwise(passage.runs))


# ---------------------------------------------------------------------------------------------- plain text


def test_text_paragraphs_titles_and_lists() -> None:
    content = (
        "Minister tritt zurück\n\nDer Minister hat am Montag seinen Rücktritt erklärt.\n\n"
        "Ein langer Streit\n\nZuvor gab es Streit. - Nichts half.\n\n• Erstens das Geld.\n• Zweitens die Zeit.\n\n-----\n\nEnde."
    )
    assert shape(text.extract(content).blocks) == [
        ("heading", "Minister tritt zurück"),
        ("paragraph", "Der Minister hat am Montag seinen Rücktritt erklärt."),
        ("heading", "Ein langer Streit"),
        ("paragraph", "Zuvor gab es Streit. - Nichts half."),
        ("list-item", "Erstens das Geld."),
        ("list-item", "Zweitens die Zeit."),
        ("paragraph", "Ende."),
    ]


def test_text_damage_stays_visible() -> None:
    content = "两国纪念建交\n\n今年是两国建交7\n5周年。双方认为这是非常重\n要的会议。\n会议将持续三天。\n"
    assert [passage for _, passage in shape(text.extract(content).blocks)] == [
        "两国纪念建交",
        "今年是两国建交7",
        "5周年。双方认为这是非常重",
        "要的会议。",
        "会议将持续三天。",
    ]


def test_text_wrapped_lines_are_joined() -> None:
    content = (
        "The committee met on Monday to talk about the budget of the coming\n"
        "year, which it had put off twice. Nobody expected an agreement, and\n"
        "none was found late in the evening by the tired members of the well-\n"
        "known committee, whose chairman closed the meeting.\n"
        "\n"
        "Another meeting will be held next week in the same place and at the\n"
        "same time, unless the weather is as bad as it was on Monday.\n"
    )
    blocks = shape(text.extract(content).blocks)
    assert [kind for kind, _ in blocks] == ["paragraph", "paragraph"]
    assert "coming year, which" in blocks[0][1]
    assert "the well-known committee" in blocks[0][1]
    assert blocks[1][1].endswith(
        "next week in the same place and at the same time, unless the weather is as bad as it was on Monday."
    )


def test_text_wrapped_chinese_is_joined_without_spaces() -> None:
    line = "国务院总理周五在北京表示今年经济增长目标为百分之五左右并且将继续"
    content = (line + "\n") * 4 + "支持企业。"
    assert shape(text.extract(content).blocks) == [("paragraph", line * 4 + "支持企业。")]


def test_text_line_ends_of_all_systems() -> None:
    for end in ("\n", "\r\n", "\r"):
        blocks = text.extract(f"Titel hier{end}{end}Erster Satz.{end}Zweiter Satz.{end}").blocks
        assert [passage for _, passage in shape(blocks)] == ["Titel hier", "Erster Satz.", "Zweiter Satz."]


# ---------------------------------------------------------------------------------------------- Markdown

MARKDOWN = r"""---
title: "Der \"große\" Gipfel: ein Überblick"
description: >
  Was geschah
  und warum.
date: 2024-01-02
tags: [nicht, prosa]
lang: de
---

# Überschrift mit `code` und *Betonung* {#id}

Ein Absatz mit [einem Link](https://x.y/z_(a) "Titel") und ![Bild](a.png) sowie **fett *kursiv***, dann
eine neue Zeile &amp; ein \* Stern[^1]. Siehe [Ref][r1], [r1] und <https://example.org/a>.

[r1]: https://example.com "Ti"

[^1]: Die Fußnote.

> Ein Zitat
> über zwei Zeilen.

1. Erster Punkt
   weiter hier
2. Zweiter

```python
print("keine Prosa")
```

| Kopf | Zahl \| Strich |
|------|------|
| Zelle *a* | 12 |

<div class="x"><p>HTML <b>Absatz</b></p></div>

这是非常重
要的会议。
"""


def test_markdown() -> None:
    extracted = markdown.extract(MARKDOWN)
    assert extracted.language == "de"
    assert shape(extracted.blocks) == [
        ("heading", 'Der "große" Gipfel: ein Überblick'),
        ("paragraph", "Was geschah und warum."),
        ("heading", "Überschrift mit code und Betonung"),
        (
            "paragraph",
            (
                "Ein Absatz mit einem Link und sowie fett kursiv, dann eine neue Zeile & ein * Stern. "
                "Siehe Ref, r1 und https://example.org/a."
            ),
        ),
        ("paragraph", "Die Fußnote."),
        ("quote", "Ein Zitat über zwei Zeilen."),
        ("list-item", "Erster Punkt weiter hier"),
        ("list-item", "Zweiter"),
        ("cell", "Kopf"),
        ("cell", "Zahl | Strich"),
        ("cell", "Zelle a"),
        ("cell", "12"),
        ("paragraph", "HTML Absatz"),
        ("paragraph", "这是非常重"),
        ("paragraph", "要的会议。"),
    ]
    code = extracted.blocks[2].passage
    assert located(code, "code", MARKDOWN) == "`code`"
    assert located(extracted.blocks[3].passage, "& ein *", MARKDOWN) == r"&amp; ein \*"


def test_markdown_toml_front_matter() -> None:
    content = "+++\ntitle = 'Bob''s day'\ndraft = false\n+++\nText here.\n"
    assert shape(markdown.extract(content).blocks) == [("heading", "Bob's day"), ("paragraph", "Text here.")]


# ---------------------------------------------------------------------------------------------- HTML

PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Gipfel &ndash; Zeitung</title><style>p{}</style>
<script>var a = "<p>nichts</p>";</script></head>
<body class="has-sidebar nav-open">
<header class="site"><a href="/">Zeitung</a><nav><ul><li><a href="/p">Politik</a><li><a href="/w">Wirtschaft</a></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Start</a></li><li><a href="/p">Politik</a></li></ol>
<div class="content-with-sidebar"><article>
<h1>Gipfel in<br>Berlin &amp; Bonn</h1>
<p class="byline">Von <a href="/a">Anna Muster</a>, 3. Mai 2024
<p>Der erste <b>Absatz</b> mit&nbsp;Leerzeichen und
   Zeilen&shy;umbruch, AT&T und R&amp;D&#8217;s<sup><a href="#n1">[1]</a></sup>.
<p>Erste Zeile<br>zweite Zeile</p>
<figure><img src=x><figcaption>Foto: dpa</figcaption></figure>
<blockquote><p>Ein Zitat.</p></blockquote>
<table><tr><th>Jahr<td>2024<tr><td>Zahl<td>5</table>
<ul><li>Eins<li>Zwei mit <a href=x>Link</a></ul>
<p>Lesen Sie auch: <a href="/x">Ein anderer Artikel über Berlin</a></p>
<h3>Mehr zum Thema</h3><ul><li><a href=1>Artikel eins</a></li><li><a href=2>Artikel zwei</a></li></ul>
<div style="display:none">versteckt</div><noscript>ohne</noscript>
<p>漢<ruby>字<rt>じ</rt></ruby>です。</p>
</article></div>
<aside><p>Werbung hier</p></aside>
<footer>&copy; 2024 Zeitung</footer>
</body></html>"""


def test_html() -> None:
    extracted = html.extract(PAGE)
    assert extracted.language == "de"
    prose = [item for item in shape(extracted.blocks) if item[0] != "navigation"]
    assert prose == [
        ("heading", "Gipfel in Berlin & Bonn"),
        ("paragraph", "Von Anna Muster, 3. Mai 2024"),
        ("paragraph", "Der erste Absatz mit\xa0Leerzeichen und Zeilenumbruch, AT&T und R&D’s."),
        ("paragraph", "Erste Zeile"),
        ("paragraph", "zweite Zeile"),
        ("caption", "Foto: dpa"),
        ("quote", "Ein Zitat."),
        ("cell", "Jahr"),
        ("cell", "2024"),
        ("cell", "Zahl"),
        ("cell", "5"),
        ("list-item", "Eins"),
        ("list-item", "Zwei mit Link"),
        ("paragraph", "漢字です。"),
    ]
    navigation = [item for kind, item in shape(extracted.blocks) if kind == "navigation"]
    assert {"Zeitung", "Wirtschaft", "Start", "Mehr zum Thema", "Artikel zwei", "Werbung hier"} <= set(
        navigation
    )
    assert "Lesen Sie auch: Ein anderer Artikel über Berlin" in navigation
    assert not any(
        word in item for _, item in shape(extracted.blocks) for word in ("versteckt", "nichts", "ohne", "じ")
    )


def test_html_title_only_without_a_headline() -> None:
    assert shape(html.extract("<title>A &amp; B</title><p>Text.").blocks) == [
        ("heading", "A & B"),
        ("paragraph", "Text."),
    ]
    assert shape(html.extract("<title>A</title><h1>B</h1><p>Text.").blocks) == [
        ("heading", "B"),
        ("paragraph", "Text."),
    ]


def test_html_navigation_never_takes_the_headline_or_the_bulk() -> None:
    page = (
        "<header><h1>Die Lage</h1></header><div class='related-wrapper'><p>"
        + "Ein langer Satz. " * 9
        + "</p></div><p>Kurz."
    )
    assert [kind for kind, _ in shape(html.extract(page).blocks)] == ["heading", "paragraph", "paragraph"]


def test_html_breadcrumb_line_and_related_in_several_languages() -> None:
    for label in ("Читайте также:", "相关阅读", "See also:", "Lire aussi :", "関連記事", "اقرأ أيضا"):
        page = f"<h1>T</h1><p>Ein Satz steht hier.</p><p>{label}</p><p><a href=x>Other story</a></p><p>Weiter geht es."
        kinds = [kind for kind, _ in shape(html.extract(page).blocks)]
        assert kinds == ["heading", "paragraph", "navigation", "navigation", "paragraph"], label
    crumbs = "<div><a href=/>Home</a> &gt; <a href=/n>News</a> &gt; World</div><h1>T</h1><p>Text."
    assert [kind for kind, _ in shape(html.extract(crumbs).blocks)] == ["navigation", "heading", "paragraph"]


# ---------------------------------------------------------------------------------------------- bitexts


def test_jsonl(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "document": "d", "source": "你好", "target": "Hello", "source_lang": "zh", "target_lang": "en"}',
        "",
        '{"target": "Alone\\u2028here", "source": null}',
        '{"id": 7, "source": "x", "target": ""}',
    ]
    records = read_bitext(saved(tmp_path, "b.jsonl", "\n".join(lines).encode())).records
    assert [(r.id, r.document, r.source, r.target, r.line) for r in records] == [
        ("a", "d", "你好", "Hello", 1),
        ("3", None, None, "Alone\u2028here", 3),
        ("7", None, "x", "", 4),
    ]
    assert (records[0].source_lang, records[0].target_lang) == ("zh", "en")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{broken", "2: not valid JSON: Expecting property name"),
        ("[1]", "2: not a JSON object"),
        ('{"source": "x"}', "2: there is no 'target'"),
        ('{"target": 5}', "2: 'target' must be text, not 5"),
        ('{"target": "x", "id": "1"}', "2: the id '1' is already that of line 1"),
        ('{"target": "\\ud800"}', "2: 'target' holds half a surrogate pair"),
        ("[" * 100_000, "2: not valid JSON"),
        ('{"target": "x", "id": ' + "9" * 5000 + "}", "2: not valid JSON"),
        ('{"target": "x", "note": {"a": ["\\udc00"]}}', "2: 'note' holds half a surrogate pair"),
        ('{"source": "", "target": ""}', "2: neither side has any text"),
        ('{"source": null, "target": " \u3000"}', "2: neither side has any text"),
        ('{"target": "x", "source_lang": "zz!!"}', "2: 'zz!!' is not a language tag"),
        ('{"target": "x", "target_lang": "jp"}', "2: 'jp' is not a language tag"),
    ],
)
def test_bad_lines_are_named_and_can_be_left_out(tmp_path: Path, bad: str, message: str) -> None:
    path = saved(tmp_path, "b.jsonl", f'{{"target": "one"}}\n{bad}\n{{"target": "three"}}\n'.encode())
    with pytest.raises(InputError, match=re.escape(f"{path}:{message}")):
        read_bitext(path)
    bitext = read_bitext(path, keep_going=True)
    assert [record.target for record in bitext.records] == ["one", "three"]
    assert len(bitext.problems) == 1
    assert message in bitext.problems[0]


@pytest.mark.parametrize("target", ["", "...", " "])
def test_a_bitext_without_a_sentence_is_refused(tmp_path: Path, target: str) -> None:
    with pytest.raises(InputError, match=r"b\.tsv: no target of the bitext has a sentence"):
        read_bitext(saved(tmp_path, "b.tsv", f"x\t{target}\ny\t{target}\n".encode()))


def test_tsv(tmp_path: Path) -> None:
    three = read_bitext(saved(tmp_path, "a.tsv", b'1\t"a\tb"\r\n2\t\tc\r\n')).records
    assert [(r.id, r.source, r.target) for r in three] == [("1", '"a', 'b"'), ("2", None, "c")]
    two = read_bitext(saved(tmp_path, "b.tsv", b"x\ty\nz\tw\n")).records
    assert [(r.id, r.source, r.target) for r in two] == [("1", "x", "y"), ("2", "z", "w")]
    named = read_bitext(saved(tmp_path, "c.tsv", b"target\tdocument\tid\nt\td\ti\n")).records
    assert [(r.id, r.document, r.source, r.target, r.line) for r in named] == [("i", "d", None, "t", 2)]


@pytest.mark.parametrize(
    ("third", "aligned"),
    [
        (("0.950", "1.000"), True),
        (("1.250", "0.950"), False),
        (("0.950", "Good day"), False),
        (("0.95", "1.000"), False),
    ],
)
def test_a_third_column_is_of_confidences_where_all_of_it_is(
    tmp_path: Path, third: tuple[str, str], aligned: bool
) -> None:
    first, second = third
    content = f"eins\tone\t{first}\r\n\nzwei\ttwo\t{second}\n".encode()
    records = read_bitext(saved(tmp_path, "a.tsv", content)).records
    expected = (
        [("1", "eins", "one"), ("3", "zwei", "two")]
        if aligned
        else [("eins", "one", first), ("zwei", "two", second)]
    )
    assert [(record.id, record.source, record.target) for record in records] == expected


@pytest.mark.parametrize(
    ("suffix", "content", "confidence"),
    [
        (".jsonl", '{"source": "eins", "target": "one", "confidence": 0.25}', 0.25),
        (".jsonl", '{"source": "eins", "target": "one", "confidence": 0}', 0),
        (".jsonl", '{"source": "eins", "target": "one"}', 1),
        (".jsonl", '{"source": "eins", "target": "one", "confidence": null}', 1),
        # What other programs may mean by the word says nothing of the alignment.
        (".jsonl", '{"source": "eins", "target": "one", "confidence": "0.25"}', 1),
        (".jsonl", '{"source": "eins", "target": "one", "confidence": true}', 1),
        (".jsonl", '{"source": "eins", "target": "one", "confidence": 97}', 1),
        (".jsonl", '{"source": "eins", "target": "one", "confidence": NaN}', 1),
        (".tsv", "eins\tone\t0.250", 0.25),
        (".tsv", "confidence\tsource\ttarget\n.25\teins\tone", 1),
        (".tsv", "confidence\tsource\ttarget\n0.2\teins\tone", 0.2),
        (".tsv", "confidence\tsource\ttarget\nsure\teins\tone", 1),
        (".tsv", "eins\tone", 1),
    ],
)
def test_the_confidence_of_an_aligned_pair(
    tmp_path: Path, suffix: str, content: str, confidence: float
) -> None:
    (record,) = read_bitext(saved(tmp_path, f"a{suffix}", content.encode())).records
    assert record.confidence == confidence


def test_tsv_with_odd_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a.tsv:1: 4 columns and no first line"):
        read_bitext(saved(tmp_path, "a.tsv", b"a\tb\tc\td\n"))
    with pytest.raises(InputError, match=r"b.tsv:2: 2 columns where there should be 3"):
        read_bitext(saved(tmp_path, "b.tsv", b"1\tb\tc\n1\t2\n"))


@pytest.mark.parametrize("suffix", [".jsonl", ".tsv"])
@given(content=st.text(st.sampled_from('a"{}[]:,\t\n\\u1 '), max_size=60))
def test_no_bitext_crashes(tmp_path_factory: pytest.TempPathFactory, suffix: str, content: str) -> None:
    path = saved(tmp_path_factory.mktemp("b"), "b" + suffix, content.encode())
    try:
        bitext = read_bitext(path, keep_going=True)
    except InputError:
        return
    assert bitext.records


# ---------------------------------------------------------------------------------------------- helpers


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def shape(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.passage.text) for block in blocks]


def located(passage: Passage, part: str, content: str) -> str:
    at = passage.text.index(part)
    return passage.file_span(Span(at, at + len(part))).of(content)


def test_read_makes_a_document(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.md", MARKDOWN.encode("utf-8-sig"))
    document = read(path, Side.TARGET)
    assert isinstance(document, Document)
    assert (document.path, document.language, document.encoding) == (str(path), "de", "utf-8")
    assert document.text == MARKDOWN
    assert document.blocks[0].kind is BlockKind.HEADING
