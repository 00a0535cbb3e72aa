"""Who does it to whom: two names around one verb, where order, particles, cases or agreement settle it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tqcheck.model import Span
from tqcheck.names.model import NameMention


@dataclass(frozen=True, slots=True)
class Deed:
    """One name does something to another: the places of both in a text, and what is done, in one word."""

    doer: Span
    other: Span
    what: str


# Each row: what is done → its verb in each language, as a pattern of all forms that take a direct object. Deeds that go
# both ways (meet, marry, fight) are none.
_VERBS: Mapping[str, Mapping[str, str]] = {
    "blame": {
        "en": r"accus(?:e|es|ed)|blam(?:e|es|ed)|criticiz(?:e|es|ed)|criticis(?:e|es|ed)|condemn(?:s|ed)?|denounc(?:e|es|ed)",
        "zh": r"指责|批评|谴责|指控|抨击", "ja": r"非難|批判", "ko": r"비난|비판",
        "fr": r"accus(?:e|ent|ait|é|ée)|critiqu(?:e|ent|é)|dénonc(?:e|é)|condamn(?:e|é)",
        "es": r"acus(?:a|ó|aba|ado)|critic(?:a|ó|ado)|conden(?:a|ó|ado)", "it": r"accus(?:a|ò|ato)|critic(?:a|ò|ato)",
        "pt": r"acus(?:a|ou|ado)|critic(?:a|ou|ado)",
        "ru": r"обвинил|обвиняет|раскритиковал|осудил", "uk": r"звинуватив|звинувачує|розкритикував|засудив",
        "pl": r"oskarżył|skrytykował|potępił",
    },
    "beat": {
        "en": r"beat|beats|defeat(?:s|ed)|thrash(?:es|ed)|crush(?:es|ed)", "zh": r"击败|战胜|打败", "ja": r"破|下", "ko": r"꺾|이겼|물리",
        "fr": r"bat|battu|vaincu", "es": r"venc(?:e|ió|ido)|derrot(?:a|ó|ado)", "it": r"batte|batté|battuto|sconfitto|sconfigge",
        "pt": r"venceu|vence|vencido|derrot(?:a|ou|ado)", "ru": r"обыграл|победил|разгромил", "uk": r"обіграв|переміг|розгромив",
        "pl": r"pokonał|rozgromił",
    },
    "attack": {
        "en": r"attack(?:s|ed)?|invad(?:e|es|ed)|bomb(?:s|ed)|shell(?:s|ed)", "zh": r"袭击|攻击|入侵|轰炸|侵略", "ja": r"攻撃|侵略",
        "ko": r"공격|침공", "fr": r"attaqu(?:e|é)|envahi|envahit|bombard(?:e|é)", "es": r"atac(?:a|ó|ado)|invad(?:e|ió|ido)|bombarde(?:a|ó|ado)",
        "it": r"attacc(?:a|ò|ato)|inva(?:de|so)", "pt": r"atac(?:a|ou|ado)|invad(?:e|iu|ido)", "ru": r"атаковал|обстрелял", "uk": r"атакував|обстріляв",
        "pl": r"zaatakował|ostrzelał",
    },
    "kill": {
        "en": r"kill(?:s|ed)|murder(?:s|ed)|assassinat(?:es|ed)|sho(?:t|ots)|stabb?(?:s|ed)", "zh": r"杀害|杀死|刺杀|枪杀", "ja": r"殺害|暗殺",
        "ko": r"살해|암살", "fr": r"tu(?:e|é)|assassin(?:e|é)", "es": r"mat(?:a|ó|ado)|asesin(?:a|ó|ado)", "it": r"ucciso|uccide|assassinato",
        "pt": r"mat(?:a|ou)|assassin(?:a|ou|ado)", "ru": r"убил|застрелил", "uk": r"убив|вбив|застрелив", "pl": r"zabił|zastrzelił",
    },
    "sue": {"en": r"sue[sd]", "zh": r"起诉|控告", "ja": r"提訴|告訴", "ko": r"고소|제소", "es": r"demand(?:a|ó|ado)"},
    "thank": {
        "en": r"thank(?:s|ed)|prais(?:e|es|ed)|congratulat(?:e|es|ed)", "zh": r"感谢|赞扬|称赞|祝贺", "ja": r"称賛", "ko": r"칭찬|축하",
        "fr": r"remerci(?:e|é)|félicit(?:e|é)", "es": r"agrade(?:ce|ció)|felicit(?:a|ó|ado)|elogi(?:a|ó|ado)", "it": r"ringrazi(?:a|ò|ato)|elogi(?:a|ò|ato)",
        "pt": r"elogi(?:a|ou|ado)|felicit(?:a|ou|ado)", "ru": r"поблагодарил|поздравил|похвалил", "uk": r"похвалив|привітав", "pl": r"pochwalił",
    },
    "warn": {
        "en": r"warn(?:s|ed)|threaten(?:s|ed)|urg(?:es|ed)", "zh": r"警告|威胁|敦促", "ko": r"경고|위협", "fr": r"menac(?:e|é)|averti|avertit",
        "es": r"amenaz(?:a|ó|ado)|adv(?:ierte|irtió|ertido)", "it": r"minacci(?:a|ò|ato)", "pt": r"amea(?:ça|çou|çado)",
        "ru": r"предупредил|предостерёг", "uk": r"попередив|застеріг", "pl": r"ostrzegł",
    },
    "invite": {
        "en": r"invit(?:es|ed)", "zh": r"邀请", "ja": r"招待", "ko": r"초청|초대", "fr": r"invit(?:e|é)", "es": r"invit(?:a|ó|ado)",
        "it": r"invit(?:a|ò|ato)", "pt": r"convid(?:a|ou|ado)", "ru": r"пригласил", "uk": r"запросив", "pl": r"zaprosił",
    },
    "support": {
        "en": r"support(?:s|ed)|back(?:s|ed)|endors(?:e|es|ed)", "zh": r"支持", "ja": r"支持|支援", "ko": r"지지|지원", "fr": r"soutien(?:t|nent)|soutenu",
        "es": r"apoy(?:a|ó|ado)|respald(?:a|ó|ado)", "it": r"sostiene|sostenuto|appoggi(?:a|ato)", "pt": r"apoi(?:a|ou|ado)", "ru": r"поддержал|поддерживает",
        "uk": r"підтримав|підтримує", "pl": r"poparł|wsparł",
    },
    "succeed": {
        "en": r"succeed(?:s|ed)|replac(?:es|ed)", "zh": r"接替|取代", "fr": r"remplac(?:e|é)", "es": r"reemplaz(?:a|ó|ado)|sustitu(?:ye|yó|ido)",
        "it": r"sostitui(?:sce|to)", "pt": r"substitui(?:u|do)?", "ru": r"сменил|заменил", "uk": r"змінив|замінив", "pl": r"zastąpił",
    },
    "buy": {
        "en": r"bought|buys|acquir(?:es|ed)", "zh": r"收购", "ja": r"買収", "ko": r"인수", "fr": r"rachet(?:é)|rachète|acquis", "es": r"compr(?:a|ó|ado)|adquir(?:ió|ido)",
        "it": r"acquis(?:ta|tò|ito|tato)|compr(?:a|ò|ato)", "pt": r"compr(?:a|ou|ado)|adquir(?:iu|ido)", "ru": r"купил|приобрёл", "uk": r"купив|придбав",
        "pl": r"kupił|przejął",
    },
    "arrest": {"en": r"arrest(?:s|ed)|detain(?:s|ed)", "zh": r"逮捕|拘捕|扣押", "ja": r"逮捕|拘束", "ko": r"체포"},
}  # fmt: skip

# Language → between the doer and the verb, and between the verb and the other: an active clause in this order.
_ACTIVE: Mapping[str, tuple[str, str]] = {
    "en": (r" (?:(?:has|have|had|also|again|publicly|sharply|openly|later|then|has also|strongly) )*", r" (?:the )?"),
    "zh": (r"(?:总统|总理|首相|部长|主席|外长|先生|女士|公司|队|政府)?(?:曾|再次|再度|也|多次|公开|强烈|此前|周.|\d+日|今天|昨天)?", r"了?"),
    "fr": (r" (?:(?:a|ont|avait|avaient) (?:aussi |également |encore )?)?", r" (?:l['’]|la |le |les )?"),
    "es": (r" (?:(?:ha|han|había|habían|también) )*", r" (?:a |al |a la |a los )?"),
    "it": (r" (?:(?:ha|hanno|aveva|avevano|anche) )*", r" (?:l['’]|la |il |lo |le |gli |i )?"),
    "pt": (r" (?:(?:tem|tinha|havia|também) )*", r" (?:o |a |os |as )?"),
}  # fmt: skip
# The same in the passive: the other one comes first.
_PASSIVE: Mapping[str, tuple[str, str]] = {
    "en": (r" (?:(?:was|were|is|are|(?:has|have|had) been|also|publicly|sharply|later) )+", r" by (?:the )?"),
    "fr": (
        r" (?:est|sont|était|fut|a été|ont été|avait été) (?:aussi )?",
        r"e?s? par (?:l['’]|la |le |les )?",
    ),
    "es": (r" (?:es|fue|fueron|ha sido|había sido) ", r" por (?:el |la |los )?"),
    "it": (r" (?:è stato|è stata|è|viene|fu|venne) ", r" d(?:a |al |alla |all['’])"),
    "pt": (r" (?:é|foi|foram|tinha sido) ", r" p(?:or |elo |ela )"),
}
# What before the first name would turn the clause round, or make the name another one's: 被, a relative clause.
_NOT_AFTER: Mapping[str, str] = {
    "zh": r"[被遭由受让把将向对与和同跟的][^，。；！？]{0,8}$",
    "en": r"(?:\b(?:whom|which|that|who|and|or|of|with|by|’s|'s)|,) $",
    "fr": r"(?:\b(?:que|dont|qui|et|de|du|des|par|avec)|qu['’]|d['’]) ?$",
    "es": r"\b(?:que|quien|y|de|del|por|con|a|al) $", "it": r"\b(?:che|cui|e|di|del|da|con|a|al) $", "pt": r"\b(?:que|quem|e|de|do|da|por|com|a|ao) $",
}  # fmt: skip
_PARTICLES: Mapping[str, tuple[str, str]] = {
    "ja": (r"[\u4e00-\u9fff々ー]{0,6}(?:は|が)", r"[\u4e00-\u9fff々ー]{0,6}を"),
    "ko": (r"(?: ?[\uac00-\ud7a3]{2,4})?(?:은|는|이|가)(?= )", r"(?: ?[\uac00-\ud7a3]{2,4})?(?:을|를) "),
}
_SLAVIC = frozenset({"ru", "uk", "pl"})


def deeds(text: str, language: str, names: Sequence[Span]) -> tuple[Deed, ...]:
    """What one of the names does to another in a text, where it is certain."""
    return tuple(
        Deed(doer, other, what)
        for doer, other in product(names, names)
        if not doer.overlaps(other)
        for what in _between(text, language, doer, other)
    )


def _between(text: str, language: str, doer: Span, other: Span) -> Iterator[str]:
    """What the one does to the other, by the language's own means."""
    first, second = sorted((doer, other))
    if second.start - first.end > _FARTHEST:
        return
    between = text[first.end : second.start]
    if language in _PARTICLES:
        if first == doer:
            yield from _by_particles(text, language, doer, other)
    elif language in _SLAVIC:
        yield from _by_agreement(text, language, doer, other, between.strip())
    elif language in _ACTIVE and not _turned(text[: first.start], language):
        forms = _ACTIVE if first == doer else _PASSIVE
        if language == "zh" and first == other:
            if re.fullmatch("被|遭到?|受到", between):
                yield from (what for what, verb in _verbs("zh") if re.match(verb, text[second.end :]))
            return
        before, after = forms[language]
        yield from (
            what for what, verb in _verbs(language) if re.fullmatch(f"{before}(?:{verb}){after}", between)
        )


