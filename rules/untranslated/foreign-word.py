"""A word of the source left in the middle of the translation, where both languages are written in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.lexicon import of_word, stem
from tqcheck.api.names import rank

# Those of which wordfreq has long lists (and tqcheck a lexicon into English).
_LATIN = ("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt")
_WORD = re.compile(r"[^\W\d_]+")
# In hundredths of a bel (wordfreq's bins). Copied lower-case words of 12,000 pairs each from German, French, Spanish and
# Portuguese: loans such as "coup" or "euros" are at most 1.9 bel rarer in English than at home, but for a few that
# English has only in names and phrases; of words left in on purpose (10 to 20 each of six languages) half are 2.5 bel
# rarer or in no list at all. Out of English, which lends more, only the latter count.
_RARER, _SURELY_RARER = 190, 250
_UNLISTED = 800  # past the end of a list
_USUAL = 430  # the target's own word, whatever it is elsewhere: per, plus
_KNOWN = 650  # what is rarer in its own language than this may be a name, a technical term or a slip
_FUNCTION = 300  # commoner than this it is a word of names as well: de, la, und
_OWN = 0.3  # rendered by itself so often, it is a loan
_TITLE = 3  # copied words in a row, one with a capital: a name
_QUOTED_WORDS = 5  # a quotation so short may be about the words
_PHRASES = re.compile(
    r"(?:et al|et cetera|de (?:facto|jure|rigueur)|art (?:nouveau|déco)|en (?:route|masse|suite|bloc|passant|vogue)|"
    r"(?:a|à) la|la carte|vice versa|pro rata|per se|ad hoc|du jour|per capita|raison d|joie de|coup de|carte blanche|"
    r"nouveau riche|avant[- ]garde|faux pas|fait accompli|déjà vu|laissez[- ]faire|hors d|al[- ]dente|al[- ]fresco|del credere|"
    r"in situ|in vitro|in vivo|ex ante|ex post|sui generis|terra firma|status quo|pro forma|bona fide)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"|(?<!\w)['‘‚][^'’‘]{2,60}['’‘](?!\w)|\([^)]*\)|\[[^\]]*\]|"
    r"[*_`][^*_`]+[*_`]|\S*(?:https?:|www\.|@|#|\w\.\w)\S*"
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    source = primary_language(pair.source.language if pair.source else None)
    target = primary_language(pair.target_language)
    if source == target or source not in _LATIN:
        return
    text = pair.target_text
    words = list(_WORD.finditer(text))
    copied = set(_WORD.findall(pair.source_text.casefold()))
    aside = list(_aside(text, copied))
    look = _Look(words, text, pair.source_text, copied, source, target)
    found = {
        at: sure
        for at, word in enumerate(words)
        if word.group().casefold() in copied
        and not any(start <= word.start() < end for start, end in aside)
        and (sure := look.foreign(at)) is not None
    }
    if len(found) * 3 > len(words):
        return  # not a word but the sentence was left: another rule tells that
    for first in sorted(found):
        if first - 1 in found:
            continue
        last = first
        while last + 1 in found:
            last += 1
        span = Span(words[first].start(), words[last].end())
        sure = all(found[at] for at in range(first, last + 1))
        yield Hit(
            f"“{span.of(text)}” was left untranslated.",
            target=span,
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        )


def _aside(text: str, copied: set[str]) -> Iterator[tuple[int, int]]:
    """What is quoted in its own language, and phrases that travel."""
    for match in _QUOTED.finditer(text):
        inside = _WORD.findall(match.group().casefold())
        if len(inside) <= _QUOTED_WORDS or sum(word in copied for word in inside) * 2 > len(inside):
            yield match.span()
    for match in _PHRASES.finditer(text):
        yield match.span()


@dataclass(frozen=True, slots=True)
class _Look:
    words: Sequence[re.Match[str]]
    text: str
    source_text: str
    copied: set[str]
    source: str
    target: str

    def foreign(self, at: int) -> bool | None:
        """Whether a copied word is surely (True) or probably (False) none of the target's; None where it may be."""
        word = self.words[at].group()
        lower = word.casefold()
        if len(word) < 2 or word.isupper() or _in_compound(self.words[at], self.text):
            return None
        at_home = rank(lower, self.source, "large")
        if at_home is None or at_home > _KNOWN:
            return None
        abroad = rank(lower, self.target, "large") or _UNLISTED
        rarer = abroad - at_home
        if abroad < _USUAL or rarer < (_SURELY_RARER if self.source == "en" else _RARER):
            return None
        renderings = of_word(lower, self.source) if self.target == "en" else {}
        if max(renderings.get(lower, 0.0), renderings.get(stem(lower), 0.0)) >= _OWN:
            return None
        sure = rarer >= _SURELY_RARER
        if word != lower and not (renderings and self._common_noun(at, lower, sure=sure)):
            return None
        if self._of_a_name(at, unlisted=abroad == _UNLISTED and at_home >= _FUNCTION):
            return None
        return sure

    def _common_noun(self, at: int, lower: str, *, sure: bool) -> bool:
        """Whether a word with a capital is no name: at the head of the sentence, or a German noun."""
        word = self.words[at].group()
        initial = at == 0 or re.search(
            r"[.!?:]\W*$", self.text[self.words[at - 1].end() : self.words[at].start()]
        )
        if self.source == "de" and sure and rank(lower, "de", "large") not in range(_FUNCTION):
            return True
        if not initial or self.text[self.words[at].end() :].startswith(":"):
            return False
        inside = re.search(rf"[\w,] {word}\b", self.source_text)  # a capital where nothing begins
        return inside is None

    def _of_a_name(self, at: int, *, unlisted: bool) -> bool:
        """Whether copied words with a capital stand beside it: Rio de Janeiro, the party Freie Wähler."""
        run = [at]
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(self.words) and self._joined(other, other - step):
                run.append(other)
                other += step
        capitals = [other for other in run if self.words[other].group()[0].isupper() and other != at]
        beside = [other for other in capitals if abs(other - at) == 1]
        if self.words[at].group()[0].isupper():
            return bool(beside)
        return bool(capitals and (len(run) >= _TITLE or not unlisted))

    def _joined(self, other: int, nearer: int) -> bool:
        first, second = sorted((other, nearer))
        between = self.text[self.words[first].end() : self.words[second].start()]
        return between in {" ", "-", "'", "’"} and self.words[other].group().casefold() in self.copied


