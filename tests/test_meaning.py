"""Similarity and overlap as facts, and what the rules on omission, addition, untranslated text and meaning make of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.config import Settings
from tqcheck.documents import AlignedArticle, Bead, BlockKind, Document, Pair, Passage, Segment, Text
from tqcheck.embed import Embedder, open_embedder
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Overlap, Similarity
from tqcheck.jobs import collect_jobs, job_of_records
from tqcheck.model import Confidence, Span
from tqcheck.pipeline import check_articles
from tqcheck.providers import Resources, overlap, similarity
from tqcheck.readers.bitext import Record
from tqcheck.report import ArticleReport
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.prose import is_prose_sentence
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import select_rules

ENGLISH = [
    "The harbour of Nordsee opened its new ferry terminal on Monday.",
    "Two electric ships will carry passengers across the bay every half hour.",
    "The journey takes twenty minutes, half as long as by car.",
    "Fishermen fear that the waves will damage their nets.",
    "A biologist counted fewer seals on the sandbanks this spring.",
    "The company promises to slow down near the breeding grounds.",
    "Tickets cost less for children and pensioners.",
    "A café with a view of the lighthouse is to open in summer.",
    "The old wooden pier was dismantled and given to a museum.",
    "Next year a bicycle path will connect the terminal with the railway station.",
]
SOURCES = {
    "de": [
        "Der Hafen von Nordsee hat am Montag sein neues Fährterminal eröffnet.",
        "Zwei Elektroschiffe bringen künftig jede halbe Stunde Fahrgäste über die Bucht.",
        "Die Fahrt dauert zwanzig Minuten, halb so lange wie mit dem Auto.",
        "Die Fischer fürchten, dass die Wellen ihre Netze beschädigen.",
        "Eine Biologin zählte in diesem Frühjahr weniger Robben auf den Sandbänken.",
        "Das Unternehmen verspricht, in der Nähe der Brutgebiete langsamer zu fahren.",
        "Für Kinder und Rentner kosten die Fahrkarten weniger.",
        "Im Sommer soll ein Café mit Blick auf den Leuchtturm öffnen.",
        "Der alte Holzsteg wurde abgebaut und einem Museum geschenkt.",
        "Nächstes Jahr wird ein Radweg das Terminal mit dem Bahnhof verbinden.",
    ],
    "zh": [
        "北海港的新渡轮码头周一启用。",
        "两艘电动船今后每半小时运送乘客横渡海湾。",
        "航程二十分钟，是开车所需时间的一半。",
        "渔民担心波浪会损坏他们的渔网。",
        "一位生物学家今年春天在沙洲上数到的海豹比往年少。",
        "公司承诺在繁殖地附近减速航行。",
        "儿童和退休人员的票价较低。",
        "一家可以看到灯塔的咖啡馆将于夏天开业。",
        "旧木栈桥已被拆除，并捐赠给一家博物馆。",
        "明年将有一条自行车道连接码头和火车站。",
    ],
    "ru": [
        "В понедельник порт Нордзее открыл новый паромный терминал.",
        "Два электрических судна будут каждые полчаса перевозить пассажиров через залив.",
        "Поездка занимает двадцать минут, вдвое меньше, чем на машине.",
        "Рыбаки опасаются, что волны повредят их сети.",
        "Этой весной биолог насчитала на отмелях меньше тюленей.",
        "Компания обещает сбавлять скорость вблизи мест размножения.",
        "Для детей и пенсионеров билеты стоят дешевле.",
        "Летом должно открыться кафе с видом на маяк.",
        "Старый деревянный причал разобрали и передали музею.",
        "В следующем году велосипедная дорожка свяжет терминал с вокзалом.",
    ],
    "fr": [
        "Le port de Nordsee a inauguré lundi sa nouvelle gare maritime.",
        "Deux navires électriques transporteront toutes les demi-heures des passagers à travers la baie.",
        "La traversée dure vingt minutes, deux fois moins qu’en voiture.",
        "Les pêcheurs craignent que les vagues n’abîment leurs filets.",
        "Une biologiste a compté moins de phoques sur les bancs de sable ce printemps.",
        "La compagnie promet de ralentir près des zones de reproduction.",
        "Les billets coûtent moins cher pour les enfants et les retraités.",
        "Un café avec vue sur le phare doit ouvrir cet été.",
        "La vieille jetée en bois a été démontée et donnée à un musée.",
        "L’an prochain, une piste cyclable reliera la gare maritime à la gare ferroviaire.",
    ],
}
FOREIGN = "Astronomers have found a planet on which it rains molten glass."
RULES = (
    "omitted-sentence",
    "added-sentence",
    "untranslated-sentence",
    "distant-meaning",
    "unrelated-article",
)

Found = list[tuple[str, str]]


@pytest.fixture(scope="module")
def use() -> Embedder:
    return open_embedder()


@cache
def _open() -> tuple[tuple[AnyRule, ...], RunResources]:
    """The rules and one run for all articles: opening the encoder takes longer than checking ten of them."""
    rules = tuple(select_rules(load_pack(builtin_pack()), RULES, ()))
    return rules, RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs})


def report_of(paths: Sequence[Path], source_lang: str | None = None) -> ArticleReport:
    rules, run = _open()
    settings = Settings(grammar="off", source_lang=source_lang, target_lang="en")
    (report,) = check_articles(collect_jobs(list(paths), settings).jobs, rules, run)
    assert report.failures == ()
    return report


def found(report: ArticleReport) -> Found:
    """(rule, marked text), the target's where there is one."""
    return [(f.rule, (f.target or f.source).text) for f in report.findings if f.target or f.source]  # type: ignore[union-attr]


