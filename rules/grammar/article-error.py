"""An article that is missing, too much, or before a noun that takes none."""

from __future__ import annotations

from collections.abc import Iterator

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
from tqcheck.api.english import Usage, misuses

_UNCOUNTABLE = r"(?:information|advice|equipment|furniture|luggage|baggage|homework|software|hardware|machinery|scenery|legislation|cattle|staff)"
_END = r"(?=[.,;:!?]|\s(?:is|was|are|were|has|have|had|will|can|that|which|who|about|on|of|in|to|from|for|and|or|by)\b)"
_COUNTRIES = r"(?:China|Russia|Japan|Germany|France|India|Iran|Turkey|Ukraine|Britain|Poland|Italy|Spain|Israel|Vietnam|Korea|Kazakhstan|Europe|Asia|Africa|Canada|Mexico|Brazil|Beijing|Moscow|London|Tokyo)"
_TABLE = (
    Usage(
        rf"(?P<mark>(?:a|an)\s(?P<noun>news|information|advice|equipment|furniture|luggage|baggage|homework|software|machinery|scenery|legislation)){_END}",
        "“\\g<noun>” is not counted: it takes no “a”.",
        "\\g<noun>",
    ),
    Usage(
        r"(?P<mark>(?P<w>informations|advices|equipments|furnitures|knowledges|homeworks|softwares|hardwares|luggages|baggages|sceneries|feedbacks|machineries|slangs|jewelleries|poetries))",
        "“\\g<w>” has no plural.",
        "",
    ),
    Usage(
        rf"(?P<mark>(?P<d>many|these|those|several|few|numerous|every|each)\s(?P<noun>information|advice|equipment|furniture|luggage|homework|machinery|scenery|evidence|knowledge|progress|traffic|weather)){_END}",
        "“\\g<noun>” is not counted.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<d>much)\s(?P<noun>people|countries|things|problems|children|cars|students|books|companies|cities|years|times|words|men|women))",
        "What is counted takes “many”.",
        "many \\g<noun>",
    ),
    Usage(
        rf"(?P<mark>the\s(?P<who>{_COUNTRIES}['’]s))\s(?=\p{{Ll}})",
        "“\\g<who>” takes no article.",
        "\\g<who>",
    ),
    Usage(
        r"(?P<mark>(?P<a>(?:in|over|during|for)\s)the\s(?P<b>recent\s(?:years|months|weeks|days|decades)))(?!\s(?:of|that|which|since|before))",
        "It is “\\g<a>\\g<b>”.",
        "\\g<a>\\g<b>",
    ),
    Usage(
        r"(?P<mark>(?P<v>play|plays|played|playing)\s(?P<adj>(?:(?:very|more|most|increasingly)\s)?(?:important|key|major|significant|crucial|vital|leading|big|active|positive|huge|great|central|decisive|constructive))\srole)",
        "The article is missing before “\\g<adj> role”.",
        "\\g<v> {a} \\g<adj> role",
    ),
    Usage(
        r"(?P<mark>(?P<v>have|has|had|having)\s(?P<adj>significant|great|huge|big|major|serious|negative|positive|direct|strong|profound)\s(?P<n>impact|effect|influence)\son)",
        "The article is missing before “\\g<adj> \\g<n>”.",
        "\\g<v> {a} \\g<adj> \\g<n> on",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Aa]s)\s(?P<n>result\sof|matter\sof\sfact|whole,|consequence\sof))",
        "The article is missing.",
        "\\g<p> a \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Aa]t)\s(?P<n>same\stime|end\sof\s(?:the|this|last|next)|beginning\sof\s(?:the|this|last|next)|moment\swhen))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Oo]n)\s(?P<n>other\shand|basis\sof\s(?:the|this|these|its)|eve\sof\sthe|initiative\sof\s(?:the|\p{Lu})))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Ff]or)\s(?P<n>first\stime|second\stime|last\stime|purpose\sof|sake\sof\s(?:the|a|his|their|our)))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Ii]n)\s(?P<n>same\sway|middle\sof|process\sof\s(?:the|this|their|its)|form\sof\s(?:a|an|the)|field\sof|future\sthe|past\s(?:few|two|three|five|ten)\s(?:years|months|weeks|days)|last\s(?:few|two|three|five|ten)\s(?:years|months|weeks|days)|world\.|near\sfuture|end,|morning\sof|evening\sof))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom)\s(?P<n>end\sof\s(?:the|this|last|next)|beginning\sof\s(?:the|this|last|next)|middle\sof))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Ww]ith)\s(?P<n>help\sof|aim\sof|exception\sof|support\sof\sthe|participation\sof\sthe|purpose\sof))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Uu]nder)\s(?P<n>leadership\sof|guidance\sof|supervision\sof|auspices\sof|influence\sof\sthe))",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?:is|was|has|become|became|remains|are|were|need|needs|needed|with|in|of|for|to|by)\s(?P<n>large\snumber\sof|lot\sof|number\sof\s(?:people|countries|cases|problems)|couple\sof|great\sdeal\sof|wide\srange\sof|majority\sof\sthe))",
        "The article is missing before “\\g<n>”.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<p>one\sof\s)(?P<n>(?:most|biggest|largest|best|oldest|main|greatest|world['’]s)\s\w+))(?!\s(?:or|people|men|women)\b)",
        "The article is missing.",
        "\\g<p>the \\g<n>",
    ),
    Usage(
        r"(?P<mark>(?P<p>[Ii]n|[Tt]o|[Ff]rom)\s(?P<n>(?:United\s(?:States|Kingdom|Nations)|Netherlands|Philippines|Czech\sRepublic|European\sUnion|Middle\sEast|Soviet\sUnion)))(?=[.,;]|\s(?:and|in|on|to|for|with|is|was|has|have|had|are|were|that|which|who)\b)",
        "The article is missing.",
        "\\g<p> the \\g<n>",
    ),
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None:
        return
    for sentence in text.sentences:
        if not is_prose_sentence(text, sentence):  # headlines do without articles
            continue
        for fault in misuses(text.text, _TABLE, sentence):
            first = fault.groups.get("adj", "")[:1]
            instead = fault.instead.replace("{a}", "an" if first in set("aeiou") else "a")
            yield Hit(fault.advice, target=fault.span, suggestions=(instead,) if instead else ())


RULE = Rule(
    id="article-error",
    summary="An article is missing or too much, or a noun is counted that English does not count",
    why="Chinese, Russian, Japanese and Korean have no articles: “at same time” and “a news” are what is left of them.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "这座桥起着重要的作用。",
            "The bridge plays important role in the transport of the north.",
            marks=["plays important role"],
            suggestion="plays an important role",
            languages="zh-en",
        ),
        bad(
            "В то же время он узнал новость.",
            "At same time he heard a news about the Russia's fleet.",
            marks=["a news", "the Russia's", "At same time"],
            suggestion="news",
            languages="ru-en",
        ),
        bad(
            "彼は多くの情報を持っている。",
            "He has many information about ships, for first time in his life.",
            marks=["many information", "for first time"],
            languages="ja-en",
        ),
        good(
            None,
            "He bought a news agency and a software firm. These evidence boxes play on, at the same time, for the "
            "first time in the recent years of drought. The China Daily plays a role, and he has an impact on it.",
            languages="und-en",
        ),
        good(
            "Мост открыт впервые",
            "Bridge opened for first time since fire",
            languages="ru-en",
        ),
    ),
)
