"""A sentence that breaks off: its last word asks for another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.api import (
    BlockKind,
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

# What no sentence ends in. Left out: words that may be a pronoun, an adverb, a verb or the end of a relative clause
# as well ("of", "with", "her", "while", "because", "einer", "pour", "sobre"). A preposition is listed where none is
# stranded at the end: the other languages strand none.
_OPEN_ENDED = {
    "en": (
        "the|an|and|or|than|my|our|your|their|every|despite|towards?|whose|although|whereas|unless|until|"
        "such as|according to|due to|in order to|so as to|as well as|in accordance with|with regard to|with respect to|"
        "in terms of|as a result of|on behalf of|regardless of|for the purpose of|one of|a number of|in front of|including|"
        "(?:is|are|was|were|be|been|of|in|with|for|as|to|by|on|at|from|and|has|have|had|such|not|into|than|becomes?|became) a"
    ),
    "de": (
        "und|oder|sowie|dass|weil|im|zum|zur|vom|beim|ins|des|für|von|zwischen|während|gegenüber dem|"
        "(?:mit|in|an|auf|bei|nach|von|zu|aus|seit|für|um|durch|gegen) (?:der|die|das|dem|den|einem|einen)"
    ),
    "fr": "le|les|des|du|de|au|aux|et|ou|dans|chez|mais|ni|ses|mes|nos|vos|ces|cette|cet|afin de|(?:de|à|dans|sur|pour|avec|par|est) (?:la|un|une)",
    "es": "el|los|las|del|al|de|en|con|y|o|para|por|sin|hacia|desde|su|sus|(?:de|a|en|con|por|para|es) (?:la|una?)",
    "ru": "из|от|для|об|при|без|под|над|через|между|или|чтобы|и",
    "zh": "以及|或者|并且|因为|如果|由于|关于",
}
_NOT_SPACED = {"zh"}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """The last words of a sentence and its stop, if any. The word before is no name and no letter of a list.

    A question may end so: "Das stimmt nicht, oder?"
    """
    words = _OPEN_ENDED.get(language)
    if words is None:
        return None
    before = r"\w[、，]?" if language in _NOT_SPACED else r"(?<![-'’\w])[^\W\d_]{2,},? "
    return re.compile(rf"{before}(?P<mark>{words})(?:(?P<stop>\.(?=\s+[^\W\d_a-zа-яß]|$)|。)|$)")


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    pattern = _pattern(primary_language(pair.target_language))
    if text is None or pattern is None or text.kind is not BlockKind.PARAGRAPH:
        return
    source = pair.source_text.rstrip("\"'”’»」』）) ")
    if source and not source.endswith(tuple(".!?。！？।؟:：…")):
        return  # the source breaks off itself
    for found in pattern.finditer(text.text.rstrip()):
        # Without a stop, only the source tells that the sentence was to end here.
        if found["stop"] or source.endswith((".", "。")):
            yield Hit(f"The sentence breaks off after “{found['mark']}”.", target=Span(*found.span("mark")))


RULE = Rule(
    id="cut-off-sentence",
    summary="A sentence breaks off in the middle",
    why="What it was to say is lost, and the reader waits for it.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "两国将深化港口合作和贸易。",
            "The two countries will deepen cooperation on ports and the.",
            marks=["the"],
            languages="zh-en",
        ),
        bad(
            "Мэр поблагодарил рыбаков и моряков. Порт открыт.",
            "The mayor thanked the fishermen and. The port is open.",
            marks=["and"],
            languages="ru-en",
        ),
        bad(
            "港口将于周五按照计划开放。",
            "On Friday the port will be opened in accordance with",
            marks=["in accordance with"],
            languages="zh-en",
        ),
        bad(
            None,
            "The council wants to make the harbour larger than. It was built as a. Ships come from the south, such as.",
            marks=["than", "as a", "such as"],
            languages="und-en",
        ),
        bad(
            "The ferry goes to the island and the harbour.",
            "Die Fähre fährt zur Insel und zum.",
            marks=["zum"],
            languages="en-de",
        ),
        bad(
            "The ferry goes to the island in the north.",
            "Die Fähre fährt auf die Insel in der.",
            marks=["in der"],
            languages="en-de",
        ),
        bad(
            "The mayor thanked the sailors of the port.",
            "Le maire a remercié les marins du.",
            marks=["du"],
            languages="en-fr",
        ),
        bad(
            "The mayor thanked the sailors of the port.",
            "El alcalde dio las gracias a los marineros del.",
            marks=["del"],
            languages="en-es",
        ),
        bad("Ferries bring coal and iron.", "Паромы привозят уголь и.", marks=["и"], languages="en-ru"),
        bad("The port was closed because of ice.", "港口昨天关闭，由于。", marks=["由于"], languages="en-zh"),
        good(
            "Wovon spricht er? Vom Hafen, in dem sie lebt.",
            "What is he talking of? The harbour that she lives in. She knows whom it is for. He told her to. It is hers, "
            "because he can take vitamin A. See section a.",
            languages="de-en",
        ),
        good("Er sagte: „Ich nehme den …“", "He said: “I take the...”", languages="de-en"),
        good("Die beiden Länder vertiefen die", "The two countries deepen the", languages="de-en"),
        good(
            "What does he think of?",
            "Ich weiß, wem das gehört und wer das ist. Er kommt mit.",
            languages="en-de",
        ),
        good("He is in favour.", "Il est pour. Vas-y, prends-les. Je suis contre.", languages="en-fr"),
    ),
)
