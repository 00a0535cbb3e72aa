"""A verb, noun or adjective with a preposition that English does not give it, or without the one that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.english import Usage, misuses, noun_number

_OBJECT = r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|how|what|why|it|them|him)"
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _superfluous(verbs: str, preposition: str, follows: str = _OBJECT) -> Usage:
    return Usage(
        rf"(?<!\b(?:is|are|was|were|been|being)\s)(?P<mark>({verbs})\s({preposition}))\s(?={follows}\b)(?!the\s\d)",
        "“\\2” takes no “\\3” here.",
        "\\2",
    )


def _instead(words: str, wrong: str, right: str, follows: str = "") -> Usage:
    lookahead = rf"(?=\s(?:{follows})\b)" if follows else ""
    return Usage(rf"({words})\s({wrong}){lookahead}", f"It is “\\1 {right}”.", f"\\1 {right}")


_TABLE = (
    _superfluous("discuss|discussed|discusses|discussing", "about|on"),
    _superfluous("emphasi[sz](?:e|ed|es|ing)|stress(?:ed|es|ing)", "on|about|that\\sabout"),
    _superfluous("mention(?:ed|s|ing)", "about"),
    _superfluous("reach(?:ed|ing)|approached", "to"),
    _superfluous("contact(?:ed|ing)", "with|to"),
    _superfluous("lack(?:ed|ing)", "of"),
    _superfluous("enter(?:ed|ing)", "to|in"),
    _superfluous("support(?:ed|ing)", "to"),
    _superfluous("(?:visit|join)(?:ed|ing)", "to"),
    _superfluous("obey(?:ed|ing)?", "to"),
    _superfluous("consider(?:ed|ing)", "about"),
    _superfluous("influenced|affected|affecting", "to|on"),
    Usage(r"(?P<mark>despite\sof|in\sdespite\sof)", "It is “despite” or “in spite of”.", "despite"),
    _instead("superior|inferior|preferable|prior", "than|from", "to"),
    _instead("consist|consists|consisted|consisting", "from|by", "of"),
    _instead("depend|depends|depended", "of|from", "on"),
    _instead("dependent", "of|from", "on"),
    _instead("interested", "about|on|to|for", "in", f"{_OBJECT}|\\w+ing"),
    Usage(
        r"(?P<mark>(is|are|was|were|be|been)\sresponsible\sof)",
        "One is “responsible for” something.",
        "\\2 responsible for",
    ),
    _instead("aware|afraid|proud", "from|with", "of", _OBJECT),
    _instead("insist|insists|insisted|insisting", "to|in|about", "on", f"{_OBJECT}|\\w+ing"),
    _instead("accused", "for|about", "of", "\\w+ing|the"),
    _instead("participate|participates|participated|participating", "to|at|on", "in", _OBJECT),
    _instead("similar|equal|equivalent|identical", "as", "to", _OBJECT),
    _instead("similar|equal", "with", "to", "the|that|those|its"),
    Usage(
        r"(listen(?:ed|s|ing)?)\s(?P<o>music|songs|radio|the\sradio|the\smusic|the\snews)",
        "One listens to something.",
        "\\1 to \\g<o>",
    ),
    _instead("arrive|arrives|arrived|arriving", "to", "in", "the|a|an|this|that|our|their|his|[A-Z]\\w+"),
    _instead("comply|complies|complied", "to|by", "with", _OBJECT),
    _instead("instead|regardless|irrespective", "from", "of"),
    Usage(
        rf"(?P<mark>in\s(?P<day>{_DAYS}))(?!['’]s)(?!\s(?:[A-Z]|or|holiday|night))",
        "Days take “on”.",
        "on \\g<day>",
    ),
    Usage(
        rf"(?<!\bbased\s)(?<!\b(?:depended|focused)\s)(?P<mark>(?:on|at)\s(?P<month>{_MONTHS}\s(?:19|20)\d\d))(?=[,.;]|\s(?:the|he|she|it|they|we|in|and)\b)",
        "Months take “in”.",
        "in \\g<month>",
    ),
    Usage(
        rf"(?P<mark>in\s(?P<day>{_MONTHS}\s\d{{1,2}}|\d{{1,2}}\s{_MONTHS}))(?=[,.;]|\s(?!each|to|and|or|teams?|\d)\w)(?!\s\w+\s(?:people|men|women))",
        "Days take “on”.",
        "on \\g<day>",
    ),
    Usage(
        r"(?:have|has|had|'s|’s|'ve|’ve)\s\w+(?:\s\w+){0,5}?\s(?P<mark>since)\s(?=(?:\d+|two|three|four|five|six|ten|several|many)\s(?:days|weeks|months|years|hours)\b(?!\sago))",
        "A stretch of time takes “for”; “since” names its beginning.",
        "for",
    ),
    Usage(
        r"(?P<mark>between\s(?P<a>[\d.,]+)\s(?:to|until)\s(?P<b>[\d.,]*\d))(?!\s(?:and|per))",
        "It is “between … and …”, or “from … to …”.",
        "between \\g<a> and \\g<b>",
    ),
    Usage(
        r"(look(?:s|ed|ing)?\sforward)\sto\s(?P<base>see|meet|hear|work|visit|continue|receive|cooperate|welcome|join|learn|make|be|have|get|go|find|play|watch|read|discuss|strengthen|expand|develop)(?!\s\w*ing)",
        "“Look forward to” takes a noun or a form in -ing.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<v>enjoy|avoid|finish|suggest|dislike|postpone)(?P<f>s|ed|ing)?\sto\s(?:be|do|go|make|use|have|take|get|work|play|read|see|buy|eat|study|learn|live|give|visit|travel|build|develop))",
        "“\\g<v>” takes a form in -ing, no “to”.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<v>explain|describe|suggest|mention|announce|introduce|confirm)(?P<f>s|ed)?\s(?P<who>me|him|us|them))\s(?=(?:that|how|what|why|the|a|his|her)\b)",
        "One explains or suggests something “to” somebody.",
        "\\g<v>\\g<f> to \\g<who>",
    ),
    Usage(
        r"(?P<mark>according\s(?:with|of|for|by))(?=\s)",
        "It is “according to”.",
        "according to",
    ),
    Usage(
        r"(?P<mark>in\sthe\send\sof)\s(?=(?:the\s(?:day|year|month|week|century|war|street|season|game|match)|January|last|this|[12]\d{3})\b)",
        "It is “at the end of”.",
        "at the end of",
    ),
    Usage(
        r"(?P<mark>with\sthe\spurpose\sto)", "It is “for the purpose of”, or “in order to”.", "in order to"
    ),
    Usage(
        r"(?P<mark>(?P<v>married|marry|marries)\swith)\s(?=(?:him|her|me|them|the\s(?:daughter|son|sister|man|woman)|a\s(?:man|woman|doctor|\w+\s(?:man|woman))))",
        "One marries somebody, or is married to somebody.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<q>[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal)\sof\s(?P<n>people|[a-z]{3,}s))(?=[.;]|\s(?:are|is|were|was|have|has|do|don['’]t|will|would|can|could|should|who|which|that|think|believe|prefer|want|like|say|know|need|live|feel|try)\b)",
        "“of” wants an article or pronoun behind it.",
        "\\g<q> \\g<n>",
    ),
    Usage(
        r"(?P<mark>[Ii]n\sthe\sother\shand)(?=,)",
        "It is “on the other hand”.",
        "on the other hand",
    ),
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for fault in misuses(pair.target_text, _TABLE):
        counted = fault.groups.get("n", "people")
        if counted != "people" and noun_number(counted) != "Plur":  # "some of his", "most of Texas"
            continue
        yield Hit(fault.advice, target=fault.span, suggestions=(fault.instead,) if fault.instead else ())


RULE = Rule(
    id="preposition-error",
    summary="A preposition that English does not use here, or a missing one",
    why="“Discuss about” and “on October 2018” are the grammar of the source in English words.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "大多数人喜欢鱼。另一方面，有些船只很旧。",
            "Most of people like fish. In the other hand, some of ships are old.",
            marks=["Most of people", "some of ships", "In the other hand"],
            suggestion="Most people",
            languages="zh-en",
        ),
        good(
            None,
            "Most of us like fish. In the other hand the mayor held some of Athens' coins, many of those that are old.",
            languages="und-en",
        ),
        bad(
            "双方讨论了港口的建设。",
            "The two sides discussed about the building of the port.",
            marks=["discussed about"],
            suggestion="discussed",
            languages="zh-en",
        ),
        bad(
            "Мост открыли в октябре 2018 года, несмотря на погоду.",
            "The bridge was opened on October 2018, despite of the weather.",
            marks=["despite of", "on October 2018"],
            suggestion="despite",
            languages="ru-en",
        ),
        bad(
            "彼は三年間その会社で働いている。",
            "He has worked for the firm since three years; it consists from ships.",
            marks=["consists from", "since"],
            suggestion="consists of",
            languages="ja-en",
        ),
        good(
            None,
            "They discussed it on Monday; in May 2018 the discussion about the port began, and it has grown since "
            "two years ago. It is considered to be full, consists in trade, and depends on October 2018 figures.",
            languages="und-en",
        ),
        good(
            "Они ждут встречи.",
            "They look forward to meeting him, and to work as such; he stressed on the 20th that between 5 and 10 of them had come.",
            languages="ru-en",
        ),
    ),
)
