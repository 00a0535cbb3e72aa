"""The subject of an English clause and its verb, where both are plain: a noun phrase, its prepositional phrases, a verb.

Only what begins a clause is read: behind a full stop, a comma after an adverbial, or a conjunction. Whatever else may
stand between the two (coordination, relative clauses, appositions) is left alone: being sure is all.
"""

from __future__ import annotations

from tqcheck.syntax.forms import noun_number
from tqcheck.syntax.phrases import EITHER, ONE, PhraseReader

_SEVERAL = frozenset("many several numerous various two three four five six seven eight nine ten".split())
_PERSONS = {"he": "Sing", "she": "Sing", "it": "Sing", "they": "Plur", "we": "Plur", "you": "Plur"}
_SINGLES = frozenset("everyone everybody everything someone somebody nobody anybody anyone".split())
# Words that a clause may begin behind. Behind the first kind a plain form may be a subjunctive.
THAT = frozenset(["that"])
_OPENERS = frozenset("because although though while since whereas but when where so and said says".split())


class ClauseReader(PhraseReader):
    """Finds where clauses begin, and each one's subject and verb."""

    __slots__ = ()

    def opener(self, start: int) -> str | None:
        """What a clause that begins here stands behind: "." for nothing, "," or a word; None if none can begin here."""
        if start == 0:
            return "."
        gap = self.text[self.tokens[start - 1].span.end : self.tokens[start].span.start]
        if gap == " ":
            before = self.lower[start - 1]
            if before == "since" and start > 1 and self.joined(start - 1):
                return None  # "the talks since the war"
            return before if before in THAT or before in _OPENERS else None
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
            or not (self.joined(start + 1) and self.joined(start + 2))
        ):
            return None
        at = start + 2
        if self.lower[at] in {"also", "still", "never", "only", "once"} and start + 4 <= len(self.tokens):
            at += 1
            if not self.joined(at):
                return None
        first = self.lower[at]
        if first in _SEVERAL:
            phrase = self.phrase(at + 1) if at + 1 < len(self.tokens) and self.joined(at + 1) else None
            sure = first in {"many", "several"} or (phrase and noun_number(self.lower[phrase[0]]) == "Plur")
            return (at, start + 1, "Plur") if phrase and sure else None
        if first in {"little", "much"} and at + 1 < len(self.tokens) and self.joined(at + 1):
            # "There were little boys": the noun alone tells.
            noun = self.tokens[at + 1]
            single = noun.upos == "NOUN" and noun_number(self.lower[at + 1]) == "Sing"
            ends = (
                at + 2 >= len(self.tokens)
                or not self.joined(at + 2)
                or self.tokens[at + 2].upos in {"ADP", "SCONJ", "VERB", "AUX"}
            )
            return (at + 1, start + 1, "Sing") if single and ends else None
        if first in ONE - {"each", "every"}:
            phrase = self.phrase(at)
            if phrase is None or phrase[1] != "Sing" or self.coordinated(phrase[0] + 1):
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
            or self.lower[start - 1] in {"of", "among", "between", *EITHER}
        ):
            return None
        phrase = self.phrase(at)
        if phrase is None or not phrase[1]:
            return None
        pronoun = phrase[0] + 1
        if (
            pronoun + 1 >= len(self.tokens)
            or not (self.joined(pronoun) or self._set_off(start, pronoun))
            or self.lower[pronoun] not in {"who", "which"}
        ):
            return None
        if start and self.tokens[start - 1].upos == "ADP" and self.lower[start] not in {"a", "an"}:
            return None  # "the rocks near the coast which are"
        verb = self.past_adverb(pronoun + 1)
        return (phrase[0], verb, phrase[1]) if verb is not None else None

    def _set_off(self, start: int, pronoun: int) -> bool:
        """Whether a comma stands before "which" that can go with the noun alone, as that opens the sentence."""
        gap = self.text[self.tokens[pronoun - 1].span.end : self.tokens[pronoun].span.start]
        return gap == ", " and self.lower[pronoun] in {"which", "who"} and self.opener(start) == "."

    def subject(self, start: int, opener: str) -> tuple[int, int, str] | None:
        """The head of a subject that begins here, its verb and its number."""
        word = self.lower[start]
        if word in _PERSONS or word in _SINGLES:
            strict = word in {"it", "you"} or word in _SINGLES
            if opener == "and" or (
                strict and opener not in {".", "because", "although", "that", "but", "while"}
            ):
                return None
            verb = self.past_adverb(start + 1)
            return (start, verb, _PERSONS.get(word, "Sing")) if verb is not None else None
        if opener in {"and", "so", "but"}:
            return None
        if word == "one" and self.lower[start + 1 : start + 2] == ["of"]:
            head, number = start, "Sing"
        else:
            phrase = self.phrase(start)
            if phrase is None:
                return None
            head, number = phrase
        at = self.past_time(head + 1)
        while at < len(self.tokens) and self.tokens[at].upos == "ADP" and self.joined(at):
            inner = self.phrase(at + 1) if at + 1 < len(self.tokens) and self.joined(at + 1) else None
            if inner is None:
                return None
            at = self.past_time(inner[0] + 1)
        verb = self.past_adverb(at)
        return (head, verb, number) if verb is not None and number else None
