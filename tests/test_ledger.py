"""The ledger: one entry a bearer, whatever the forms, and each mention in one entry alone."""

from __future__ import annotations

import sys
from itertools import product
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.documents import AlignedArticle, Block, BlockKind, Document, Pair, Passage, Text
from tqcheck.facts import ArticleFacts, Names
from tqcheck.findings import confidence_of
from tqcheck.model import Confidence, Span
from tqcheck.names import identity
from tqcheck.names.entries import Entry, Status, worst_first
from tqcheck.names.ledger import ledger, usual_forms
from tqcheck.names.model import NameKind, NameMention, Rendered
from tqcheck.names.whole import Occurrence, Whole
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.rules.apply import apply_rules
from tqcheck.rules.packs import builtin_pack, load_pack


def article_of(pairs: list[tuple[str | None, str | None]], languages: str) -> AlignedArticle:
    """An article whose pairs are given, `languages` like zh-en; a source of None everywhere is a translation alone."""
    tags = languages.split("-")
    sides = [[pair[side] for pair in pairs] for side in (0, 1)]
    documents = [
        Document(f"a.{tag}", "", (Block(BlockKind.PARAGRAPH, Passage.verbatim("")),), tag) for tag in tags
    ]
    texts = [
        [None if text is None else Text(Passage.verbatim(text), tag) for text in side]
        for side, tag in zip(sides, tags, strict=True)
    ]
    alone = not any(sides[0])
    return AlignedArticle(
        None if alone else documents[0],
        documents[1],
        tuple(Pair(str(at), *both) for at, both in enumerate(zip(*texts, strict=True))),
    )


def entries_of(pairs: list[tuple[str | None, str | None]], languages: str) -> dict[str, Entry]:
    """The ledger by name, with the facts that the provider finds."""
    article = article_of(pairs, languages)
    return {entry.name: entry for entry in ledger(article, PROVIDER.gather(article, Resources()).facts)}


def alone(*texts: str) -> dict[str, Entry]:
    return entries_of([(None, text) for text in texts], "und-en")


def forms(entry: Entry, side: str = "target") -> dict[str, int]:
    return {form.text: len(form.places) for form in (entry.target if side == "target" else entry.source)}


def named(text: str, name: str, **more: object) -> NameMention:
    """A mention of `name` at its first place in `text`."""
    at = text.index(name)
    return NameMention(Span(at, at + len(name)), name, **more)  # type: ignore[arg-type]


