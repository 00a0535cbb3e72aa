"""The faulty words of an English article's texts: each word alone first, then in its context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import UnknownWord, WordFault
from tqcheck.fluency import ngrams
from tqcheck.fluency.tokens import tokenise
from tqcheck.lexicon import FUNCTION_WORDS
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.spelling import english, trials
from tqcheck.spelling.context import Trial, better
from tqcheck.spelling.own import OwnWords

# A word of plain letters, no part of an address, tag, file name, formula or word with digits.
_BEFORE, _AFTER = r"(?<![\w@#/\\&.'’`~<=:-])", r"(?![\w@/\\=_<>]|['’]\w|\.\w|-\w|:\w)"
_WORD = re.compile(rf"{_BEFORE}[A-Za-z]?[a-z]{{3,}}(?:-[a-z]{{2,}})*{_AFTER}")
_ANY = re.compile(rf"{_BEFORE}(?:[A-Z][a-z]{{3,}}|[a-z]+){_AFTER}")
# Fewer letters are judged by what stands around them. The longest that is looked up: the longest common word of the
# lists has 18 letters. What is much longer is an identifier, an address or a run of words.
_SHORTEST, _LONGEST = 4, 20
# What a tokeniser leaves of shouldn't.
_TOKENISED = re.compile(r" ?(?:['’]|&apos;)t\b")
_CONTRACTION = re.compile(r"(?<![\w'’])[A-Za-z]+['’]t(?![\w'’])")
# The word next to another, with nothing but a space between them.
_LEFT = re.compile(r"(\w+)[ \u00a0]$")
_RIGHT = re.compile(r"^[ \u00a0](\w+)")
# "(ary in Tatar)", "called suur in Estonian." Languages in -rian are listed: Adrian and Brian are
# names, Austria and Syria have languages of other names.
_GLOSS = re.compile(
    r"[\"”’]? in (?:Old |Modern |Ancient )?(?:[A-Z][a-z]*(?:ish|[^r]ian|ese)|Tatar|French|German|Greek|Latin|Arabic|Hebrew|Dutch|"
    r"Welsh|Gaelic|Hindi|Urdu|Bengali|Tamil|Thai|Korean|Malay|Mandarin|Cantonese|Uzbek|Kazakh|Czech|Slovak|Serbian|Icelandic|"
    r"Sanskrit|Swahili|Zulu|Maori|Hungarian|Bulgarian|Tibetan|Mongolian|Uyghur|Farsi|Pashto|Basque|Catalan|Breton)[).,;]"
)
# A real word where a function word is wanted is nearly always a slip of it (8 of 8 in a million words of human text), but
# for these, which are written short (6% pr annum, that s).
_ABBREVIATED = frozenset(("per", "is"))
_WITHIN = 40  # letters that a word beside another may have


def faulty_words(texts: Sequence[str], own: OwnWords) -> list[tuple[UnknownWord, ...]]:
    """For each text its faulty words in order; none that the article has as its `own`."""
    texts = [text if not _is_archaic(text) else "" for text in texts]
    alone = [[*_non_words(text, own), *_contractions(text)] for text in texts]
    beside = _in_context(texts, alone, own)
    return [
        tuple(sorted((*found, *more), key=lambda each: each.span))
        for found, more in zip(alone, beside, strict=True)
    ]


def _is_archaic(text: str) -> bool:
    """Is it in the English of the Bible or of Shakespeare, or of an old book that is quoted as it spells?"""
    if _ARCHAIC.search(text):
        return True
    return len(_OLD_SPELLINGS.intersection(re.findall("[a-z]+", text))) >= _OLD


_ARCHAIC = re.compile(r"\b(?:thou|thee|thy|thine|hath|doth|shalt|unto|whither)\b", re.IGNORECASE)
# One alone may be a slip: "onely" for "only".
_OLD = 2
_OLD_SPELLINGS = frozenset(
    "chuse shew shewed shewn shewing compleat antient cloaths basons bason jubile intire controul stedfast surprize surprized "
    "encrease encreased burthen ancle teaze chearful expence expences risque dutchess landskip skreen chymist chymistry physick "
    "publick musick logick magick tragick ospray sopha phrensy centinel ideot ribband "
    "falshood fellowes goodnesse speake looke beleeve seeme owne onely soule poore deare sonne yeare".split()
)


def _non_words(text: str, own: OwnWords) -> Iterator[UnknownWord]:
    for match in _WORD.finditer(text):
        written = match.group()
        capital = written[0].isupper()
        if capital and "-" in written:
            continue
        start = match.start()
        for part in written.split("-"):
            span = Span(start, start + len(part))
            start += len(part) + 1
            word = part.lower()
            if not _SHORTEST <= len(word) <= _LONGEST or word in own or _TOKENISED.match(text, span.end):
                continue
            if not capital:
                found = english.judge(word)
            else:
                found = _judge_capital(text, span)
            if found == () and own.has_cognate(word):
                continue  # coined in more languages than one
            if found is not None and not _foreign(text, span):
                near = tuple(each.capitalize() if capital else each for each in found)
                yield UnknownWord(span, near, _fault(word, near))


def _fault(word: str, near: Sequence[str]) -> WordFault:
    if near and english.is_joined(word, near[0].lower()):
        return WordFault.GLUED
    return WordFault.NON_WORD if near and not english.is_impossible(word) else WordFault.COINED


def _judge_capital(text: str, span: Span) -> tuple[str, ...] | None:
    word = span.of(text).lower()
    if english.is_word(word):
        return None
    initial = _initial(text, span.start)
    found = english.slip_of_capital(word, initial=initial)
    if not found and initial and english.is_impossible(word):
        return english.judge(word)
    before = _LEFT.findall(text[max(0, span.start - _WITHIN) : span.start])
    # After another name it is one, too: Warren Obejas Cabada.
    named = any(each[0].isupper() and not is_english_word(each.lower()) for each in before)
    return None if named and english.is_name(found) else found or None


def _contractions(text: str) -> Iterator[UnknownWord]:
    for match in _CONTRACTION.finditer(text):
        meant = english.contraction(match[0].lower().replace("’", "'"))
        if meant is not None:
            near = meant.capitalize() if match[0][0].isupper() else meant
            yield UnknownWord(Span(*match.span()), (near.replace("'", "’") if "’" in match[0] else near,))


def _in_context(
    texts: Sequence[str], alone: Sequence[Sequence[UnknownWord]], own: OwnWords
) -> list[list[UnknownWord]]:
    """What the context of each text adds to what was found already; nothing where the n-gram model is not installed."""
    hits: list[list[UnknownWord]] = [[] for _ in texts]
    try:
        model = ngrams.load("en")
    except ResourceUnavailable:
        return hits
    split = [tokenise(text, "en") for text in texts]
    words = [tokens.words for tokens in split]
    scored = model.score(words)
    tried: list[Trial] = []
    faults: list[WordFault] = []
    for index, text in enumerate(texts):
        tokens = split[index]
        is_tried = _free(text, alone[index], own)
        expected = scored.log_prob[scored.sentence(index)].tolist()
        of_text = [
            (WordFault.NON_WORD, trials.mistyped(index, tokens, expected, is_tried)),
            (WordFault.GLUED, trials.glued(index, tokens, is_tried)),
            (WordFault.SPLIT, trials.split(index, tokens, text)),
        ]
        for fault, proposed in of_text:
            for trial in proposed:
                tried.append(trial)
                faults.append(fault)
    for trial, fault, good in zip(tried, faults, better(model, words, tried), strict=True):
        if not good:
            continue
        text, tokens = texts[trial.text], split[trial.text]
        span = Span(tokens.spans[trial.at].start, tokens.spans[trial.at + trial.size - 1].end)
        if any(span.overlaps(other.span) for other in (*alone[trial.text], *hits[trial.text])):
            continue
        if fault is WordFault.NON_WORD and not english.is_word(span.of(text)) and _foreign(text, span):
            continue
        real = fault is WordFault.NON_WORD and english.is_word(span.of(text))
        near = tuple(" ".join(each) for each in good[:3])
        likely = not real or (near[0] in FUNCTION_WORDS and near[0] not in _ABBREVIATED)
        hits[trial.text].append(UnknownWord(span, near, WordFault.REAL_WORD if real else fault, likely))
    return hits


def _free(text: str, found: Sequence[UnknownWord], own: OwnWords) -> Callable[[int], bool]:
    """Whether the word that begins at a place is a lower-case one of its own, not found yet and not the article's."""
    taken = {each.span.start for each in found}
    starts = {
        match.start()
        for match in _ANY.finditer(text)
        if (match[0].islower() or _initial(text, match.start()))
        and match.start() not in taken
        and len(match[0]) <= _LONGEST
        and not own.is_foreign(match[0].lower())
    }
    return starts.__contains__


def _foreign(text: str, span: Span) -> bool:
    """Is it in a foreign name, title or quotation? Then the word beside it is no English, and no slip either; or it is
    said of which language it is.
    """
    before, after = text[max(0, span.start - _WITHIN) : span.start], text[span.end : span.end + _WITHIN]
    if _GLOSS.match(after):
        return True
    beside = [*_LEFT.findall(before), *_RIGHT.findall(after)]
    return any(_alien(word) for word in beside)


def _alien(word: str) -> bool:
    if not word.isascii():
        return word.islower()
    if not (word.isalpha() and word.islower()) or len(word) < 2:
        return False
    return not is_english_word(word) and not english.slip_of(word)


def _initial(text: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[.!?]\s)[\s\"'“‘(]*$", text[max(0, at - 6) : at]))
