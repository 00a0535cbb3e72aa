"""A sentence that translates the one before or after its source: its own is lost, the other stands there twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    Similarity,
    Span,
    bad,
    good,
    prose_size,
)

# Letters, as `prose_size` counts them: of shorter sentences ("See you.", "Good morning, Ken.") vectors know little.
_SHORT = 25
# From so many on, sentences that are out of step in the same way are one fault; between them as many may be too short to tell.
_RUN, _BETWEEN = 3, 2
# Relative similarity to its own source below which it is sure, as it is for `distant-meaning`.
_SURE = 0.1
_QUOTED = 60  # characters of a sentence that is named

_Slip = tuple[int, Pair, int]  # the place of a pair, the pair, the place from there of what it translates


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    slips = [
        (at, pair, fact.translates)
        for at, pair in enumerate(article.pairs)
        if (fact := facts.of(pair).get(Similarity)) and fact.translates
    ]
    for run in _runs(slips):
        if len(run) >= _RUN:
            yield run[0][1], _out_of_step(run)
            continue
        for at, pair, place in run:
            other = article.pairs[at + place].source_text
            sure = facts.of(pair)[Similarity].relative < _SURE
            short = min(map(prose_size, (pair.source_text, pair.target_text, other))) < _SHORT
            yield (
                pair,
                Hit(
                    f"This translates the source {_where(place)}, “{_head(other)}”, and not its own.",
                    target=Span(0, len(pair.target_text)),
                    source=Span(0, len(pair.source_text)),
                    confidence=Confidence.LOW if short else Confidence.HIGH if sure else None,
                ),
            )


def _runs(slips: Sequence[_Slip]) -> list[list[_Slip]]:
    """Slips in the same direction, close to each other."""
    runs = list[list[_Slip]]()
    for slip in slips:
        last = runs[-1][-1] if runs else None
        if last and last[2] == slip[2] and slip[0] - last[0] - 1 <= _BETWEEN:
            runs[-1].append(slip)
        else:
            runs.append([slip])
    return runs


def _out_of_step(run: Sequence[_Slip]) -> Hit:
    (first, pair, place), (last, end, _) = run[0], run[-1]
    message = (
        f"From here on the translation is a sentence {'behind' if place < 0 else 'ahead'}: {last - first + 1} in a row "
        f"translate the source {_where(place)} theirs, the last of them “{_head(end.target_text)}”."
    )
    return Hit(
        message,
        target=Span(0, len(pair.target_text)),
        source=Span(0, len(pair.source_text)),
        confidence=Confidence.HIGH,
        explains=tuple(each.id for _, each, _ in run),
    )


def _where(place: int) -> str:
    return "before" if place < 0 else "after"


def _head(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"


_HOME, _BEFORE, _AFTER = Similarity(0.7), Similarity(0.2, translates=-1), Similarity(0.2, translates=1)

RULE = DocumentRule(
    id="neighbour-translated",
    summary="A sentence translates the source before or after its own",
    why="Its own source is lost, and what stands there is said twice; each of the two reads well.",
    category=Category.MEANING,
    severity=Severity.MAJOR,
    # Of eleven that are told of 38,000 pairs of human translations eight are right: pairs that were aligned wrongly. The others
    # are sentences whose speaker is named in the sentence beside.
    confidence=Confidence.MEDIUM,
    needs=(Similarity,),
    bilingual=True,
    covers=True,
    check=check,
    examples=(
        bad(
            ["Der Stadtrat beschloss am Montag den Haushalt.", "Die Opposition stimmte geschlossen dagegen."],
            ["On Monday the council adopted the budget.", "The city council passed its budget on Monday."],
            _HOME,
            _BEFORE,
            marks=["The city council passed its budget on Monday."],
            source_marks=["Die Opposition stimmte geschlossen dagegen."],
            languages="de-en",
        ),
        bad(
            ["大桥周五正式通车，市长参加了仪式。", "施工期间曾两次因洪水停工。"],
            ["Floods stopped the work on the bridge twice.", "Work was interrupted by two floods."],
            _AFTER,
            _HOME,
            marks=["Floods stopped the work on the bridge twice."],
            languages="zh-en",
        ),
        bad(
            ["Завод закрыли в прошлом году.", "Рабочие до сих пор ждут зарплату."],
            ["The plant was closed last year.", "The factory has been shut since last year."],
            _HOME,
            _BEFORE,
            marks=["The factory has been shut since last year."],
            languages="ru-en",
        ),
        bad(
            ["Le maire a promis une nouvelle école.", "Les parents restent très sceptiques."],
            ["Parents are still very sceptical about it.", None],
            _AFTER,
            Similarity(0.0),
            marks=["Parents are still very sceptical about it."],
            languages="fr-en",
        ),
        bad(
            ["The museum will reopen in the spring.", "Tickets are to become much dearer."],
            ["Das Museum öffnet im Frühjahr wieder.", "Im Frühling wird das Museum wiedereröffnet."],
            _HOME,
            _BEFORE,
            marks=["Im Frühling wird das Museum wiedereröffnet."],
            languages="en-de",
        ),
        bad(
            [
                "El río se desbordó de madrugada.",
                "Cien familias fueron evacuadas ayer.",
                "Nadie resultó herido en la zona.",
            ],
            [
                "A hundred families were evacuated.",
                "Nobody was hurt in the area.",
                "No one there suffered injuries.",
            ],
            _AFTER,
            _AFTER,
            _HOME,
            marks=["A hundred families were evacuated.", "Nobody was hurt in the area."],
            languages="es-en",
        ),
        bad(
            [
                "港の工事は五月に始まった。",
                "費用は予定を大きく上回った。",
                "市は理由を説明していない。",
                "議会は調査を求めている。",
            ],
            [
                "The city has announced the following:",
                "Work on the harbour began in May.",
                "The costs were far above the plan.",
                "The city has not explained why.",
            ],
            _HOME,
            _BEFORE,
            _BEFORE,
            _BEFORE,
            marks=["Work on the harbour began in May."],
            languages="ja-en",
        ),
        bad(
            ["총리는 월요일에 사임했다.", "후임자는 아직 정해지지 않았다."],
            ["The prime minister resigned on Monday.", "On Monday the premier stepped down."],
            _HOME,
            _BEFORE,
            marks=["On Monday the premier stepped down."],
            languages="ko-en",
        ),
        good(
            ["Der Stadtrat beschloss den Haushalt.", "Die Opposition stimmte dagegen."],
            ["The council adopted the budget.", "The opposition voted against it."],
            _HOME,
            languages="de-en",
        ),
        good(
            ["我只拿过亚军。", "罗斯对记者说：“我想为国效力。”"],
            ["“I came second,” Ross told reporters.", "“I wanted to serve my country.”"],
            Similarity(0.35),
            _HOME,
            languages="zh-en",
        ),
    ),
)
