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
    Text,
    bad,
    good,
    primary_language,
)

# What no sentence ends in. Left out: words that may be a pronoun, an adverb, a verb, a noun or the end of a relative
# clause as well ("of", "whose", "einem", "von", "un", "para", "без", "如果").
_OPEN_ENDED = {
    "en": (
        "the|an|and|or|than|our|your|their|despite|although|whereas|unless|until|such as|(?<=, )according to|due to|"
        "in order to|so as to|as well as|in accordance with|with regard to|regardless of|for the purpose of|one of|"
        "a number of|including|"
        "(?:is|are|was|were|be|been|of|in|with|for|as|to|by|on|at|from|and|has|have|had|such|not|into|than|becomes?|became) a"
    ),
    "de": "und|oder|sowie|dass|im|zum|zur|vom|beim|ins|des|während|(?:seit|nach) einem|(?:auf|durch) einen",
    "fr": "le|les|des|du|de|au|aux|et|ou|dans|chez|ni|ses|mes|nos|vos|ces|cette|cet|afin de|(?:de|à|dans|sur|pour|avec) la|dans une?",
    "es": "el|los|las|del|al|de|en|y|o|por|hacia|desde|su|sus|(?:de|a|en|con|por|para) la|(?:de|a|en|con|por|para|es) un",
    "ru": "из|от|для|об|при|между|или|чтобы|и",
    "zh": "以及|或者|并且|由于|关于",
}
# Where a sentence does end so: what stands before belongs to the words ("the one he is older than", "the vowels e and a",
# "Na und.", "la letra o", "Не то чтобы.").
_UNLESS = {
    "en": re.compile(
        r"\beither or$|(?:\b(?:what|which|who|whom|that|where)\b|\w (?:I|you|he|she|it|we|they|people) ).*"
        r"\b(?:than|despite|until|due to|in accordance with|with regard to|regardless of|one of|a number of)$"
        r"|(?:(?<![\w'’])[b-hj-zB-HJ-Z](?![\w'’])|\b(?:letters?|vowels?|vitamins?|points?)\b).* a$"
    ),
    "de": re.compile(r"\b[Nn]a und$|, oder$|\b[a-zäöüß]+,? des$"),
    "es": re.compile(r"\b(?:ejes?|letra|vocal|variable|la|las|una|e|u) [yo]$"),
    "ru": re.compile(r"\bто,? чтобы$|\b(?:[Бб]укв\w+|пиш\w+) и$"),
    "zh": re.compile(r"没有\w{2}$"),
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
    unless = _UNLESS.get(primary_language(pair.target_language))
    for found in pattern.finditer(text.text.rstrip()):
        if unless and unless.search(_sentence_so_far(text, found.end("mark"))):
            continue
        # Without a stop, only the source tells that the sentence was to end here.
        if found["stop"] or source.endswith((".", "。")):
            yield Hit(f"The sentence breaks off after “{found['mark']}”.", target=Span(*found.span("mark")))


def _sentence_so_far(text: Text, end: int) -> str:
    start = max((sentence.start for sentence in text.sentences if sentence.start < end), default=0)
    return text.text[start:end]


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
            "The mayor thanked the sailors of the port.",
            "Der Bürgermeister dankte den Matrosen des.",
            marks=["des"],
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
        good(
            None,
            "This is the future that we are moving towards. They have a screen to sit in front of. These are the people he "
            "acts on behalf of. I do not know whose. I mean each and every. He is the man I am older than. Oh my. It is not "
            "an either or. We do not know what it is due to. The vowels are e and a. It is a date we wait until.",
            languages="und-en",
        ),
        good(
            None,
            "Ich weiß nichts von dem. Ich denke oft an die. Wo kommt das Geld von. Na und. Du kommst doch, oder. Das macht "
            "etwas mit einem. Alle für einen. Es sind zwei in einem.",
            languages="und-de",
        ),
        good(
            None,
            "Un pour tous, tous pour un. Dieu est un. Ils sont venus un par un. Le score est de deux à un. Il y a un mais.",
            languages="und-fr",
        ),
        good(
            None,
            "Se lo comió con. Lo toma sin. El tren no para. Fueron todos a una. Es el eje y. Es una.",
            languages="und-es",
        ),
        good(None, "Кофе с сахаром или без. Не то чтобы. Здесь пишется и.", languages="und-ru"),
        good(None, "人生没有如果。没有那么多因为。世上没有或者。", languages="und-zh"),
        good("He is in favour.", "Il est pour. Vas-y, prends-les. Je suis contre.", languages="en-fr"),
    ),
)
