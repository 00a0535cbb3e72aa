"""Reflexive pronouns of English that do not agree with their plain subject: "the men blamed himself"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.facts import Token
from tqcheck.model import Span
from tqcheck.syntax.clauses import ClauseReader

_SINGULAR = frozenset("himself herself itself".split())
# A person by a name or noun may be "they": only these pronouns are surely one.
_OF_ONE = {"he": "himself", "she": "herself", "it": "itself"}
_MOST_BETWEEN = 4  # words: "have not been able to" and the like are left alone


@dataclass(frozen=True, slots=True)
class Reflexive:
    """A pronoun and the head of the subject that it does not go with; `number`: "Sing" or "Plur", that of the subject."""

    pronoun: Span
    head: Span
    number: str
    instead: str


def wrong_reflexives(text: str, tokens: Sequence[Token]) -> Iterator[Reflexive]:
    """Reflexives right behind a verb whose subject is of the other number."""
    reader = ClauseReader.of(text, tokens)
    if not any(word.endswith(("self", "selves")) for word in reader.lower):
        return
    for start in range(len(tokens)):
        opener = reader.opener(start)
        found = reader.subject(start, opener) if opener is not None else None
        if found is None:
            continue
        head, verb, number = found
        at = _behind_verb(reader, verb)
        if at is None:
            continue
        pronoun = reader.lower[at]
        if number == "Plur" and pronoun in _SINGULAR:
            own = {"we": "ourselves", "you": "yourselves"}.get(reader.lower[head], "themselves")
        elif pronoun == "themselves" and reader.lower[head] in _OF_ONE:
            own = _OF_ONE[reader.lower[head]]
        else:
            continue
        yield Reflexive(tokens[at].span, tokens[head].span, number, own)


def _behind_verb(reader: ClauseReader, verb: int) -> int | None:
    """The place of a reflexive right behind the verb group that begins at `verb`."""
    at = verb
    while at < len(reader.tokens) and at - verb <= _MOST_BETWEEN and (at == verb or reader.joined(at)):
        if reader.lower[at].endswith(("self", "selves")):
            return at if at > verb and reader.tokens[at - 1].upos == "VERB" else None
        if reader.tokens[at].upos not in {"AUX", "VERB", "PART", "ADV"}:
            return None
        at += 1
    return None
