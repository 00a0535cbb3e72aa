"""A duty that became a permission or possibility, or the other way round: “must” for “may”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tqcheck.lexicon import english_words, stem
from tqcheck.lexicon.words import UNSPACED
from tqcheck.meaning.negation import negates
from tqcheck.model import Span

# language: what says a duty; what says a permission or possibility; what else may say a duty; what else may say the other.
# `_` is a space, `*` the rest of a word.
_WORDS = {
    "zh": (
        "必须 必須 务必 務必",
        "可以 允许 允許",
        "应 應 该 該 要 需 得 须 須 必 只有 才 坚持 一定 责 责任 就",
        "可 能 会 許 许 或",
    ),
    "de": (
        "muss müssen musst müsst",
        "darf dürfen darfst dürft kann können kannst könnt",
        "soll* muss* müss* mussten brauch* nötig* notwendig* pflicht* verpflicht* zwing* gezwungen zu erst nur",
        "könn* konnt* kann dürf* darf mag möcht* möglich* vielleicht erlaub* wohl rechnen",
    ),
    "fr": (
        "doit doivent devons devez il_faut",
        "peut peuvent pouvons pouvez",
        "doit dev* doiv* dois faut faudra* oblig* nécess* besoin",
        "pourr* pouv* possib* peux peut peuv* pu permi* permet* autoris* capab*",
    ),
    "es": (
        "debe deben debemos tiene_que tienen_que hay_que",
        "puede pueden podemos",
        "deb* ten* tien* hay oblig* necesi* neces*",
        "pued* pod* posib* quizá* pudo permit* autoriz*",
    ),
    "pt": (
        "deve devem devemos tem_que têm_que tem_de têm_de",
        "pode podem podemos",
        "dev* tem têm ter* tinha* obrig* precis* necess*",
        "pod* poss* talvez permit* autoriz*",
    ),
    "it": (
        "deve devono dobbiamo bisogna",
        "può possono possiamo",
        "dov* dev* dobb* obblig* neces* bisogn*",
        "pot* poss* può forse permet* permess* autorizz*",
    ),
    "ru": (
        "должен должна должно должны обязан обязана обязаны",
        "может могут можно разрешено разрешается",
        "долж* обяз* необход* надо нужн* следу* прид* приш* требу* вынужд*",
        "мож* мог* смо* возмож* разреш* позвол* вероят* наверн* способ*",
    ),
    "uk": (
        "повинен повинна повинні зобов'язаний зобов'язані мусить мусять",
        "може можуть можна дозволено",
        "повин* зобов* необх* треба потріб* муси* слід дове* вимаг* змуш*",
        "мож* міг мог* змо* дозвол* ймовір* напевн*",
    ),
}
# Of English: the words themselves before a verb, and what else says the one or the other.
_DUTY = re.compile(r"\b(?:must|ha(?:s|ve) to)\s+(?:\w+ly\s+)?([a-z]+)", re.IGNORECASE)
_LEAVE = re.compile(r"\b(?:may|can|might)\s+(?:\w+ly\s+)?([a-z]+)")  # no capital: the month, the minister
# Said by the same letters, and no modal: "the might of", "all that it has to offer".
_NO_MODAL = re.compile(
    r"\b(?:the|their|its|his|her|our|my|your|all|own|and|of|military|economic|political|financial|industrial|naval)\s+might\b"
    r"|\bmight\s+(?:of|and|in|to|against|is|was)\b|\b(?:a|the|tin|beer)\s+can\b"
    r"|\b(?:everything|anything|something|nothing|what|all|much|lots?|little|most)\s[^.,;:]{0,40}?\bha(?:s|ve)\s+to\b"
    r"|\bha(?:s|ve)\s+to\s+(?:offer|say|show|tell|give|hide|lose|gain|do\s+with)\b",
    re.IGNORECASE,
)
# "Only here may they pay" is a duty as well as a permission.
_RESTRICTS = {
    "en": "only merely solely exclusively",
    "zh": "只 仅 僅 唯 才 限于",
    "de": "nur lediglich allein* ausschließlich bloß",
    "fr": "(?:ne|n['’]\\w+)\\b.{0,60}\\bqu(?:e|['’]\\w+) seul* uniquement exclusivement",
    "es": "solo sólo solamente únicamente cabe cabría exclusivamente",
    "pt": "só apenas somente unicamente cabe",
    "it": "solo solt* solamente unicamente",
    "ru": "только лишь исключительно",
    "uk": "тільки лише лиш виключно",
}
# Of formulas: "Man muss sagen" is "it can be said", "il faut espérer" is "one may hope".
_FORMULA = frozenset(
    "say tell speak talk mention note add admit concede acknowledge recognize recognise recall remember remind hope wish fear "
    "wonder ask imagine think believe suppose assume presume expect understand see know conclude observe consider "
    "stress emphasize emphasise point agree trust call confess be".split()
)
_SAYS_DUTY = re.compile(
    r"\b(?:must|have to|has to|had to|having to|needs?|needed|should|ought|shall|requir\w+|oblig\w+|necess\w+|compulsory|mandatory|"
    r"forced|got to|gotta|supposed|essential|imperative|bound|be to|is to|are to|expect\w*|due to|"
    r"compelled|responsib\w+|dut(?:y|ies)|owe\w*|insist\w*|cannot)\b",
    re.IGNORECASE,
)
_SAYS_LEAVE = re.compile(
    r"\b(?:may|might|can|could|allow\w*|permit\w*|permission|possibl[ey]|possibilit\w+|perhaps|maybe|able|ability|free to|let|"
    r"opportunity|likely|capable|enable\w*|probably|entitled|right to)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile("[?？]")
# The verb after the English modal is rendered from the source so often at least (probabilities of the lexicon).
_SAME_VERB = 0.1


@dataclass(frozen=True, slots=True)
class ModalityChange:
    """A modal of the source and one of the translation that says the contrary."""

    source: Span
    target: Span
    is_duty: bool  # in the source


def modality_change(source: str, target: str, language: str) -> ModalityChange | None:
    """The one plain contradiction of duty and permission, said of a verb that both sides have.

    Of 5.1 million words of human translations five sentences are told, two rightly.

    None where either side negates, asks or restricts ("only"), where the verb is one of formulas, or where the source also has
    what the English modal could render.
    """
    if language not in _WORDS or _QUESTION.search(source + target) or _NO_MODAL.search(target):
        return None
    if _restricts("en").search(target) or _restricts(language).search(source):
        return None
    duty, leave, other_duty, other_leave = _patterns(language)
    duties, leaves = list(duty.finditer(source)), list(leave.finditer(source))
    if len(duties) + len(leaves) != 1:
        return None
    rest = (duty if duties else leave).sub(" ", source)
    if (other_leave if duties else other_duty).search(rest):
        return None
    found = (_LEAVE if duties else _DUTY).findall(target)
    if len(found) != 1 or (_SAYS_DUTY if duties else _SAYS_LEAVE).search(target):
        return None
    if negates(source, language) or negates(target, "en"):
        return None
    match = (_LEAVE if duties else _DUTY).search(target)
    assert match
    if match[1].lower() in _FORMULA:
        return None
    if english_words(source, language).get(stem(match[1]), 0.0) < _SAME_VERB:
        return None
    start, end = match.span()
    modal = target[start:end].lower().split()
    length = len("have to") if modal[0] == "have" else len("has to") if modal[0] == "has" else len(modal[0])
    return ModalityChange(Span(*(duties or leaves)[0].span()), Span(start, start + length), bool(duties))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(words, language in UNSPACED) for words in _WORDS[language])


@cache
def _restricts(language: str) -> re.Pattern[str]:
    return _pattern(_RESTRICTS[language], language in UNSPACED)


def _pattern(words: str, unspaced: bool) -> re.Pattern[str]:
    body = "|".join(sorted(words.split(), key=len, reverse=True)).replace("*", r"\w*").replace("_", r"\s+")
    return re.compile(body if unspaced else rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