def _in_compound(word: re.Match[str], text: str) -> bool:
    """Part of something joined: self-help, d'Or, example.org, C3, O’Brien."""
    before, after = text[max(0, word.start() - 1) : word.start()], text[word.end() : word.end() + 2]
    return (bool(before) and before in "-‐/'’.&@#_0123456789") or bool(
        re.match(r"[-‐/&@_\d]|['’]\w|\.\w", after)
    )


RULE = Rule(
    id="foreign-word",
    summary="A word of the source was left in the translation",
    why="Readers stumble over it, and most cannot guess what it means.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    target_languages=_LATIN,
    check=check,
    examples=(
        bad(
            "Nach dem Streik öffnete der Hafen wieder.",
            "The port opened wieder after the strike.",
            marks=["wieder"],
            languages="de-en",
        ),
        bad(
            "Les habitants du village attendent toujours une réponse.",
            "The villagers are toujours waiting for an answer.",
            marks=["toujours"],
            languages="fr-en",
        ),
        bad(
            "El alcalde y los vecinos llegaron a un acuerdo.",
            "The mayor y the neighbours reached an acuerdo.",
            marks=["acuerdo"],
            languages="es-en",
        ),
        bad(
            "Rząd podjął decyzję o budowie mostu.",
            "The government took a decyzję on the bridge.",
            marks=["decyzję"],
            languages="pl-en",
        ),
        bad(
            "The villagers are waiting for their neighbours.",
            "Die Dorfbewohner warten auf their Nachbarn.",
            marks=["their"],
            languages="en-de",
        ),
        bad(
            "Die Entscheidung der Regierung kam spät.",
            "The Entscheidung of the government came late.",
            marks=["Entscheidung"],
            languages="de-en",
        ),
        good(
            "Das Zeitgeist-Magazin und die „neue Mitte“ aus Frankfurt am Main",
            "The zeitgeist magazine and the “neue Mitte” from Frankfurt am Main",
            languages="de-en",
        ),
        good(
            "Le coup d'État et la Tour de France à la carte, 300 euros",
            "The coup d'état and the Tour de France à la carte, 300 euros",
            languages="fr-en",
        ),
        good(
            "La sangre (sangre de drago) de la hacienda cuesta 20 pesos.",
            "The blood (sangre de drago) of the hacienda costs 20 pesos.",
            languages="es-en",
        ),
    ),
)