# What the translation says, one sentence after the other, the entry it makes, and the entry's forms.
JOINED = [
    (["Xi Jinping arrived.", "Later Xi spoke."], "Xi Jinping", {"Xi Jinping": 1, "Xi": 1}),
    (["Xi Jinping arrived.", "Then Jinping Xi spoke."], "Xi Jinping", {"Xi Jinping": 1, "Jinping Xi": 1}),
    (["Today President Xi Jinping arrived.", "Then President Xi spoke."], "Xi Jinping", {"Xi Jinping": 1, "Xi": 1}),
    (["Here Angela Merkel spoke.", "Merkel’s party won."], "Angela Merkel", {"Angela Merkel": 1, "Merkel": 1}),
    (["Here Angela Merkel spoke.", "Then A. Merkel left."], "Angela Merkel", {"Angela Merkel": 1, "A. Merkel": 1}),
    (["Now Chancellor Merkel spoke.", "Here Angela Merkel left."], "Angela Merkel", {"Merkel": 1, "Angela Merkel": 1}),
    (["Here Mika Lahtinen spoke.", "And Mika smiled."], "Mika Lahtinen", {"Mika Lahtinen": 1, "Mika": 1}),
    (["Here Yoon Jae-ho spoke.", "Then Yoon Jae-ho left."], "Yoon Jae-ho", {"Yoon Jae-ho": 2}),
    (["Today China agreed.", "The Chinese delegation left China’s capital."], "China", {"China": 2, "Chinese": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "name", "found"), JOINED, ids=lambda value: str(value)[:24])
def test_forms_of_one_bearer_are_one_entry(texts: list[str], name: str, found: dict[str, int]) -> None:
    entry = alone(*texts)[name]
    assert forms(entry) == found
    assert entry.status is Status.UNKNOWN  # there is nothing to compare it with


def test_two_people_of_one_family_name_stay_two_and_the_bare_name_is_the_last_ones() -> None:
    entries = alone(
        "Here Nikolai Zhuravlyov spoke.",
        "And Zhuravlyov left.",
        "There Yelena Zhuravlyov spoke.",
        "And Zhuravlyov slept.",
        "Then Zhuravlyov woke.",
    )
    assert forms(entries["Nikolai Zhuravlyov"]) == {"Nikolai Zhuravlyov": 1, "Zhuravlyov": 1}
    assert forms(entries["Yelena Zhuravlyov"]) == {"Zhuravlyov": 2, "Yelena Zhuravlyov": 1}


def test_a_bare_name_before_any_full_one_is_the_next_ones() -> None:
    entries = alone(
        "Then Zhuravlyov spoke.", "Here Nikolai Zhuravlyov left.", "Here Yelena Zhuravlyov slept."
    )
    assert forms(entries["Nikolai Zhuravlyov"]) == {"Zhuravlyov": 1, "Nikolai Zhuravlyov": 1}


def test_a_place_is_no_part_of_a_person() -> None:
    entries = alone("Here Denzel Washington spoke.", "They flew to Washington then.")
    assert forms(entries["Denzel Washington"]) == {"Denzel Washington": 1}


# Source and translation, the entry, its forms on both sides.
ACROSS = [
    (
        "ru-en",
        [("Вчера Владимир Путин прилетел.", "Vladimir Putin arrived."), ("Потом Путин уехал.", "Then Putin left.")],
        "Vladimir Putin",
        {"Владимир Путин": 1, "Путин": 1},
        {"Vladimir Putin": 1, "Putin": 1},
    ),
    (
        "zh-en",
        [("陈立平在致辞中说。", "Chen Liping spoke."), ("随后陈立平表示感谢。", "Then Chen gave thanks.")],
        "Chen Liping",
        {"陈立平": 2},
        {"Chen Liping": 1, "Chen": 1},
    ),
    (
        "zh-en",
        [("哈萨克斯坦总统访问了中国。", "The Kazakh president came."), ("哈萨克斯坦很大。", "Kazakhstan is big.")],
        "Kazakhstan",
        {"哈萨克斯坦": 2},
        {"Kazakh": 1, "Kazakhstan": 1},
    ),
    (
        "de-en",
        [
            ("Gestern sprach Angela Merkel.", "Angela Merkel spoke."),
            ("Bundeskanzlerin Merkel ging.", "Chancellor Merkel left."),
        ],
        "Angela Merkel",
        {"Angela Merkel": 1, "Merkel": 1},
        {"Angela Merkel": 1, "Merkel": 1},
    ),
    (
        "ja-en",
        [("ゼレンスキー大統領が演説した。", "President Zelensky spoke.")],
        "Zelensky",
        {"ゼレンスキー": 1},
        {"Zelensky": 1},
    ),
    (
        "uk-en",
        [("Представники Польщі приїхали.", "Envoys of Poland came."), ("Польща рада.", "Poland is glad.")],
        "Poland",
        {"Польщі": 1, "Польща": 1},
        {"Poland": 2},
    ),
    (
        "en-de",
        [("The talks were held in Kazakhstan.", "Die Gespräche fanden in Kasachstan statt.")],
        "Kazakhstan",
        {"Kazakhstan": 1},
        {"Kasachstan": 1},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("languages", "pairs", "name", "source", "target"), ACROSS)
def test_both_sides_of_one_bearer_are_one_entry(
    languages: str,
    pairs: list[tuple[str | None, str | None]],
    name: str,
    source: dict[str, int],
    target: dict[str, int],
) -> None:
    entry = entries_of(pairs, languages)[name]
    assert (forms(entry, "source"), forms(entry)) == (source, target)
    assert entry.status is Status.RENDERED


def test_a_replaced_country_is_missing_and_the_other_one_is_added() -> None:
    entries = entries_of(
        [("哈萨克斯坦总统访问了中国。", "The president of Uzbekistan visited China.")], "zh-en"
    )
    assert (entries["Kazakhstan"].status, entries["Kazakhstan"].missing) == (Status.MISSING, 1)
    assert entries["Uzbekistan"].status is Status.ADDED
    assert entries["China"].status is Status.RENDERED
    assert [entry.name for entry in worst_first(entries.values())][-1] == "China"


def test_one_name_in_two_ways_has_several_renderings() -> None:
    texts = [("Олжас Токпаев выступил.", "Olzhas Tokpayev spoke."), ("Потом Олжас Токпаев ушёл.", "Then Olzhas Tokpaev left.")]  # fmt: skip
    facts, pairs = {}, list[tuple[str | None, str | None]](texts)
    for at, (source, target) in enumerate(texts):
        theirs = target[target.index("Olzhas") :].rsplit(" ", 1)[0]
        link = Span(target.index(theirs), target.index(theirs) + len(theirs))
        facts[str(at)] = Names(
            tuple(
                named(source, word, entity=word.lower(), certain=True, kind=NameKind.PERSON, rendered=Rendered.HERE, counterpart=link)
                for word in ("Олжас", "Токпаев")
            ),
            (named(target, theirs, certain=True, rendered=Rendered.HERE, counterpart=named(source, "Олжас").span),),
        )  # fmt: skip
    (entry,) = ledger(article_of(pairs, "ru-en"), facts)
    assert entry.status is Status.SEVERAL
    assert forms(entry) == {"Olzhas Tokpayev": 1, "Olzhas Tokpaev": 1}
    assert forms(entry, "source") == {"Олжас Токпаев": 2}


def test_a_rendering_that_a_link_only_touches_is_shown_whole() -> None:
    source, target = "Музей Васнецова открыт.", "The Vasnetsov Memorial Museum is open."
    names = Names(
        (named(source, "Васнецова", entity="васнецов", certain=True, rendered=Rendered.HERE, counterpart=Span(4, 13)),),
        (named(target, "Vasnetsov Memorial Museum"),),
    )  # fmt: skip
    (entry,) = ledger(article_of([(source, target)], "ru-en"), {"0": names})
    assert forms(entry) == {"Vasnetsov Memorial Museum": 1}


def test_capitals_that_are_no_names_stay_out() -> None:
    assert alone("In October the Ministry met on Friday.", "Yesterday Years passed.") == {}


def test_usual_forms_are_the_commonest_first() -> None:
    text = "Xi, Jinping Xi and Xi"
    mentions = [NameMention(Span(0, 2), form, entity="x") for form in ("Xi", "Jinping Xi", "Xi")]
    assert usual_forms([Names((), tuple(mentions))]) == {"x": ("Xi", "Jinping Xi")}
    assert text.count("Xi") == 3


# --- any facts at all: spans of words that the texts have, in order, with links and entities at random

_WORDS = st.sampled_from(
    "Merkel Angela Xi Jinping China Chinese Kazakhstan president the of Putin 习近平 中国 Путин Владимир and Bank".split()
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=7).map(" ".join)


@st.composite
def _articles(draw: st.DrawFn) -> tuple[AlignedArticle, dict[str, Names]]:
    pairs = draw(st.lists(st.tuples(st.none() | _SENTENCES, _SENTENCES), min_size=1, max_size=5))
    article = article_of(list(pairs), draw(st.sampled_from(["zh-en", "ru-en", "en-de", "und-en"])))
    facts = {}
    for pair in article.pairs:
        sides = []
        for own, other in ((pair.source_text, pair.target_text), (pair.target_text, pair.source_text)):
            mentions, at = list[NameMention](), 0
            for word in own.split():
                start = own.index(word, at)
                at = start + len(word)
                if draw(st.booleans()):
                    links = [other.index(each) for each in other.split()]
                    link = draw(st.none() | st.sampled_from(links)) if links else None
                    mentions.append(
                        NameMention(
                            Span(start, at),
                            word,
                            draw(st.sampled_from(NameKind)),
                            draw(st.sampled_from(["", "CN", word.lower(), "мер"])),
                            draw(st.booleans()),
                            draw(st.sampled_from(Rendered)),
                            None if link is None else Span(link, link + len(other[link:].split(" ")[0])),
                        )
                    )
            sides.append(tuple(mentions))
        facts[pair.id] = Names(*sides)
    return article, facts


@settings(deadline=None, max_examples=150)
@given(_articles())
def test_no_mention_is_lost_none_is_in_two_entries_and_the_same_facts_make_the_same_ledger(
    made: tuple[AlignedArticle, dict[str, Names]],
) -> None:
    article, facts = made
    entries = ledger(article, facts)
    assert entries == ledger(article, dict(reversed(facts.items())))
    assert len({entry.id for entry in entries}) == len(entries)
    texts = {pair.id: (pair.source_text, pair.target_text) for pair in article.pairs}
    for side in (0, 1):
        places = [
            (index, place, form.text)
            for index, entry in enumerate(entries)
            for form in (entry.target if side else entry.source)
            for place in form.places
        ]
        assert all(place.span.of(texts[place.pair][side]) == text for _, place, text in places)
        for pair, names in facts.items():
            here = [(index, place.span) for index, place, _ in places if place.pair == pair]
            assert len({span for _, span in here}) == len(here)
            for mention in names.target if side else names.source:
                covering = {index for index, span in here if span.overlaps(mention.span)}
                title = mention.text == "president" and not covering
                assert len(covering) == 1 or title or (not mention.certain and not covering)


# --- names that spotting passes over, and what stands beside names


def test_a_source_word_that_no_one_spotted_is_shown_where_it_stands() -> None:
    entry = entries_of([("Die französische Post streikt.", "The French post is on strike.")], "de-en")[
        "France"
    ]
    assert forms(entry, "source") == {"französische": 1}
    assert entry.status is Status.RENDERED


def test_a_bridge_and_a_lake_of_one_name_are_two() -> None:
    entries = entries_of(
        [
            ("青岩大桥开通。", "The Qingyan Bridge is open."),
            ("船驶过青岩湖。", "Many small boats used to cross Qingyan Lake before."),
        ],
        "zh-en",
    )
    assert forms(entries["Qingyan Bridge"], "source") == {"青岩大桥": 1}
    assert forms(entries["Qingyan Lake"], "source") == {"青岩湖": 1}


def test_words_of_a_sentence_left_untranslated_are_no_names() -> None:
    text = "Sie sagt, die Tür hält kein kleiner Laden durch."
    assert "Tür" not in entries_of([(text, "She says the Tür hält kein kleiner Laden durch.")], "de-en")


def test_an_institution_has_its_field_but_not_another_ones_name() -> None:
    entries = alone(
        "She taught at the Central Conservatory of Music for seven years.",
        "Then he worked at the Reserve Bank of India for three years.",
    )
    assert "Central Conservatory of Music" in entries
    assert "India" in entries


COMPANY = ("Die Deutsche Bahn streikt.", "Deutsche Bahn is on strike.")


def test_who_is_called_after_a_country_is_not_the_country() -> None:
    entries = entries_of([COMPANY, ("Deutschland wartet.", "Germany waits.")], "de-en")
    assert forms(entries["Germany"]) == {"Germany": 1}
    assert forms(entries["Germany"], "source") == {"Deutschland": 1}
    assert forms(entries["Deutsche Bahn"], "source") == {"Deutsche Bahn": 1}
    assert {entry.status for entry in entries.values()} == {Status.RENDERED}


def _rendered_as(source: str, *renderings: tuple[str, str], country: str = "") -> Entry:
    """The entry of a name of the source, by what renders it in which sentence."""
    kind = NameKind.COUNTRY if country else NameKind.OTHER
    pairs, facts = list[tuple[str | None, str | None]](), {}
    for at, (target, rendering) in enumerate(renderings):
        link = named(target, rendering).span
        pairs.append((f"{source}。", target))
        facts[str(at)] = Names(
            (NameMention(Span(0, len(source)), source, kind, country, True, Rendered.HERE, link),),
            (named(target, rendering, rendered=Rendered.HERE, counterpart=Span(0, len(source))),),
        )
    (entry,) = ledger(article_of(pairs, "zh-en"), facts)
    return entry


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("Commerce Ministry", "Ministry of Commerce", Status.RENDERED),
        ("Department of Commerce", "Ministry of Commerce", Status.SEVERAL),
        ("Qingyan", "Qingyan Province", Status.RENDERED),
        ("Qingyan Academy", "Qingyan Province", Status.RENDERED),
        ("Qingyan", "Qingyang", Status.SEVERAL),
        ("Korhonens", "Korhonen", Status.RENDERED),
    ],
)
def test_several_renderings_differ_in_the_words_that_tell_them_apart(
    one: str, other: str, status: Status
) -> None:
    entry = _rendered_as("某某", (f"Then the {one} replied.", one), (f"Here the {other} spoke.", other))
    assert entry.status is status


