"""Two sentences run together: no stop between them, or no space."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

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

# Words that a sentence begins with and that no name or title in the middle of one does, but for "The".
_STARTERS = {
    "en": "The|This|These|Those|It|He|She|They|We|However|Moreover|Therefore|According to|Although|But|There|In",
    "de": "Die|Der|Das|Er|Wir|Im|In|Am|Auch|Aber|Doch|Dies|Diese|Dieser|Es|Nach|Bei|Mit",
    "fr": "Le|La|Les|Il|Elle|Ils|Elles|Nous|En|Dans|Mais|Cette|Ce|Ces|On|Selon|Pour|Cependant",
    "es": "El|La|Los|Las|En|Pero|Este|Esta|Estos|Estas|Se|Según|Sin|Para|Por|También",
    "ru": "В|Он|Она|Они|Это|Этот|Эта|Но|На|По|Мы|При|Однако|Также|После",
}
# Without a stop, the capital alone tells: not a title's ("a song called They sail …"), told by what stands before it.
# He and It are left out: pronouns of God and of films.
_NO_STOP = {
    "en": "The|This|These|Those|She|They|We|However|Moreover|Therefore|According to|Although|But|There",
}
_TITLED = (
    r"(?<!\b(?:called|named|titled|entitled|book|film|movie|song|album|series|novel|play|show|newspaper|magazine|website|"
    r"band|group|poem|essay|paper|report|chapter|episode|of|in|by|to|for|with|from|as|at|on|and|or|the|a|an|his|her|their|"
    r"say|says|said|like|than|into|about|that|if|when|because|where|while|what|who|which|how|why|through|via|told|"
    r"after|before|since|until|till|unless|though|although|whom|whose|whether|once|but|so|for|under|over|between|against|nor|is|calls?|call(?:s|ed)? (?:it|him|her|them)))"
)


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], ...]:
    starters = _STARTERS.get(language)
    if starters is None:
        return ()
    glued = rf"(?<![\w./@-])(?P<w>\p{{Ll}}{{3,}})(?P<stop>[.])(?P<x>{starters})(?= \p{{L}})"
    patterns = [regex.compile(glued)]
    if language in _NO_STOP:
        unstopped = rf"(?<![\w./@-])(?P<w>\p{{Ll}}{{2,}}){_TITLED}(?P<stop>) (?P<x>{_NO_STOP[language]})(?= (?!of\b)\p{{Ll}}{{2,}} \p{{Ll}})"
        patterns.append(regex.compile(unstopped))
    return tuple(patterns)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None or text.kind is BlockKind.HEADING:
        return
    patterns = _patterns(primary_language(pair.target_language))
    for found in sorted((m for p in patterns for m in p.finditer(text.text)), key=lambda m: m.start()):
        first, stop, second = found["w"], found["stop"].strip(), found["x"]
        missing = "A space" if stop else "A full stop"
        yield Hit(
            f"{missing} is missing between two sentences, before “{second}”.",
            target=Span(found.start(), found.end()),
            suggestions=(f"{first}{stop or '.'} {second}",),
            severity=Severity.MINOR if stop else None,
        )


RULE = Rule(
    id="run-together",
    summary="Two sentences run together",
    why="The reader takes the start of the second for the end of the first.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "这些地区缺水。迫切需要的是干净的水。",
            "Water is scarce in these areas The urgent need is for clean water.",
            marks=["areas The"],
            suggestion="areas. The",
            languages="zh-en",
        ),
        bad(
            "Забастовка закончилась. Порт открыт.",
            "The strike has ended.The port is open.",
            marks=["ended.The"],
            suggestion="ended. The",
            languages="ru-en",
        ),
        bad(
            "A greve acabou. No entanto, o porto está fechado.",
            "The strike ended last week However the port is closed. It is cold in the north This means ice.",
            marks=["week However", "north This"],
            languages="pt-en",
        ),
        bad(
            None,
            "The ships leave in the morning They come back at night. There is coal in the hills She said so.",
            marks=["morning They", "hills She"],
            languages="und-en",
        ),
        bad(
            "港口关闭。据市长说，罢工没有结束。",
            "The port is closed According to the mayor the strike goes on all week.There is no bread.",
            marks=["closed According to", "week.There"],
            languages="zh-en",
        ),
        bad(
            "The strike has ended. The port is open.",
            "Der Streik ist beendet.Der Hafen ist offen.",
            marks=["beendet.Der"],
            suggestion="beendet. Der",
            languages="en-de",
        ),
        bad(
            "The port is open. Ships are leaving.",
            "Le port est ouvert.Les navires partent.",
            marks=["ouvert.Les"],
            languages="en-fr",
        ),
        bad(
            "The port is open. The ships leave.",
            "El puerto ya está abierto.Los barcos salen.",
            marks=["abierto.Los"],
            languages="en-es",
        ),
        bad(
            "The port is open. It is large.",
            "Порт открыт.Он большой.",
            marks=["открыт.Он"],
            languages="en-ru",
        ),
        good(
            None,
            "He read it in The Guardian, in a book called They sail at dawn and in one of The Economist's. The court of "
            "The Hague sat on thanks to It girls. Write to news@port.The-sea.example, "
            "see www.port.In and buy.It, he said.",
            languages="und-en",
        ),
        good(
            None,
            "They saw the man after He had risen from the grave. The film that made It is a good one. We call it The valley of ships.",
            languages="und-en",
        ),
        good(
            "Der Streik ist vorbei.",
            "The strike is over. The port is open, and The New York Times was there.",
            languages="de-en",
        ),
        good(
            "The port is open",
            "Der Hafen ist offen... Die Schiffe fahren, z.B. nach Rom. Siehe hafen.Der-Verein.de",
            languages="en-de",
        ),
    ),
)