def check(
    folder: Path, language: str, source: Sequence[str], target: Sequence[str], joint: str = "\n\n"
) -> Found:
    one, two = folder / "one.txt", folder / "two.txt"
    one.write_text(("" if joint == " " and language == "zh" else joint).join(source), encoding="utf-8")
    two.write_text(joint.join(target), encoding="utf-8")
    return found(report_of([one, two], language))


def bitext(folder: Path, *records: dict[str, str | None]) -> ArticleReport:
    path = folder / "pairs.jsonl"
    path.write_text("".join(json.dumps({"document": "a", **record}) + "\n" for record in records), "utf-8")
    return report_of([path])


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["paragraphs", "one-paragraph"])
@pytest.mark.parametrize("language", SOURCES)
class TestArticles:
    def test_a_clean_one_has_no_finding(self, tmp_path: Path, language: str, joint: str) -> None:
        assert check(tmp_path, language, SOURCES[language], ENGLISH, joint) == []

    @pytest.mark.parametrize("at", [1, 8])
    def test_a_dropped_sentence_is_an_omission(
        self, tmp_path: Path, language: str, joint: str, at: int
    ) -> None:
        target = [*ENGLISH[:at], *ENGLISH[at + 1 :]]
        wanted = [("omitted-sentence", SOURCES[language][at])]
        assert check(tmp_path, language, SOURCES[language], target, joint) == wanted

    @pytest.mark.parametrize("at", [5, 9])
    def test_an_inserted_sentence_is_an_addition(
        self, tmp_path: Path, language: str, joint: str, at: int
    ) -> None:
        target = [*ENGLISH[:at], FOREIGN, *ENGLISH[at:]]
        assert check(tmp_path, language, SOURCES[language], target, joint) == [("added-sentence", FOREIGN)]

    def test_another_sentence_in_its_place_is_distant(
        self, tmp_path: Path, language: str, joint: str
    ) -> None:
        target = [*ENGLISH[:5], FOREIGN, *ENGLISH[6:]]
        assert check(tmp_path, language, SOURCES[language], target, joint) == [("distant-meaning", FOREIGN)]

    @pytest.mark.parametrize(("start", "to"), [(7, 2), (3, 8)])
    def test_a_moved_sentence_is_neither(
        self, tmp_path: Path, language: str, joint: str, start: int, to: int
    ) -> None:
        target = [*ENGLISH]
        target.insert(to, target.pop(start))
        assert check(tmp_path, language, SOURCES[language], target, joint) == []

    def test_a_sentence_left_as_it_was(self, tmp_path: Path, language: str, joint: str) -> None:
        target = [*ENGLISH[:5], SOURCES[language][5], *ENGLISH[6:]]
        wanted = [("untranslated-sentence", SOURCES[language][5])]
        assert check(tmp_path, language, SOURCES[language], target, joint) == wanted


def test_what_went_into_the_sentence_beside_is_no_omission(tmp_path: Path) -> None:
    joined = (
        "Fishermen fear for their nets, and a biologist counted fewer seals on the sandbanks this spring."
    )
    target = [*ENGLISH[:3], joined, *ENGLISH[5:]]
    assert check(tmp_path, "de", SOURCES["de"], target) == []


def test_headings_bylines_and_notes_may_be_missing(tmp_path: Path) -> None:
    extra = ["Von Petra Lindner", "(Redaktion: K. Weber)", "Foto: das neue Terminal"]
    source = [SOURCES["de"][0], *extra, *SOURCES["de"][1:]]
    assert check(tmp_path, "de", source, ENGLISH) == []
    assert check(tmp_path, "de", SOURCES["de"], [*ENGLISH, "Translated by Jane Miller and the desk"]) == []


def test_different_articles_are_one_finding(tmp_path: Path) -> None:
    other = [
        "Bread prices have doubled since the spring.",
        "Bakers blame the drought in the south.",
        "The government wants to release grain from its reserves.",
        "Economists doubt that this will be enough.",
        "In the capital people queued before dawn.",
        "A kilo of flour now costs more than a litre of milk.",
    ]
    rules = [rule for rule, _ in check(tmp_path, "de", SOURCES["de"], other)]
    assert rules == ["unrelated-article"]


