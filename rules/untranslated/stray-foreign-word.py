"""A small word of another language among English ones, whether or not the source has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import rank

# Function words and common nouns that are no English words: in 535,000 English sentences people wrote they stand between two
# common words in lower case a dozen times, all but one in sentences that are half foreign or have a slip. Left out are
# those that stand in English as words of its own or in set phrases (aux, femme, gens, sus, han, déjà vu, qui tam, hasta
# la vista, sua sponte).
_WORDS = {
    "German": (
        "und aber oder nicht auch weil dass wenn mit für auf aus bei nach nur noch schon mehr sehr wie zwischen gegen ohne "
        "durch unter wurde wurden werden wird haben ist sind waren ein eine einen einem einer wir ihr ihre jetzt dann "
        "damit bereits jedoch sowie seit während wegen Leute Jahr Jahre Jahren Stadt Regierung Menschen"
    ),
    "French": (
        "et mais avec dans aussi donc parce que où sont était été être leur leurs ses elles depuis cette "
        "ces alors toujours année années gouvernement"
    ),
    "Spanish": (
        "pero que muy más también porque cuando donde desde sobre según fue está están había esta "
        "estos estas esa una nosotros año años ciudad gobierno gente país mujer ahora siempre nunca"
    ),
    "Italian": "che anche perché quando è nel nella della delle gli anni città governo paese questo questa",
    "Portuguese": "também porque quando onde até são foi não uma pelo pela seu ano anos cidade pessoas muito",
}
_CODES = {"German": "de", "French": "fr", "Spanish": "es", "Italian": "it", "Portuguese": "pt"}
_LANGUAGES = {
    word: [language for language, words in _WORDS.items() if word in words.split()]
    for word in " ".join(_WORDS.values()).split()
}
_STRAY = re.compile(
    r"(?<![\w'’-])(?P<before>\d[\d.,]*|(?:(?:(?<=^)|(?<=[.!?] ))[A-Z])?[a-z]+(?:['’][a-z]+)?),? (?P<mark>"
    + "|".join(_LANGUAGES)
    + r")(?=,? (?!(?:al|cetera|seq)\b)(?P<after>[a-z]+(?:['’][a-z]+)?)(?![\w-]))"
)
_COMMON = 550  # hundredths of a bel: three times in a million words; rarer ones may be foreign themselves
_ABOUT_WORDS = frozenset(
    "word words term terms called particle prefix suffix article conjunction means meaning".split()
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    source = primary_language(pair.source.language) if pair.source else "und"
    text = pair.target_text
    copied = set(re.findall(r"[^\W\d_]+", pair.source_text.casefold())) if pair.source else set()
    for match in _STRAY.finditer(text):
        word, languages = match["mark"], _LANGUAGES[match["mark"]]
        if word.casefold() in copied or match["before"] in _ABOUT_WORDS or match["after"] in _ABOUT_WORDS:
            continue  # what the source has is another rule's
        if not (_is_english(match["before"]) and _is_english(match["after"])):
            continue
        named = [language for language in languages if _CODES[language] == source] or languages
        yield Hit(
            f"“{word}” is {' or '.join(named)}, not English.",
            target=Span(*match.span("mark")),
        )


def _is_english(word: str) -> bool:
    """Whether a word is a common English one; a figure belongs to every language."""
    word = word.lower().replace("’", "'")
    return word[0].isdigit() or (word not in _LANGUAGES and (rank(word, "en", "large") or _COMMON) < _COMMON)


RULE = Rule(
    id="stray-foreign-word",
    summary="A word of another language stands among English ones",
    why="Readers stumble over it, and most cannot guess what it means.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Der Hafen ist zu, denn es stürmt.",
            "The harbour is closed, weil there is a storm.",
            marks=["weil"],
            languages="de-en",
        ),
        bad(
            "船は港にいたが、雨だった。",
            "The ship was there, aber it was raining.",
            marks=["aber"],
            languages="ja-en",
        ),
        bad("Les prix montent.", "More than 300 Leute have to pay.", marks=["Leute"], languages="fr-en"),
        bad("Цены растут.", "The price is high und still going up.", marks=["und"], languages="ru-en"),
        bad(
            "La obra sigue.",
            "The work goes on, pero the workers are tired.",
            marks=["pero"],
            languages="es-en",
        ),
        bad(None, "They lived dans the house for years.", marks=["dans"], languages="und-en"),
        bad("这家公司很大。", "The company que owns it is large.", marks=["que"], languages="zh-en"),
        bad("A aldeia é bela.", "The new cidade is full of light.", marks=["cidade"], languages="pt-en"),
        good(
            "Der Film heißt so.",
            "The film Leben und Tod and the German word und mean little; he sings “und so” and Sturm und Drang.",
            languages="de-en",
        ),
        good(
            "他们去了洛斯。",
            "They went to Rio de Janeiro, the Casa por Chile, et al. and a tour de force; the data est. 1990.",
            languages="zh-en",
        ),
        good(
            None,
            "Plug in the aux cable. She is a femme lead. A Roman gens was a clan. That looks sus to me. One ticket, por favor. "
            "It was a sense of déjà vu for all. The court sua sponte threw it out. Cats, dogs, et cetera and so on.",
            languages="und-en",
        ),
        good("Il dit que oui.", "He says que and the que of it.", languages="fr-en"),
    ),
)
