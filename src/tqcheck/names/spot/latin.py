"""Latin script: capitalised words, in a language of its own or inside a text of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank
from tqcheck.names.model import NameKind, Spotted
from tqcheck.names.spot.latin_known import known_at, known_size
from tqcheck.names.spot.own_words import (
    common_noun,
    named_alike,
    named_itself,
    own_word,
    surely_name,
    surname_like,
)
from tqcheck.names.text import Word, all_capitals, fold_word, title_case, words_of

# A name written in Latin letters inside a text of another script is copied; all-capitals may be spelt out.
_ISLAND = re.compile(
    r"(?<![A-Za-zÀ-ÿ0-9._@/#-])[A-ZÀ-Þ][a-zß-ÿ’']*[a-zß-ÿ](?:[ -][A-ZÀ-Þ][A-Za-zÀ-ÿ’'.]*)*(?![A-Za-zÀ-ÿ0-9_@/])"
)


def latin_islands(text: str) -> Iterator[Spotted]:
    """Names in Latin letters inside a text of another script."""
    for match in _ISLAND.finditer(text):
        written = match.group()
        parts = tuple(word.text for word in words_of(written) if len(word.text) > 1)
        sure = len(written) > 3 and any(not is_english_word(part.lower()) for part in parts)
        yield Spotted(Span(*match.span()), written, written.lower(), certain=sure, parts=parts)


def latin_names(text: str, language: str) -> Iterator[Spotted]:
    """Known names, and every other capitalised word, certain where it is hardly a word of its own language."""
    words = tuple(map(_without_article, words_of(text)))
    # German gives most of its longer words capitals, and headlines no others.
    shouting = all_capitals(words) or (language != "de" and title_case(words))
    at, after_name = 0, False
    while at < len(words):
        size = known_size(words, at, language)
        if size:
            yield known_at(text, words[at : at + size], language, shouting=shouting)
            at, after_name = at + size, False
            continue
        size = 0 if shouting else _run_size(text, words, at, language)
        if size:
            span = Span(words[at].span.start, words[at + size - 1].span.end)
            parts = tuple(word.text for word in words[at : at + size] if word.capital)
            lemma = " ".join(word.folded for word in words[at : at + size])
            yield Spotted(span, span.of(text), lemma, certain=True, parts=parts)
            at, after_name = at + size, False
            continue
        word = words[at]
        sure = False
        if word.capital and len(word.text) > 1:
            place = _Place(text, words, at, language, after_name)
            sure = not shouting and _certain(word, place)
            placed = at > 0 and not word.initial and words[at - 1].text.lower() in _BEFORE_PLACES
            kind = NameKind.PLACE if placed and language != "de" else NameKind.OTHER
            if sure or not own_word(word.text, language) or (after_name and place.second_name()):
                yield Spotted(word.span, word.text, word.folded, kind, sure, parts=(word.text,))
        after_name = sure and not word.text.isupper()
        at += 1


def _run_size(text: str, words: Sequence[Word], at: int, language: str) -> int:
    """How many words has a name that words of the language make, which begins here: Peña Nieto, Ministerio de Economía?

    0 if none does. Which word of it is rendered, and how, cannot be told; some word of it is.
    """
    if language not in _RUNS or not _of_a_run(words[at], language):
        return 0
    size, capitals = 1, 1
    for end in range(at + 1, min(len(words), at + _LONGEST_RUN)):
        if text[words[end - 1].span.end : words[end].span.start] != " ":
            break
        if _of_a_run(words[end], language):
            size, capitals = end - at + 1, capitals + 1
        elif words[end].capital:
            return 0
        elif words[end].text not in _WITHIN_RUNS:
            break
    return size if capitals > 1 else 0


def _of_a_run(word: Word, language: str) -> bool:
    plain = word.capital and not word.initial and not word.text.isupper() and len(word.text) > 2
    return plain and word.folded not in _NOT_NAMES and own_word(word.text, language)


# Languages that give capitals to names only; what may stand between the words of an institution's name.
_RUNS = frozenset("cs es fr it pl pt".split())
_WITHIN_RUNS = frozenset("de del della dello delle du des di do da dos das la las los les y e et i a".split())
_LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands."""

    text: str
    words: tuple[Word, ...]
    at: int
    language: str
    after_name: bool = False

    def titled(self) -> bool:
        """After a title, or after a verb of saying and before a pause: sagt Weber."""
        if not self.at or not self._together(self.at):
            return False
        before, word = self.words[self.at - 1], self.words[self.at]
        if before.folded in _TITLES or (self.language == "de" and self._appointed(before, word)):
            return True
        return before.folded in _SAYING and self.text[word.span.end :][:1] in set(",.;:)\n")

    def _appointed(self, before: Word, word: Word) -> bool:
        """Is one German noun what people are, and the next hardly a noun: Rekordtorschütze Klose?"""
        return before.folded.endswith(_FUNCTIONS) and surname_like(word.text, "de")

    def beside_name(self) -> bool:
        """After a name, after a title, or before another capitalised word (in German any noun has one)."""
        if self.titled():
            return True
        if self.after_name and self._together(self.at):
            return True
        following = self.at + 1
        if self.language == "de" or following == len(self.words) or not self._together(following):
            return False
        after = self.words[following]
        return after.capital and len(after.text) > 2 and not common_noun(after.text, self.language)

    def second_name(self) -> bool:
        """May the word be what the name before it goes on with: Steve Jobs, in German Donald Trump?"""
        word = self.words[self.at]
        close = self.at > 0 and self._together(self.at) and not word.text.isupper()
        if self.at > 1 and self.words[self.at - 2].capital and self._together(self.at - 1):
            return False  # The Tracy Ullman Show
        return close and (self.language != "de" or named_alike(word.text, self.language))

    def part_of_word(self) -> bool:
        """Is it the first part of a word: Gemüts- und Angststörungen, Dominá-la?"""
        rest = self.text[self.words[self.at].span.end :]
        return rest[:1] == "-" and (rest[1:2].isspace() or _CLITIC.match(rest) is not None)

    def shouted(self) -> bool:
        """Beside another word in capitals, which may be no acronyms."""
        return any(
            0 <= other < len(self.words) and self._together(max(other, self.at))
            and self.words[other].text.isupper() and len(self.words[other].text) > 1
            for other in (self.at - 1, self.at + 1)
        )  # fmt: skip

    def noun_like(self) -> bool:
        """After an article, an adjective or a number, as common nouns stand and names hardly do."""
        if not self.at or self.words[self.at].initial:
            return False
        before = self.words[self.at - 1]
        between = self.text[before.span.end : self.words[self.at].span.start]
        if any(char.isdigit() or char == "-" for char in between):
            return True
        if not self._together(self.at) or before.capital:
            return False
        if before.folded in _ARTICLES:
            return True
        adjective = before.folded.endswith(_ADJECTIVES) and before.folded not in _BEFORE_NAMES
        return adjective and not named_itself(self.words[self.at].text, self.language)

    def _together(self, at: int) -> bool:
        return self.text[self.words[at - 1].span.end : self.words[at].span.start].isspace()