_FARTHEST = 40  # characters between the names; what is longer is no verb alone


def _verbs(language: str) -> list[tuple[str, str]]:
    return [(what, forms[language]) for what, forms in _VERBS.items() if language in forms]


def _turned(before: str, language: str) -> bool:
    return bool(re.search(_NOT_AFTER.get(language, "$^"), before))


def _by_particles(text: str, language: str, doer: Span, other: Span) -> Iterator[str]:
    """AはBを批判した: the particles tell; a passive has none for what is done to whom."""
    subject, object_ = _PARTICLES[language]
    between = text[doer.end : other.start]
    marked = re.compile(object_).match(text, other.end)
    if (
        not re.match(subject, between + " ")
        or marked is None
        or re.search("[をはが。]", between[_subject_end(subject, between) :])
    ):
        return
    for what, verb in _verbs(language):
        found = re.compile(rf"(?:{verb})([^。、,.]{{0,6}})").match(text, marked.end())
        if found and not re.search("され|られ|되|당", found[1]):
            yield what


def _subject_end(subject: str, between: str) -> int:
    match = re.match(subject, between + " ")
    return match.end() if match else 0


def _by_agreement(text: str, language: str, doer: Span, other: Span, verb: str) -> Iterator[str]:
    """Of the two names one alone agrees with the verb's gender: Макрон обвинил Путина, Путина обвинил Макрон."""
    for what, forms in _verbs(language):
        woman = bool(re.fullmatch(_of_a_woman(forms, language), verb))
        if not woman and not re.fullmatch(forms, verb):
            continue
        one, two = (_ending(span.of(text)) for span in (doer, other))
        if (woman and one == "a" and two in {"", "u"}) or (not woman and one == "" and two in {"a", "u"}):
            yield what