@pytest.mark.parametrize(
    ("rendering", "id_"),
    [
        ("Islamic Republic of Iran", "IR"),
        ("Iranians", "IR"),
        ("Iran Air", "iran-air"),
        ("Bahar Irani", "bahar-irani"),
    ],
)
def test_a_country_is_called_by_its_kind_as_well_and_others_after_it(rendering: str, id_: str) -> None:
    entry = _rendered_as("伊朗", (f"Then the {rendering} replied.", rendering), country="IR")
    assert (entry.id, entry.status) == (id_, Status.RENDERED)


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("zh-en", "会议将于周二举行。", "The meeting will be held on Tuesday."),
        ("zh-en", "会议将于周二举行。", "The meeting will be held then."),
        ("de-en", "Die Sitzung ist am Dienstag im Mai.", "The meeting is on Tuesday in May."),
        ("ru-en", "Он уехал во вторник, в марте.", "He left on Tuesday, in March."),
        ("ja-en", "火曜日に会議が開かれた。", "The meeting was held on Tuesday."),
        ("en-de", "The meeting is on Tuesday in March.", "Die Sitzung ist am Dienstag im März."),
    ],
)
def test_weekdays_and_months_are_no_names(languages: str, source: str, target: str) -> None:
    assert entries_of([(source, target)], languages) == {}


