"""Plain noun phrases of an English text: a determiner, adjectives and a noun, whose number its form tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from tqcheck.facts import Token
from tqcheck.syntax.forms import IRREGULAR, may_be_verb, noun_number

# Nouns that take either number, and those that measure what stands behind their "of".
EITHER = frozenset(
    "number majority minority lot lots group couple series range variety percent percentage half halves rest part pair handful "
    "total plenty proportion quarter quarters third thirds dozen dozens hundreds thousands millions billions kind kinds type "
    "types sort sorts bulk amount amounts remainder set array host team family police government committee staff public crew "
    "generation youth audience army navy band board club company firm council couple crowd enemy faculty jury media press party "
    "management population society union department ministry opposition side command leadership class cabinet parliament "
    "majesty people data fraction fifth tenth bunch mix mixture combination collection chain string stream wave load flock "
    "years months weeks days hours minutes miles kilometres kilometers metres meters dollars euros pounds yuan yen tons tonnes "
    "degrees points times per cent nothing none neither either most all some any more what one ones other others same like "
    "service plurality today yesterday tomorrow tonight now longest cannot personnel trio duo quartet elite cast troupe squad side sides network herd fleet ton line mighty powerful faithful wicked righteous unemployed jobless needy disabled wealthy privileged rich poor young old sick dead elderly blind deaf homeless weak strong brave living british french dutch irish english spectrum selection assortment multitude".split()
)
# "Sales last year were up": no part of the phrase before.
_TIMES = frozenset(
    "day morning afternoon evening night week weekend fortnight month quarter semester season "
    "summer autumn winter year decade century time monday tuesday wednesday thursday friday saturday sunday january "
    "february april june july august september october november december christmas easter".split()
)
_WHICH_TIME = frozenset("last next this that each every".split())
_DAYS = frozenset("yesterday today tonight tomorrow".split())
_PARTICIPLES = frozenset(form for forms in IRREGULAR.values() for form in forms)
_ASKING = frozenset("what which whose whatever whichever how".split())
ONE = frozenset("a an this each every another".split())
_MANY = frozenset(
    ["a lot of", "many", "most", "all", "several", "these", "those", "some", "any", "no", "both"]
)


@dataclass(frozen=True, slots=True)
class PhraseReader:
    """A tagged text; `lower`: its words in lower case, apostrophes straight."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    lower: Sequence[str]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> Self:
        """Reads a text by its tokens."""
        words = [token.span.of(text) for token in tokens]
        return cls(text, tokens, words, [word.lower().replace("’", "'") for word in words])

    def joined(self, at: int) -> bool:
        """Whether nothing but a blank stands before a word."""
        return self.text[self.tokens[at - 1].span.end : self.tokens[at].span.start] == " "

    def past_adverb(self, at: int) -> int | None:
        """The word behind an adverb that may stand before a verb; None behind a mark or at the end."""
        while (
            at < len(self.tokens)
            and self.joined(at)
            and self.lower[at] in {"also", "still", "always", "never", "often", "now", "not"}
        ):
            at += 1
        return at if at < len(self.tokens) and self.joined(at) else None

    def past_time(self, at: int) -> int:
        """The word behind an adverbial of time without a preposition ("last year", "today"); the same where none is."""
        if at < len(self.tokens) and self.joined(at):
            if self.lower[at] in _DAYS:
                return at + 1
            if self._begins_time(at):
                return at + 2
        return at

    def _begins_time(self, at: int) -> bool:
        return (
            self.lower[at] in _WHICH_TIME
            and at + 1 < len(self.tokens)
            and self.joined(at + 1)
            and self.lower[at + 1] in _TIMES
        )

    def coordinated(self, at: int) -> bool:
        """Whether what begins here may add to the noun before it."""
        return any(self.lower[i] in {"and", "or"} for i in range(at, len(self.tokens))) or (
            at < len(self.tokens) and not self.joined(at)
        )

    def phrase(self, start: int) -> tuple[int, str] | None:
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
            and (at == start or self.joined(at))
            and not (at > first and self._begins_time(at))
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
                tokens[i].upos in {"ADJ", "NOUN"} and self.lower[i] not in EITHER
                for i in range(first, head + 1)
            )
            and (head + 1 >= len(tokens) or not self.text[tokens[head].span.end :].startswith(("'", "’")))
            and not (not determiner and head > first)  # "Cold war politics": whose number may be another's
        )
        number = noun_number(word) if certain and word.isalpha() else ""
        if (determiner in ONE and number == "Plur") or (determiner in _MANY and number == "Sing"):
            number = ""
        if not determiner and (number == "Sing" or (head == first and (start == 0 or may_be_verb(word)))):
            number = ""
        if any(
            noun_number(self.lower[i]) == "Plur" for i in range(first, head)
        ):  # "one of the few things readers like"
            return None
        return head, number
