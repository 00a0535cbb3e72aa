"""What people say several times in a row and mean it: emphasis, sounds, songs, counting."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.function_words import FUNCTION_WORDS
from tqcheck.loops.tokens import Token

_FUNCTION = frozenset(word for words in FUNCTION_WORDS.values() for word in words.split())
# Intensifiers, answers, calls and farewells: by hand, from sentences of everyday speech where they are doubled or tripled.
EMPHATIC = frozenset(
    "very really truly so too no yes yeah yep nope ok okay well now more less much many far long way ever never always again "
    "over on up down around round back away out there come go run look wait stop please thank thanks sorry hey hello hi bye good great "
    "nice fine right sure true same only just still older bigger better worse big little old high low deep dear oh ah "
    "money home mama papa mommy daddy mum mom work love hate help fire faster quick quickly slowly hurry listen hear "
    "kill die dead bad mad sad happy "
    "sehr so viel viele nie nein ja doch mehr weit lang lange ganz schnell komm los gut bitte danke "
    "très trop si non oui plus bien vite loin jamais toujours encore petit grand vous nous allez "
    "muy tan sí más poco mucho mucha muchos muchas nunca ya bien pronto vamos gracias "
    "muito muita tão não sim mais nunca já bem molto sempre piano presto troppo così mai ancora "
    "очень нет да много далеко долго давно еле чуть быстро скорее больше всё никогда тихо хорошо ладно "
    "heel zo nee ja veel bardzo nie tak dużo çok evet hayır نعم لا جدا كثيرا 아주 매우 정말 너무".split()
)
_SOUNDS = frozenset(
    "ha haha he hehe hi hihi ho hoho hu la lala na nana da dada do fa ra re mi ti tra di doo dum dee boo hey ho oh ah eh uh um mm hm hmm "
    "er bla blah yada knock tick tock ding dong ring clap chop hush choo chuff putt woof wuff meow miau moo quack beep boom bang "
    "bam bum bip pow zap wow yum yay chirp tweet cuckoo rah hip sha shh tap tut drip splash rat tat pat pit poo gogo bling "
    "klopf ticktack tick boum toc tic тук тик так гав мяу ха хе ля бла ква ку тра та динь бом ой ай ну "
    "pif paf pam pum toc tan tín jaja jeje rsrs kkk haha ههه ㅋㅋㅋ ㅎㅎㅎ 哈 呵 嘿 嘻 啊 呀 哎 唉 嗯 は ハ あ ア お わ ワ ん ン っ ー ฮ า ๆ".split()
)

# Nouns and adverbs that are coupled with themselves by custom: "for years and years", "by twos and twos".
CUSTOMARY = EMPHATIC | frozenset(
    "year years month months week weeks day days hour hours minute minutes night nights time times age ages mile miles step "
    "page pages row rows thousands hundreds millions dozens pounds tons bit piece half side hand face word door house "
    "lots loads tons layers waves rounds generations instead people through such".split()
)
_MOST_SPOKEN = 6  # times in a row; an engine does not tire


def is_content(token: Token) -> bool:
    """Whether a word says something by itself: no function word, no figure, no letter or two."""
    return token.wide or (
        len(token.key) >= 3 and token.key not in _FUNCTION and not any(map(str.isdigit, token.key))
    )


def is_function(token: Token) -> bool:
    """Whether it is an article, preposition, auxiliary or the like of any of the languages that we know them of."""
    return len(token.key) > 1 and token.key in _FUNCTION


def is_sound(text: str) -> bool:
    """Whether it is a syllable of laughter, song or noise."""
    return text.casefold() in _SOUNDS


def is_spoken(unit: Sequence[Token], times: int = 2) -> bool:
    """Whether speakers repeat this so often for emphasis, as a sound or in a song."""
    if times > _MOST_SPOKEN and not all(token.key in _SOUNDS for token in unit):
        return False
    return all(token.key in EMPHATIC or token.key in _SOUNDS or token.key.isdigit() for token in unit)