def _of_a_woman(forms: str, language: str) -> str:
    """The past forms that agree with a woman or a country like Россия."""
    past = re.findall(r"\w+[влł]\b", forms)
    return "|".join(word[:-1] + "ла" if language == "uk" else word + _WOMAN[language] for word in past)


_WOMAN = {"ru": "а", "pl": "a"}


def _ending(name: str) -> str:
    """A consonant's (""), a woman's nominative or man's accusative ("a"), or surely an accusative ("u")."""
    if re.search(r"(?:[уюę]|[ое]го|ego)$", name):
        return "u"
    return (
        "a"
        if re.search(r"[аяa]$", name)
        else ""
        if re.search(r"[бвгджзйклмнпрстфхцчшщbcćdfghjklłmnńprsśtwzźż]$", name)
        else "?"
    )


def swapped_roles(
    source: str, target: str, languages: tuple[str, str], mentions: Sequence[NameMention]
) -> tuple[tuple[Deed, Deed], ...]:
    """(source's deed, target's deed) of names that have changed places: A accused B, and B accused A.

    `mentions` are the source's names with their renderings.
    """
    linked = {mention.span: mention.counterpart for mention in mentions if mention.counterpart is not None}
    if len(set(linked.values())) < 2:
        return ()
    theirs = deeds(source, languages[0], list(linked))
    ours = deeds(target, languages[1], list(dict.fromkeys(linked.values()))) if theirs else ()
    return tuple(
        (one, two)
        for one, two in product(theirs, ours)
        if one.what == two.what and linked[one.doer] == two.other and linked[one.other] == two.doer
    )
