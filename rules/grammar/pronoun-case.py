"""A pronoun in the wrong case: “Him went”, “between he and”."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.english import Usage, misuses

_FINITE = r"(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|should|must|may|might|said|says|went|goes|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|can['’]t|won['’]t|made|came|took|gave|got|knew|thought|want|wanted|need|needed|believe|believes|believed|told|also|never|always)"
_AFTER = r"(?:with|to|for|from|of|by|about|at|towards?|against|without|among|behind|beside)"

_TABLE = (
    Usage(
        rf"(?:^|(?<=[.!?]['\"’”]?\s))(?P<mark>(?P<w>Him|Them|Us|Me))\s(?={_FINITE}\b)",
        "The subject of a sentence is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        r"(?<=\b(?:because|although|when|while|if|that|since|but)\s)(?P<mark>(?P<w>him|them|us|me))\s(?=(?:is|are|was|were|has|have|had|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t|isn['’]t|aren['’]t)\b)",
        "The subject of a clause is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        rf"{_AFTER}\s(?P<mark>(?P<w>they|we|he|she))(?=[.,;!?]|\s(?:in|on|at|to|for|from|with)\s)",
        "After a preposition it is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        r"between\s(?P<mark>(?P<w>he|she|they|we|I))\s(?=and\b)",
        "After “between” it is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        r"between\s(?:you|him|her|them|us|me|\p{Lu}\w+)\sand\s(?P<mark>(?P<w>he|she|they|we|I))(?=[.,;!?]|\s(?:is|was|are|were|has|had|in|on|at)\b)",
        "After “between” it is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        r"(?:told|asked|gave|helped|made|let|saw|heard|met|invited|thanked|sent|showed|wanted|allowed|forced|ordered|called|joined|supported|brought|killed|arrested|praised)\s(?P<mark>(?P<w>he|she|they|we|I))(?=[.;!?]|\s(?:to|not|for|from|with|by)\b)",
        "The object of a verb is “{case}”, not “\\g<w>”.",
        "{case}",
    ),
    Usage(
        r"(?P<mark>(?P<w>my|your|her|our|their)\sself)(?!\s(?:\w+|-)\s?(?:ing|ed)|[- ])",
        "It is one word.",
        "{case}",
    ),
    Usage(
        # "It gave him self respect" is another slip: what follows tells.
        rf"(?P<mark>(?P<w>him|them|it)\s(?:self|selves))(?=[^\w\s-]|\s*$|\s(?:{_FINITE}|{_AFTER}|in|on|as|and|or|but|that|who|when|into)\b)",
        "It is one word.",
        "{case}",
    ),
    Usage(
        r"(?P<mark>(?P<w>hisself|theirselves|theirself|themselfs?|ourself))",
        "There is no such word.",
        "{case}",
    ),
)


_CASE = {
    "he": "him", "she": "her", "they": "them", "we": "us", "I": "me",
    "him": "he", "them": "they", "us": "we", "me": "I",
    "hisself": "himself", "theirselves": "themselves", "theirself": "themselves", "themself": "themselves",
    "themselfs": "themselves", "ourself": "ourselves",
}  # fmt: skip
_REFLEXIVE = {
    "my": "myself", "your": "yourself", "her": "herself", "our": "ourselves", "their": "themselves",
    "him": "himself", "them": "themselves", "it": "itself",
}  # fmt: skip


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for fault in misuses(pair.target_text, _TABLE):
        word = fault.groups["w"]
        table = _REFLEXIVE if " sel" in fault.span.of(pair.target_text).lower() else _CASE
        case = table.get(word) or table[word.lower()]
        case = case[:1].upper() + case[1:] if word[:1].isupper() and word != "I" else case
        yield Hit(fault.advice.replace("{case}", case), target=fault.span, suggestions=(case,))


RULE = Rule(
    id="pronoun-case",
    summary="A pronoun is in the wrong case",
    why="“Him went” stops every reader, and may turn the one who did it into the one it was done to.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Он сделал это сам.",
            "He made it him self, and the mayors them selves came.",
            marks=["him self", "them selves"],
            suggestion="himself",
            languages="ru-en",
        ),
        bad(
            "Он уехал в порт.",
            "Him went to the port.",
            marks=["Him"],
            suggestion="He",
            languages="ru-en",
        ),
        bad(
            "这是他和总统之间的事。",
            "This is between he and the president; the mayor spoke with they, because them have a boat.",
            marks=["them", "they", "he"],
            suggestion="they",
            languages="zh-en",
        ),
        good(
            None,
            "The work gave him self respect and gave them self esteem. It self destructs and made it self sufficient.",
            languages="und-en",
        ),
        good(
            None,
            "He told her we had gone. Those with whom he spoke, of whom they said little, are all that he is, "
            "and between them they have a boat. As for me, let them have it: I saw she was there.",
            languages="und-en",
        ),
    ),
)
