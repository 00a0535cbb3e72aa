"""Rules of the garbled and punctuation folders where an example is too small: real files, laws, long runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.config import Settings
from tqcheck.documents import AlignedArticle
from tqcheck.facts import ArticleFacts
from tqcheck.jobs import collect_jobs
from tqcheck.model import Span
from tqcheck.pipeline import check_articles
from tqcheck.providers.syntax import tag_text
from tqcheck.resources import RunResources
from tqcheck.rules.apply import apply_rules
from tqcheck.rules.examples import article_of
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule, good

RULES = {rule.id: rule for rule in load_pack(builtin_pack())}
WORDS = st.lists(st.sampled_from(["peace", "the", "port", "10", "O’Neill"]), min_size=1, max_size=4).map(
    " ".join
)
STYLES = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」")]


def _marked(rule: AnyRule, article: AlignedArticle) -> list[str]:
    hits, failures = apply_rules([rule], article, ArticleFacts())
    assert not failures
    return [hit.hit.target.of(hit.pair.target_text) for hit in hits if hit.hit.target and hit.pair.target]


def _quoted(before: str, quoted: str, after: str, style: tuple[str, str]) -> str:
    return f"Then {before} said: {style[0]}{quoted}{style[1]} and {after}."


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(STYLES))
def test_closed_quotations_are_left_alone(parts: list[tuple[str, str, str]], style: tuple[str, str]) -> None:
    texts = [_quoted(*part, style) for part in parts]
    assert _marked(RULES["unclosed-quotation"], article_of(good(None, texts, languages="und-en"))) == []


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=4), st.sampled_from(STYLES), st.data())
def test_a_mark_left_out_is_one_finding(
    parts: list[tuple[str, str, str]], style: tuple[str, str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(parts) - 1))
    texts = [_quoted(*part, (style[0], "") if index == at else style) for index, part in enumerate(parts)]
    found = _marked(
        RULES["unclosed-quotation"], article_of(good(None, [" ".join(texts)], languages="und-en"))
    )
    assert found == [style[0] + parts[at][1].split()[0]]


@pytest.mark.parametrize("text", ["." * 20_000, "www." * 5_000, "a" * 20_000 + "@"])
def test_addresses_in_linear_time(text: str) -> None:
    assert _marked(RULES["link-changed"], article_of(good("Siehe a@b.de.", f"See a@b.de. {text}"))) == []


def test_single_line_breaks_among_blank_lines_cut_a_paragraph(tmp_path: Path) -> None:
    paragraphs = [
        "Hafen wird ausgebaut",
        "Der Hafen der Stadt wird ausgebaut. Die Arbeiten dauern drei Jahre.",
        "Die Stadt bezahlt dafür im nächsten und im übernächsten Jahr insgesamt rund\nHundert Millionen Euro.",
        "Der Rat stimmt am Freitag ab. Die Opposition ist dagegen.",
        "Der Bau beginnt im Mai. Er ist der größte seit dem Krieg.",
    ]
    translation = [
        "Port to be extended",
        "The city's port is being extended. The work will take three years.",
        "The city will pay for this in the next year and the one after a total of around\nHundred million euros.",
        "The council will vote on Friday. The opposition is against it.",
        "Construction begins in May. It is the largest since the war.",
    ]
    files = [tmp_path / "de.txt", tmp_path / "en.txt"]
    for file, texts in zip(files, (paragraphs, translation), strict=True):
        file.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    settings = Settings(grammar="off")
    with RunResources(settings, set()) as run:
        (report,) = check_articles(collect_jobs(files, settings).jobs, [RULES["broken-source-line"]], run)
    assert [f.target.text for f in report.findings if f.target] == ["Hundred million euros."]


@pytest.mark.parametrize(
    ("text", "word", "may_be"),
    [
        ("The harbour office consists of glass.", "consists", True),
        ("Two small boys wander through the crowd.", "wander", True),
        ("The plan's ready.", "plan's", True),
        ("The plan's high cost for the city.", "plan's", False),
        ("Talks on the treaty in the capital.", "Talks", False),
        ("The price of his answers.", "answers", False),
    ],
)
def test_what_may_be_a_finite_verb(text: str, word: str, *, may_be: bool) -> None:
    tokens = tag_text(text, [Span(0, len(text))])
    assert [token.maybe_finite or token.is_finite for token in tokens if token.span.of(text) == word] == [
        may_be
    ]
