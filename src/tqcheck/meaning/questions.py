"""A statement that became a question, or a question that became a statement."""

from __future__ import annotations

import re
from functools import cache

# What asks without a question mark, by language: particles, and question words that are little else. `_` is a space, `*` the
# rest of a word.
_ASKS = {
    "en": "who whom whose why how whether wonder* ask* question* dare guess tell_(?:me|us) unclear remain\\w*_to_be_seen",
    "de": "wer wen wem wessen woher wohin wozu warum wieso weshalb ob etwa frag* gefragt gell was_für sag*_(?:mir|uns|sie|mal) verrat* erzähl* abzuwarten offen unklar fraglich",
    "fr": "dis-\\w+ dites-\\w+ reste_à à_savoir quoi quel* pourquoi comment combien est-ce demand* question* hein n['’]est-ce \\w+-(?:il|elle|vous|tu|ils|elles|on|je|nous)",
    "es": "dime dígame decidme cuénta* por_ver por_saber habrá_que_ver quién* qué cuál* cuándo dónde por_qué cómo cuánt* acaso verdad pregunt*",
    "pt": "diga* diz-me (?:resta|falta|por)_(?:ver|saber) quais onde aonde porque quanto* será acaso pergunt* né por_que o_que",
    "it": "dimmi dite* chissà resta_da cosa cos quale quali perché quanto quant* forse domand* chied*",
    "ru": "скажи* подскажи* расскажи* интересно неизвестно неясно почему зачем сколько ли разве неужели какой какая какие спр* вопрос* ведь",
    "uk": "скажи* цікаво невідомо незрозуміло навіщо скільки чи хіба невже запит* питан* адже дійсно чому",
    "pl": "powiedz* ciekaw* dokąd skąd dlaczego ile czy czyż pyt* kto",
    "cs": "řekn* pověz* odkud proč kolik zda jestli copak ptá* otáz* kdo",
    "hi": "बता\\S* क्या क्यों कौन किस किसे कब कहाँ कहां कैसे कैसा कैसी कितन\\S* न ना",
    "zh": "悬念 懸念 告诉 告訴 未知 不知 吗 嗎 呢 么 麼 啥 什 谁 誰 哪 怎 为何 為何 何 几 幾 多少 多久 多[大长远高] 是否 能否 可否 会否 有否 与否 吧 "
    "(?P<x>.)[不没沒](?P=x) 难道 難道 岂 豈 还是 還是 想知道 没有$ 沒有$ 嘛 咩 唔 冇 嘅 请 了解一下 请问 請問 问 問 呀 啊 竟",
    "ja": "か[いぃ]?[。.!！」』)）\\s] か$ か[とはがをもの] の[。」]? かな かしら でしょう だろう け[。$] ね[。」] よ[。」] が。 けど たら。 な[。」] って。 何 誰 "
    "ど[うこのれちんな] いつ なぜ なん なに いく[つら] ください 下さい ましょ [てで]は。 ！ ん。 ない。 ねえ。 願いします もう 早く ？",
    "ko": "까 니[.\\s] 나요 가요 은가 는가 인가 [느으]냐 뭐 무엇 무슨 누[구가] 언제 어디 왜 어떻 어떤 어느 얼마 몇 지요 죠 주세요 래요? 요\\.? 을까 지\\.",
}
# Words that ask only where the text begins with them: elsewhere they join clauses.
_ASKS_AT_THE_START = re.compile(
    r"^\W*(?:und |et |y |e |i |и |а |і )*(?:wer|was|wie|wo|wann|welche\w*|qui|que|quand|où|quién|quien|como|cuando|quem|qual|quando|che|chi|"
    r"come|dove|кто|что|чего|чему|кому|как|где|когда|куда|а|хто|якщо|як\w*|коли|де|co|jak|kiedy|gdzie|kdy|kde|what|when|where|which|назови|\w+st du|хотите|хочешь|можете|можешь|знаете|знаешь)"
    r"(?!\w)",
    re.IGNORECASE,
)
_UNSPACED = ("zh", "ja", "ko")
_MARK = re.compile("[?？؟]")
_ENDS_ASKING = re.compile(r"(?<![?？])[?？؟][\"'”’»“」』)）\]]*\s*$")
_ENDS_SAYING = re.compile(r"[.。।!！][\"'”’»“」』)）\]]*\s*$")
# Requests and exclamations that are questions by their form ("Aren't you clever?"), and what is asked at the end of a statement.
_POLITE = re.compile(
    r"\b(?:(?:can|could|would|will|won['’]t|may|might|shall) (?:you|we|i|it)|why (?:don['’]t|not)|how about|what about|what if|"
    r"do you mind|would it|how dare|is it not|was it not|then what|\w+ possibly|"
    r"(?:is|are|was|were|do|does|did|has|have|ca|could|would|should)n['’]t (?:I|you|he|she|it|we|they|this|that|there))\b"
    r"|(?:, |\. |^)(?:right|eh|huh|okay|ok|no|yes|really|so|remember|see|oder|nicht wahr|gell|verdad|no|hein|да|так|правда)[?？]",
    re.IGNORECASE,
)
# A statement or a call that says what a question says ("I wonder if …", "Please tell me …", "Let's …").
_STANDS_FOR_A_QUESTION = re.compile(
    r"\b(?:wonder\w*|please|let|let['’]s|guess\w*|tell|told|ask\w*|whether|if|know\w*|how|who|what|which|why|where|when|doubt\w*|"
    r"questions?|remains?|perhaps|maybe|would|could|should|may|might|like|think\w*|thought|seem\w*|remember\w*|suppose\w*|hello|hi|sure|"
    r"hope\w*|must|need\w*|or|unclear|clear|uncertain|curious|idea|explain\w*|consider\w*|imagine|see|right|only|"
    r"no|not|nobody|never|\w+n['’]t)\b",
    re.IGNORECASE,
)
_OPENS_A_QUESTION = re.compile(
    r"^\W*(?:and |but |so |or |then )?(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)(?:n['’]t)?\b",
    re.IGNORECASE,
)
# A statement shorter than this, in words, may be a title, a call or an answer.
_SHORTEST = 6
# Characters of Chinese and Japanese, and of the scripts of South-East Asia that write no spaces, that are about a word.
_UNSPACED_WORD = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]{2}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4}")
# A text of more sentences than this may have the question elsewhere.
_SENTENCE = re.compile(r"[.!?…。！？؟।;；](?=[\"'”’»“」』)）\]]*\s*\S)")