def _certain(word: Word, place: _Place) -> bool:
    if _ROMAN.fullmatch(word.text) or place.part_of_word():
        return False
    if word.text.isupper():
        stressed = place.shouted() or (rank(word.text.lower(), place.language, "large") or _RARE) <= _COMMON
        return _ACRONYM <= len(word.folded) <= _LONGEST_ACRONYM and not stressed and word.text not in _SIGNS
    if len(word.text) < 3 or word.folded in _NOT_NAMES:
        return False
    return surely_name(
        word.text,
        place.language,
        initial=word.initial,
        titled=place.titled(),
        supported=place.beside_name(),
        noun_like=place.noun_like(),
    )


# German articles and the like, and endings of adjectives; some words that end so stand before names.
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner am im zum zur beim vom "
    "ins ans aufs als ohne per pro je mehr weniger viel viele wenig etwas alle beide zwei drei vier".split()
)
_ADJECTIVES = ("e", "en", "er", "es", "em")
_BEFORE_NAMES = frozenset(
    "wegen gegen zwischen neben sagte meinte erklarte wurde hatte habe werde wollte sollte konnte musste ware "
    "wurden hatten haben werden wollten sollten konnten mussten waren kommen gehen ihre seine ohne hinter unter uber "
    "aber oder weder sowie wie wenn denn dann eben daruber nahe siehe heute gestern wieder immer bitte bisherige".split()
)
_TITLES = frozenset(
    "herr herrn frau prasident prasidentin kanzler kanzlerin minister ministerin premier professor prof dr papst konig "
    "konigin kaiser trainer sprecher sprecherin chef sir lord lady monsieur madame mme mlle senor senora don dona "
    "signor signora pan pani pana mr mrs ms".split()
)
# What German words for people end in.
_FUNCTIONS = tuple(
    "trainer trainerin chef chefin boss sprecher sprecherin minister ministerin prasident prasidentin kanzler sekretar "
    "direktor direktorin kommissar kommissarin anwalt anwaltin richter richterin kapitan sturmer schutze torwart huter "
    "sanger sangerin schauspieler regisseur regisseurin autor autorin forscher forscherin experte expertin politiker "
    "politikerin meister meisterin manager managerin coach profi star kollege kollegin leiter leiterin".split()
)
# Verbs of saying after which the speaker stands.
_SAYING = frozenset(
    "sagt sagte meint meinte erklart erklarte so betont betonte berichtet berichtete fugte erganzt erganzte findet "
    "dit declare ajoute explique affirme precise dijo dice anadio agrego declaro afirmo explico senalo "
    "disse detto dichiarato spiegato aggiunto sottolineato afferma spiega disse afirma explicou acrescentou "
    "powiedzial powiedziala mowi stwierdzil dodal dodala rekl rekla uvedl uvedla dodal rika zei zegt".split()
)
_ROMAN = re.compile("[IVXLCDM]+")
# What Portuguese and French hang on to verbs.
_CLITIC = re.compile(
    r"-(?:se|l[aeo]s?|[ao]s?|me|te|lhes?|n[ao]s?|nos|moi|toi|nous|vous|lui|leur|ce|ils?|elles?|tu|je|on)\b"
)
_ACRONYM, _LONGEST_ACRONYM = 3, 5
_COMMON, _RARE = 400, 900  # hundredths of a bel: once in 10,000 words, as words in capitals for stress are
# Which English has signs for, and times of the day.
_SIGNS = frozenset({"EUR", "USD", "GBP", "CHF", "MEZ", "MESZ"})
# Ways to address people and God, which English may leave out or replace.
_NOT_NAMES = frozenset(
    "gott herr herrn frau polizei dieu dios deus dio bog buh monsieur madame mme mlle senor senora don dona signor "
    "signora pan pani pana sir lord internet".split()
)
# After these a capital may be a place's: à Périgueux, l’atelier de Périgueux.
_BEFORE_PLACES = frozenset("à vers de hacia em ad di".split())


# French and Italian elide articles and prepositions before vowels: d’Alsace, dell’Aquila.
_ELIDED = re.compile(r"(?:[dlnsjcmt]|qu|(?:d|n|s)?ell|all|dall|sull|un)['’](?=\w)", re.IGNORECASE)


def _without_article(word: Word) -> Word:
    match = _ELIDED.match(word.text)
    if match is None:
        return word
    rest = word.text[match.end() :]
    return Word(Span(word.span.start + match.end(), word.span.end), rest, fold_word(rest), word.initial)
