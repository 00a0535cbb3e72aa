"""Subjects and finite verbs of English clauses that differ in number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.facts import Token
from tqcheck.model import Span
from tqcheck.syntax.clauses import THAT, ClauseReader
from tqcheck.syntax.forms import base_of_third_person, is_verb, third_person

_SINGULAR_FORMS = {"is": "are", "was": "were", "has": "have", "does": "do"}
# Verbs that are no nouns: of the others a perceptron cannot tell "the price hits" from "the price hits a limit".
_VERBS = frozenset(
    "accept achieve admit affect agree allow announce appear apply argue arrive ask attend avoid become begin believe belong "
    "bring build carry choose come confirm connect consider consist contain continue contribute create decide declare depend "
    "describe develop discuss emphasize enable encourage enjoy ensure enter establish exist expect explain express feel find "
    "follow forget get give go grow happen hear help hold improve include indicate inform introduce involve join keep know "
    "learn leave live lose maintain make mean need obtain occur offer participate pay play prefer prevent produce promise "
    "promote protect prove provide receive recommend reduce refer reflect remain remember represent require say see seek seem "
    "sell send serve speak stay suffer suggest take teach tell tend think try understand use want wear work write".split()
)
_NOUNS_TOO = frozenset("help hold leave need offer pay play promise stay try use work".split())
_SAME_IN_THE_PAST = frozenset("become come".split())
_MANDATIVE = (
    "recommend suggest propos demand insist requir request ask urg order important necessary essential vital crucial imperative "
    "rul decid advis prefer wish lest better condition so such instruct stipulat mandat plead beg pray bid bade direct desir decree vot"
).split()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A subject and a finite verb that differ in number. `head`: the word that decides; `instead`: the verb's other form."""

    subject: Span
    head: Span
    verb: Span
    number: str
    instead: str


def disagreements(text: str, tokens: Sequence[Token]) -> Iterator[Disagreement]:
    """Every plain subject of a text that does not agree with its verb."""
    reader = ClauseReader.of(text, tokens)
    for start in range(len(tokens)):
        opener = reader.opener(start)
        found = reader.subject(start, opener) if opener is not None else None
        found = found or reader.expletive(start) or reader.relative(start)
        if found is None:
            continue
        head, verb, number = found
        if (
            (form := _form(reader, verb, behind_plural=number == "Plur" and head == verb - 1))
            and form[0] != number
            and not _is_subjunctive(reader, start, opener or "", verb)
        ):
            yield Disagreement(
                Span(tokens[start].span.start, tokens[verb - 1].span.end),
                tokens[head].span,
                tokens[verb].span,
                number,
                form[1],
            )


def _form(reader: ClauseReader, verb: int, *, behind_plural: bool) -> tuple[str, str] | None:
    """The number of a finite verb, and its other form; None for those that do not show it."""
    word = reader.lower[verb]
    stem, negation = (word[:-3], word[-3:]) if word.endswith("n't") else (word, "")
    for one, many in _SINGULAR_FORMS.items():
        if stem in {one, many}:
            number, other = ("Sing", many) if stem == one else ("Plur", one)
            return number, other + negation
    behind = reader.text[reader.tokens[verb].span.end : reader.tokens[verb].span.end + 1]
    if (
        behind == "-"
        or word.endswith("ss")
        or negation
        or not reader.tokens[verb].is_finite
        or not reader.words[verb].islower()
    ):
        return None
    following = reader.tokens[verb + 1] if verb + 1 < len(reader.tokens) and reader.joined(verb + 1) else None
    acts = (
        following is not None
        and reader.words[verb + 1].islower()
        and (following.upos in {"DET", "PRON"} or reader.lower[verb + 1] == "to")
    )
    if word in _VERBS - _SAME_IN_THE_PAST and (acts or word not in _NOUNS_TOO):
        return "Plur", third_person(word)
    base = base_of_third_person(word)
    if word.endswith("s") and (base in _VERBS - _NOUNS_TOO or (behind_plural and is_verb(base))):
        return "Sing", base
    return None


def _is_subjunctive(reader: ClauseReader, start: int, opener: str, verb: int) -> bool:
    """Whether a plain form may be meant: "they ask that he come", "as if he were"."""
    word = reader.lower[verb]
    if word == "were" and opener not in {".", ","}:
        return True
    before = reader.lower[max(0, start - 12) : start]
    return opener in THAT and any(one.startswith(stem) for one in before for stem in _MANDATIVE)
