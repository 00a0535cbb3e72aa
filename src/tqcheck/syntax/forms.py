"""The forms of English verbs and nouns: irregular ones by table, the rest by the rules of spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.names.frequency import rank

# base past participle: verbs with a past tense that is neither their base nor regular.
_IRREGULAR = """
arise arose arisen, awake awoke awoken, be was been, bear bore borne, beat beat beaten, become became become,
begin began begun, bend bent bent, bind bound bound, bite bit bitten, blow blew blown, break broke broken,
breed bred bred, bring brought brought, build built built, buy bought bought, catch caught caught, choose chose chosen,
cling clung clung, come came come, creep crept crept, deal dealt dealt, dig dug dug, do did done, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt,
fight fought fought, find found found, flee fled fled, fly flew flown, forbid forbade forbidden,
forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got got, give gave given, go went gone,
grow grew grown, hang hung hung, have had had, hear heard heard, hide hid hidden, hold held held, keep kept kept,
know knew known, lay laid laid, lead led led, leave left left, lend lent lent, lie lay lain, lose lost lost,
make made made, mean meant meant, meet met met, overcome overcame overcome, pay paid paid, ride rode ridden,
ring rang rung, rise rose risen, run ran run, say said said, see saw seen, seek sought sought, sell sold sold,
send sent sent, shake shook shaken, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk,
sing sang sung, sink sank sunk, sit sat sat, sleep slept slept, speak spoke spoken, spend spent spent,
spin spun spun, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck, strike struck struck,
strive strove striven, swear swore sworn, sweep swept swept, swim swam swum, swing swung swung, take took taken,
teach taught taught, tear tore torn, tell told told, think thought thought, throw threw thrown,
undergo underwent undergone, understand understood understood, undertake undertook undertaken, wake woke woken,
wear wore worn, weave wove woven, weep wept wept, win won won, withdraw withdrew withdrawn, write wrote written
"""
IRREGULAR: dict[str, tuple[str, str]] = {
    base: (past, participle) for base, past, participle in (row.split() for row in _IRREGULAR.split(","))
}
# Auxiliary verbs with "not" in one word.
NEGATED = frozenset(
    "isn't aren't wasn't weren't ain't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't shan't "
    "shouldn't mayn't mightn't mustn't needn't daren't oughtn't".split()
)
# Past tenses that are nothing else in the language: no participle, base, noun or adjective.
PAST_ONLY: dict[str, str] = {
    past: base
    for base, (past, participle) in IRREGULAR.items()
    if past not in {participle, base}
    and past not in IRREGULAR
    and past
    not in {
        "bore",
        "bit",
        "broke",
        "drove",
        "fell",
        "forgot",
        "rose",
        "saw",
        "was",
        "spoke",
        "tore",
        "woke",
        "wove",
        "shook",
        "ate",
        "stole",
        "swore",
        "froze",
    }
}
"""went → go"""

_PLURALS = {
    "child": "children", "man": "men", "woman": "women", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "louse": "lice", "goose": "geese", "crisis": "crises", "analysis": "analyses", "basis": "bases",
    "hypothesis": "hypotheses", "criterion": "criteria", "phenomenon": "phenomena", "life": "lives",
    "wife": "wives", "half": "halves", "leaf": "leaves", "knife": "knives", "thief": "thieves", "wolf": "wolves",
    "shelf": "shelves", "self": "selves", "loaf": "loaves", "alumnus": "alumni", "ox": "oxen", "cactus": "cacti",
    "fungus": "fungi", "nucleus": "nuclei", "stimulus": "stimuli", "oasis": "oases", "thesis": "theses",
}  # fmt: skip
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
# Nouns with an s at their end that are no plain plurals, and those that are both.
_NO_NUMBER = frozenset(
    "series species summons means headquarters works barracks crossroads gallows mews news politics physics economics mathematics "
    "statistics athletics gymnastics logistics ethics tactics dynamics genetics electronics aerobics acoustics linguistics "
    "data media sheep fish deer aircraft spacecraft offspring salmon trout bison moose shrimp squid cod police cattle "
    "people staff poultry gas bus lens atlas canvas chaos christmas bias alias texas kansas thus plus minus yes as its his "
    "this us is was has does less various previous sometimes always perhaps besides towards afterwards upwards downwards "
    "measles mumps rabies diabetes herpes billiards darts dominoes odds thanks savings goods arms premises glasses scissors "
    "trousers jeans shorts pants pajamas clothes riches surroundings outskirts remains minutes arts sales sports customs "
    "united-states philippines netherlands yours ours hers theirs mrs ms cannes paris athens brussels naples wales dollars cents "
    "lots tens dozens hundreds thousands millions billions trillions percent others craft swiss chinese japanese "
    "chassis corps rendezvous debris apropos bourgeois patois congress dice dwarves aids sars mers kudos pathos ethos".split()
)


def noun_number(noun: str) -> str:
    """ "Sing" or "Plur" by a noun's form; empty where the form does not tell."""
    noun = noun.lower()
    if noun in _SINGULARS:
        return "" if noun in {"people", "bases"} else "Plur"
    if noun in _NO_NUMBER or noun.endswith(("ics", "'s", "men's")) or len(noun) < 3:
        return ""
    if noun in _PLURALS or noun.endswith(("ss", "us", "is")):
        return "Sing"
    if noun.endswith("s"):
        return "Plur" if _known(singular(noun)) else ""
    if noun.endswith(("women", "men")):
        return "Plur" if noun.endswith(("women", "tsmen", "shermen", "icemen", "iremen")) else ""
    return "Sing" if _known(noun) else ""