@cache
def _asks(language: str) -> re.Pattern[str]:
    body = "|".join(_ASKS[language].replace("*", r"\w*" if language != "hi" else "*").split()).replace(
        "_", r"\s+"
    )
    if language in _UNSPACED:
        return re.compile(body)
    return re.compile(rf"(?<![\w\u0900-\u0963])(?:{body})(?![\w\u0900-\u0963])", re.IGNORECASE)


def became_question(source: str, target: str, language: str) -> bool:
    """Whether a translation asks what its source states. False for a source language without a table.

    Of 200 statements that were turned into questions (ten languages → en) some 160 are told; of 5.1 million words of human
    translations into English 21 sentences, 16 of them from Japanese and Korean.
    """
    return (
        language in _ASKS
        and bool(_ENDS_ASKING.search(target))
        and bool(_ENDS_SAYING.search(source))
        and not _MARK.search(source)
        and not _asks(language).search(source)
        and not _ASKS_AT_THE_START.search(source)
        and not (language == "en" and _OPENS_A_QUESTION.search(source))
        and not _POLITE.search(target)
        and _length(target) >= _SHORTEST
    )


def became_statement(source: str, target: str) -> bool:
    """Whether an English translation states what its source, one sentence, asks."""
    return (
        bool(_ENDS_ASKING.search(source))
        and bool(_ENDS_SAYING.search(target))
        and not _MARK.search(target)
        and not _SENTENCE.search(source)
        and not _STANDS_FOR_A_QUESTION.search(target)
        and not _OPENS_A_QUESTION.search(target)
        and _length(target) >= _SHORTEST
    )


def _length(text: str) -> int:
    """About as many words as a text has."""
    return len(text.split()) + len(_UNSPACED_WORD.findall(text))
