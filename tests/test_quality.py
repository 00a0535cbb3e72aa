"""The quality of pairs and articles: additive, never raised by a sign of harm, and the same whichever grammar engine ran."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.config import Settings
from tqcheck.jobs import job_of_records
from tqcheck.model import Category
from tqcheck.pipeline import check_articles
from tqcheck.quality.features import features
from tqcheck.quality.model import Model, model
from tqcheck.quality.signs import Signs
from tqcheck.readers.bitext import Record
from tqcheck.report import ArticleReport
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack

SOURCES = [
    "Die Regierung hat am Montag ein neues Gesetz über die Wasserversorgung vorgelegt.",
    "Es soll im kommenden Jahr in Kraft treten und 240 Gemeinden helfen.",
    "Die Opposition lehnt den Entwurf ab, weil er zu teuer sei.",
    "Der Minister verteidigte die Pläne im Parlament.",
]
TARGETS = [
    "On Monday the government presented a new law on the water supply.",
    "It is to come into force next year and help 240 municipalities.",
    "The opposition rejects the draft because it is too expensive.",
    "The minister defended the plans in parliament.",
]
PLAIN = Signs(
    SOURCES[0], TARGETS[0], ("de", "en"), relative=1.0, carried=(1.0, 0.9), supported=(1.0, 0.8), words=12
)


def check(targets: Sequence[str | None], *, grammar: str = "off") -> ArticleReport:
    records = [
        Record(str(at), "", source, target or "", "de", "en", at)
        for at, (source, target) in enumerate(zip(SOURCES, targets, strict=True))
    ]
    rules = load_pack(builtin_pack())
    with RunResources(Settings(grammar=grammar), {kind for rule in rules for kind in rule.needs}) as run:
        (report,) = check_articles([job_of_records(Path("bitext"), records, ("de", "en"))], rules, run)
    return report


def value(signs: Signs) -> float:
    return model().quality(features(signs)).value


def test_the_parts_add_up() -> None:
    quality = Model(2.0, {"words.source": -3.0, "length.short": -1.0}).quality(
        {"words.source": 0.5, "length.short": 0.25, "fluency.order": 9.0}
    )
    assert quality.parts == {"usual": 2.0, "words": -1.5, "length": -0.25}
    assert quality.value == pytest.approx(1 / (1 + math.exp(-0.25)), abs=1e-4)


def test_signs_of_harm_count_against_a_pair() -> None:
    for weights in (model().weights, model(alone=True).weights):
        assert weights
        assert all(
            weight > 0 if name == "similarity.high" else weight < 0 for name, weight in weights.items()
        )


def test_without_a_source_how_it_reads_tells_more() -> None:
    garbled = replace(PLAIN, source=None, order=0.5)
    with_source, alone = (model(alone=alone).quality(features(garbled)).value for alone in (False, True))
    assert alone < with_source


@given(st.sampled_from(list(Category)), st.booleans(), st.integers(1, 60), st.floats(0, 1.4), st.floats(0, 5))
def test_harm_never_raises_quality(
    category: Category, shown: bool, points: int, relative: float, doubt: float
) -> None:
    signs = replace(PLAIN, relative=relative, doubt=doubt)
    for worse in (
        replace(signs, penalties={(category, shown): math.log1p(points)}),
        replace(signs, doubt=doubt + 1),
        replace(signs, relative=relative - 0.3),
        replace(signs, supported=(0.0, *PLAIN.supported[1:]) if PLAIN.supported else None),
        replace(signs, new_figures=1),
        replace(signs, babble=0.9),
    ):
        assert value(worse) <= value(signs)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["de", "zh", "ar", "xx"]))
def test_any_text_has_a_quality(source: str, target: str, language: str) -> None:
    for signs in (Signs(source, target, (language, "en")), Signs(None, target, ("und", language))):
        assert 0 <= value(signs) <= 1


def test_each_damage_costs() -> None:
    good = check([*TARGETS])
    for at, damaged in (
        (1, TARGETS[1].replace("240", "420")),
        (2, "The opposition supports the draft."),
        (3, "Minister the plans defended parliament the in."),
        (0, SOURCES[0]),
        (0, "The new cinema opens its doors on Saturday with a film about penguins."),
    ):
        report = check([damaged if at == other else target for other, target in enumerate(TARGETS)])
        assert report.qualities[str(at)].value < good.qualities[str(at)].value - 0.02, damaged
        assert report.quality is not None
        assert good.quality is not None
        assert report.quality < good.quality


def test_a_loop_of_any_length_has_a_quality() -> None:
    assert check(["good " * 5000, *TARGETS[1:]]).qualities["0"].value < 0.01


@pytest.mark.parametrize("category", Category)
def test_whatever_is_shown_as_major_costs(category: Category) -> None:
    assert value(replace(PLAIN, penalties={(category, True): math.log1p(5)})) < value(PLAIN) - 0.02


def test_joining_good_sentences_does_not_make_them_bad() -> None:
    record = Record("0", "", " ".join(SOURCES), " ".join(TARGETS), "de", "en", 0)
    rules = load_pack(builtin_pack())
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        (report,) = check_articles([job_of_records(Path("bitext"), [record], ("de", "en"))], rules, run)
    assert report.qualities["0"].value > 0.8


def test_every_sentence_of_a_page_that_was_given_up_is_bad() -> None:
    report = check([TARGETS[0], *SOURCES[1:]])
    assert len(report.findings) == 1
    assert all(report.qualities[str(at)].value < 0.3 for at in (1, 2, 3))


def test_what_shrank_to_a_mark_counts_as_what_it_was() -> None:
    report = check([".", "-", "The", TARGETS[3]])
    assert report.quality is not None
    assert report.quality < 0.4


def test_a_lost_sentence_costs_the_article() -> None:
    whole, part = check([*TARGETS]), check([*TARGETS[:3], None])
    assert whole.quality is not None
    assert part.quality is not None
    assert part.quality < whole.quality * 0.9


def test_the_grammar_engine_does_not_matter() -> None:
    targets = [*TARGETS[:3], "The minister could of defended there plans in parliament alot."]
    plain, harper = check(targets), check(targets, grammar="harper")
    assert "harper-checker" in {finding.rule for finding in harper.findings}
    assert {id_: each.value for id_, each in plain.qualities.items()} == {
        id_: each.value for id_, each in harper.qualities.items()
    }
