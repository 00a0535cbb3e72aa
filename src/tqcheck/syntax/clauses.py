"""The subject of an English clause and its verb, where both are plain: a noun phrase, its prepositional phrases, a verb.

Only what begins a clause is read: behind a full stop, a comma after an adverbial, or a conjunction. Whatever else may
stand between the two (coordination, relative clauses, appositions) is left alone: being sure is all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.facts import Token
from tqcheck.model import Span
from tqcheck.syntax.forms import (
    IRREGULAR,
    base_of_third_person,
    is_verb,
    may_be_verb,
    noun_number,
    third_person,
)

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
# Nouns that take either number, and those that measure what stands behind their "of".
_EITHER = frozenset(
    "number majority minority lot lots group couple series range variety percent percentage half halves rest part pair handful "
    "total plenty proportion quarter quarters third thirds dozen dozens hundreds thousands millions billions kind kinds type "
    "types sort sorts bulk amount amounts remainder set array host team family police government committee staff public crew "
    "generation youth audience army navy band board club company firm council couple crowd enemy faculty jury media press party "
    "management population society union department ministry opposition side command leadership class cabinet parliament "
    "majesty people data fraction fifth tenth bunch mix mixture combination collection chain string stream wave load flock "
    "years months weeks days hours minutes miles kilometres kilometers metres meters dollars euros pounds yuan yen tons tonnes "
    "degrees points times per cent nothing none neither either most all some any more what one ones other others same like "
    "service plurality today yesterday tomorrow tonight now longest cannot personnel trio duo quartet elite cast troupe squad side sides network herd fleet spectrum selection assortment multitude".split()
)
_PARTICIPLES = frozenset(form for forms in IRREGULAR.values() for form in forms)
_ASKING = frozenset("what which whose whatever whichever how".split())
_SEVERAL = frozenset("many several numerous various two three four five six seven eight nine ten".split())
_ONE = frozenset("a an this each every another".split())
_PERSONS = {"he": "Sing", "she": "Sing", "it": "Sing", "they": "Plur", "we": "Plur", "you": "Plur"}
_MANY = frozenset(
    ["a lot of", "many", "most", "all", "several", "these", "those", "some", "any", "no", "both"]
)
_SINGLES = frozenset("everyone everybody everything someone somebody nobody anybody anyone".split())
# Words that a clause may begin behind. Behind the first kind a plain form may be a subjunctive.
_THAT = frozenset(["that"])
_OPENERS = frozenset("because although though while since whereas but when where so and".split())
_MANDATIVE = (
    "recommend suggest propos demand insist requir request ask urg order important necessary essential vital crucial imperative "
    "rul decid advis prefer wish lest better condition so such instruct stipulat mandat plead beg pray direct desir decree vot"
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
    words = [token.span.of(text) for token in tokens]
    reader = _Reader(text, tokens, words, [word.lower().replace("’", "'") for word in words])
    for start in range(len(words)):
        opener = reader.opener(start)
        found = reader.subject(start, opener) if opener is not None else None
        found = found or reader.expletive(start) or reader.relative(start)
        if found is None:
            continue
        head, verb, number = found
        if (
            (form := reader.form(verb, behind_plural=number == "Plur" and head == verb - 1))
            and form[0] != number
            and not reader.is_subjunctive(start, opener or "", verb)
        ):
            yield Disagreement(
                Span(tokens[start].span.start, tokens[verb - 1].span.end),
                tokens[head].span,
                tokens[verb].span,
                number,
                form[1],
            )


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    lower: Sequence[str]

    def opener(self, start: int) -> str | None:
        """What a clause that begins here stands behind: "." for nothing, "," or a word; None if none can begin here."""
        if start == 0:
            return "."
        gap = self.text[self.tokens[start - 1].span.end : self.tokens[start].span.start]
        if gap == " ":
            before = self.lower[start - 1]
            return before if before in _THAT or before in _OPENERS else None
        if any(mark in gap for mark in ".!?:\n"):
            ended = gap.strip("\"”“’'» ") in {".", "!", "?"}
            return "." if ended and self.words[start][0].isupper() else None
        return "," if gap == ", " and self._adverbial(start) else None

    def _adverbial(self, start: int) -> bool:
        """Whether all before a comma is an adverbial, as in "After the meeting, the ministers …"."""
        first = start - 1
        while first and self.text[self.tokens[first - 1].span.end : self.tokens[first].span.start] == " ":
            first -= 1
        opens = not first or self.text[
            self.tokens[first - 1].span.end : self.tokens[first].span.start
        ].strip()[:1] in {".", "!", "?"}
        return (
            opens
            and self.words[first][:1].isupper()
            and self.tokens[first].upos in {"ADP", "ADV"}
            and "and" not in self.lower[first:start]
        )

    def expletive(self, start: int) -> tuple[int, int, str] | None:
        """ "There is many ways", "there are a way": what there is, the verb and the number of the first."""
        if (
            self.lower[start] != "there"
            or start + 3 > len(self.tokens)
            or not (self._joined(start + 1) and self._joined(start + 2))
        ):
            return None
        first = self.lower[start + 2]
        if first in _SEVERAL:
            phrase = (
                self._phrase(start + 3) if start + 3 < len(self.tokens) and self._joined(start + 3) else None
            )
            head = start + 2
            sure = first in {"many", "several"} or (phrase and noun_number(self.lower[phrase[0]]) == "Plur")
            return (head, start + 1, "Plur") if phrase and sure else None
        if first in _ONE - {"each", "every"}:
            phrase = self._phrase(start + 2)
            if phrase is None or phrase[1] != "Sing" or self._coordinated(phrase[0] + 1):
                return None
            return phrase[0], start + 1, "Sing"
        return None

    def relative(self, start: int) -> tuple[int, int, str] | None:
        """The noun before "who" or "which", the verb behind it and the number, in "a man who have".

        The noun stands alone: in "a group of men who has" either may be meant.
        """
        at = start
        if self.tokens[at].upos != "DET":
            return None
        if start and (
            self.tokens[start - 1].upos in {"CCONJ", "NUM"}
            or self.lower[start - 1] in {"of", "among", "between", *_EITHER}
        ):
            return None
        phrase = self._phrase(at)
        if phrase is None or not phrase[1]:
            return None
        pronoun = phrase[0] + 1
        if (
            pronoun + 1 >= len(self.tokens)
            or not self._joined(pronoun)
            or self.lower[pronoun] not in {"who", "which"}
        ):
            return None
        if start and self.tokens[start - 1].upos == "ADP" and self.lower[start] not in {"a", "an"}:
            return None  # "the rocks near the coast which are"
        verb = self._past_adverb(pronoun + 1)
        return (phrase[0], verb, phrase[1]) if verb is not None else None

    def _coordinated(self, at: int) -> bool:
        """Whether what begins here may add to the noun before it."""
        return any(self.lower[i] in {"and", "or"} for i in range(at, len(self.tokens))) or (
            at < len(self.tokens) and not self._joined(at)
        )

    def subject(self, start: int, opener: str) -> tuple[int, int, str] | None:
        """The head of a subject that begins here, its verb and its number."""
        word = self.lower[start]
        if word in _PERSONS or word in _SINGLES:
            strict = word in {"it", "you"} or word in _SINGLES
            if opener == "and" or (
                strict and opener not in {".", "because", "although", "that", "but", "while"}
            ):
                return None
            verb = self._past_adverb(start + 1)
            return (start, verb, _PERSONS.get(word, "Sing")) if verb is not None else None
        if opener in {"and", "so", "but"}:
            return None
        if word == "one" and self.lower[start + 1 : start + 2] == ["of"]:
            head, number = start, "Sing"
        else:
            phrase = self._phrase(start)
            if phrase is None:
                return None
            head, number = phrase
        at = head + 1
        while at < len(self.tokens) and self.tokens[at].upos == "ADP" and self._joined(at):
            inner = self._phrase(at + 1) if at + 1 < len(self.tokens) and self._joined(at + 1) else None
            if inner is None:
                return None
            at = inner[0] + 1
        verb = self._past_adverb(at)
        return (head, verb, number) if verb is not None and number else None

    def _past_adverb(self, at: int) -> int | None:
        while (
            at < len(self.tokens)
            and self._joined(at)
            and self.lower[at] in {"also", "still", "always", "never", "often", "now", "not"}
        ):
            at += 1
        return at if at < len(self.tokens) and self._joined(at) else None

    def _joined(self, at: int) -> bool:
        return self.text[self.tokens[at - 1].span.end : self.tokens[at].span.start] == " "

    def _phrase(self, start: int) -> tuple[int, str] | None:
        """The last word of a plain noun phrase, and its number; empty where that is not certain."""
        at, tokens = start, self.tokens
        determiner = ""
        if self.lower[at : at + 3] == ["a", "lot", "of"] and len(tokens) > at + 3:
            determiner, at = "a lot of", at + 3
        if self.lower[at] in _ASKING:
            return None
        if (
            tokens[at].upos == "DET"
            or self.lower[at] in {"many", "most", "several", "these", "those"}
            or (
                tokens[at].upos == "PRON"
                and self.lower[at] in {"his", "her", "its", "their", "our", "my", "your", "these", "those"}
            )
        ):
            determiner = self.lower[at]
            at += 1
        first = at
        while (
            at < len(tokens)
            and tokens[at].upos in {"ADJ", "NOUN", "PROPN", "NUM"}
            and (at == start or self._joined(at))
        ):
            at += 1
        head = at - 1
        if head < first or tokens[head].upos not in {"NOUN", "PROPN"}:
            return None
        word = self.lower[head]
        certain = (
            tokens[head].upos == "NOUN"
            and (self.words[head].islower() or head == 0)
            and not word.endswith(("est", "ed"))
            and word not in _PARTICIPLES
            and all(
                tokens[i].upos in {"ADJ", "NOUN"} and self.lower[i] not in _EITHER
                for i in range(first, head + 1)
            )
            and (head + 1 >= len(tokens) or not self.text[tokens[head].span.end :].startswith(("'", "’")))
            and not (not determiner and head > first)  # "Cold war politics": whose number may be another's
        )
        number = noun_number(word) if certain and word.isalpha() else ""
        if (determiner in _ONE and number == "Plur") or (determiner in _MANY and number == "Sing"):
            number = ""
        if not determiner and (number == "Sing" or (head == first and (start == 0 or may_be_verb(word)))):
            number = ""
        if any(
            noun_number(self.lower[i]) == "Plur" for i in range(first, head)
        ):  # "one of the few things readers like"
            return None
        return head, number

    def form(self, verb: int, *, behind_plural: bool) -> tuple[str, str] | None:
        """The number of a finite verb, and its other form; None for those that do not show it."""
        word = self.lower[verb]
        stem, negation = (word[:-3], word[-3:]) if word.endswith("n't") else (word, "")
        for one, many in _SINGULAR_FORMS.items():
            if stem in {one, many}:
                number, other = ("Sing", many) if stem == one else ("Plur", one)
                return number, other + negation
        behind = self.text[self.tokens[verb].span.end : self.tokens[verb].span.end + 1]
        if (
            behind == "-"
            or word.endswith("ss")
            or negation
            or not self.tokens[verb].is_finite
            or not self.words[verb].islower()
        ):
            return None
        following = self.tokens[verb + 1] if verb + 1 < len(self.tokens) and self._joined(verb + 1) else None
        acts = (
            following is not None
            and self.words[verb + 1].islower()
            and (following.upos in {"DET", "PRON"} or self.lower[verb + 1] == "to")
        )
        if word in _VERBS - _SAME_IN_THE_PAST and (acts or word not in _NOUNS_TOO):
            return "Plur", third_person(word)
        base = base_of_third_person(word)
        if word.endswith("s") and (base in _VERBS - _NOUNS_TOO or (behind_plural and is_verb(base))):
            return "Sing", base
        return None

    def is_subjunctive(self, start: int, opener: str, verb: int) -> bool:
        """Whether a plain form may be meant: "they ask that he come", "as if he were"."""
        word = self.lower[verb]
        if word == "were" and opener not in {".", ","}:
            return True
        before = self.lower[max(0, start - 12) : start]
        return opener in _THAT and any(one.startswith(stem) for one in before for stem in _MANDATIVE)
