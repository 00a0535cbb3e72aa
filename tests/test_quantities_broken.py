"""Numbers cut in two: what is one number, what is not, and how the other number rules stay silent about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.facts import ArticleFacts, Quantities
from tqcheck.model import Confidence
from tqcheck.providers import Resources
from tqcheck.providers.quantities import PROVIDER
from tqcheck.quantities.broken import across, find
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import good

CUT = [
    ("en", "the 7 5th anniversary of the republic", "75th"),
    ("en", "their 1 1th meeting", "11th"),
    ("en", "it rose by 1 0 percent", "10"),
    ("en", "it rose by 12 .5%", "12.5"),
    ("en", "since 2 0 2 4 the firm", "2024"),
    ("en", "it was founded in 20 19.", "2019"),
    ("en", "about 3 ,500 cars", "3,500"),
    ("en", "about 5 0,000 cars", "50,000"),
    ("en", "about 250,0 00 cars", "250,000"),
    ("en", "a city of 1. 5 million people", "1.5"),
    ("en", "it took 2 5 minutes", "25"),
    ("en", "signed on July 2 6, when", "26"),
    ("de", "um 1 0 Prozent", "10"),
    ("ru", "отметили 7 5-летие", "75-летие"),
    ("en", "a rise of 3 .5 million", "3.5"),
    ("en", "in 20 21 the firm grew", "2021"),
    ("de", "rund 1 .200 Menschen", "1.200"),
    ("de", "kosten 5 0.000 Euro", "50.000"),
    ("de", "um 3 ,5 Prozent", "3,5"),
    ("de", "im Jahr 20 21 wurde", "2021"),
    ("de", "zum 7 5. Jahrestag", "75."),
    ("fr", "le 7 5e anniversaire", "75e"),
    ("fr", "de 3 ,5 millions", "3,5"),
    ("fr", "près de 1 0 000 personnes", "10 000"),
    ("es", "de 2 5 años", "25"),
    ("es", "el 7 5.º aniversario", "75.º"),
    ("pt", "em 20 21, quando", "2021"),
    ("it", "circa 1 .200 persone", "1.200"),
    ("nl", "met 1 0 procent", "10"),
    ("pl", "około 3 ,5 mln", "3,5"),
    ("tr", "yaklaşık 2 5 yıl", "25"),
    ("ru", "в 20 21 году", "2021"),
    ("uk", "через 2 5 років", "25"),
    ("zh", "于20 21年完成", "2021"),
    ("ja", "20 21年に", "2021"),
    ("ko", "20 21년에", "2021"),
    ("ar", "بنسبة 1 0 في المئة", "10"),
    ("hi", "लगभग 1 ,200 लोग", "1,200"),
]
WHOLE = [
    ("en", "In 2019 3,000 people wore sizes 7 8 9."),
    ("en", "She won 6 4, 7 5, and again 6 0 6 2."),
    ("en", "A Boeing 747 8 landed."),
    ("en", "Call 0 800 123 or 020 7946 0958."),
    ("en", "It is 5 1/2 years old. Count 1 2 3 4."),
    ("en", "He lives at 9 10th Street and 12 5th Avenue."),
    ("en", "On May 7 5th graders sang; Table 1 5 percent; page 3 4 times"),
    ("en", "After 2 3 years, 5 6 days and sections 3, 500 people came."),
    ("en", "1. 5 million people came."),
    ("en", "It came in 2019. 5 million watched."),
    ("en", "1 e4 e5 2 Nf3 Nc6 3 Bb5"),
    ("fr", "10 000 personnes, 2 000 chiens, 1 234 567 euros"),
    ("ru", "10 000 человек, 1,5 3,5"),
    ("ru", "1 234 567 раз, тел. 8 012 345 67 89, 2 020 раз"),
    ("fr", "1 050 ans, 5 05 05 05, au 12 5e avenue"),
    ("de", "Am 1. 200 Menschen kamen, am 3. 5 Prozent"),
    ("es", "los artículos 3, 5 por ciento y 1. 200 personas"),
    ("en", "in 20 21-year-olds, in 20 21 countries"),
    ("tr", "1. 200 kişi"),
    ("en", "1 5\n2 6\n3 7"),
]


@pytest.mark.parametrize(("language", "text", "joined"), CUT)
def test_cut(language: str, text: str, joined: str) -> None:
    sure = [broken for broken in find(text, language) if broken.confidence > Confidence.LOW]
    assert [broken.joined for broken in sure] == [joined]
    assert sure[0].span.of(text).replace(" ", "") == joined.replace(" ", "")


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_whole(language: str, text: str) -> None:
    assert [broken for broken in find(text, language) if broken.confidence > Confidence.LOW] == []


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("They celebrated the 7", "5th anniversary.", "75th"),
        ("The firm now employs 1", "2 people in all.", "12"),
        ("They celebrated the 1", "2nd anniversary.", None),
        ("The vote was held on May 7", "5 people were hurt.", None),
        ("They celebrated the 7.", "5th anniversary.", None),
        ("Chapter 2", "3 days later it rained.", None),
        ("The scores were 6 4 7", "5 people came.", None),
    ],
)
def test_across_a_line_break(before: str, after: str, joined: str | None) -> None:
    broken = across(before, after)
    assert (broken.joined if broken else None) == joined


@given(
    st.text(st.sampled_from("0123456789 .,%\nthndpercentMayof"), max_size=60),
    st.sampled_from(["en", "de", "ru"]),
)
def test_spans_are_apart_and_in_the_text(text: str, language: str) -> None:
    end = 0
    for broken in find(text, language):
        assert end <= broken.span.start < broken.span.end <= len(text)
        assert "".join(broken.span.of(text).split()) == "".join(broken.joined.split())
        assert len(broken.parts) >= 2
        end = broken.span.end


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["建交75周年"], ["the 7 5th anniversary"]),
        (["增长10%，共7亿人"], ["It rose by 1 0 percent to 7 00 million people"]),
        (["两国共同庆祝建交75周年。", None], ["The countries celebrated the 7", "5th anniversary."]),
    ],
)
def test_the_other_rules_read_it_in_one_piece(source: list[str | None], target: list[str | None]) -> None:
    article = article_of(good(source, target, languages="zh-en"))
    facts = ArticleFacts({Quantities: PROVIDER.gather(article, Resources()).facts})
    for pair in article.pairs:
        known = facts.of(pair)[Quantities]
        assert (known.changed, known.missing, known.added) == ((), (), ())
