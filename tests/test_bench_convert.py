"""Converters: what each set's format says, as labelled records; and the public sets themselves, where they are."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requires import requires
from tqcheck.bench.convert import (
    SETS,
    clean,
    contrast,
    critical,
    garbled,
    grammar,
    hallucination,
    mqm,
    qe,
    wordqe,
)
from tqcheck.bench.convert.rows import Converter, Row, read_rows
from tqcheck.bench.convert.sample import sample, target_words
from tqcheck.bench.convert.tokens import bad_runs, detokenised, find, join
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans, parse_labelled
from tqcheck.errors import InputError
from tqcheck.model import Severity, Side, Span


def converted(convert: Converter, *rows: Row) -> list[Labelled]:
    return [parse_labelled(json.dumps(label), str(label["id"])) for label in convert(rows)]


def spans(convert: Converter, *rows: Row) -> list[Spans]:
    records = converted(convert, *rows)
    assert all(isinstance(record, Spans) for record in records)
    return [record for record in records if isinstance(record, Spans)]


def contrasts(convert: Converter, *rows: Row) -> list[Contrast]:
    records = converted(convert, *rows)
    assert all(isinstance(record, Contrast) for record in records)
    return [record for record in records if isinstance(record, Contrast)]


def scores(convert: Converter, *rows: Row) -> list[Scored]:
    records = converted(convert, *rows)
    assert all(isinstance(record, Scored) for record in records)
    return [record for record in records if isinstance(record, Scored)]


def error(category: str | None, severity: str = "major", side: str = "tgt", **place: Any) -> dict[str, Any]:
    return {
        "side": side,
        "start": 0,
        "end": 3,
        "text": "The",
        "category": category,
        "severity": severity,
    } | place


def rating(rater: str | None, penalty: float, *errors: Row) -> Row:
    return {"rater": rater, "penalty": penalty, "errors": list(errors)}


def annotated(*ratings: Row, system: str = "Online-X", seg: int = 1, **fields: Any) -> Row:
    return {
        "id": f"news|{seg}|{system}",
        "lp": "zh-en",
        "doc": "news.1",
        "seg": seg,
        "system": system,
        "src": "桥已关闭。",
        "tgt": "The bridge is closed.",
        "ratings": list(ratings),
    } | fields


# MQM


def test_mqm_keeps_the_spans_of_all_raters_and_who_found_nothing() -> None:
    row = annotated(
        rating("a", 6, error("Accuracy/Mistranslation"), error("Fluency/Grammar", "minor", start=4, end=10)),
        rating("b", 0),
    )
    (record,) = spans(mqm.system_outputs, row)
    assert (record.document, record.pair, record.raters) == ("news.1|Online-X", "zh-en", ("a", "b"))
    assert [(g.side, g.span, g.category, g.severity, g.rater) for g in record.gold] == [
        (Side.TARGET, Span(0, 3), "accuracy/mistranslation", Severity.MAJOR, "a"),
        (Side.TARGET, Span(4, 10), "fluency/grammar", Severity.MINOR, "a"),
    ]


def test_mqm_source_sides_unplaced_spans_and_raters_without_name() -> None:
    row = annotated(
        rating(
            None, 5, error("Accuracy/Omission", side="src", end=1), error("Style/Awkward", start=None, end=9)
        )
    )
    (record,) = spans(mqm.system_outputs, row)
    assert [(g.side, g.span) for g in record.gold] == [(Side.SOURCE, Span(0, 1)), (Side.TARGET, None)]
    assert record.raters == ("unnamed",)
    assert {g.rater for g in record.gold} == {"unnamed"}


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Accuracy/Source language fragment", "accuracy/untranslated"),
        ("Accuracy/Untranslated text", "accuracy/untranslated"),
        ("Accuracy/Omission (Translation 2)", "accuracy/omission"),
        ("Linguistic_conventions/Spelling", "fluency/spelling"),
        ("Fluency/Register", "style/register"),
        ("Style/Non_fluent", "style/awkward"),
        ("Locale convention/Date format", "locale/convention"),
        ("Locale_conventions/Number_format", "locale/convention"),
        ("Locale_convention/Name", "accuracy/name"),
        ("Terminology/Wrong_term", "terminology/wrong-term"),
        ("Unintelligible", "fluency/unintelligible"),
        ("Other/-", "other"),
        ("Accuracy/Bad Mood", "other/accuracy/bad-mood"),
        (None, ""),
        ("Source issue", None),
        ("Source_error", None),
    ],
)
def test_mqm_dialects_become_one(theirs: str | None, ours: str | None) -> None:
    assert mqm.category(theirs) == ours


def test_mqm_neutral_and_source_errors_are_none_and_no_translation_is_critical() -> None:
    found = [error("Style/Awkward", "neutral"), error("Source issue"), error("Non-translation!")]
    assert [(e["category"], e["severity"]) for e in mqm.errors(found)] == [
        ("fluency/unintelligible", "critical")
    ]


def test_mqm_people_are_left_to_the_clean_set_which_takes_only_what_no_rater_marked() -> None:
    rows = [
        annotated(rating("a", 0), rating("b", 0), system="Human-A"),
        annotated(rating("a", 0), rating("b", 1, error("Style/Awkward", "minor")), system="ref.B", seg=2),
        annotated(rating("a", 0, error("Source issue", "minor")), system="reference_r1", seg=3),
        # An omission that cost nothing is one all the same.
        annotated(rating("a", 0, error("Accuracy/Omission", side="src", end=1)), system="refA", seg=4),
        annotated(rating("a", 0)),
    ]
    assert [record.id for record in converted(mqm.system_outputs, *rows)] == ["news|1|Online-X"]
    people = spans(mqm.human_clean, *rows)
    assert [record.id for record in people] == ["news|1|Human-A", "news|3|reference_r1"]
    assert not any(record.gold for record in people)


def test_mqm_rows_of_one_text_by_two_raters_are_one_record() -> None:
    rows = [
        annotated(rating("a", 5, error("Accuracy/Addition"))),
        annotated(rating("b", 0)),
        annotated(rating("b", 0), src="别的句子。"),
    ]
    first, other = spans(mqm.system_outputs, *rows)
    assert first.raters == ("a", "b")
    assert (other.id, other.raters) == (f"{first.id}#2", ("b",))


def test_clean_references_are_those_not_rated_or_rated_faultless() -> None:
    row = {"lp": "ja-en", "doc": "d", "ref_name": "A", "src": "雨。", "ref": "Rain."}
    rows = [row | {"seg": seg, "mqm_penalty": penalty} for seg, penalty in enumerate([None, 0.0, 0.1])]
    records = spans(clean.references, *rows)
    assert [(r.id, r.document, r.gold) for r in records] == [("d|A|0", "d|A", ()), ("d|A|1", "d|A", ())]


# Tokens


@pytest.mark.parametrize(
    ("tokens", "language", "text"),
    [
        ("\" We do n't , \" said Ann 's son .", "en", "\"We don't,\" said Ann's son."),
        ("Bread ( and wine ) costs 3 % more !", "en", "Bread (and wine) costs 3% more!"),
        ("Er sagte : „ Nein “ .", "de", "Er sagte: „Nein“."),
        ("the “ new ” bridge …", "en", "the “new” bridge…"),
        ("他 说 ： 《 Nature 》 很 好 。", "zh", "他说：《Nature》很好。"),
        ("パン を 3 個 。", "ja", "パンを 3 個。"),
        ("Marie - Claire", "cs", "Marie - Claire"),
        ("", "en", ""),
    ],
)
def test_tokens_are_joined_as_people_write(tokens: str, language: str, text: str) -> None:
    assert detokenised(tokens, language) == text


@given(
    st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)), st.sampled_from(["en", "zh"])
)
def test_joined_tokens_stand_where_their_spans_say(tokens: list[str], language: str) -> None:
    text, places = join(tokens, language)
    assert [span.of(text) for span in places] == tokens
    assert "".join(text.split(" ")) == "".join(tokens)
    assert text == text.strip(" ")


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)))
def test_joined_tokens_are_found_again(tokens: list[str]) -> None:
    text, places = join([token.replace("&", "+") for token in tokens], "en")
    assert find([token.replace("&", "+") for token in tokens], text) == places


def test_escaped_tokens_are_found_and_others_refused() -> None:
    assert find(["I", "&apos;m", "&quot;", "in", "&quot;"], 'I\'m "in"') == [
        Span(0, 1), Span(1, 3), Span(4, 5), Span(5, 7), Span(7, 8)
    ]  # fmt: skip
    with pytest.raises(InputError, match="token 'out' is not in the text"):
        find(["out"], "in and out")


def test_bad_runs_are_as_long_as_they_can_be() -> None:
    places = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 10)]
    runs = list(bad_runs(["BAD", "BAD", "OK", "BAD"], places, Side.TARGET))
    assert [(run["start"], run["end"]) for run in runs] == [(0, 5), (9, 10)]
    with pytest.raises(ValueError, match="argument"):
        list(bad_runs(["BAD"], places, Side.TARGET))


# Word tags, scores and classes


def test_wordqe_marks_runs_on_both_sides() -> None:
    row = {
        "lp": "ru-en", "split": "dev", "i": 3, "src": "Он спит .", "mt": "He sleep a lot .",
        "tags": ["OK", "BAD", "BAD", "BAD", "OK"], "gap_tags": ["BAD"] * 6, "src_tags": ["OK", "BAD", "OK"],
    }  # fmt: skip
    (record,) = spans(wordqe.tagged, row)
    assert (record.source, record.target) == ("Он спит.", "He sleep a lot.")
    texts = {Side.TARGET: record.target, Side.SOURCE: record.source}
    assert [(g.side, g.span and g.span.of(texts[g.side] or "")) for g in record.gold] == [
        (Side.TARGET, "sleep a lot"),
        (Side.SOURCE, "спит"),
    ]
    assert {(g.category, g.severity) for g in record.gold} == {("", Severity.MAJOR)}


QE = {
    "lp": "en-de", "i": 7, "src": "It's \"open\".", "mt": 'Es ist "auf".', "mqm": -12.5,
    "mt_tok": "Es ist &quot; auf &quot; . <EOS>", "tags": ["OK", "OK", "OK", "BAD", "BAD", "OK", "BAD"],
}  # fmt: skip


def test_qe_marks_the_text_as_the_system_wrote_it() -> None:
    (record,) = spans(qe.tagged, QE)
    assert record.target == QE["mt"]
    assert [gold.span and gold.span.of(record.target) for gold in record.gold] == ['auf"']


def test_qe_scores_are_a_set_of_their_own() -> None:
    (record,) = scores(qe.scored, QE)
    assert (record.score, record.is_bad, record.group) == (-12.5, None, QE["src"])


def test_critical_classes_of_both_years() -> None:
    old = {"lp": "en-cs", "src": "No!", "mt": "Ne !", "id": "9", "votes": "[1, 1, 0]", "label": "ERR"}
    new = {"lp": "pt-en", "src": "Não!", "mt": "Yes !", "label": "BAD"}
    records = scores(critical.judged, old, old | {"id": "10", "label": "NOT"}, new, new | {"label": "OK"})
    assert [(r.id, r.is_bad) for r in records] == [("9", True), ("10", False), ("2", True), ("3", False)]
    assert [r.target for r in records[::2]] == ["Ne!", "Yes !"]  # only those of 2021 are tokens


def test_hallucination_by_flag() -> None:
    row = {"id": "1", "lp": "de-en", "src": "Ja.", "mt": "No.", "hallucination": 0, "omission": 1}
    assert [record.is_bad for record in scores(hallucination.flagged, row)] == [False]
    flags: Converter = lambda rows: hallucination.flagged(rows, "omission")  # noqa: E731
    assert [record.is_bad for record in scores(flags, row)] == [True]


def test_garbled_checkpoints_are_ranked_within_a_source() -> None:
    row = {"lp": "zh-en", "doc": "d", "seg": 1, "src": "好。", "mt": "Good."}
    records = scores(garbled.checkpoints, *(row | {"letter": letter} for letter in "AF"))
    assert [(r.score, r.group, r.document) for r in records] == [(1, "好。", "d|A"), (6, "好。", "d|F")]


# Contrasts


def test_jfleg_classes_are_of_sentences_that_all_changed() -> None:
    all_changed = {
        "i": 3,
        "src": "He go home .",
        "refs": ["He goes home .", "He went home .", "He goes home .", "He goes home."],
    }
    one_left_it = {"i": 4, "src": "It is .", "refs": ["It was .", "It is ."]}
    records = scores(grammar.learners_and_correctors, all_changed, one_left_it)
    assert [(record.target, record.is_bad) for record in records] == [
        ("He go home.", True),
        ("He goes home.", False),
        ("He went home.", False),
    ]
    assert {record.group for record in records} == {"3"}


def test_mslc_without_its_source() -> None:
    rows = [
        {"doc": "d", "seg": 1, "lp": "zh-en", "src": "源", "mt": "text", "letter": letter} for letter in "ABF"
    ]
    records = scores(partial(garbled.first_and_last, alone=True), *rows)
    assert [(record.source, record.is_bad, record.group) for record in records] == [
        (None, True, "源"),
        (None, False, "源"),
    ]


def test_jfleg_takes_the_first_correction_that_changed_something() -> None:
    same, spaced, fixed = "He go home .", "He go home.", "He goes home ."
    rows = [
        {"i": 0, "src": same, "refs": [same, spaced, fixed, fixed]},
        {"i": 1, "src": same, "refs": [same] * 4},
    ]
    (record,) = contrasts(grammar.corrections, *rows)
    assert (record.good, record.bad, record.kind) == ("He goes home.", "He go home.", "learner")
    assert (record.source, record.target_lang, record.category) == (None, "en", "fluency/grammar")


def test_blimp_kind_is_the_paradigm() -> None:
    row = {"uid": "anaphor", "pair": "3", "good": "He saw himself.", "bad": "He saw herself."}
    (record,) = contrasts(grammar.minimal_pairs, row)
    assert (record.id, record.kind, record.source) == ("anaphor|3", "anaphor", None)


def test_demetr_names_what_was_spoiled() -> None:
    row = {
        "id": 4, "lang": "chinese_simple", "pert": "critical_id10_numbers_replaced", "class": "number",
        "severity": "critical", "src": "三天", "mt": "Three days", "mt_bad": "Two days",
    }  # fmt: skip
    dot = row | {"class": "other", "pert": "minor_id28_final_punc_removed", "severity": "minor"}
    empty = row | {"class": "empty", "pert": "base_id33_empty", "severity": "base", "mt_bad": "."}
    reference = row | {"class": "other", "pert": "base_id35_reference", "severity": "base"}
    same = row | {"mt_bad": row["mt"]}
    records = contrasts(contrast.demetr, row, dot, empty, reference, same)
    assert [(r.kind, r.category, r.severity) for r in records] == [
        ("number/numbers_replaced", "accuracy/number", Severity.CRITICAL),
        ("other/final_punc_removed", "fluency/punctuation", Severity.MINOR),
        ("empty/empty", "accuracy/omission", Severity.CRITICAL),
    ]
    assert {record.pair for record in records} == {"zh-en"}


@pytest.mark.parametrize(
    ("convert", "field", "kind", "category"),
    [
        (contrast.hwtsc, "phenomenon", "Number(Swapped Number)", "accuracy/number"),
        (contrast.hwtsc, "phenomenon", "Named Entity & Terminology", "accuracy/name"),
        (contrast.commonmt, "type", "lexical", "accuracy/mistranslation"),
        (contrast.aces_units, "phenomenon", "units", "accuracy/number"),
    ],
)
def test_other_challenges(convert: Converter, field: str, kind: str, category: str) -> None:
    row = {"id": 5, "lp": "zh-en", "src": "五米", "good": "5 metres", "bad": "5 feet", field: kind}
    (record,) = contrasts(convert, row, row | {"bad": row["good"]})
    assert (record.id, record.kind, record.category, record.severity) == ("5", kind, category, None)


# Files and samples


def test_rows_are_read_from_plain_and_zipped_files(tmp_path: Path) -> None:
    text = b'{"a": 1}\n{"a": 2}\n'
    (tmp_path / "x.jsonl").write_bytes(text)
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(text))
    for name in ("x.jsonl", "x.jsonl.gz"):
        assert [row["a"] for row in read_rows(tmp_path / name)] == [1, 2]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.jsonl", b'{"a": 1}\n{"a"', r"x.jsonl:2: not valid JSON"),
        ("x.jsonl", b"[]\n", r"x.jsonl:1: not a JSON object"),
        ("x.jsonl", b'"\xff"\n', r"x.jsonl:1: not valid JSON"),
        ("x.jsonl.gz", b"not zipped", r"x.jsonl.gz: cannot be read"),
        ("x.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 9)[:-9], r"x.jsonl.gz: cannot be read"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message):
        list(read_rows(tmp_path / name))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ced21_en-cs\.jsonl\.gz: cannot be read"):
        list(SETS["critical/ced21_en-cs"].read(tmp_path))


def records_of(articles: int, systems: int) -> list[Labelled]:
    rows: Iterable[Row] = (
        annotated(rating("a", 0), system=f"s{system}", seg=seg, doc=f"d{doc}", id=f"{doc}|{system}|{seg}")
        for system in range(systems)
        for doc in range(articles)
        for seg in range(3)
    )
    return converted(mqm.system_outputs, *rows)


def test_a_sample_is_whole_articles_by_all_systems_in_file_order() -> None:
    records = records_of(articles=20, systems=2)
    one = target_words(records[0])
    chosen = sample(records, 7 * one)
    documents = Counter(record.document for record in chosen)
    assert len({(document or "").partition("|")[0] for document in documents}) == 2  # the second goes over it
    assert set(documents.values()) == {3}
    assert len(chosen) == 12
    assert [record for record in records if record in chosen] == list(chosen)


@given(st.permutations(range(12)), st.integers(1, 200))
def test_a_sample_does_not_depend_on_the_order_of_the_file(order: list[int], limit: int) -> None:
    records = records_of(articles=4, systems=1)
    shuffled = [records[index] for index in order]
    assert {r.id for r in sample(shuffled, limit)} == {r.id for r in sample(records, limit)}


def test_translations_of_one_source_stay_together() -> None:
    rows = [
        {"lp": "zh-en", "i": i, "src": f"句{i // 3}", "mt": "two words", "mqm": 0.0, "mt_tok": "", "tags": []}
        for i in range(30)
    ]
    groups = Counter(record.source for record in sample(converted(qe.scored, *rows), 10))
    assert groups
    assert set(groups.values()) == {3}


# The public sets

# Of the data's own README; what a converter leaves out stands beside it.
STATED = {
    "challenge/aces_units": 472,
    "challenge/commonmt_zh-en": 586 - 2,  # both translations the same
    "challenge/demetr": 6821 - 200 - 2,  # references; the same
    "challenge/hwtsc_zh-en": 348 - 1,  # the same
    "clean/ja-en": 1467,
    "clean/ru-en": 3260,
    "clean/uk-en": 2159,
    "clean/zh-en": 3291 - 2488,  # raters found something
    "critical/ced21_en-cs": 2011,
    "critical/ced21_en-de": 4077,
    "critical/ced21_en-ja": 2043,
    "critical/ced21_en-zh": 4056,
    "critical/ced22_en-de": 3837,
    "critical/ced22_pt-en": 2873,
    "garbled/mslc23_zh-en": 2094,
    "garbled/mslc23_zh-en:worst-best": 698,
    "grammar/blimp": 2014,
    "grammar/jfleg": 754 - 35,  # nothing was corrected
    "hallucination/de-en": 1685,
    "mqm/en-de_ted": 800,
    "mqm/en-de_wmt20": 1460 - 438,  # people's
    "mqm/en-de_wmt22qe": 1489,
    "mqm/en-ru_wmt22qe": 1515,
    "mqm/zh-en_ted": 1374,
    "mqm/zh-en_wmt20": 3300 - 660,  # people's
    "mqm/zh-en_wmt21": 5025 - 670,  # people's
    "mqm/zh-en_wmt22qe": 505,
    "mqm/zh-en_wmt23": 1790,
    "qe/wmt22_en-de": 511,
    "qe/wmt22_en-ru": 511,
    "qe/wmt22_zh-en": 505,
    "qe/wmt22_zh-en:scores": 505,
    "wordqe/et-en": 2000,
    "wordqe/ro-en": 2000,
    "wordqe/ru-en": 2000,
}


def data() -> Path:
    requires("data")
    return Path(os.environ["TQCHECK_DATA"])


@pytest.mark.data
@pytest.mark.parametrize("name", SETS)
def test_public_set_converts_completely(name: str) -> None:
    records = list(SETS[name].read(data()))  # spans out of range are refused
    assert records
    assert all(isinstance(record, SETS[name].kind) for record in records)
    assert len({record.id for record in records}) == len(records)
    assert len(records) == STATED.get(name, len(records))
    marked = [len(record.gold) for record in records if isinstance(record, Spans)]
    assert sum(marked) == 0 if name.startswith("clean/") else not marked or sum(marked) > 0


@pytest.mark.data
@pytest.mark.parametrize("name", [name for name in SETS if name.startswith("mqm/")])
def test_public_mqm_spans_mark_what_raters_marked(name: str) -> None:
    root = data()
    rows: dict[tuple[str, str | None, str], list[Row]] = {}
    for row in read_rows(root / SETS[name].path):
        rows.setdefault((row["id"], row["src"], row["tgt"]), []).append(row)
    machine = [row for same in rows.values() for row in same if not re.match("(?i)ref|human", row["system"])]
    records = list(SETS[name].read(root))
    raters = [len(record.raters) for record in records if isinstance(record, Spans)]
    assert sum(raters) == sum(len(row["ratings"]) for row in machine)
    for record in records:
        assert isinstance(record, Spans)
        same = rows[record.id.partition("#")[0], record.source, record.target]
        given = [
            e
            for row in same
            for r in row["ratings"]
            for e in r["errors"]
            if e["start"] is not None and "inserted" not in e
        ]
        texts = {(e["side"][0], e["start"], e["end"]): e["text"] for e in given}
        for gold in record.gold:
            if gold.span is None:
                continue
            side = "t" if gold.side is Side.TARGET else "s"
            text = texts.get((side, gold.span.start, gold.span.end))
            marked = gold.span.of(record.target if gold.side is Side.TARGET else record.source or "")
            # A mark that began in the sentence before is kept from this one's beginning on.
            assert text is None or text.endswith(marked)


@pytest.mark.data
def test_public_mqm_penalties_follow_from_the_spans() -> None:
    """Where raters' penalties are Google's, the spans give them back: nothing was lost or added in conversion."""
    root = data()
    entry = SETS["mqm/zh-en_wmt23"]
    penalties = {row["id"]: row["penalty"] for row in read_rows(root / entry.path)}
    for record in entry.read(root):
        assert isinstance(record, Spans)
        weights = [
            0.1 if (g.category, g.severity) == ("fluency/punctuation", Severity.MINOR) else g.severity.value
            for g in record.gold
        ]
        assert sum(weights) / len(record.raters) == pytest.approx(penalties[record.id], abs=0.05)
