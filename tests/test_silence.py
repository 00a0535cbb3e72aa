"""What a speller says of names and of copied words is dropped and counted; how names agree is not its matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from harper import Linter

from test_ledger import article_of
from tqcheck.facts import ArticleFacts, Grammar, GrammarMatch, Names
from tqcheck.model import Category, Confidence, Severity, Span
from tqcheck.names.ledger import ledger
from tqcheck.names.model import NameMention
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.rules.apply import RuleHit, apply_rules
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule
from tqcheck.silence import KnownNames, copied, silence

GRAMMAR, NON_WORD = (
    next(rule for rule in load_pack(builtin_pack()) if rule.id == id_)
    for id_ in ("grammar-checker", "non-word")
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
    rule: AnyRule = GRAMMAR,
) -> tuple[list[str], dict[str, int]]:
    """What is still marked in an article of these pairs, and how much of each rule is left out."""
    article = article_of(pairs, languages)
    names = PROVIDER.gather(article, Resources()).facts
    facts = ArticleFacts({Names: names, Grammar: {id_: Grammar(each) for id_, each in matches.items()}})
    hits, crashed = apply_rules([GRAMMAR], article, facts)
    assert not crashed
    assert len(hits) == sum(map(len, matches.values()))
    hits = [RuleHit(rule, found.pair, found.hit) for found in hits]
    kept, silenced = silence(hits, ledger(article, names), facts, least)
    marks = [(found.pair.target_text, found.hit.target) for found in kept]
    return [mark.of(text) for text, mark in marks if mark is not None], dict(silenced)


RUSSIAN = "Вчера Олжас Токпаев прилетел в Астану."
ENGLISH = "Olzhas Tokpayev have arrived in Astana with his frends."


def test_spelling_alarms_on_names_are_dropped_and_counted_and_others_stay() -> None:
    alarms = tuple(match(ENGLISH, word, Category.SPELLING) for word in ("Olzhas", "Tokpayev", "frends"))
    assert after_silence([(RUSSIAN, ENGLISH)], "ru-en", {"0": alarms}) == (["frends"], {"grammar-checker": 2})


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
        {"grammar-checker": 1},
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
    assert after_silence([(source, target)], "zh-en", alarms) == ([], {"grammar-checker": 1})


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
    assert Counter(silenced) == {"grammar-checker": len(words) - 1}
