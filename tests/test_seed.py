"""Planted errors: each kind does what it says in several languages, marks it, and is the same for a seed everywhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bench.labels import Spans, parse_labelled, read_labelled
from tqcheck.bench.seed import KINDS, Document, Pair, Planted, documents_of, seed
from tqcheck.bench.seed.__main__ import as_json
from tqcheck.errors import UsageError
from tqcheck.model import Side, Span
from tqcheck.readers.bitext import read_bitext

BENCH = Path(__file__).parent / "bench"
CLEAN = documents_of(read_bitext(BENCH / "clean.jsonl").records)
SOURCES = {
    "en": "The government did not approve the plan of the opposition before the summer, according to the minister.",
    "de": "Die Regierung hat den Plan der Opposition nach Angaben des Ministers nicht vor dem Sommer gebilligt.",
    "zh": "据部长说，政府没有在夏天之前批准反对派的计划。",
}


def document(target: str, language: str, source_lang: str = "de") -> Document:
    if language == source_lang:
        source_lang = "en"
    return Document("d", source_lang, language, (Pair("1", SOURCES[source_lang], target),))


def outcomes(kind: str, article: Document, other: Document | None = None, seeds: int = 60) -> list[Planted]:
    planted = (KINDS[kind].plant(article, other, Random(seed)) for seed in range(seeds))
    return [each for each in planted if each is not None]


def targets(planted: Planted) -> list[str]:
    return [pair.target for pair in planted.document.pairs]


# kind, target language, clean sentence, what every outcome looks like, how many different ones there must be at least
PLANTED = [
    ("number-digit", "en", "It has 48 rooms.", r"It has (?!48)[1-9]\d rooms\.", 5),
    ("number-digit", "de", "Es kamen 1.250 Gäste.", r"Es kamen (?!1\.250)[1-9]\.\d{3} Gäste\.", 5),
    (
        "number-digit",
        "en",
        "They sent three boats to the island.",
        r"They sent (?!three)\w+ boats to the island\.",
        5,
    ),
    ("number-digit", "fr", "Il reste 3,5 tonnes.", r"Il reste (?!3,5)[1-9],\d tonnes\.", 5),
    ("number-digit", "zh", "会议有35人参加。", r"会议有(?!35)[1-9]\d人参加。", 5),
    ("number-digit", "ar", "حضر ٤٨ ضيفا.", r"حضر (?!٤٨)[١-٩][٠-٩] ضيفا.", 5),
    ("number-scale", "en", "It cost $1.2 million.", r"It cost \$(1\.2 (thousand|billion)|12 million)\.", 3),
    ("number-scale", "en", "It has 12,500 seats.", r"It has (125,000|1,250) seats\.", 2),
    (
        "number-scale",
        "de",
        "Es kostet 120 Millionen Euro.",
        r"Es kostet (120 Milliarden|12 Millionen) Euro\.",
        2,
    ),
    ("number-scale", "zh", "投资3.5亿元。", r"投资(3\.5万|35亿)元。", 2),
    ("number-scale", "ru", "Дом стоит 30 млн рублей.", r"Дом стоит (30 млрд|3 млн) рублей\.", 2),
    ("number-unit", "en", "The road is 80 kilometers long.", r"The road is 80 (miles|meters) long\.", 2),
    ("number-unit", "en", "They paid $500 and €30.", r"They paid (€500 and €30|\$500 and \$30)\.", 2),
    ("number-unit", "en", "Output grew by 5 percent.", r"Output grew by 5 percentage points\.", 1),
    ("number-unit", "es", "El viaje duró tres horas.", r"El viaje duró tres minutos\.", 1),
    ("number-unit", "ja", "価格は500円だ。", r"価格は500ドルだ。", 1),
    ("number-sign", "en", "Prices rose by 5 percent.", r"Prices fell by 5 percent\.", 1),
    ("number-sign", "en", "More than 20 people came.", r"Less than 20 people came\.", 1),
    ("number-sign", "en", "It was −12 degrees.", r"It was 12 degrees\.", 1),
    ("number-sign", "de", "Es sank auf −3,5 Grad.", r"Es sank auf 3,5 Grad\.", 1),
    ("number-sign", "fr", "Il y avait plus de 40 élèves.", r"Il y avait moins de 40 élèves\.", 1),
    ("date-shifted", "en", "He was born in 1968.", r"He was born in (?!1968)19\d\d\.", 4),
    ("date-shifted", "en", "It opens on March 5.", r"It opens on (?!March 5)[A-Z]\w+ \d+\.", 8),
    ("date-shifted", "en", "It opens on Friday.", r"It opens on (?!Friday)\w+day\.", 5),
    ("date-shifted", "de", "Sie kam am 3. Mai an.", r"Sie kam am (?!3\. Mai)\d+\. \w+ an\.", 8),
    ("date-shifted", "ja", "3月8日に開く。", r"(?!3月8日)\d+月\d+日に開く。", 8),
    (
        "name-swapped",
        "en",
        "The talks will be held in Madrid.",
        r"The talks will be held in (?!Madrid)\w[\w ]+\.",
        8,
    ),
    ("name-swapped", "en", "“No,” said Maria Berger.", r"“No,” said (?!Maria)\w+ \w+\.", 3),
    ("name-swapped", "fr", "Il a vu Claire Dupont hier.", r"Il a vu (?!Claire)\w+ \w+ hier\.", 2),
    ("name-swapped", "ru", "Мы видели, как Иван Петров ушёл.", r"Мы видели, как (?!Иван)\w+ \w+ ушёл\.", 2),
    ("name-dropped", "en", "The talks began in Madrid on Friday.", r"The talks began on Friday\.", 1),
    (
        "name-dropped",
        "en",
        "They visited Spain, Italy and Greece.",
        r"They visited (Italy and|Spain, Italy|Spain and) ?Greece\.|They visited Spain and Greece\.|They visited Italy and Greece\.",
        2,
    ),
    ("name-dropped", "en", "“No,” said Maria Berger, a teacher.", r"“No,” said a teacher\.", 1),
    (
        "name-dropped",
        "en",
        "That is what President Maria Berger wants.",
        r"That is what President wants\.",
        1,
    ),
    ("name-misspelt", "en", "The talks began in Madrid.", r"The talks began in (?!Madrid)M\w{4,5}\.", 4),
    (
        "name-misspelt",
        "es",
        "Habló con Laura Castillo ayer.",
        r"Habló con Laura (?!Castillo)C\w{6,7} ayer\.",
        4,
    ),
    ("negation-toggled", "en", "The plan was not approved.", r"The plan was approved\.", 1),
    ("negation-toggled", "en", "They did not approve the plan.", r"They approved the plan\.", 1),
    ("negation-toggled", "en", "He doesn’t support the plan.", r"He supports the plan\.", 1),
    ("negation-toggled", "en", "The ship can carry cars.", r"The ship cannot carry cars\.", 1),
    ("negation-toggled", "en", "They left without a permit.", r"They left with a permit\.", 1),
    ("negation-toggled", "de", "Der Plan wurde nicht gebilligt.", r"Der Plan wurde gebilligt\.", 1),
    ("negation-toggled", "fr", "Elle n’a pas signé.", r"Elle a signé\.", 1),
    ("negation-toggled", "ru", "Она не подписала договор.", r"Она подписала договор\.", 1),
    (
        "clause-dropped",
        "en",
        "The mayor, who came late on Friday, did answer the questions.",
        r"The mayor did answer the questions\.",
        1,
    ),
    (
        "clause-dropped",
        "en",
        "The road was closed to lorries because the bridge had been damaged.",
        r"The road was closed to lorries\.",
        1,
    ),
    (
        "clause-dropped",
        "de",
        "Die Straße war am Freitag gesperrt, weil die Brücke beschädigt war.",
        r"Die Straße war am Freitag gesperrt\.",
        1,
    ),
    ("clause-dropped", "zh", "会议在星期五结束了，但是没有达成协议。", r"会议在星期五结束了。", 1),
    (
        "sentence-duplicated",
        "it",
        "Il ponte è rimasto chiuso per due giorni.",
        r"(Il ponte è rimasto chiuso per due giorni\.) \1",
        1,
    ),
    ("sentence-duplicated", "zh", "桥梁关闭了整整两天时间。", r"(桥梁关闭了整整两天时间。)\1", 1),
    (
        "sentence-truncated",
        "en",
        "The bridge over the river was closed for two days because of the ice.",
        r"The bridge over the [\w ]+\w",
        3,
    ),
    (
        "sentence-truncated",
        "ja",
        "橋は氷のため二日間にわたって閉鎖されたままだった。",
        r"橋は氷のため二日間に\w*",
        3,
    ),
    ("phrase-looped", "en", "the old bridge was closed", r"(?:.*? )?(\w.{7,})( \1){2,}.*", 4),
    ("phrase-looped", "zh", "大桥关闭了两天。", r"大桥关闭了两天(桥关闭|关闭了两天){2,}。", 2),
    (
        "words-shuffled",
        "en",
        "He said that we were waiting for an answer from them.",
        r"He .*(an|for|from)\.",
        3,
    ),
    (
        "words-shuffled",
        "de",
        "Sie sagte dass wir das nicht mit einem anderen machen wollen.",
        r"Sie .* (das|mit|einem)\.",
        3,
    ),
    ("line-broken", "pt", "ele falou rapidamente", r"ele falou ra\w*\n\w+", 1),
    ("mojibake", "en", "It’s late.", r"Itâ€™s late\.", 1),
    ("mojibake", "en", "It's late.", r"Itâ€™s late\.", 1),
    ("mojibake", "fr", "Le café est fermé.", r"Le (cafÃ©|café) est (fermÃ©|fermé)\.", 2),
    ("mojibake", "ru", "Он ушёл.", r"(РћРЅ|Он) (СѓС€С‘Р»|ушёл)\.", 2),
    (
        "untranslated-words",
        "fr",
        "Le gouvernement refuse ce projet avant cet hiver.",
        r".*\b(the opposition|the summer|the minister|did|approve|before|according|according)\b.*",
        1,
    ),
    ("quote-unclosed", "en", "“We are late,” he said.", r"“We are late, he said\.", 1),
    ("quote-unclosed", "fr", "Il a dit : « Nous partons. »", r"Il a dit : « Nous partons. ", 1),
    ("quote-unclosed", "de", "„Wir gehen“, sagte sie.", r"„Wir gehen, sagte sie\.", 1),
    ("quote-unclosed", "ja", "「行きます」と言った。", r"「行きますと言った。", 1),
    ("quote-unclosed", "es", 'Dijo: "Nos vamos".', r'Dijo: "Nos vamos\.', 1),
    (
        "sentence-shuffled",
        "en",
        "The old bridge over the river was closed for two days.",
        r"(?!The old bridge)[A-Z][\w ]+\.",
        20,
    ),
    (
        "words-swapped",
        "en",
        "They met in London near the station.",
        r"They met in London near station the\.",
        1,
    ),
    ("words-swapped", "fr", "Il a vu le directeur hier.", r"Il a vu directeur le hier\.", 1),
    ("function-word-dropped", "en", "The head of the port left.", r"The head the port left\.", 1),
    ("function-word-dropped", "de", "Sie sprach mit dem Minister.", r"Sie sprach dem Minister\.", 1),
    ("function-word-doubled", "en", "They left for London.", r"They left for for London\.", 1),
    ("function-word-doubled", "ru", "Они живут в деревне.", r"Они живут в в деревне\.", 1),
    ("verb-disagreeing", "en", "The bridges were closed.", r"The bridges was closed\.", 1),
    ("verb-disagreeing", "es", "Los puentes están cerrados.", r"Los puentes está cerrados\.", 1),
    ("foreign-word", "en", "The mayor came with his wife.", r"The mayor came mit his wife\.", 1),
    ("foreign-word", "es", "Vino con su mujer ayer.", r"Vino with su mujer ayer\.", 1),
    ("words-glued", "en", "They met near the station.", r"They met near thestation\.", 1),
    ("words-glued", "pt", "O director da fábrica saiu.", r"O director dafábrica saiu\.", 1),
    ("word-split", "en", "The agreement was signed.", r"The agre?e? e?e?ment was signed\.", 1),
    ("word-misspelt", "en", "The agreement was signed.", r"The (?!agreement)a\w{7,8} was signed\.", 6),
    ("letters-disguised", "en", "The mayor was late.", r"The m\u0430yor was late\.", 1),
    ("letters-disguised", "ru", "Город закрыт.", r"Город з\u0061крыт\.", 1),
    ("sentence-lowered", "en", "“The mayor was late,” he said.", r"“the mayor was late,” he said\.", 1),
    ("sentence-lowered", "ru", "Город закрыт.", r"город закрыт\.", 1),
    ("punctuation-detached", "de", "Er kam, sie ging.", r"Er kam ?, sie ging ?\.", 2),
    ("end-missing", "fr", "Le pont est resté fermé pendant deux jours.", r"Le pont .* deux jours", 1),
    (
        "character-invisible",
        "en",
        "He left again.",
        r"He left ag(a[\u200b\ufeff\x08]i|[\u200b\ufeff\x08]ai)n\.",
        3,
    ),
    ("placeholder", "en", "He went to London yesterday.", r"He went to \S+ \S+\.", 5),
]


@pytest.mark.parametrize(
    ("kind", "language", "clean", "pattern", "least"), PLANTED, ids=lambda value: str(value)[:40]
)
def test_a_kind_spoils_a_sentence_as_it_says(
    kind: str, language: str, clean: str, pattern: str, least: int
) -> None:
    source = "en" if language != "en" else "de"
    found = {targets(planted)[0] for planted in outcomes(kind, document(clean, language, source))}
    assert len(found) >= least
    assert clean not in found
    assert [text for text in found if not re.fullmatch(pattern, text, re.DOTALL)] == []


LEFT_ALONE = [
    ("sentence-shuffled", "en", "He said: “We were late for the meeting on Monday.”"),
    ("words-swapped", "en", "In London they left."),
    ("function-word-dropped", "en", "Some of them left."),
    ("function-word-doubled", "en", "Nobody left."),
    ("verb-disagreeing", "en", "Bridges and you are late, I was told."),
    ("foreign-word", "en", "Nobody left."),
    ("words-glued", "en", "The man left the UK in May."),
    ("word-split", "en", "Nobody left London."),
    ("word-misspelt", "en", "He left Copenhagen at night."),
    ("letters-disguised", "de", "Er ging in den Wind."),
    ("sentence-lowered", "en", "EU leaders met; 5 of them left."),
    ("punctuation-detached", "en", "He paid 5.50 at 8 p.m."),
    ("end-missing", "en", "It began on that long day at 8 p.m."),
    ("character-invisible", "en", "He left."),
    ("placeholder", "en", "He left."),
    ("chat-line", "sw", "Alienda London."),
    ("boilerplate-line", "sw", "Alienda London."),
    ("number-digit", "en", "The A380 and the COVID-19 ward opened at 10:30."),
    ("number-digit", "en", "He came in 2019 and left on March 5."),  # dates have their own kind
    ("number-scale", "en", "He was 46 and lived at 12 Mill Lane."),
    ("number-unit", "en", "About 5 percent of them left."),
    ("number-unit", "en", "The 18-years-old came by the meters of the road."),
    ("number-sign", "en", "He put up tents over the river for more than a week."),
    ("number-sign", "en", "The score was 3-2, then 4 – 5."),
    ("date-shifted", "en", "They may march again with 2000 people."),
    ("date-shifted", "en", "The Sunday Times wrote about Good Friday."),
    ("name-swapped", "en", "The Bank of China sails the South China Sea."),
    ("name-swapped", "en", "They walked along the Han River."),
    ("name-dropped", "en", "The group is based in Hamburg and in Hamburg only."),
    ("name-dropped", "de", "Die Gespräche begannen in Madrid."),
    ("name-misspelt", "en", "He lives in Oslo."),
    ("negation-toggled", "en", "This not only saves time."),
    ("negation-toggled", "en", "They have three children and no house."),
    ("negation-toggled", "en", "It has not found any answer yet."),
    ("negation-toggled", "es", "No dijo nada."),
    ("negation-toggled", "ru", "Он не только сказал это."),
    ("clause-dropped", "en", "In the long summer of that year, the river fell by half."),
    ("clause-dropped", "en", "“We came, we saw,” he said."),
    ("sentence-duplicated", "en", "He won."),
    ("sentence-truncated", "en", "He won on Friday."),
    ("words-shuffled", "zh", "会议在星期五结束了，但是没有达成协议。"),
    ("phrase-looped", "en", "London, Paris, Rome."),
    ("line-broken", "en", "He won it."),
    ("mojibake", "en", "He won it."),
    ("quote-unclosed", "en", "He won the “cup."),
    ("sentence-dropped", "en", "The bridge over the river was closed for two days."),  # no text would be left
    ("sentence-moved", "en", "The bridge over the river was closed for two days."),
    ("foreign-paragraph", "en", "The bridge over the river was closed for two days."),
    ("page-left", "en", "The bridge over the river was closed for two days."),
]


@pytest.mark.parametrize(("kind", "language", "clean"), LEFT_ALONE, ids=lambda value: str(value)[:40])
def test_a_kind_leaves_alone_what_it_could_not_spoil(kind: str, language: str, clean: str) -> None:
    source = "en" if language != "en" else "de"
    assert [targets(planted) for planted in outcomes(kind, document(clean, language, source))] == []


# What adds pairs that have no source, and leaves those that were there as they are.
ADDED = frozenset({"foreign-paragraph", "chat-line", "boilerplate-line"})
NEEDS_SOURCE = (
    *("number-digit", "number-scale", "number-unit", "number-sign", "number-dropped", "number-added"),
    *("currency-changed", "date-shifted", "time-shifted"),
    *("name-swapped", "name-dropped", "name-misspelt", "negation-toggled", "clause-dropped"),
    *("sentence-dropped", "sentence-moved", "untranslated-words", "page-left"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_source_only_the_text_itself_is_broken(kind: str) -> None:
    able = 0
    for article in CLEAN[-15:]:
        alone = Document(
            article.id, "und", "en", tuple(Pair(pair.id, None, pair.target) for pair in article.pairs)
        )
        able += len(outcomes(kind, alone, CLEAN[-1], seeds=2))
    assert (able == 0) == (kind in NEEDS_SOURCE)


def test_a_page_is_left_from_some_sentence_to_its_end() -> None:
    for planted in outcomes("page-left", CLEAN[0]):
        pairs, left = planted.document.pairs, {damage.pair for damage in planted.damage}
        assert len(left) >= 3
        assert left == set(range(len(pairs) - len(left), len(pairs)))
        assert all((pair.target == pair.source) == (at in left) for at, pair in enumerate(pairs))


def test_words_of_the_source_take_the_place_of_a_phrase() -> None:
    article = document("The government did not approve the plan before the summer.", "en", "zh")
    for planted in outcomes("untranslated-words", article):
        (damage,) = planted.damage
        assert damage.span is not None
        assert damage.span.of(targets(planted)[0]) in SOURCES["zh"]


def test_a_name_of_the_article_is_the_first_choice() -> None:
    pairs = (Pair("1", "甲", "Maria Berger met them."), Pair("2", "乙", "“No,” said Paul Novak."))
    article = Document("d", "zh", "en", pairs)
    found = {text for planted in outcomes("name-swapped", article) for text in targets(planted)}
    assert found == {*(pair.target for pair in pairs), "Paul Novak met them.", "“No,” said Maria Berger."}


def test_a_quotation_that_opens_anew_in_the_next_paragraph_may_stay_open() -> None:
    pairs = (Pair("1", "甲", "“We came.”"), Pair("2", "乙", "“We saw."))
    assert outcomes("quote-unclosed", Document("d", "zh", "en", pairs)) == []


def test_a_dropped_sentence_is_marked_in_the_source() -> None:
    for planted in outcomes("sentence-dropped", CLEAN[0]):
        (damage,) = planted.damage
        pair = planted.document.pairs[damage.pair]
        assert pair.target == ""
        assert (damage.side, damage.span) == (Side.SOURCE, Span(0, len(pair.source or "")))


def test_a_moved_sentence_changes_places_with_its_neighbour() -> None:
    for planted in outcomes("sentence-moved", CLEAN[0]):
        first, second = planted.damage
        assert second.pair == first.pair + 1
        before = [pair.target for pair in CLEAN[0].pairs]
        before[first.pair], before[second.pair] = before[second.pair], before[first.pair]
        assert targets(planted) == before


@pytest.mark.parametrize("kind", ["chat-line", "boilerplate-line"])
def test_a_line_that_is_no_part_of_the_article_has_no_source(kind: str) -> None:
    found = set()
    for planted in outcomes(kind, CLEAN[0]):
        (damage,) = planted.damage
        stranger = planted.document.pairs[damage.pair]
        assert stranger.source == ""
        assert damage.span == Span(0, len(stranger.target))
        found.add(stranger.target)
    assert len(found) >= 3


def test_a_foreign_paragraph_has_no_source_and_comes_from_the_other_article() -> None:
    for planted in outcomes("foreign-paragraph", CLEAN[0], CLEAN[1]):
        strangers = [planted.document.pairs[damage.pair] for damage in planted.damage]
        assert all(pair.source == "" for pair in strangers)
        assert {pair.target for pair in strangers} <= {pair.target for pair in CLEAN[1].pairs}
        assert tuple(pair for pair in planted.document.pairs if pair not in strangers) == CLEAN[0].pairs


@given(
    kind=st.sampled_from(sorted(KINDS)),
    article=st.sampled_from(CLEAN),
    other=st.sampled_from(CLEAN),
    number=st.integers(0, 2**32),
)
def test_one_error_where_it_is_marked_and_nowhere_else(
    kind: str, article: Document, other: Document, number: int
) -> None:
    planted = KINDS[kind].plant(article, other, Random(number))
    if planted is None:
        return
    assert KINDS[kind].plant(article, other, Random(number)) == planted
    assert planted.damage
    assert planted.document.pairs != article.pairs
    damaged = {damage.pair: damage for damage in planted.damage}
    for index, damage in damaged.items():
        pair = planted.document.pairs[index]
        text = pair.target if damage.side is Side.TARGET else pair.source or ""
        if damage.span is not None:
            assert 0 <= damage.span.start < damage.span.end <= len(text)
    if kind in ADDED:
        assert len(planted.document.pairs) == len(article.pairs) + len(planted.damage)
        assert [pair for at, pair in enumerate(planted.document.pairs) if at not in damaged] == [
            *article.pairs
        ]
        return
    assert len(planted.document.pairs) == len(article.pairs)
    for index, (before, after) in enumerate(zip(article.pairs, planted.document.pairs, strict=True)):
        assert (before.id, before.source) == (after.id, after.source)
        if index not in damaged:
            assert before == after
            continue
        damage = damaged[index]
        assert before.target != after.target
        if damage.side is Side.SOURCE:  # something was taken out, and nothing put in
            assert len(after.target) < len(before.target)
        elif kind != "sentence-moved":
            assert damage.span is not None
            assert before.target.startswith(after.target[: damage.span.start])
            assert before.target.endswith(after.target[damage.span.end :])


_ANY = st.text(
    st.sampled_from("ab Éя不了ア로ن٣12350.,-−'\"“”«»„「」!?\n\t%€$()№\u0301\U0001f600"), max_size=60
)


@given(
    kind=st.sampled_from(sorted(KINDS)),
    texts=st.lists(st.tuples(st.none() | _ANY, _ANY), min_size=1, max_size=3),
    languages=st.tuples(*[st.sampled_from("en de fr ru zh ja ko ar und".split())] * 2),
    number=st.integers(0, 2**32),
)
def test_any_text_is_spoilt_or_left_alone(
    kind: str, texts: list[tuple[str | None, str]], languages: tuple[str, str], number: int
) -> None:
    pairs = tuple(Pair(str(index), *both) for index, both in enumerate(texts))
    article = Document("d", *languages, pairs)
    planted = KINDS[kind].plant(article, CLEAN[0], Random(number))
    if planted is not None:
        assert planted.document.pairs != pairs
        for record in planted.records():
            parse_labelled(json.dumps(as_json(record)), "there:1")


@given(number=st.integers(0, 2**32), kind=st.sampled_from(sorted(KINDS)))
def test_an_article_fares_the_same_in_any_company(number: int, kind: str) -> None:
    forwards = seed(CLEAN, number, kinds=[kind])
    backwards = seed(CLEAN[::-1], number, kinds=[kind])
    assert {each.document.id: each for each in forwards} == {each.document.id: each for each in backwards}


def test_as_many_of_each_kind_as_wanted_and_none_twice() -> None:
    count = Counter[tuple[str, str]]()
    seen = set[tuple[str, tuple[Pair, ...]]]()
    for planted in seed(CLEAN, 7, per_kind=4):
        count[planted.kind, planted.document.source_lang] += 1
        key = (planted.kind, planted.document.pairs)
        assert key not in seen
        seen.add(key)
    assert max(count.values()) == 4
    assert len(count) == len(KINDS) * 10


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="number-digit"):
        list(seed(CLEAN, 1, kinds=["number-digits"]))


def test_records_say_what_was_planted() -> None:
    for planted in seed(CLEAN, 3, per_kind=1):
        records = planted.records()
        assert sum(len(record.gold) for record in records) == len(planted.damage)
        for record in records:
            read = parse_labelled(json.dumps(as_json(record)), record.where)
            assert isinstance(read, Spans)
            assert (read.target, read.source, read.gold) == (record.target, record.source, record.gold)
            assert read.document == f"{planted.document.id}~{planted.kind}-{planted.number}"


def test_the_clean_corpus_has_ten_pairs_of_languages() -> None:
    count = Counter(article.source_lang for article in CLEAN)
    assert len(count) == 10
    assert min(count.values()) >= 3
    assert sum(len(article.pairs) for article in CLEAN) >= 120


def test_the_gate_is_what_the_seeder_makes_of_the_clean_corpus(tmp_path: Path) -> None:
    """In another process, with another hash seed. If a planter changed, make it anew and read what it planted."""
    made = tmp_path / "gate.jsonl"
    command = [sys.executable, "-m", "tqcheck.bench.seed", str(BENCH / "clean.jsonl")]
    subprocess.run(
        [*command, "--seed", "1", "--per-kind", "1", "-o", str(made)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "271"},
    )
    assert made.read_text(encoding="utf-8") == (BENCH / "gate.jsonl").read_text(encoding="utf-8")
    records = read_labelled(made)
    assert len(records) >= 400
    assert len({record.pair for record in records}) == 10