def test_an_empty_target_of_a_bitext_is_an_omission_whatever_the_language(tmp_path: Path) -> None:
    languages = {"source_lang": "cs", "target_lang": "en"}
    report = bitext(
        tmp_path,
        {"id": "1", "source": "Most je otevřen.", "target": "The bridge is open.", **languages},
        {"id": "2", "source": "Stál mnoho.", "target": " ", **languages},
        {"id": "3", "source": "***", "target": "", **languages},
        {"id": "4", "source": None, "target": "This translation stands here alone.", **languages},
    )
    (finding,) = report.findings
    assert (finding.rule, finding.pair, finding.confidence) == ("omitted-sentence", "2", Confidence.HIGH)
    assert finding.source is not None
    assert finding.source.text == "Stál mnoho."
    (skipped,) = report.skipped
    assert skipped.name == "meaning"
    assert "cs" in skipped.detail
    assert report.similarity == {}


def test_the_names_that_are_looked_for_in_vain_are_in_the_message(tmp_path: Path) -> None:
    report = bitext(
        tmp_path,
        {
            "id": "1",
            "source": "Президент Токаев прилетел в Ташкент на переговоры о воде.",
            "target": FOREIGN,
            "source_lang": "ru",
            "target_lang": "en",
        },
    )
    (finding,) = report.findings
    assert finding.rule == "distant-meaning"
    assert "Ташкент" in finding.message


def test_quality_of_a_pair_falls_with_its_meaning() -> None:
    records = [
        Record(str(at), "", source, target, "de", "en", at)
        for at, (source, target) in enumerate(zip(SOURCES["de"], [*ENGLISH[:9], FOREIGN], strict=True))
    ]
    rules = load_pack(builtin_pack())
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        (report,) = check_articles([job_of_records(Path("a"), records, ("de", "en"))], rules, run)
    *good, bad = [report.qualities[pair.id].value for pair in report.article.pairs]
    assert min(good) > 0.5
    assert bad < 0.1


# The fact itself.


def article(source: Sequence[str], target: Sequence[str], languages: str = "de-en") -> AlignedArticle:
    """A given pair each; "" for a side without text."""
    tags = languages.split("-")
    sides = [
        [Text(Passage.verbatim(text), tag) for text in side]
        for side, tag in zip((source, target), tags, strict=True)
    ]
    pairs = tuple(Pair(str(at), one, two) for at, (one, two) in enumerate(zip(*sides, strict=True)))
    segments = [tuple(Segment(text.passage, at) for at, text in enumerate(side)) for side in sides]
    documents = [Document("a", "", (), tag) for tag in tags]
    beads = tuple(Bead((at,), (at,)) for at in range(len(pairs)))
    return AlignedArticle(documents[0], documents[1], pairs, beads, segments[0], segments[1])


def similarities(embedder: Embedder, checked: AlignedArticle) -> dict[str, Similarity]:
    sides = [[s.text for s in side] for side in (checked.source_segments, checked.target_segments)]
    resources = Resources(
        embedder=embedder,
        source_vectors=embedder.encode(sides[0]),
        target_vectors=embedder.encode(sides[1]),
    )
    return dict(similarity.PROVIDER.gather(checked, resources).facts)


class Renamed:
    """An embedder of which nothing was measured: the default under another name."""

    id = "unheard-of@1"
    languages: frozenset[str] = frozenset()

    def __init__(self, embedder: Embedder) -> None:
        self.encode = embedder.encode


def test_matched_pairs_are_near_one_and_shuffled_ones_near_nought(use: Embedder) -> None:
    for language, source in SOURCES.items():
        matched = similarities(use, article(source, ENGLISH, f"{language}-en")).values()
        assert np.median([fact.relative for fact in matched]) == pytest.approx(1, abs=0.25)
        half = [*ENGLISH[:7], ENGLISH[8], ENGLISH[9], ENGLISH[7]]
        facts = similarities(use, article(source, half, f"{language}-en"))
        assert max(facts[str(at)].relative for at in (7, 8, 9)) < 0.35
        assert min(facts[str(at)].relative for at in range(7)) > 0.5


def test_a_garbled_article_is_not_its_own_yardstick(use: Embedder) -> None:
    facts = similarities(use, article(SOURCES["de"], ENGLISH[1:] + ENGLISH[:1]))
    assert max(fact.relative for fact in facts.values()) < 0.4


def test_a_single_pair_is_set_against_what_was_measured(use: Embedder) -> None:
    good = similarities(use, article(SOURCES["zh"][:1], ENGLISH[:1], "zh-en"))["0"]
    bad = similarities(use, article(SOURCES["zh"][:1], [FOREIGN], "zh-en"))["0"]
    assert good.chance == bad.chance
    assert good.relative > 0.6
    assert bad.relative < 0.1


