"""A foreign text taken apart into the keys under which the tables may hold its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache

# Endings of inflection by language, cut once and the longest first: coarse, for both sides of a look-up are cut alike.
_ENDINGS = {
    "de": "erinnen ungen innen esten endes enden ender ende ern em en er es est st te ten tes ter tem in e n s t",
    "nl": "ingen eren enden heden ende ers en de te den ten er es e s t",
    "fr": "issements issement issantes issants issant issait iraient eraient assent aient erent erons eront erez antes "
    "ante ants ant ait ais iez ees ee es er ez ons ent ai as a e s x ir it is i u us ue ues eaux eau aux al ales ale",
    "es": "amientos amiento imientos imiento aciones acion ariamos eriamos iriamos abamos aremos eremos iremos ieron "
    "aron iendo ando idades idad arian erian irian aban ados adas idos idas ado ada ido ida aba ian ara era ira amos "
    "emos imos aste iste ar er ir an en as es os a e o s io ia ios ias",
    "pt": "amentos amento imentos imento acoes acao icoes icao ariam eriam iriam avam aram eram iram ando endo indo "
    "idades idade ados adas idos idas ado ada ido ida ava iam ara era ira amos emos imos ou eu iu ar er ir am em as es "
    "os oes ao aos a e o s io ia ios ias",
    "it": "amenti amento imenti imento azioni azione ravano evano ivano avano arono erono irono ando endo ati ate ata "
    "ato uti ute uta uto iti ite ita ito ava eva iva are ere ire ano ono ino iamo ate ete a e i o",
    "ru": "иями ями ами ого его ому ему ыми ими ией иях ах ях ов ев ей ой ий ый ая яя ое ее ые ие ых их ую юю ом ем ам "
    "ям ию ия ья ью ть ти ся сь лся лась лись лось ться тся ет ют ут ит ат ят ешь ишь ете ите ла ло ли ал ил ел ала ила "
    "ела али или ели ало ило ело ать ить еть ает яет ают яют ует уют ировать овать ывать ивать ен ена ено ены "
    "енный енная енное енные енных енного нный ный ная ное ные ных ного ному ным ными ной ную а я о е и ы у ю ь й л",
    "uk": "іями ями ами ого його ому йому ими іми ією ою ею єю ах ях ів їв ей ий ій а я о е и і ї у ю ь й ої ая яя ое ее "
    "их іх ую юю ом ем ам ям ію ія ття ння ти ти ся сь вся лася лися лося тися ться є ють уть ить ать ять ла ло ли ав "
    "ив ала ила али или ало ило ати ити іти ає яє ають яють ує ують увати ювати ний на не ні них ного ному ним ними ної ну",
    "cs": "ovani ování ích ích ách ech emi ami ovi ové ova ovy ého ému ými ími ých ích ou ům ím ým em ej ev ov at il al "
    "el it et ila ala ela ily aly ely ilo alo elo ít át ět ovat uje ují ují eme íme áme ete íte áte ení ání ost osti ny "
    "na no ný ná né ní a e i o u y á é í ě ů ý",
    "pl": "owanie owania aniem eniem iami ami ach iach owi ego iego emu iemu ymi imi ych ich ej iej ą ę ów om iom em "
    "iem ie y i a e o u ia ię ią ać ić eć yć ał ił ał ała iła ali ili ało iło ało owa ować uje ują uje amy emy imy cie "
    "ość ości ny na ne ni nego nej nych nym nymi ony ona one any ana ane ski ska skie skiego skiej skich skim",
    "ar": "ات ون ين ان ها هم هن كم نا ية ة ه ي وا ا",
    "hi": "ियों ियाँ ियां ाओं ाएं ाएँ ों ें ीं ाँ ां ता ती ते ना नी ने या ये यी ो े ी ा ि ु ू ं",
}
_PREFIXES = {"ar": "وال بال كال فال لل ال و ب ل ف".split()}
_PARTICLES = (
    "으로부터 에서부터 이라고 에서는 에게서 으로서 으로써 이라는 까지는 에서도 으로는 이나 에게 에서 으로 부터 까지 처럼 보다 라고 라는 에는 에도 "
    "와의 과의 로서 로써 들은 들이 들을 들의 들도 하는 하고 하여 했다 한다 하기 하지 하며 된다 되는 되어 됐다 했던 해서 하게 했고 은 는 이 가 을 를 의 에 로 와 과 도 만 "
    "들 인 한 할 함 된 될 됨 적"
).split()
ENDINGS = {
    **{
        tag: sorted(dict.fromkeys(endings.split()), key=lambda ending: (-len(ending), ending))
        for tag, endings in _ENDINGS.items()
    },
    "ko": sorted(_PARTICLES, key=lambda ending: (-len(ending), ending)),
}
# Fewer letters than this are no stem.
_SHORTEST = {"ar": 3, "hi": 2, "ko": 2}
# Languages written without spaces between words.
UNSPACED = ("zh", "ja")
# The longest word that is looked for in them, in characters.
LONGEST = 8
# Languages that write compounds as one word, and the fewest letters of a part.
_COMPOUNDING = ("de", "nl")
_PART = 4
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f]|[^\W\d_])*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆ヶ]+")
_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆ヶ]+|[\u30a0-\u30ff]+|[\u3041-\u309f]+|[A-Za-z]+")
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")


def words(text: str, language: str) -> list[str]:
    """The words of a text in order, folded; of Chinese and Japanese the runs of one script."""
    text = fold(text, language)
    return [match[0] for match in (_RUN if language in UNSPACED else _WORD).finditer(text)]


def fold(text: str, language: str) -> str:
    """Lower case, without vowel points; accents stay where they are letters of their own."""
    text = unicodedata.normalize("NFKC", text).lower()
    if language in ("fr", "es", "pt", "it", "ar"):
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    if language == "ar":
        text = text.replace("ى", "ي")
    elif language in ("ru", "uk"):
        text = text.replace("\u0301", "").replace("ё", "е")  # the acute is a dictionary's mark of stress
        text = re.sub("['’ʼ]", "", text)  # an apostrophe is a letter of Ukrainian: здоров'я
    elif language == "hi":
        text = text.replace("़", "").replace("ँ", "ं")
    return text


@lru_cache(maxsize=50_000)
def root(word: str, language: str) -> str:
    """A folded word without its ending (and, in Arabic, without the article before it)."""
    shortest = _SHORTEST.get(language, 3)
    for prefix in _PREFIXES.get(language, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= shortest:
            word = word[len(prefix) :]
            break
    for ending in ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def keys(text: str, language: str, known: Container[str]) -> Iterator[str]:
    """The keys of `known` that stand in a text, with repetitions.

    Chinese and Japanese: at each place of a run the longest, and shorter ones inside it of two characters or more.
    Elsewhere: the word's root; if unknown, the parts of a compound, or a known beginning that leaves an ending.
    """
    for word in words(text, language):
        if language in UNSPACED:
            yield from _inside(word, known)
        else:
            yield from _of_word(word, language, known)


def _of_word(word: str, language: str, known: Container[str]) -> Iterator[str]:
    own = root(word, language)
    found = False
    if own in known:
        yield own
        found = True
    if language == "ko":
        yield from _korean(word, known)
        return
    if language in _COMPOUNDING and len(word) >= 2 * _PART:
        parts = list(_compound(word, language, known))
        yield from parts
        found = found or bool(parts)
    if not found:
        # An ending the list does not have, at most three letters of it.
        for length in range(len(own) - 1, max(len(own) - 4, 4), -1):
            if own[:length] in known:
                yield own[:length]
                return


def _compound(word: str, language: str, known: Container[str]) -> Iterator[str]:
    """The two parts of a compound, the longest known first part deciding; `s` or `es` may join them."""
    for length in range(len(word) - _PART, _PART - 1, -1):
        head, tail = root(word[:length], language), word[length:]
        if word[:length] not in known and head not in known:
            continue
        for rest in (root(tail, language), root(tail.removeprefix("s"), language)):
            if len(rest) >= _PART - 1 and rest in known:
                yield word[:length] if word[:length] in known else head
                yield rest
                return


def _korean(word: str, known: Container[str]) -> Iterator[str]:
    start = 0
    while start < len(word):
        for end in range(min(len(word), start + LONGEST), start + 1, -1):
            if word[start:end] in known:
                yield word[start:end]
                start = end
                break
        else:
            start += 1


def _inside(run: str, known: Container[str]) -> Iterator[str]:
    end_of_last = 0
    for start in range(len(run)):
        for end in range(min(len(run), start + LONGEST), start, -1):
            piece = run[start:end]
            if (end - start > 1 or start >= end_of_last) and piece in known:
                yield piece
                end_of_last = max(end_of_last, end)


def segmented(run: str, known: Container[str]) -> list[str]:
    """One run of one script as the words it consists of, from its beginning the longest known each time."""
    pieces, start = [], 0
    while start < len(run):
        end = min(len(run), start + LONGEST)
        while end > start + 1 and run[start:end] not in known:
            end -= 1
        pieces.append(run[start:end])
        start = end
    return pieces


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters only."""
    return _HAN.fullmatch(word) is not None
