"""What was said turned round or cut: a negation more or less, a clause left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import PAST, alternation
from tqcheck.model import Span

_AUXILIARY = "is|are|was|were|has|have|had|will|would|can|could|should|must|may|might"
_CONTRACTED = {
    "isn": "is", "aren": "are", "wasn": "was", "weren": "were", "hasn": "has", "haven": "have", "hadn": "had",
    "won": "will", "wouldn": "would", "can": "can", "couldn": "could", "shouldn": "should",
}  # fmt: skip
# "not only", "has not yet" say something else without their "not" …
_NOT = r"(?! (?:only|just|merely|simply|yet|necessarily|always|entirely|all|any|even|until|because|so|to)\b)"
# … and these need it, wherever they follow.
_NEEDS_NOT = re.compile(r"\b(?:any|anyone|anybody|anything|anywhere|ever|either|nor|until|at all|yet|but)\b")
# A second "not" would be read as none.
_DENIES = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot|without|unless|hardly)\b|n[’']t\b",
    re.IGNORECASE,
)
# Words that a "not" cannot stand before, or that deny already.
_NO_NOT = (
    "not|no|never|nothing|nobody|none|neither|nor|hardly|barely|only|also|still|already|just|some|someone|something"
    "|there|he|she|it|they|we|you|i|this|that|these|those|said|of|too|both|even|now|then|n't|always|often|once|far|more"
)
_PARTICIPLE = r"(?:[a-z]+ed|been|made|done|become|found|begun|taken|given|shown|seen|fallen|risen|won|lost|left|sold|met)"
# Elsewhere the word is simply taken out: the verb keeps its form.
_NOT_ELSEWHERE = {
    "de": r" nicht(?! (?:nur|mehr|zuletzt|einmal|sondern|alle|immer))(?= \w)(?!.* sondern )",
    "es": r"\b[Nn]o (?!solo|sólo|obstante|hay|más|menos|todos)(?=[a-z])(?!.*\b(?:nada|nadie|ning|nunca|sino|ni|tampoco)\b)",
    "pt": r"\bnão (?!só|apenas|obstante|há|mais|menos|todos)(?=[a-z])(?!.*\b(?:nada|ninguém|nenhum|nunca|mas sim|nem|sequer)\b)",
    "it": r"\bnon (?!solo|soltanto|ostante|meno|più|tutti)(?=[a-z])(?!.*\b(?:nulla|niente|nessun|mai|ma|né|neanche)\b)",
    "ru": r"\bне (?!только|менее|более|раз|все)(?=[а-я])(?!.*\b(?:ни|никто|ничего|никогда|никак|нигде|но|а)\b)",
    "uk": r"\bне (?!тільки|лише|менше|більше|раз|всі)(?=[а-яіїє])(?!.*\b(?:ні|ніхто|нічого|ніколи|але|а)\b)",
}  # fmt: skip
_FRENCH_NOT = re.compile(r"\b(?:ne |n[’'])(\w+) pas\b(?! (?:seulement|encore|que|tous|toujours|de|d[’']))")


def _negations(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A "not" taken out or put in where the sentence stays grammatical."""
    text = document.pairs[index].target
    if document.target_lang == "en":
        return [*_denials_dropped(text), *_denials_made(text)]
    if document.target_lang == "fr":
        return [Edit(Span(*match.span()), match[1]) for match in _FRENCH_NOT.finditer(text)]
    pattern = _NOT_ELSEWHERE.get(document.target_lang)
    found = re.finditer(pattern, text) if pattern else ()
    return [Edit(Span(*match.span()), "") for match in found if match[0][0].islower() or match[0][0] == " "]


def _denials_dropped(text: str) -> Iterator[Edit]:
    for match in re.finditer(rf"\b({_AUXILIARY}) not\b{_NOT}", text):
        if not _needs_not(text, match.end()):
            yield Edit(Span(*match.span()), match[1])
    for match in re.finditer(r"\bcannot\b", text):
        if not _needs_not(text, match.end()):
            yield Edit(Span(*match.span()), "can")
    for match in re.finditer(rf"\b{alternation(_CONTRACTED)}(?:n?[’']t)\b{_NOT}", text):
        if not _needs_not(text, match.end()):
            yield Edit(Span(*match.span()), _CONTRACTED[match[1]])
    for match in re.finditer(rf"\b(did|does|do)(?: not|n[’']t) {alternation(PAST)}\b", text):
        if not _needs_not(text, match.end()):
            past, present = PAST[match[2]]
            yield Edit(Span(*match.span()), {"did": past, "does": present, "do": match[2]}[match[1]])
    for match in re.finditer(r"(?<=\b)(is|are|was|were) no longer\b(?= [a-z])", text):
        yield Edit(Span(*match.span()), f"{match[1]} still")
    for match in re.finditer(r"\bwithout (?=(?:a|an|the|his|her|their|its) )", text):
        if not _needs_not(text, match.end()):
            yield Edit(Span(*match.span()), "with ")