def test_a_name_that_the_source_is_sure_of_may_be_a_month() -> None:
    assert forms(_rendered_as("某某", ("Then May left.", "May"))) == {"May": 1}


# --- what the findings say of it

# Names that are lost, replaced, invented, in place, of home, or of a country that goes without saying.
JUDGED: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    ("zh-en", [("哈萨克斯坦总统访问了塔什干。", "The president of Uzbekistan visited Tashkent.")]),
    ("zh-en", [("托卡耶夫在塔什干会见了乌兹别克斯坦的企业家。", "Tokayev met entrepreneurs in Tashkent.")]),
    ("zh-en", [("美国洛杉矶下雨了。", "It rained in Los Angeles.")]),
    ("zh-en", [("中国经济增长了。", "The economy has grown.")]),
    ("ru-en", [("Путин поблагодарил моряков.", "Putin and Zelensky thanked the sailors.")]),
    ("ru-en", [("Лавров прилетел в Анкару.", "Lavrov arrived in Ankara."), ("Лавров устал.", "He was tired.")]),
    ("ru-en", [("Премьер Финляндии ждал в Осло.", "The premier was waiting in Oslo.")]),
    ("de-en", [("Der Bürgermeister eröffnete es.", "The mayor opened it in Vladivostok.")]),
    ("de-en", [("Die Reise nach Polen begann.", "The journey to Norway began.")]),
    ("en-de", [("The mayor opened it.", "Der Bürgermeister eröffnete es in Norwegen.")]),
    ("ja-en", [("ゼレンスキー大統領が演説した。", "President Zelensky spoke.")]),
]  # fmt: skip
_RULES = [
    rule for rule in load_pack(builtin_pack()) if rule.id in {"name-missing", "name-changed", "name-added"}
]


