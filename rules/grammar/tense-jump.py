"""A tense that contradicts the time which the clause itself names: “Yesterday the minister visits the plant”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    bad,
    good,
    is_prose_sentence,
)
from tqcheck.api.english import (
    PAST_ONLY,
    Usage,
    base_of_third_person,
    may_be_verb,
    misuses,
    noun_number,
    past_tense,
)

_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|several|some|many|a\sfew)"
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)"
_DAY = r"(?:week|month|year|night|spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_AGO = rf"(?:{_COUNT}\s{_UNIT}\sago)"
_PAST_TIME = rf"(?:yesterday|last\s{_DAY}|{_AGO}|the\sday\sbefore\syesterday)"
_FIRST = r"(?:(?<=^|[.!?]\s))"
_BEGINNING = rf"{_FIRST}(?:Yesterday|Last\s{_DAY}|{_AGO.replace('(?:', '(?i:', 1)})(?:\s(?:morning|afternoon|evening|night))?,?\s"
_ONE = r"(?:he|she|it|(?:the|our|his|her|their|its|a|an)\s(?P<noun>[a-z]+))"
_MANY = r"(?:they|we|I)"
_OBJECT = r"(?:the|an?|his|her|its|their|our|my|him|them|us|me|that)"
_ATTRIBUTED = (
    r"(?:believed|said|reported|thought|estimated|understood|known|alleged|expected|supposed|considered)"
)
_PASTS = "|".join(sorted(PAST_ONLY))
# "She runs a shop and said business is slow": what someone does, and what was said of it to the reporter.
_REPORTING = frozenset("said told spoke wrote added knew thought began grew became".split())
_NARRATED = "|".join(sorted(PAST_ONLY.keys() - _REPORTING))

# Read on 100,000 published English sentences: next to nothing of it is there.
_TABLE = (
    Usage(
        rf"{_BEGINNING}{_ONE}\s(?P<mark>(?P<verb>[a-z]+s))(?=\s{_OBJECT}\b)",
        "The present tense, of a time that is past.",
        "{past}",
    ),
    Usage(
        rf"{_BEGINNING}(?:he|she)\s(?P<mark>(?P<verb>[a-z]+s))(?=\s(?:to|in|at|on|with|for|from)\b)",
        "The present tense, of a time that is past.",
        "{past}",
    ),
    Usage(
        rf"{_BEGINNING}{_MANY}\s(?P<mark>(?P<plain>are|go|come|see|say|meet|make|give|find|think|know|want|visit))(?!\s{_ATTRIBUTED})\s",
        "The present tense, of a time that is past.",
        "{past}",
    ),
    Usage(
        rf"{_BEGINNING}(?:he|she|{_MANY}|{_ONE})\s(?P<mark>will)\s(?!have\b)[a-z]+\s",
        "The future, of a time that is past.",
    ),
    Usage(
        rf"(?<!\b(?:can|could|may|might|must|should|would|will|shall|to|not|\w+n['’]t|never)\s)(?P<mark>(?:has|have)\s(?:been\s)?(?:[a-z]+(?:ed|en|wn)|gone|met|told|said|made|held|won|lost|sold|left|found|built|sent|paid|bought|brought)(?<!\bbeen)(?:\s(?:him|her|them|us|me|it|(?:the|an?|his|its|their)\s[a-z]+))?)\s{_PAST_TIME}(?=[.;]|\s(?:in|at|and|when|by)\b)",
        "With a time that is past, English has the simple past.",
    ),
    Usage(
        rf"{_FIRST}Tomorrow,?\s(?:he|she|it|{_MANY}|the\s[a-z]+)\s(?P<mark>(?P<past>{_PASTS}|visited|arrived|opened|started|attended))\s",
        "The past tense, of a time to come.",
    ),
    Usage(
        rf"{_FIRST}When\s(?:he|she|it|{_MANY}|the\s[a-z]+)\s(?:{_PASTS}|arrived|returned|opened|ended|started|heard|left|entered|reached)(?:\s[a-z]+){{0,5}},?\s(?:he|she|it|they|we|the\s[a-z]+)\s(?P<mark>will)\s(?!have\b|always\b)[a-z]+",
        "The future does not go with the past tense of the clause before.",
    ),
    Usage(
        rf"(?:{_FIRST}(?:He|She)|(?:[.,;]|\sand|\sbut|\swhen)\s(?:he|she))\s(?P<mark>(?P<verb>goes(?!\sby\b)|comes(?!\sfrom\b)|walks(?!\swith\b)|arrives|enters|turns|looks(?!\slike\b)|picks)\s(?:[a-z]+\s){{0,5}}and\s(?P<past>{_NARRATED}|saw|left|found|made|sat|stood))\s",
        "The tense jumps from “\\g<verb>” to “\\g<past>”.",
    ),
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None:
        return
    for sentence in text.sentences:
        if not is_prose_sentence(text, sentence) or re.search('["“”«»]', sentence.of(text.text)):
            continue
        for fault in misuses(text.text, _TABLE, sentence):
            past = _past(fault.groups)
            if past is None:
                continue
            yield Hit(fault.advice, target=fault.span, suggestions=(past,) if past else ())


def _past(groups: Mapping[str, str]) -> str | None:
    """The past tense to write instead; empty where it is not known, None where the word is no verb."""
    if "plain" in groups:
        return past_tense(groups["plain"])
    verb = groups.get("verb", "")
    if not verb or "past" in groups:
        return ""
    noun = groups.get("noun", "")
    if verb in {"is", "has", "was", "does", "this", "us"} or not may_be_verb(verb):
        return None
    if noun and noun_number(noun) != "Sing":
        return None
    return past_tense(base_of_third_person(verb))


RULE = Rule(
    id="tense-jump",
    summary="A tense that does not go with the time named in the clause, or with the verb before",
    why="Yesterday or tomorrow: the reader cannot tell when it happened.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "部长昨天参观了工厂，并说它是安全的。",
            "Yesterday the minister visits the plant and said that it is safe.",
            marks=["visits"],
            suggestion="visited",
            languages="zh-en",
        ),
        bad(
            "На прошлой неделе он поехал в столицу.",
            "Last week, he goes to the capital and met the mayor.",
            marks=["goes"],
            suggestion="went",
            languages="ru-en",
        ),
        bad(
            "两年前该公司在河上建了一座新桥。",
            "Two years ago the company builds a new bridge over the river.",
            marks=["builds"],
            suggestion="built",
            languages="zh-en",
        ),
        bad(
            "昨日、彼らは魚を買いに港へ行った。",
            "Yesterday they go to the harbour to buy fish.",
            marks=["go"],
            suggestion="went",
            languages="ja-en",
        ),
        bad(
            "Im vergangenen Monat wollte der Rat den Plan billigen.",
            "Last month the council will approve the plan for the port.",
            marks=["will"],
            languages="de-en",
        ),
        bad(
            "Der Minister hat gestern das Werk besucht.",
            "The minister has visited the plant yesterday.",
            marks=["has visited the plant"],
            languages="de-en",
        ),
        bad(
            "La société a été fondée il y a dix ans.",
            "The company has been founded ten years ago.",
            marks=["has been founded"],
            languages="fr-en",
        ),
        bad(
            "Завтра министр едет в столицу.",
            "Tomorrow the minister went to the capital for talks.",
            marks=["went"],
            languages="ru-en",
        ),
        bad(
            "他到港口后会说很安全。",
            "When he arrived at the port, he will say that it is safe.",
            marks=["will"],
            languages="zh-en",
        ),
        bad(
            "Él va a la ventana y ve el barco.",
            "He goes to the window and saw the ship.",
            marks=["goes to the window and saw"],
            languages="es-en",
        ),
        good(
            "昨天的会议",
            "Yesterday the harbour ferries were full. The ships have been here since last week, and she could have left a year ago. Last year they are said to have met him. When he came to power is a date that they will remember. In 1987 he moves to the capital and meets her.",
            languages="zh-en",
        ),
        good(
            "Вчера министр говорил, что завод безопасен.",
            "Yesterday the minister said that he visits the plant every year, and that he will come again tomorrow.",
            languages="ru-en",
        ),
        good(
            None,
            "She runs a shop in town and said business is slow. He goes to school in the north and told us of it. She comes from a small town and went to sea.",
            languages="und-en",
        ),
        good(
            "Er geht zum Fenster, das er gestern zerbrach.",
            "He goes to the window that he broke yesterday and looks for the men who saw him.",
            languages="de-en",
        ),
        good(
            "«Вчера он приходит», — сказала она.",
            "“Yesterday he comes to me,” she said.",
            languages="ru-en",
        ),
    ),
)
