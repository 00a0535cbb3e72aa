"""Two parts of a verb that do not go together: “can went”, “did not knew”, “is consist of”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.english import (
    IRREGULAR,
    PAST_ONLY,
    Usage,
    base_of_regular_past,
    base_of_third_person,
    may_be_verb,
    misuses,
)

_NOT = r"(?:not|never|also|always|only|even|still|just|soon|probably|no\slonger)"
_MODAL = r"(?:can|could|will|would|shall|should|might|must|cannot|(?:ca|wo|could|would|should|must)n['’]?t)"
# “May”, “will”, “might” and “can” are also nouns and names: what stands before tells.
_SUBJECT = r"(?:I|you|he|she|it|we|they|who|which|that|this|there|\w+s|\w+ion|\w+ment|people|government)"
_BE = r"(?:is|are|was|were|been|being|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t)"
_HAVE = r"(?:have|has|had|having|(?:have|has|had)n['’]?t)"
_PERSON = r"(?:I|you|he|she|it|we|they|people)"


def _pasts(group: str, but: str = "") -> str:
    left_out = set(but.split())
    return f"(?P<{group}>" + "|".join(sorted(set(PAST_ONLY) - left_out)) + ")"


_TABLE = (
    Usage(
        rf"{_SUBJECT}\s(?P<mark>(?P<modal>{_MODAL})(?P<not>\s{_NOT})?\s{_pasts('past', 'did hid rode rang ran wore')})",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal>\\g<not> {base}",
    ),
    Usage(
        rf"(?<!\b(?:the|a|of|political|collective|\w+al|\w+ive|his|their|its|free|good)\s)(?P<mark>(?P<modal>{_MODAL})(?P<not>\s{_NOT})?\s(?P<past>has|is|are|was|were|goes|becomes|makes|takes|gives|gets|comes|shows|seems|says|needs\sto|wants\sto|brings|helps\s(?:to|the|us|them)|causes\s(?:a|the)|had|been|am))",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal>\\g<not> {base}",
    ),
    Usage(
        r"(?P<mark>(?P<modal>can|could|will|would|should|must|cannot)\s(?!(?P=modal)\b)(?:can|could|will|would|should|must|shall))(?=\s(?:be|not|have|do|\w+e)\b)",
        "Two modal verbs stand together: one is too many.",
        "\\g<modal>",
    ),
    Usage(
        r"(?P<mark>(?P<modal>can|could|cannot|may|might|should|must|would)(?P<not>\snot)?\sable\sto)",
        "“be” is missing, or “able to” is too much.",
        "\\g<modal>\\g<not> be able to",
    ),
    Usage(
        r"(?<!\b(?:all|everything|what|whatever|best|as|anything|much|things?|little|the)\s(?:I|you|he|she|it|we|they|one|people)\s)(?P<mark>(?P<modal>can|could|should|must|cannot|would|might)\sto)\s(?=(?:be|have|do|make|get|go|take|give|find|see|help|work|use|become|say|know|keep|live|provide|build|improve|solve|learn|play)\b)",
        "“\\g<modal>” takes no “to”.",
        "\\g<modal>",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>(?:do|does|did)(?:n['’]?t|\snot))\s{_pasts('past')})",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal> {base}",
    ),
    Usage(
        r"(?P<mark>(?P<modal>(?:do|does|did)(?:n['’]?t|\snot))\s(?P<past>has|had|is|are|was|were|goes|becomes|makes|takes|gives|gets|comes|seems|says|needs|wants|knows|thinks|likes|exists|belongs|means|depends|works|been))",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal> {base}",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>[Dd](?:id|oes))\s(?P<who>he|she|it|we|they|you)\s{_pasts('past')})",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal> \\g<who> {base}",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>{_HAVE})(?P<not>\s{_NOT}|\salready)?\s{_pasts('past', 'showed rang drank sang sank swam shrank sprang hid did')})",
        "“\\g<modal>” takes a participle.",
        "\\g<modal>\\g<not> {participle}",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>{_HAVE})(?P<not>\s{_NOT}|\salready)?\s(?P<past>broke|drove|spoke|stole|froze|shook|tore|woke|ate|saw|fell|forgot|swore))(?!\sas\s)",
        "“\\g<modal>” takes a participle.",
        "\\g<modal>\\g<not> {participle}",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>{_BE})(?P<not>\s{_NOT}|\salready)?\s{_pasts('past', 'arose became came showed rang drank sank ran hid did wore')})(?!\sup\sin)",
        "“\\g<modal>” takes a participle here.",
        "\\g<modal>\\g<not> {participle}",
    ),
    Usage(
        rf"(?P<mark>(?P<modal>to)\s{_pasts('past', 'did showed rode rang ran')})",
        "“to” takes the plain form of a verb.",
        "\\g<modal> {base}",
    ),
    Usage(
        r"(?P<mark>(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\s(?:been|gone|seen|taken|given|known))(?<!\b(?:has|have|had|haven['’]t|hasn['’]t|hadn['’]t|be|get|got|['’]d|['’]ve|having|was|were|is|are|being|not)\s(?:he|she|they|we)\s\w+)(?=\s(?!by\b))",
        "“have” or another auxiliary is missing.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<modal>is|are|was|were|am)\s(?P<past>consist|depend|belong|include|contain|exist|happen|agree|seem|become|appear|remain|occur|believe|know|think|want|tend|require|represent|possess|comprise|suffer|stand|allow|provide))(?=\s(?:of|on|to|in|that|the|a|an|from|by|as|for|at)\b)",
        "“\\g<modal>” does not go with “\\g<past>”.",
        "",
    ),
    Usage(
        r"(?:^|[.,;:]\s|\b(?:and|but|that|because|so)\s)(?P<mark>[Tt]here\s(?P<modal>have|has|had|having))\s(?=(?:a|an|many|some|several|more|lots|two|three|various|numerous|different|enough)\b)",
        "What there is takes “be”, not “have”.",
        "",
    ),
    Usage(
        r"(?P<mark>(?P<modal>have|has|had)\sbeing)\s(?=\w+ed|done|made|given|taken|seen|built|known)",
        "It is “\\g<modal> been”.",
        "\\g<modal> been",
    ),
    Usage(
        r"(?P<mark>used\sto\s(?P<past>was|were|went|had|did|lived|worked))",
        "“used to” takes the plain form of a verb.",
        "used to {base}",
    ),
    # Regular forms are looked up: what is no verb in that form is dropped.
    Usage(
        rf"(?i:I|you|he|she|it|we|they|who|which|people)\s(?P<mark>(?P<modal>{_MODAL})(?P<not>\snot)?\s(?P<third>[a-z]+[^\W\dsui]s))",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal>\\g<not> {base}",
    ),
    Usage(
        rf"(?i:I|you|he|she|it|we|they|who|which|people|that)\s(?P<mark>(?P<modal>{_MODAL})(?P<not>\snot)?\s(?P<regular>[a-z]+ed))",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal>\\g<not> {base}",
    ),
    Usage(
        r"(?P<mark>(?P<modal>(?:do|does|did)(?:n['’]?t|\snot))\s(?P<regular>[a-z]+ed))",
        "“\\g<modal>” takes the plain form of a verb.",
        "\\g<modal> {base}",
    ),
    Usage(
        r"(?:have|has|had|wants?|wanted|needs?|needed|tries|try|tried|able|in\sorder|going|begins?|began|continues?|hopes?|plans|likely|ready|managed|failed)\s(?P<mark>(?P<modal>to)\s(?P<regular>[a-z]+ed))",
        "“to” takes the plain form of a verb.",
        "\\g<modal> {base}",
    ),
    Usage(
        r"(?P<mark>(?P<modal>can|could|should|must|will|would)(?P<not>\snot)\s(?P<adjective>ready|aware|afraid|possible|available|responsible|necessary|important|happy|successful|different|similar|enough))",
        "“be” is missing.",
        "\\g<modal>\\g<not> be \\g<adjective>",
    ),
    Usage(
        r"(?:^|[.,;]\s|\b(?:and|but|that|because|when|if)\s)(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ww]e|[Tt]hey)\s(?P<mark>(?P<modal>am|is|are|was|were)\s(?P<past>go|come|make|take|give|become|learn|say|tell|try|keep|start))(?=\s(?:the|to|an?|it|them|him|me|us|on|in|at|more|that)\b)",
        "“\\g<modal>” does not go with “\\g<past>”.",
    ),
)
_ADVERBS = frozenset(
    "always perhaps sometimes besides towards afterwards upwards downwards overseas outdoors indoors".split()
)
_BASES = {
    **PAST_ONLY,
    **{past: base for base, (past, _) in IRREGULAR.items() if past not in IRREGULAR and base != "lie"},
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "has": "have", "goes": "go",
    "worked": "work", "lived": "live",
}  # fmt: skip


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for fault in misuses(pair.target_text, _TABLE):
        base = _base(fault.groups)
        if base is None:
            continue
        participle = IRREGULAR[base][1] if base in IRREGULAR else ""
        instead = fault.instead.replace("{base}", base).replace("{participle}", participle)
        yield Hit(fault.advice, target=fault.span, suggestions=(instead,) if instead else ())


def _base(groups: Mapping[str, str]) -> str | None:
    """The plain form of the wrong one; empty where none is asked for, None where the word is no verb in that form."""
    if "regular" in groups:
        return base_of_regular_past(groups["regular"]) or None
    if "third" in groups:
        third = groups["third"]
        is_third = (
            third not in _ADVERBS
            and third.endswith("s")
            and may_be_verb(third)
            and not may_be_verb(third + "s")
        )
        return base_of_third_person(third) if is_third else None
    past = groups.get("past", "")
    return _BASES.get(past, past)


RULE = Rule(
    id="verb-group",
    summary="Two parts of a verb that do not go together",
    why="The reader cannot tell which of two forms was meant, and whether it has happened or will.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "她能适应环境，不需要帮助。",
            "She can adapts to the place and did not needed help, as the ferry would stopped at all ports.",
            marks=["can adapts", "did not needed"],
            suggestion="can adapt",
            languages="zh-en",
        ),
        bad(
            "Мы должны сократить расходы, но они не готовы платить.",
            "We have to reduced costs, but they can not ready to pay, because they are go to the court.",
            marks=["to reduced", "can not ready", "are go"],
            suggestion="to reduce",
            languages="ru-en",
        ),
        good(
            None,
            "They will always need it, and she can sometimes bless him. You can kiss us. They did not feed the hundred "
            "ducks, and all he had to do is go to the harbour that will indeed succeed.",
            languages="und-en",
        ),
        bad(
            "船昨天没有来。",
            "The boat did not came yesterday.",
            marks=["did not came"],
            suggestion="did not come",
            languages="zh-en",
        ),
        bad(
            "Профсоюз состоит из трёх групп.",
            "The union is consist of three groups.",
            marks=["is consist"],
            languages="ru-en",
        ),
        bad(
            None,
            "They can able to go home, for the ferry has went.",
            marks=["can able to", "has went"],
            suggestion="can be able to",
            languages="und-en",
        ),
        bad(
            "Der Kran muss dort gewesen sein.",
            "The crane must has been there, and he been there too.",
            marks=["must has", "he been"],
            suggestion="must have",
            languages="de-en",
        ),
        bad(
            "共有三座桥。",
            "There have three bridges in all.",
            marks=["There have"],
            languages="zh-en",
        ),
        good(
            "Он сказал, что может прийти.",
            "All he did came to nothing; his will is strong, the political will has gone, and May went home.",
            languages="ru-en",
        ),
        good(
            None,
            "How long has she been ill? He had been taken there, and what they became is known to have hurt.",
            languages="und-en",
        ),
    ),
)
