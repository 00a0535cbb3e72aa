"""A sentence that begins with a small letter, and English words that are never written with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTE}
_ENDS = re.compile(r"[.!?…。！？｡؟۔।॥][\"\u201d\u201c\u2019'»›」』）)\]\s]*$")
_FIRST = re.compile(r"^[\s\"“„«»‘’'‚¿¡(\[]*(?P<word>[^\W\d_][\w'’\-]*)")
_WORDS = 4  # fewer are a label or an aside
# Small letters by themselves: particles of names (van Gogh, al-Assad), variables (p < .05, x-axis).
_PARTICLES = frozenset(
    "al el ul abu ibn bin ben van von vom zu zum zur de der den del della di da das do dos du des la le les los las "
    "lo ten ter te af av st d l o y i".split()
)
_ELIDED = re.compile(r"^[\s\"“„«]*['’‘]")  # ’tis, ’s ist
_CLOSING = re.compile(r"\s*[\"”’»]\s")  # of a quotation that began in the text before
_OWN_CASE = re.compile(r"[A-ZÀ-ÞА-Я]|\d|_")
# No capitals: nothing in the source tells how the sentence begins.
_CASELESS = {
    "zh",
    "ja",
    "ko",
    "ar",
    "fa",
    "ur",
    "he",
    "hi",
    "mr",
    "ne",
    "bn",
    "ta",
    "te",
    "th",
    "ka",
    "am",
    "yue",
}
# English days, months (not may, march, august) and nations whose adjective is no common word (china, turkey, polish).
_ENGLISH = re.compile(
    r"(?<![\w.@#/\-'’])(?:i(?=\s|['’](?:m|ve|ll|d)\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|"
    r"june|july|september|october|november|december|africa|african|america|american|americans|arab|arabs|argentina|"
    r"asia|asian|australia|australian|austria|austrian|belgium|belgian|brazil|brazilian|britain|british|canada|canadian|"
    r"chinese|egypt|egyptian|england|english|europe|european|france|german|germany|germans|greece|india|indian|"
    r"indonesia|iran|iranian|iraq|iraqi|ireland|israel|israeli|italy|italian|japan|japanese|kazakhstan|korea|korean|"
    r"mexico|mexican|pakistan|poland|portugal|portuguese|russia|russian|russians|scotland|spain|spanish|sweden|"
    r"switzerland|syria|ukraine|ukrainian|vietnam|vietnamese|christian|christmas|muslim|muslims|jewish)(?![\w@/]|-\w|\.\w)"
)
# The country is written small on purpose in some Ukrainian texts, and its English names after it. Its adjective tells
# nothing: it has no capital in any Ukrainian or Russian text.
_SMALL_ON_PURPOSE = dict.fromkeys(
    ("russia", "russian", "russians"),
    frozenset("росія росії росію росією россия россии россию россией".split()),
)
_IN_WHOLE = 3  # so many and no capital at all: not a slip but the way the sentence is written


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    if not article.pairs:
        return
    before: Pair | None = None
    small = _small_share(article)
    for pair in article.pairs:
        if pair.target is None or not pair.target_text.strip():
            continue
        hits = list(_beginning(pair, before)) if small < 0.5 else []
        hits += _names(pair)
        yield from ((pair, hit) for hit in hits)
        before = pair


def _small_share(article: AlignedArticle) -> float:
    """How much of the article begins with a small letter: chat, poems and word lists do so on purpose."""
    first = [
        match["word"][0]
        for pair in article.pairs
        if pair.target is not None and (match := _FIRST.match(pair.target_text))
    ]
    return sum(letter.islower() for letter in first) / len(first) if len(first) > 5 else 0.0


def _beginning(pair: Pair, before: Pair | None) -> Iterator[Hit]:
    target = pair.target
    assert target is not None
    text = pair.target_text
    match = _FIRST.match(text)
    if target.kind not in _PROSE or match is None or not match["word"][0].islower():
        return
    word = match["word"]
    if len(text.split()) < _WORDS or not _ENDS.search(text) or _keeps_small(word, match, pair):
        return
    if before is not None and _goes_on(before):
        return
    if not _source_begins_sentence(pair):
        return
    start = match.start("word")
    capital = word[0].upper() + word[1:]
    end = start + len(word)
    yield Hit(
        f"The sentence begins with a small letter: “{capital}”.",
        target=Span(start, end),
        suggestions=(capital,),
    )


def _keeps_small(word: str, match: re.Match[str], pair: Pair) -> bool:
    if _ELIDED.match(match.group()) or _CLOSING.match(match.group()) or _OWN_CASE.search(word):
        return True
    after = pair.target_text[match.end() :]
    head = re.split(r"[-'’]", word)[0]
    if re.match(r"[)@_/.:=<>+*]|\(\)", after):
        return True
    if (head in _PARTICLES or len(head) == 1) and (head != word or _capital_follows(after)):
        return True
    if len(word) == 1 and word not in "aiày" and not re.match(r" [^\W\d_]{2}", after):
        return True
    # The source writes it so as well: adidas, a species, a line of code.
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", pair.source_text)) and len(word) > 2


def _capital_follows(after: str) -> bool:
    following = re.match(r"[\s'’\-]*(\w)", after)
    return bool(following and following[1].isupper())


def _goes_on(before: Pair) -> bool:
    """Whether the text before leads into the next one without a full stop, as the head of a list does."""
    end = before.target_text.rstrip()
    return bool(end) and not _ENDS.search(end) and (end[-1] in ",;:–—-(" or end[-1].isalnum())


def _source_begins_sentence(pair: Pair) -> bool:
    source = pair.source_text.strip()
    if pair.source is None:
        return True
    if primary_language(pair.source.language) in _CASELESS:
        return _ENDS.search(source) is not None
    first = _FIRST.match(source)
    if first is None:  # a figure; "1." and "1)" number a list
        return re.match(r"\d+(?![.)\d]\s)", source) is not None and _ENDS.search(source) is not None
    return first["word"][0].isupper()


def _names(pair: Pair) -> Iterator[Hit]:
    if primary_language(pair.target_language) != "en":
        return
    text = pair.target_text
    found = [match for match in _ENGLISH.finditer(text) if not _copied(match.group(), pair)]
    for match in found if len(found) < _IN_WHOLE or re.search("[A-Z]", text) else ():
        word = match.group()
        capital = word[0].upper() + word[1:]
        yield Hit(
            f"“{capital}” is written with a capital.", target=Span(*match.span()), suggestions=(capital,)
        )


def _copied(word: str, pair: Pair) -> bool:
    """The source has the word, or its own word for the country in a small letter: it is written so on purpose."""
    source = pair.source_text
    if re.search(rf"(?<!\w){word}(?!\w)", source):
        return True
    return not _SMALL_ON_PURPOSE.get(word, frozenset()).isdisjoint(re.findall(r"\w+", source))


RULE = DocumentRule(
    id="lower-case",
    summary="A small letter where a capital belongs",
    why="A sentence or name that begins with a small letter looks like a scrap of another one.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    check=check,
    examples=(
        bad(
            "Der Hafen bleibt heute geschlossen.",
            "the port is closed today for repairs.",
            marks=["the"],
            suggestion="The",
            languages="de-en",
        ),
        bad(
            "“我们准备好了。”船长说。",
            "“we are ready to sail,” the captain said on monday.",
            marks=["we", "monday"],
            languages="zh-en",
        ),
        bad(
            "The port is closed today for repairs.",
            "порт сегодня закрыт на ремонт.",
            marks=["порт"],
            suggestion="Порт",
            languages="en-ru",
        ),
        bad(
            "Le capitaine parle anglais et j'apprends l'espagnol.",
            "The captain speaks english and i am learning Spanish.",
            marks=["english", "i"],
            languages="fr-en",
        ),
        bad(
            "Російська армія відступає.",
            "The russian army is falling back.",
            marks=["russian"],
            suggestion="Russian",
            languages="uk-en",
        ),
        good(
            "” и «Долой» кричали на улицах города.",
            '" and "Down with it" was shouted in the streets.',
            languages="ru-en",
        ),
        good(
            ["Man braucht:", "ein Boot mit zwei Rudern.", "iPhones sind teurer geworden."],
            ["You need:", "a boat with two oars.", "iPhones have become more expensive."],
            languages="de-en",
        ),
        good(
            ["Van Gogh malte das Boot.", "al-Dschasira berichtete darüber.", "Nein zu Plastik"],
            ["van Gogh painted the boat.", "al-Jazeera reported on it.", "no to plastic"],
            languages="de-en",
        ),
        good(
            "La i griega y la p < 0,05, dijo.",
            "Y: p < .05, example.com/english and i.e. #american (i), he said.",
            languages="und-en",
        ),
        good("Про це пишуть у росії.", "They write about it in russia.", languages="uk-en"),
        good("Армія росії відступає.", "The russian army is falling back.", languages="uk-en"),
        good("los barcos de la bahía", "the boats in the bay that sail.", languages="es-en"),
    ),
)
