"""A word that stands twice in a row and is no figure of speech."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tqcheck.documents import primary_language
from tqcheck.loops.phrases import Repeated
from tqcheck.loops.spoken import EMPHATIC, is_content, is_spoken
from tqcheck.loops.tokens import tokenise
from tqcheck.model import Span

# 1: short function words; those that good English doubles (that, had, is, on, for, you, her) are left out; "if if" only where a
#    clause begins, and no noun ends ("a big if if he comes").
# 2: "in in", but for a verb's own "in" ("taken in in the church") and where no article follows ("it came in in May").
# 3: any longer word in lower case, less those that are doubled for emphasis or sound ("very very long").
# 4: a preposition that comes again after an article.
_ENGLISH = r"""(?x)
  (?<![\w'’-])(?<mark>(?<word>the|a|an|of|to|and|are|was|were|with|at|by|from|this|these|its|their|he|she|they|we|has|have|be|been|our|your|or|as|but|which|who)(?:\s+(?i:\g<word>))+)(?![\w'’-])
| (?<=^|[,;:.!?…(—–“"]\s*|\b(?:and|but|or|that|even|only|as)\s)(?<mark>(?<word>if)(?:\s+\g<word>)+)(?![\w'’-])
| (?<![\w'’-])(?<!\b(?:up|out|back|down|over|educated|raised|born|took|taken?|taking|c[ao]m(?:e|ing)|brought|let|mov(?:ed?|ing)|went|go(?:ing|ne)?|bro(?:ke|ken)|g[oe]t|got|it|them|him|her|us|me|you|check(?:ed)?|tuned?|settled?|stepped|joined|dropped|locked|stay(?:ed)?|set|kick(?:ed|s)?|logg?(?:ed)?|called|handed|sent|filled|fill|liv(?:ed?|ing)|believed?|engaged?|involved|interested|trapped|stopped\ by|[\d.,]*\d)\s)(?<mark>(?<word>in)\s+in)(?=\s+(?:the|an?|this|these|our|their|its)\s)
| (?<![\w'’-])(?<mark>(?<word>(?!(?:that|then|more|much|many|very|really|truly|right|heavy|long|well|what|when|there|here|only|ever|never|again|over|come|look|wait|please|thank|thanks|good|nice|sure|like|love|means|rubbish|toast|evil|blah|yada|knock|tick|clap|chop|hush|cous|chuff|putt|mata|pika|woof|meow|quack|beep|boom|bang|haha|hehe|yeah|okay|police|buffalo)\b)\p{Ll}{4,})(?:\s+\g<word>)+)(?![\w'’-])
| (?<![\w'’-])(?<mark>of\s+the\s+of|the\s+of\s+the|of\s+of\s+the|to\s+the\s+to|in\s+the\s+in)(?![\w'’-])
"""
# Prepositions that a verb may end with: "opened in in May" is a slip, "it came in in May" none, nor is "12 in in length".
# By what 525,000 English sentences of news, talks and books have before the three, and by its like: stems of verbs, words.
_PREPOSITIONS = regex.compile(
    r"(?<![\w'’-])(?<before>[\w’'-]+)[,;:]?\s+(?<mark>(?<word>in|on|for)\s+\g<word>)(?=\s+[\w“\"$€£])"
)
# Behind a particle, all three: "the house I grew up in in Ohio", "picked up on on Monday".
_PARTICLES = "up out back down over"
_BEFORE = {
    "in": "is are was were be been being am it them him her us me you took taken came brought let went gone broke broken "
    "got gotten sent flew flown wrote written dialed gave given ran built began sworn swore hid hidden sat lay slept stood "
    "fell fallen drew drawn dug threw thrown kept held sank sunk shut saw seen won ate tak com cometh bring mov go break get check tun settl step join "
    "drop lock stay set kick log call hand send fill liv resid believ engag involv interest trap stop major tuck plug roll "
    "pour turn hem fly phon writ dial cash weigh cav giv chip squeez pull push rush fit blend walk run build start begin "
    "result participat invest speciali educat born grew dress sign swear usher hid end sit lie sleep stand work play study studi "
    "succeed trad deal trust fall fad draw dig mix throw put key typ pack add cut win pitch rop box fenc snow wad jump keep "
    "hold barg crowd div lean sink soak zoom phas factor indulg deliver steep rest clos bath cloth cover wrap see",
    "on": "is are was were be been being am so and early later further far from then now went gone looked held came took "
    "taken got rode drove caught wore brought built kept clung fought stood sat fell ran trod spent it them him her us me "
    "you look mov carry carri hold com put turn tak liv work rely reli depend bas focus count insist hang hung log pass drag "
    "march walk rid driv read hook catch try tri wear switch tack sign pil bring build hit cheer egg keep head stay press "
    "push spur let tag cling bet climb hop urg fight play struggl soldier plod lean lock latch pick call wait embark stand "
    "sit land step touch agre run tread elaborat plan reflect go get add spend",
    "for": "is are was were be been being it them him her us me you what as so went gone paid fought fell ran made meant "
    "known sent came sold bought sought spoke spoken stood famous responsible all look wait ask go call vot car liv pay "
    "search hop account fight long pray stand work fall head provid apply appli run need us mak mean know want die dy send "
    "push press root com try tri sign list count play shop allow prepar plan answer substitut compet bargain striv yearn "
    "beg cheer room opt argu campaign speak seek sell buy charg plead crav ach mourn apologi fish hunt wish arrang",
}


@cache
def _english_pattern() -> regex.Pattern[str]:
    return regex.compile(_ENGLISH, regex.V1)


@cache
def _verbs_with(preposition: str) -> regex.Pattern[str]:
    """What a preposition may belong to that comes again behind it."""
    stems = "|".join(f"{_PARTICLES} {_BEFORE[preposition]}".split())
    return regex.compile(
        rf"(?:{stems})(?:[b-z]?(?:e[snd]?|[snd]|ing)|es|zed|sed)?|\w+['’]s|[\d.,]*\d", regex.IGNORECASE
    )


# A word and itself, after the first of which a bracket or quotation may close: "(at the end) end)". A hyphenated word is one.
_TWICE = regex.compile(
    r"(?<![\w'’.,-])(?<word>[\p{L}\p{N}][\w\p{M}]*(?:[-'’.,][\w\p{M}]+)*)[)\]”’»]?(?:\s+\g<word>[)\]”’»]?)*\s+(?<last>\g<word>)(?![\w'’-])"
)
# Nothing of the clause comes after it.
_CLOSED = regex.compile(r"\s*(?:[.,;:!?()\]”’»…–—\"]|$)")
_SENTENCE = 5  # words; a label of fewer is often a name and its acronym, or a band
# Languages that do not double words to make plurals, adverbs or distributives (Turkish, Hindi and Indonesian do).
_SINGLE = frozenset("de fr es it pt nl ru uk pl cs sv da no ro".split())
# Doubled at the end of a clause in good English: "all that that.", "what it is is", "if you can can".
_SHORT_PAIRS = frozenset(
    "that had is was do did does can may will so no ha bye it her you on in up out one two too her his faire fare".split()
)
# Names that are a word said twice, and surnames that are also given names; of more we know by a source that doubles it.
_NAMES = frozenset(
    "duran walla wagga pago bora baden boutros sirhan humbert mau lang yo berber jar zsa sing tin chi pom lulu gaga dada "
    "kota bang ma li yang ting fei wei bing jing ping long hong dong ming ying qing ning xing will may mark bill so thomas james john "
    "george hare hare rama krishna knock mary new hubba pizza taj bella corona jai hai".split()
)
_PINYIN = regex.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouü]{1,3}(?:ng?|r)?", regex.IGNORECASE)
_DOUBLED_WIDE = regex.compile(r"(\p{Han}|\p{Hiragana}{2}|\p{Katakana}{2})\1")


def doubled(target: str, language: str, source: str | None, source_language: str) -> Iterator[Repeated]:
    """The doubled words of a translation, left to right; `source` is None where there is none.

    English function words and common words need no source to be sure of; for a name or a figure, and in other
    languages, a source that says nothing twice is asked.
    """
    taken = Span(0, 0)
    english = primary_language(language) == "en"
    found = [*(_english(target) if english else ()), *_by_source(target, language, source, source_language)]
    for repeated in sorted(found, key=lambda one: (one.span.start, not one.sure)):
        marked = repeated.span.of(target)
        if repeated.span.overlaps(taken) or (source is not None and marked in source):
            continue
        taken = repeated.span
        yield repeated


def _english(target: str) -> Iterator[Repeated]:
    for match in _english_pattern().finditer(target):
        span = Span(*match.span("mark"))
        if match["word"] is None:
            first = span.of(target).split()[0]
            yield Repeated(Span(span.start, span.start + len(first)), span, 2, sure=True)
        else:
            yield Repeated(Span(*match.span("word")), span, 2, sure=True)
    for match in _PREPOSITIONS.finditer(target):
        if match["before"] != match["word"] and not _verbs_with(match["word"]).fullmatch(match["before"]):
            yield Repeated(Span(*match.span("word")), Span(*match.span("mark")), 2, sure=False)


def _by_source(target: str, language: str, source: str | None, source_language: str) -> Iterator[Repeated]:
    english = primary_language(language) == "en"
    if not english and (primary_language(language) not in _SINGLE or source is None):
        return
    matches = list(_TWICE.finditer(target))
    twice = bool(matches) and _says_twice(source or "")
    is_sentence = len(target.split()) >= _SENTENCE
    for match in matches:
        word = match["word"]
        key = word.casefold()
        closed = _CLOSED.match(target, match.end()) is not None
        if key in EMPHATIC or key in _SHORT_PAIRS or (not word.isdigit() and is_spoken(tokenise(word))):
            continue
        if word[0].isdigit():
            fits = source is not None and closed and len(word) >= 2 and (source or "").count(word) < 2
            fits = fits and not _in_row_of_figures(target, match)
        elif word[0].isupper():
            fits = source is not None and not twice and _is_no_double_name(key, source_language)
            fits = fits and len(word) > 1 and is_sentence and all(map(is_content, tokenise(word)))
        elif english:
            fits = len(word) >= 2 and (closed or len(word) >= 4) and (source is None or not twice)
            fits = fits and (len(word) < 4 or ")" in match.group() or not word.islower() or "-" in word)
        else:
            fits = len(word) >= 4 and all(map(is_content, tokenise(word))) and not twice
        if fits:
            yield Repeated(Span(*match.span("word")), Span(match.start(), match.end()), 2, sure=False)


def _says_twice(source: str) -> bool:
    """Whether any word of the source stands twice in a row."""
    return _TWICE.search(source) is not None or _DOUBLED_WIDE.search(source) is not None


def _in_row_of_figures(text: str, match: regex.Match[str]) -> bool:
    before = text[: match.start()].split()
    return not before or before[-1].strip(",;:–-").isdigit()


def _is_no_double_name(key: str, source_language: str) -> bool:
    """Chinese given names double a syllable: 朗朗 may be one of them where the source's name is spelt with other characters."""
    if key in _NAMES:
        return False
    return not (primary_language(source_language) in {"zh", "ja", "ko"} and _PINYIN.fullmatch(key))