@pytest.mark.parametrize(("languages", "pairs"), JUDGED)
def test_what_the_ledger_misses_a_finding_shows_and_what_a_finding_shows_the_ledger_does_not_deny(
    languages: str, pairs: list[tuple[str | None, str | None]]
) -> None:
    article = article_of(pairs, languages)
    facts = PROVIDER.gather(article, Resources()).facts
    hits, crashed = apply_rules(_RULES, article, ArticleFacts({Names: facts}))
    assert len(_RULES) == 3
    assert not crashed
    shown = [found for found in hits if confidence_of(found) >= Confidence.MEDIUM]
    marks = {
        Status.MISSING: [(found.pair.id, found.hit.source) for found in shown if found.hit.source],
        Status.ADDED: [(found.pair.id, found.hit.target) for found in shown if found.hit.target],
    }
    for entry in ledger(article, facts):
        for status, side in ((Status.MISSING, entry.source), (Status.ADDED, entry.target)):
            places = [place for form in side for place in form.places]
            found = any(
                pair == place.pair and span.overlaps(place.span)
                for pair, span in marks[status]
                for place in places
            )
            assert entry.status in ({status, Status.UNKNOWN} if found else set(Status) - {status})


def test_the_judged_pairs_have_names_missing_and_added() -> None:
    met = {entry.status for languages, pairs in JUDGED for entry in entries_of(pairs, languages).values()}
    assert {Status.MISSING, Status.ADDED, Status.RENDERED, Status.UNKNOWN} <= met