def singular(plural: str) -> str:
    """The singular of a noun that is a plural by its form."""
    word = plural.lower()
    if word in _SINGULARS:
        single = _SINGULARS[word]
    elif (
        word.endswith("ies")
        and len(word) > 4
        and word not in {"movies", "cookies", "zombies", "rookies", "calories", "pies", "ties", "lies"}
    ):
        single = word[:-3] + "y"
    elif (re.search("(?:[sxz]|[cs]h)es$", word) and not _known(word[:-1], 500)) or word.endswith("oes"):
        single = word[:-2]
    else:
        single = word.removesuffix("s")
    return single[:1].upper() + single[1:] if plural[:1].isupper() else single


def plural(singular: str) -> str:
    """The plural of a noun that is a singular by its form."""
    word = singular.lower()
    if word in _PLURALS:
        return (
            singular[:1] + _PLURALS[word][1:]
            if singular[:1].lower() == _PLURALS[word][:1]
            else _PLURALS[word]
        )
    return singular[:-1] + "ies" if re.search("[^aeiou]y$", word) else singular + _sibilant(word)


def third_person(base: str) -> str:
    """The verb as it goes with "he"."""
    special = {
        "be": "is",
        "have": "has",
        "do": "does",
        "go": "goes",
        "undergo": "undergoes",
        "are": "is",
        "were": "was",
    }
    if base in special:
        return special[base]
    return base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + _sibilant(base)


def past_tense(base: str) -> str:
    """The past tense of a verb ("stopped", not "offerred": only one syllable doubles its end)."""
    if base in IRREGULAR:
        return IRREGULAR[base][0]
    if base in {"are", "cut", "put", "set", "let", "hit", "hurt", "shut", "cost", "read", "spread", "quit"}:
        return "were" if base == "are" else base
    if base.endswith("e"):
        return base + "d"
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + (base[-1] if re.fullmatch("[^aeiou]*[aeiou][^aeiouwxy]", base) else "") + "ed"


def base_of_third_person(verb: str) -> str:
    """The base of a verb as it goes with "he"."""
    special = {"is": "are", "has": "have", "does": "do", "goes": "go", "was": "were", "undergoes": "undergo"}
    if verb in special:
        return special[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if re.search("(?:ss|x|zz|[cs]h)es$", verb):
        return verb[:-2]
    return verb.removesuffix("s")


def base_of_regular_past(verb: str) -> str:
    """ "cause" of "caused", "plan" of "planned"; empty for what is no past tense of a verb ("hundred", "indeed")."""
    if not verb.endswith("ed") or verb.endswith("eed") or is_verb(verb):
        return ""
    bases = [verb[:-3] + "y"] if verb.endswith("ied") else [verb[:-1], verb[:-2]]
    found = [base for base in bases if _known(base) and is_verb(base) and past_tense(base) == verb]
    doubled = verb[-4:-3] == verb[-3:-2]
    if not found and doubled and _known(verb[:-3]) and is_verb(verb[:-3]):
        found = [verb[:-3]]
    return found[0] if found else ""


def _sibilant(word: str) -> str:
    return "es" if re.search("(?:[sxz]|[cs]h)$", word) else "s"


@lru_cache(maxsize=16384)
def is_verb(base: str) -> bool:
    """Whether English has the form in -ing of what would be a verb, at least once in a million words or so."""
    forms = (base + "ing", base.removesuffix("e") + "ing", base + base[-1:] + "ing")
    return base in {"be", "do", "go"} or (len(base) > 2 and any(map(_known, forms)))


def may_be_verb(word: str) -> bool:
    """Whether a word in lower case may be a verb, in its plain form or with the s of "he walks"."""
    return is_verb(word) or (word.endswith("s") and is_verb(base_of_third_person(word)))


_RARE = 620  # hundredths of a bel: about once in 1.6 million words


@lru_cache(maxsize=16384)
def _known(word: str, at_most: int = _RARE) -> bool:
    return (rank(word, "en", "large") or 10_000) < at_most


_ADJECTIVE = re.compile(r"\w\w(?:al|ic|ive|ous|[ai]ble|ful|less|ary)$")
# Their plurals are nouns of their own (economics, politics).
_ADJECTIVES = frozenset(
    "economic political physical ethical tactical mathematical historic strategic".split()
)
_NOUNS_IN_IC = frozenset(
    "logic music magic critic topic fabric public traffic republic panic metric arithmetic clinic comic epic ethic fanatic "
    "garlic lyric mechanic mimic picnic rhetoric skeptic sceptic statistic tactic tunic plastic academic pandemic epidemic".split()
)
_PLURAL_IS_RARE = 150  # hundredths of a bel: thirty times


@lru_cache(maxsize=4096)
def is_only_adjective(word: str) -> bool:
    """Whether a word in lower case is an adjective by its form and no noun: it has an adverb, but hardly a plural."""
    if word in _ADJECTIVES:
        return True
    adverbs = (word + "ly", word + "ally", word.removesuffix("le") + "ly", word + "y")
    if not _ADJECTIVE.search(word) or word in _NOUNS_IN_IC or not any(_known(a, 700) for a in adverbs):
        return False
    return (rank(word + "s", "en", "large") or 10_000) > (
        rank(word, "en", "large") or 10_000
    ) + _PLURAL_IS_RARE
