"""What a speller says of names and of copied words is dropped and counted; how names agree is not its matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from harper import Linter

from test_ledger import article_of
from tqcheck.documents import Pair, Text
from tqcheck.facts import ArticleFacts, Grammar, GrammarMatch, Names
from tqcheck.model import Category, Confidence, Severity, Side, Span
from tqcheck.names.ledger import ledger
from tqcheck.names.model import NameMention
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.readers import read
from tqcheck.rules.apply import RuleHit, apply_rules
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule
from tqcheck.silence import KnownNames, copied, in_code, silence

GRAMMAR, SPELLING, PUNCTUATION, NON_WORD = (
    next(rule for rule in load_pack(builtin_pack()) if rule.id == id_)
    for id_ in ("grammar-checker", "spelling-checker", "punctuation-checker", "non-word")
)


def match(text: str, marked: str, category: Category) -> GrammarMatch:
    """What a grammar engine says of the first `marked` of a text."""
    start = text.index(marked)
    return GrammarMatch(
        Span(start, start + len(marked)), "Is this right?", "X", category.folder, Severity.MINOR.label
    )


def after_silence(
    pairs: list[tuple[str | None, str | None]],
    languages: str,
    matches: Mapping[str, tuple[GrammarMatch, ...]],
    least: Confidence = Confidence.LOW,
    rule: AnyRule | None = None,
    file: str = "",
) -> tuple[list[str], dict[str, int]]:
    """What is still marked in an article of these pairs, and how much of each rule is left out."""
    article = article_of(pairs, languages)
    names = PROVIDER.gather(article, Resources()).facts
    facts = ArticleFacts({Names: names, Grammar: {id_: Grammar(each) for id_, each in matches.items()}})
    hits, crashed = apply_rules([GRAMMAR, SPELLING, PUNCTUATION], article, facts)
    assert not crashed
    assert len(hits) == sum(map(len, matches.values()))
    hits = [RuleHit(rule or found.rule, found.pair, found.hit) for found in hits]
    kept, silenced = silence(hits, ledger(article, names), facts, least, file)
    marks = [(found.pair.target_text, found.hit.target) for found in kept]
    return [mark.of(text) for text, mark in marks if mark is not None], dict(silenced)


RUSSIAN = "Вчера Олжас Токпаев прилетел в Астану."
ENGLISH = "Olzhas Tokpayev have arrived in Astana with his frends."


def test_spelling_alarms_on_names_are_dropped_and_counted_and_others_stay() -> None:
    alarms = tuple(match(ENGLISH, word, Category.SPELLING) for word in ("Olzhas", "Tokpayev", "frends"))
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", {"0": alarms}) == (
        ["frends"],
        {"spelling-checker": 2},
    )


def test_agreement_errors_on_names_stay() -> None:
    alarms = tuple(
        match(ENGLISH, phrase, Category.GRAMMAR) for phrase in ("Tokpayev", "Tokpayev have", "Olzhas")
    )
    kept, silenced = after_silence([(RUSSIAN, ENGLISH)], "ru-en", {"0": alarms})
    assert sorted(kept) == ["Olzhas", "Tokpayev", "Tokpayev have"]
    assert silenced == {}


def test_a_name_stays_known_where_its_sentence_has_no_source() -> None:
    later = "Later Tokpayev left."
    alarms = {"1": (match(later, "Tokpayev", Category.SPELLING),)}
    assert after_silence([(RUSSIAN, ENGLISH), (None, later)], "ru-en", alarms) == (
        [],
        {"spelling-checker": 1},
    )


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    text = "Grumbolt of the city opened."
    alarms = {"0": (match(text, "Grumbolt", Category.SPELLING),)}
    assert after_silence([(None, text)], "und-en", alarms) == (["Grumbolt"], {})


def test_a_name_that_is_misspelt_stays_marked() -> None:
    target = "Then Tokpayev left and Topkayev spoke."
    misspelt, right = (match(target, word, Category.SPELLING).span for word in ("Topkayev", "Tokpayev"))
    names = Names(
        (),
        (
            NameMention(right, "Tokpayev", certain=True),
            NameMention(misspelt, "Topkayev", certain=True, expected=("Tokpayev",)),
        ),
    )
    article = article_of([(None, target)], "und-en")
    facts = ArticleFacts({Names: {"0": names}})
    known = KnownNames(ledger(article, {"0": names}), facts)
    assert known.within("0", target, right)
    assert not known.within("0", target, misspelt)


def test_a_common_word_beside_a_name_stays() -> None:
    phrase = "Astana with his frends"
    alarms = {"0": (match(ENGLISH, phrase, Category.SPELLING),)}
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", alarms) == ([phrase], {})


@pytest.mark.parametrize("category", [Category.GRAMMAR, Category.SPELLING])
def test_what_is_copied_from_the_source_is_no_error_of_the_translation(category: Category) -> None:
    source, target = "他把 gpio-fan 装上了。", "He installed gpio-fan yesterday."
    alarms = {"0": (match(target, "gpio-fan", category),)}
    assert after_silence([(source, target)], "zh-en", alarms) == ([], {f"{category.folder}-checker": 1})


def test_findings_of_other_kinds_on_names_stay() -> None:
    meaning = next(rule for rule in load_pack(builtin_pack()) if rule.category is Category.NAMES)
    alarms = {"0": (match(ENGLISH, "Tokpayev", Category.SPELLING),)}
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", alarms, rule=meaning) == (["Tokpayev"], {})


def test_the_speller_s_own_rule_needs_no_match_of_the_grammar_checker() -> None:
    alarms = {"0": (match(ENGLISH, "Tokpayev", Category.GRAMMAR),)}
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", alarms, rule=NON_WORD) == ([], {"non-word": 1})


def test_what_nobody_would_have_seen_is_dropped_and_not_counted() -> None:
    alarms = {"0": (match(ENGLISH, "Tokpayev", Category.SPELLING),)}
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", alarms, Confidence.HIGH) == ([], {})


@pytest.mark.parametrize(
    ("source", "target", "marked", "languages", "expected"),
    [
        ("Er kaufte das Xyloband.", "He bought the Xyloband.", "Xyloband", "de-en", True),
        ("Er kaufte Xylobänder.", "He bought the Xyloband.", "Xyloband", "de-en", False),
        ("Er will das also kaufen.", "He also buy this.", "also", "de-en", False),  # by chance
        ("Film: the leaders has.", "The film is “the leaders has”.", "leaders", "de-en", True),
        ("他使用Linux系统。", "He uses Linux here.", "Linux", "zh-en", True),
        ("Ein Xylobandwerk.", "A Xyloband.", "Xyloband", "de-en", False),
    ],
)
def test_copied_are_whole_words_and_no_plain_ones_by_chance(
    source: str, target: str, marked: str, languages: str, expected: bool
) -> None:
    (pair,) = article_of([(source, target)], languages).pairs
    assert copied(pair, match(target, marked, Category.SPELLING).span) is expected


def test_harper_knows_no_names_and_its_alarms_on_them_are_dropped() -> None:
    linter = Linter()
    linter.set_lint_config({rule: rule == "SpellCheck" for rule in linter.get_default_lint_config()})
    lints = linter.organized_lints(ENGLISH, language="plaintext", dedup=False).values()
    spans = sorted(Span(lint.span.start, lint.span.end) for each in lints for lint in each)
    words = [span.of(ENGLISH) for span in spans]
    assert {"Tokpayev", "frends"} <= set(words)
    alarms = tuple(match(ENGLISH, word, Category.SPELLING) for word in words)
    kept, silenced = after_silence([(RUSSIAN, ENGLISH)], "ru-en", {"0": alarms})
    assert kept == ["frends"]
    assert Counter(silenced) == {"spelling-checker": len(words) - 1}


@pytest.mark.parametrize(
    ("target", "marked", "languages", "titled"),
    [
        ("She starred in “The Man Who Know Too Much” last year.", "Know", "de-en", True),
        ('She sang "Somebody Love Me" last year.', "Love", "de-en", True),
        ("He called it “the man who know too much” in jest.", "know", "de-en", False),
        ("“The leaders has agreed,” he said.", "has", "de-en", False),
        ("“The Leaders Has Agreed.”", "Has", "de-en", False),
        ("It was a “great succes”.", "succes", "de-en", False),
        ("Sie las „Der Wolf und die Rabe“ zu Ende.", "die", "en-de", True),
        ("Er sagte: „Der Wolf und die Rabe sind da“.", "die", "en-de", False),
        ("Фильм «Война и мира» идёт в кино.", "мира", "en-ru", True),
        ("Он назвал это «большой война».", "война", "en-ru", False),
        ("The film “The Wrong Way” have won.", "have", "de-en", False),
    ],
)
@pytest.mark.parametrize("category", [Category.GRAMMAR, Category.SPELLING])
def test_what_stands_in_a_quoted_title_is_dropped_and_counted(
    target: str, marked: str, languages: str, titled: bool, category: Category
) -> None:
    kept, silenced = after_silence(
        [(None, target)], f"und-{languages[3:]}", {"0": (match(target, marked, category),)}
    )
    assert (kept, silenced) == (([], {f"{category.folder}-checker": 1}) if titled else ([marked], {}))


@pytest.mark.parametrize(
    ("target", "marked", "code"),
    [
        ("Run `the the` twice.", "the the", True),
        ("Run ``a ` an`` now, an car.", "an car", False),
        ("Call read_informations to begin.", "read_informations", True),
        ("Set $pathes first.", "pathes", True),
        ("Open src/mian.py and look.", "mian", True),
        ("Use --colur for that.", "colur", True),
        ("They has read_me open.", "has", False),
        ("The man-made informations and/or facts", "informations", False),
    ],
)
@pytest.mark.parametrize("category", [Category.GRAMMAR, Category.SPELLING, Category.PUNCTUATION])
def test_what_stands_in_code_is_dropped_and_counted(
    target: str, marked: str, code: bool, category: Category
) -> None:
    kept, silenced = after_silence([(None, target)], "und-en", {"0": (match(target, marked, category),)})
    assert (kept, silenced) == (([], {f"{category.folder}-checker": 1}) if code else ([marked], {}))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.md", "# Title\n\nType `informations wrong` and the informations come.\n"),
        (
            "a.html",
            "<html><body><p>Type <code>informations wrong</code> and the informations come.</p></body></html>",
        ),
    ],
)
def test_code_is_known_by_the_marks_that_prose_has_lost(tmp_path: Path, name: str, file: str) -> None:
    path = tmp_path / name
    path.write_text(file, encoding="utf-8")
    document = read(path, Side.TARGET)
    (block,) = [block for block in document.blocks if "informations" in block.passage.text]
    text = block.passage.text
    pair = Pair("0", None, Text(block.passage, "en"))
    first = text.index("informations")
    second = text.index("informations", first + 1)
    assert in_code(pair, Span(first, first + 12), document.text)
    assert not in_code(pair, Span(second, second + 12), document.text)