def test_an_embedder_never_measured_needs_an_article(use: Embedder) -> None:
    unknown = Renamed(use)
    assert similarities(unknown, article(SOURCES["de"][:3], ENGLISH[:3])) == {}
    facts = similarities(unknown, article(SOURCES["de"], [*ENGLISH[:9], FOREIGN]))
    assert facts["9"].relative < 0.2
    assert min(facts[str(at)].relative for at in range(9)) > 0.5


def test_blank_text_has_no_similarity(use: Embedder) -> None:
    checked = article([*SOURCES["de"][:2], " "], [ENGLISH[0], " ", ENGLISH[2]])
    assert set(similarities(use, checked)) == {"0"}


def test_the_sides_of_different_articles_are_not_compared(use: Embedder) -> None:
    checked = replace(article(SOURCES["de"], ENGLISH), comparable=False)
    assert similarities(use, checked) == {}


@pytest.mark.parametrize("windows", [True, False])
def test_several_sentences_are_read_as_one_text(use: Embedder, *, windows: bool) -> None:
    single = article(SOURCES["de"], ENGLISH)
    texts = (
        Text(Passage.verbatim(" ".join(SOURCES["de"][:2])), "de"),
        Text(Passage.verbatim(" ".join(ENGLISH[:2])), "en"),
    )
    joined = replace(
        single,
        pairs=(Pair("both", *texts), *single.pairs[2:]),
        beads=(Bead((0, 1), (0, 1)), *single.beads[2:]),
    )
    facts = similarities(use if windows else Renamed(use), joined)
    assert facts["both"].relative > 0.7
    whole = use.encode([text.text for text in texts])
    assert facts["both"].cosine == pytest.approx(float(whole[0] @ whole[1]), abs=0.1 if windows else 1e-5)


def test_why_there_is_no_similarity(use: Embedder) -> None:
    czech = article(["Most je otevřen."], ["The bridge is open."], "cs-en")
    with pytest.raises(ResourceUnavailable, match=r"does not know cs"):
        similarity.PROVIDER.gather(czech, Resources(embedder=use))
    with pytest.raises(ResourceUnavailable, match="broken"):
        similarity.PROVIDER.gather(czech, Resources(unavailable={"embedder": "it is broken"}))


# Overlap.


@given(st.text(st.sampled_from("abc é漢。 \n"), max_size=30), st.text(st.sampled_from("xyz漢"), max_size=9))
def test_a_copy_has_all_of_the_overlap_and_other_letters_none(copied: str, other: str) -> None:
    if any(char.isalpha() for char in copied):
        assert overlap.chrf(copied, copied) == pytest.approx(100)
    assert 0 <= overlap.chrf(copied, other) <= 100
    assert overlap.chrf(copied.replace("漢", ""), other) == 0


def test_overlap_of_each_pair_with_a_target() -> None:
    checked = article([SOURCES["de"][0], "x"], [SOURCES["de"][0], ENGLISH[1]])
    alone = Pair("2", None, checked.pairs[1].target)
    omitted = Pair("3", checked.pairs[1].source, None)
    pairs = (*checked.pairs, alone, omitted)
    facts = overlap.PROVIDER.gather(replace(checked, pairs=pairs), Resources()).facts
    assert facts["0"].chrf == pytest.approx(100)
    assert facts["1"].chrf < 10
    assert facts["2"] == Overlap(0.0)
    assert set(facts) == {"0", "1", "2"}


# What counts as a sentence of the article.


@pytest.mark.parametrize(
    ("text", "kind", "is_one"),
    [
        ("The work was stopped twice by floods.", BlockKind.PARAGRAPH, True),
        ("施工期间曾两次因洪水停工。", BlockKind.PARAGRAPH, True),
        ("„Wir haben lange auf diesen Tag gewartet.“", BlockKind.QUOTE, True),
        ("repair of the old stone bridge", BlockKind.LIST_ITEM, True),
        ("The work was stopped twice by floods.", BlockKind.HEADING, False),
        ("The work was stopped twice by floods.", BlockKind.CAPTION, False),
        ("By our correspondent in the north of the country", BlockKind.PARAGRAPH, False),
        ("Photo: Reuters.", BlockKind.PARAGRAPH, False),
        ("（责任编辑：王小明、李大海、张三）", BlockKind.PARAGRAPH, False),
        ("记者 张三。", BlockKind.PARAGRAPH, False),
    ],
)
def test_prose(text: str, kind: BlockKind, *, is_one: bool) -> None:
    whole = Text(Passage.verbatim(text), "und", kind)
    assert is_prose_sentence(whole, Span(0, len(text))) is is_one
