"""A word or figure of the source is damaged, and the translation copies the damage or has nothing for the word."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    SourceEdit,
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.source_faults import Damage, damages, harm

# Characters of the source on each side of what is lost.
_AROUND = 10


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.source is None or pair.target is None:
        return
    language = primary_language(pair.source.language)
    languages = language, primary_language(pair.target_language)
    for damage in damages(pair.source_text, language):
        done = harm(damage, pair.source_text, pair.target_text, languages)
        if done is None:
            continue
        if damage.fixed is None:
            yield _lost(pair.source_text, damage, done.copied)
            continue
        broken = damage.span.of(pair.source_text)
        what = "has it as it stands" if done.copied is not None else "has nothing for it"
        sure = damage.certain or done.copied is not None
        yield Hit(
            f"The source is damaged here: “{broken}” should read “{damage.fixed}” ({damage.kind}), and the translation "
            f"{what}. Repair the source and translate the sentence again.",
            target=done.copied,
            source=damage.span,
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
            repair=(SourceEdit(pair.source.passage.file_span(damage.span), damage.fixed),),
        )


def _lost(text: str, damage: Damage, copied: Span | None) -> Hit:
    """What cannot be repaired without another copy of the source; a question mark may also be one."""
    span = damage.span
    around = text[max(0, span.start - _AROUND) : span.end + _AROUND].strip()
    what = "has the damage as it stands" if copied is not None else "can only have guessed it"
    asks = span.of(text) == "?" and copied is None
    return Hit(
        f"The source is damaged here: in “{around}” {damage.kind}, nobody can tell from it what was meant, and the "
        f"translation {what}. Look the passage up in another copy, repair the source and check the translation.",
        target=copied,
        source=span,
        severity=Severity.MAJOR if copied is not None else Severity.MINOR,
        confidence=Confidence.LOW if asks else Confidence.MEDIUM,
    )


RULE = Rule(
    id="damaged-source",
    summary="A word or figure of the source is damaged, and the translation suffers from it",
    why="The fault is in the source file: mending the translation by hand leaves it to come back.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "Die Regierumg will das Krankenhaus am Fluss schließen.",
            "The Regierumg wants to close the hospital by the river.",
            marks=["Regierumg"],
            source_marks=["Regierumg"],
            languages="de-en",
        ),
        bad(
            "Le gouvemement veut fermer la gare du village.",
            "The gouvemement wants to close the village station.",
            marks=["gouvemement"],
            languages="fr-en",
        ),
        bad(
            "El puente de madera será destrudo antes del verano.",
            "The wooden bridge will be there before summer.",
            marks=[""],
            source_marks=["destrudo"],
            languages="es-en",
        ),
        bad(
            "Правитeльство закроет мост весной.",  # a Latin e
            "Pravitelstvo will close the bridge in spring.",
            marks=[""],
            source_marks=["Правитeльство"],
            languages="ru-en",
        ),
        bad(
            "这座城市的人ロ去年增长了。",  # the kana ro
            "The city's human ro grew last year.",
            marks=[""],
            source_marks=["ロ"],
            languages="zh-en",
        ),
        bad(
            "桥梁将在2O25年完工。",
            "The bridge will be finished in 2O25.",
            marks=["2O25"],
            source_marks=["2O25"],
            languages="zh-en",
        ),
        bad(
            "Der Rat tagt im CafÃ© am Markt.",
            "The council meets at the market.",
            marks=[""],
            source_marks=["CafÃ©"],
            languages="de-en",
        ),
        # Characters that recognition took for others.
        bad(
            "我们计划末来在河边建公园。",
            "We plan to build a park by the river in the end.",
            marks=[""],
            source_marks=["末来"],
            languages="zh-en",
        ),
        bad(
            "彼は新しいパソコソを買った。",
            "He bought a new one.",
            marks=[""],
            source_marks=["パソコソ"],
            languages="ja-en",
        ),
        bad(
            "会议讨论了メ会的建议。",
            "They discussed the proposal of the me.",
            marks=[""],
            source_marks=["メ"],
            languages="zh-en",
        ),
        good(
            "她面带微笑，当她走进来时大家都站了起来。",
            "She came in smiling and all stood up.",
            languages="zh-en",
        ),
        good("彼はソロでワルツを踊った。", "He danced a waltz alone.", languages="ja-en"),
        # Lost characters: with one likely word, and with none.
        bad(
            "Die alte Stra?e am Hafen ist gesperrt.",
            "The old Stra?e at the harbour is closed.",
            marks=["Stra?e"],
            source_marks=["Stra?e"],
            languages="de-en",
        ),
        bad(
            "Le mus\ufffde de la ville ferme lundi.",
            "The city mouse closes on Monday.",
            marks=[""],
            source_marks=["mus\ufffde"],
            languages="fr-en",
        ),
        bad(
            "В этом районе нет чистой во□ды для города.",
            "There is no clean vo□dy for the town in this district.",
            marks=["vo□dy"],
            source_marks=["во□ды"],
            languages="ru-en",
        ),
        bad(
            "乘客在候\ufffd\ufffd厅等了三个小时。",
            "The passengers waited three hours in the hall.",
            marks=[""],
            source_marks=["\ufffd\ufffd"],
            languages="zh-en",
        ),
        bad(
            "作家玛丽?史密斯昨天去世。",
            "The writer Mary? Smith died yesterday.",
            marks=["? "],
            source_marks=["?"],
            languages="zh-en",
        ),
        good("作家玛丽?史密斯昨天去世。", "The writer Mary Smith died yesterday.", languages="zh-en"),
        good("你要走吗?我送你。", "Are you leaving? I'll see you off.", languages="zh-en"),
        good("性别：□男□女", "Sex: □ male □ female", languages="zh-en"),
        good("Wirklich?ja, sagte er.", "Really? Yes, he said.", languages="de-en"),
        # Damage that did no harm; a rare word; a name; a compound.
        good(
            "Die Regierumg will das Krankenhaus am Fluss schließen.",
            "The government wants to close the hospital by the river.",
            languages="de-en",
        ),
        good("桥梁将在2O25年完工。", "The bridge will be finished in 2025.", languages="zh-en"),
        good("Der Brückenzoll bleibt.", "The toll stays.", languages="de-en"),
        good("H2O und CO2, 10l Milch", "H2O and CO2, 10l of milk", languages="de-en"),
    ),
)