# --- the work that it takes


def _work(found: list[Occurrence]) -> int:
    """How many functions of the module are called to tell bearers apart."""
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_filename == identity.__file__

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        identity.same_bearers(found)
    finally:
        sys.setprofile(before)
    return calls


def _person(at: int, latin: str, han: str) -> Occurrence:
    def whole(text: str, *words: str) -> Whole:
        return Whole(str(at), Span(0, len(text)), text, words, NameKind.PERSON, certain=True)

    return Occurrence(whole(han, han), whole(latin, *latin.lower().split()))


def test_the_work_grows_with_the_names_not_with_their_square() -> None:
    syllables = [first + vowel for first, vowel in product("bdfgklmnprstvz", "aeiou")]
    names = [
        f"{one.title()}{two}{one} {two.title()}{one}{two}" for one, two in product(syllables, syllables[:20])
    ]
    characters = [chr(0x4E00 + at) for at in range(2 * len(names))]
    people = [
        _person(at, name, "".join(characters[2 * at : 2 * at + 2]) + "平") for at, name in enumerate(names)
    ]
    assert len(identity.same_bearers(people)) == len(people) == 1400
    assert _work(people) < 2.2 * _work(people[: len(people) // 2])
    assert len(identity.same_bearers(people[:2] * 700)) == 2
    assert _work(people[:2] * 700) < 2.2 * _work(people[:2] * 350)