def _needs_not(text: str, start: int) -> bool:
    """True if a word of the same sentence stands only where something is denied."""
    return bool(_NEEDS_NOT.search(re.split(r"[.!?;]", text[start:])[0]))


def _denials_made(text: str) -> Iterator[Edit]:
    if text.rstrip('”"’) ').endswith("?") or _DENIES.search(text):
        return
    # Of "have", only the auxiliary: "have not three children" is no English.
    patterns = (
        rf"\b(is|are|was|were)(?= (?!(?:{_NO_NOT})\b)[a-z]+)",
        rf"\b(will|would|could|should|must|can)(?= (?!(?:{_NO_NOT})\b)[a-z]+)",
        rf"\b(has|have|had)(?= {_PARTICIPLE}\b)",
    )
    for pattern in patterns:
        for match in re.finditer(pattern, text):
            if not re.search(r"\b(?:[Ww]hat|[Hh]ow|[Ww]hy|[Tt]he|[Aa]|[Ii]f) $", text[: match.start()]):
                denied = "cannot" if match[1] == "can" else f"{match[1]} not"
                yield Edit(Span(*match.span()), denied)


_COMMA = re.compile(r"[,;] |[，、；،] ?")
_SUBORDINATE = re.compile(
    r",? (?:because|after|before|while|although|which|who|unless|whereas|so that|in order to) [^,;“”\"()]+(?=[.!?]$)"
)
_INTRODUCES = re.compile(
    r"[“\"]?(?:According|After|Although|As|At|Because|Before|Besides|But|By|Despite|During|For|From|If|In|On|Once|Since"
    r"|To|Under|Unlike|Until|When|While|With|\w+ing)\b"
)
_LEADS = re.compile(r"(?:who|which|where|when|whose|including|a|an|the|according|as|citing|\w+ing|\w+ed)\b")


def _clauses(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """What stands between two commas, after the last one, or begins with a subordinating word at the end."""
    text = document.pairs[index].target.rstrip()
    commas = [Span(*match.span()) for match in _COMMA.finditer(text)]
    if document.target_lang == "en":  # what follows an introduction or insertion is the statement itself
        commas = [comma for comma in commas if comma.start > _introduction(text)]
    edits = [_without(text, one, two) for one, two in pairwise(commas)]
    end = len(text) - len(text.lstrip()) + len(text.rstrip(".!?。！？؟"))
    if commas and not (commas[1:] and _LEADS.match(text, commas[-2].end)):
        edits.append(Edit(Span(commas[-1].start, end), ""))
    if document.target_lang == "en":
        edits += (Edit(Span(*match.span()), "") for match in _SUBORDINATE.finditer(text))
    return [edit for edit in edits if _is_clause(document, edit.old.of(text), edit.apply(text))]


def _introduction(text: str) -> int:
    """Where the comma after a leading phrase stands; -1 where the sentence begins with its subject."""
    return text.find(",") if _INTRODUCES.match(text) else -1


def _without(text: str, one: Span, two: Span) -> Edit:
    """An insertion goes with both its commas, a member of a row with one."""
    inserted = _LEADS.match(text[one.end : two.start])
    if not inserted:
        return Edit(Span(one.end, two.end), "")
    return Edit(Span(one.start, two.end), " " if text[two.end - 1] == " " else "")


def _is_clause(document: Document, lost: str, left: str) -> bool:
    """Long enough to say something, no more than the rest, and no half of a quotation or bracket."""
    if any(lost.count(mark) % 2 for mark in "\"'") or any(mark in lost for mark in "“”«»„‘()「」『』（）[]"):
        return False
    if not document.spaced:
        return 6 <= len(lost) <= len(left) and len(left) >= 8
    return 4 <= len(lost.split()) <= len(left.split()) and len(left.split()) >= 5


negation_toggled = in_one_pair(_negations)
clause_dropped = in_one_pair(_clauses)
