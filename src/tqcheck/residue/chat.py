"""What a chat model says around its translation, in the languages that articles are translated into.

Phrases as assistants word them, written by hand for each kind: the announcement, the note, the disclaimer, the offer, the refusal.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tqcheck.model import Span

# {X} is a piece of a line that must not end it.
_START = r"^[\s*#>_\"“„«「『]*"
_MANY = r"[^.:：。\n]{0,80}"
_LINE = r"[^\n]{0,300}"
_CLAUSE = r"[^.。!?！？\n]{0,160}[.。!?！？]?"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "en": (
        (rf"{_START}(?:(?:sure|certainly|of\ course|absolutely|okay|great)[,!.:]?\s+)?(?:(?:below|here)\s*(?:is|['’]s)\s+(?:the|your|my|an?|a\ possible)\s+"
        r"(?:(?:full|requested|complete|revised|corrected|improved|polished|professional|accurate|direct|literal|updated|translated|edited"
        r"|english|german|french|spanish|russian|chinese|japanese|arabic)\s+){0,3}"
        r"(?:translation|translated\s+(?:text|version|article|content|passage)|english\s+version)(?:\s+(?:of|into|in|to|for|that|as\s+(?:requested|you)|(?:which\s+)?you\s+(?:['’]?(?:ve|have|had)\s+)?(?:asked|requested|wanted|need(?:ed)?))\b"
        rf"{_MANY})?\s*[:.])"),
        rf"{_START}(?:sure|certainly|of\ course|absolutely)[,!.]\s+(?:here|i['’]?(?:ll|\ will|\ can|['’]d\ be))\b{_MANY}(?:translat|text){_MANY}[:.!]",
        (rf"^[\s*\[(]*(?:translator['’]?s?\s+)?note:?\**\s*:?\s+(?:i\s+(?:have|['’]ve|tried|kept|translated|left|assumed|could)\b"
        rf"|this\s+is\s+(?:a|an|my)\s+[^.\n]{{0,30}}translation\b|the\s+translation\s+(?:above|below|aims|maintains|preserves|keeps)\b|in\s+this\s+translation\b){_LINE}"),
        rf"\bas\s+an\s+(?:ai|artificial\s+intelligence)(?:\s+(?:language|assistant))?(?:\s+model)?,?\s+I\b{_CLAUSE}",
        rf"\bi\s+hope\s+this\s+(?:translation\s+)?helps\b{_CLAUSE}",
        (r"\b(?:please\s+)?let\s+me\s+know\s+if\s+(?:you\s+(?:need|have|want|would\s+like|['’]d\s+like)|there\s+is\s+anything)\b"
        r"[^.!?\n]{0,120}(?:translat|adjust|revis|change|text|else|clarif|assist|further|question)[^.!?\n]{0,60}[.!?]?"),
        r"^[\s*]*(?:english\s+)?translation\**\s*:\**(?=\s|$)",
        r"^[\s*]*\[?(?:end\s+of\s+translation|translation\s+(?:ends|continues)\s+here)\]?",
        rf"\bi['’]?m\s+sorry,?\s+but\s+i\s+(?:can(?:not|['’]t)|am\s+unable\s+to)\s+(?:translate|assist|help|provide|fulfil?l)\b{_CLAUSE}",
    ),
    "de": (
        rf"{_START}(?:(?:natürlich|gerne?|sicher|klar|selbstverständlich)[,!.:]?\s+)?(?:hier\s+(?:ist|folgt|finden\s+sie)|nachfolgend|im\s+folgenden)\s+(?:ist\s+)?(?:die|ihre|deine|meine|eine)\s+(?:\w+e\s+){{0,2}}(?:übersetzung|übersetzte\s+(?:fassung|version)){_MANY}[:：]",
        rf"^[\s*\[(]*(?:anmerkung|hinweis)(?:\s+(?:des\s+übersetzers|zur\s+übersetzung))?\**\s*:\**\s+(?:ich\s+habe\b|diese\s+übersetzung\b|die\s+übersetzung\s+(?:oben|bewahrt|behält)\b|in\s+dieser\s+übersetzung\b){_LINE}",
        rf"\bals\s+(?:ein\s+)?(?:ki|künstliche\s+intelligenz)(?:-?\s*(?:sprachmodell|modell|assistent))?,?\s+(?:kann|habe|bin)\s+ich\b{_CLAUSE}",
        rf"\bals\s+(?:ein\s+)?(?:ki-sprachmodell|ki-modell|ki-assistent|großes\s+sprachmodell)\s+(?:kann|habe|bin|darf)\s+ich\b{_CLAUSE}",
        r"\b(?:lassen\s+sie|lass)\s+(?:es\s+)?mich\s+(?:gerne?\s+)?wissen,?\s+(?:wenn|falls|ob)\s+(?:sie|du)\b[^.!?\n]{0,100}(?:übersetz|änder|anpass|text|fragen|hilfe)[^.!?\n]{0,60}[.!]?",
        rf"\bich\s+hoffe,?\s+(?:diese\s+übersetzung|das)\s+hilft\s+(?:ihnen|dir)\b{_CLAUSE}",
        r"^[\s*]*(?:deutsche\s+)?übersetzung\**\s*:\**(?=\s|$)",
        rf"\bes\s+tut\s+mir\s+leid,?\s+aber\s+ich\s+kann\b[^.!\n]{{0,60}}(?:übersetzen|weiterhelfen|erfüllen){_CLAUSE}",
    ),
    "fr": (
        rf"{_START}(?:(?:bien\s+sûr|certainement|d['’]accord|avec\s+plaisir)\s*[,!.:]?\s+)?(?:voici|voilà|ci-dessous)\s+(?:la|votre|ma|une)\s+(?:\w+\s+)?(?:traduction|version\s+(?:traduite|française)){_MANY}[:：.]",
        rf"^[\s*\[(]*(?:note|remarque)(?:\s+(?:du\s+traducteur|de\s+traduction))?\**\s*:\**\s+(?:j['’]ai\b|cette\s+traduction\b|la\s+traduction\s+(?:ci-dessus|conserve|respecte)\b){_LINE}",
        rf"\ben\s+tant\s+(?:qu['’]|que\s+)(?:ia|intelligence\s+artificielle|modèle\s+de\s+langage|assistant\s+ia|modèle\s+d['’]ia)\b[^.\n]{{0,40}},\s+je\b{_CLAUSE}",
        r"\b(?:n['’]hésitez\s+pas\s+à\s+me|faites-moi|dites-moi)\s+(?:faire\s+)?(?:savoir|dire|demander|signaler)?\s*si\s+vous\b[^.!?\n]{0,100}(?:traduction|modif|ajust|texte|question|aide)[^.!?\n]{0,60}[.!]?",
        rf"\bj['’]espère\s+que\s+(?:cette\s+traduction|cela)\s+vous\s+(?:aide|sera\s+utile|convient)\b{_CLAUSE}",
        r"^[\s*]*traduction(?:\s+française)?\**\s*:\**(?=\s|$)",
        rf"\bje\s+suis\s+désolée?,?\s+mais\s+je\s+ne\s+peux\s+pas\s+(?:traduire|vous\s+aider|fournir){_CLAUSE}",
    ),
    "es": (
        rf"{_START}(?:[¡]?(?:claro|por\s+supuesto|desde\s+luego|con\s+gusto)(?:\s+que\s+sí)?[,!.:]?\s+)?(?:aquí\s+(?:está|tienes|tiene|va)|a\s+continuación,?\s+(?:se\s+presenta|te\s+presento|le\s+presento|está))\s+(?:la|su|tu|mi|una)\s+(?:\w+\s+)?(?:traducción|versión\s+(?:traducida|en\s+español)){_MANY}[:：.]",
        rf"^[\s*\[(]*nota(?:\s+(?:del\s+traductor|de\s+traducción))?\**\s*:\**\s+(?:he\s+(?:traducido|mantenido|dejado|conservado)\b|esta\s+traducción\b|la\s+traducción\s+(?:anterior|mantiene|conserva)\b){_LINE}",
        rf"\bcomo\s+(?:una?\s+)?(?:ia|inteligencia\s+artificial|modelo\s+de\s+lenguaje|asistente\s+de\s+ia|modelo\s+de\s+ia)\b[^.\n]{{0,40}},?\s+(?:no\s+(?:puedo|tengo)|yo|puedo)\b{_CLAUSE}",
        r"\b(?:hazme|hágame|avísame|avíseme|házmelo|hágamelo|dime|dígame)\s+(?:saber\s+)?si\s+(?:necesitas?|quieres?|tienes?|tiene|desea)\b[^.!?\n]{0,100}(?:traduc|cambio|ajust|texto|pregunta|ayuda|más)[^.!?\n]{0,60}[.!]?",
        rf"\bespero\s+que\s+(?:esta\s+traducción|esto)\s+(?:te|le)\s+(?:ayude|sirva|sea\s+útil)\b{_CLAUSE}",
        r"^[\s*]*traducción(?:\s+al\s+español)?\**\s*:\**(?=\s|$)",
        rf"\blo\s+siento,?\s+pero\s+no\s+puedo\s+(?:traducir|ayudar|proporcionar|cumplir){_CLAUSE}",
    ),
    "it": (
        rf"{_START}(?:(?:certo|certamente|volentieri|sicuramente)[,!.:]?\s+)?(?:ecco|di\s+seguito(?:\s+è\s+riportata)?|qui\s+sotto)\s+(?:la|una|la\s+sua|la\s+tua|la\s+mia)\s+(?:\w+\s+)?(?:traduzione|versione\s+(?:tradotta|italiana)){_MANY}[:：.]",
        rf"^[\s*\[(]*nota(?:\s+(?:del\s+traduttore|di\s+traduzione))?\**\s*:\**\s+(?:ho\s+(?:tradotto|mantenuto|lasciato|conservato)\b|questa\s+traduzione\b|la\s+traduzione\s+(?:sopra|mantiene|conserva)\b){_LINE}",
        rf"\b(?:come|in\s+quanto|essendo)\s+(?:un['’]?\s*)?(?:ia|intelligenza\s+artificiale|modello\s+linguistico|modello\s+di\s+linguaggio|assistente\s+(?:ia|ai))\b[^.\n]{{0,40}},\s+(?:non\s+(?:posso|ho)|io|posso)\b{_CLAUSE}",
        r"\b(?:fammi|mi\s+faccia|fatemi)\s+sapere\s+se\b[^.!?\n]{0,100}(?:traduzion|modific|testo|domand|aiuto|altro)[^.!?\n]{0,60}[.!]?",
        r"^[\s*]*traduzione(?:\s+italiana)?\**\s*:\**(?=\s|$)",
        rf"\bmi\s+dispiace,?\s+ma\s+non\s+posso\s+(?:tradurre|aiutar|fornire|soddisfare){_CLAUSE}",
    ),
    "pt": (
        rf"{_START}(?:(?:claro|com\s+certeza|certamente)[,!.:]?\s+)?(?:aqui\s+está|eis|segue(?:\s+abaixo)?|abaixo\s+está)\s+(?:a|sua|a\s+sua|uma|minha)\s+(?:\w+\s+)?(?:tradução|versão\s+(?:traduzida|em\s+português)){_MANY}[:：.]",
        rf"^[\s*\[(]*nota(?:\s+(?:do\s+tradutor|de\s+tradução))?\**\s*:\**\s+(?:(?:eu\s+)?(?:traduzi|mantive|deixei)\b|esta\s+tradução\b|a\s+tradução\s+(?:acima|mantém|preserva)\b){_LINE}",
        rf"\bcomo\s+(?:uma?\s+)?(?:ia|inteligência\s+artificial|modelo\s+de\s+linguagem|assistente\s+de\s+ia|modelo\s+de\s+ia)\b[^.\n]{{0,40}},?\s+(?:eu|não\s+(?:posso|tenho)|posso)\b{_CLAUSE}",
        r"\b(?:me\s+avise|avise-me|diga-me|me\s+diga|informe-me)\s+se\b[^.!?\n]{0,100}(?:traduç|alteraç|ajust|texto|pergunta|ajuda|mais)[^.!?\n]{0,60}[.!]?",
        r"^[\s*]*tradução(?:\s+para\s+o\s+português)?\**\s*:\**(?=\s|$)",
        rf"\b(?:desculpe|lamento|sinto\s+muito),?\s+mas\s+(?:eu\s+)?não\s+posso\s+(?:traduzir|ajudar|fornecer|atender){_CLAUSE}",
    ),
    "nl": (
        rf"{_START}(?:(?:natuurlijk|zeker|graag)[,!.:]?\s+)?(?:hier\s+(?:is|volgt)|hieronder\s+(?:vindt\s+u|staat|volgt))\s+(?:de|uw|je|mijn|een)\s+(?:\w+\s+)?(?:vertaling|vertaalde\s+(?:tekst|versie)){_MANY}[:：.]",
        rf"^[\s*\[(]*(?:opmerking|noot)\**\s*:\**\s+(?:ik\s+heb\b|deze\s+vertaling\b){_LINE}",
        rf"\bals\s+(?:een\s+)?(?:ai|kunstmatige\s+intelligentie)(?:-?\s*(?:taalmodel|model|assistent))?,?\s+(?:kan|heb|ben)\s+ik\b{_CLAUSE}",
        r"\blaat\s+(?:het\s+)?(?:me|mij)\s+weten\s+(?:als|of)\b[^.!?\n]{0,100}(?:vertal|aanpass|wijzig|tekst|vragen|hulp)[^.!?\n]{0,60}[.!]?",
        r"^[\s*]*vertaling\**\s*:\**(?=\s|$)",
    ),
    "pl": (
        rf"{_START}(?:(?:oczywiście|jasne|pewnie)[,!.:]?\s+)?(?:oto|poniżej\s+(?:znajduje\s+się|przedstawiam))\s+(?:\w+\s+)?(?:tłumaczenie|przetłumaczony\s+tekst|przekład){_MANY}[:：.]",
        rf"^[\s*\[(]*uwaga\**\s*:\**\s+(?:zachował[ea]m|przetłumaczył[ea]m|to\s+tłumaczenie|w\s+tym\s+tłumaczeniu)\b{_LINE}",
        rf"\bjako\s+(?:model\s+językowy|sztuczna\s+inteligencja|asystent\s+ai|model\s+ai)\b[^.\n]{{0,40}},?\s+(?:nie\s+(?:mogę|mam)|mogę)\b{_CLAUSE}",
        r"\bdaj(?:cie)?\s+mi\s+znać,?\s+(?:jeśli|czy|gdyby)\b[^.!?\n]{0,100}(?:tłumacz|zmian|popraw|tekst|pyta|pomoc)[^.!?\n]{0,60}[.!]?",
        r"^[\s*]*tłumaczenie\**\s*:\**(?=\s|$)",
    ),
    "ru": (
        rf"{_START}(?:(?:конечно|разумеется|хорошо|с\s+удовольствием)[,!.:]?\s+)?(?:вот|ниже\s+(?:приведён|приведен|представлен|следует))\s+(?:ваш\s+|мой\s+)?(?:\w+\s+)?(?:перевод|переведённый\s+текст|переведенный\s+текст){_MANY}[:：.]",
        rf"^[\s*\[(]*примечание(?:\s+(?:переводчика|к\s+переводу))?\**\s*:\**\s+(?:я\s+(?:перев[её]л|сохранил|оставил|постарал)\w*|в\s+(?:этом|данном)\s+переводе|(?:этот|данный)\s+перевод)\b{_LINE}",
        rf"\bкак\s+(?:языковая\s+модель|искусственный\s+интеллект|ии(?:-\w+)?|модель\s+ии)\b[^.\n]{{0,40}},\s+я\b{_CLAUSE}",
        r"\b(?:дайте|дай)\s+(?:мне\s+)?знать,?\s+если\b[^.!?\n]{0,100}(?:перев[оё]|измен|правк|текст|вопрос|уточн)[^.!?\n]{0,60}[.!]?",
        rf"\bнадеюсь,?\s+(?:этот\s+перевод|это)\s+(?:вам\s+)?(?:поможет|помогло|будет\s+полез){_CLAUSE}",
        r"^[\s*]*перевод(?:\s+на\s+русский(?:\s+язык)?)?\**\s*:\**(?=\s|$)",
        rf"\b(?:извините|простите|к\s+сожалению),?\s+(?:но\s+)?я\s+не\s+могу\s+(?:перевести|помочь|предоставить|выполнить)\s+(?:этот|ваш|данный|вам\s+с|перевод|с\s+этим){_CLAUSE}",
    ),
    "zh": (
        r"^[\s*#>]*(?:(?:当然|當然|好的|没问题|沒問題)[，,！!。]?\s*)?(?:可以[，,。]?)?(?:以下|下面|这|這)(?:就?是)(?:您(?:要求|需要)的|我的|该?文章的|原文的|全文的|這篇文章的|这篇文章的|上述(?:内容|文本)的|完整的|[中英]文的?)?(?:中文|英文|[^。：:\n]{0,12}的)?(?:翻译|翻譯|译文|譯文)(?:内容|結果|结果|版本)?[:：。]",
        r"^[\s*（(\[【]*(?:翻译|譯者|译者|翻譯)?(?:说明|說明|注|备注|備註|注意)[:：]\s*(?:我(?:已|将|將|保留|翻译|翻譯|尽量|盡量)|(?:本|此|以上|该)(?:翻译|翻譯|译文|譯文))[^\n]{0,200}",
        r"(?:作为|作為)(?:一个|一個|一名)?(?:人工智能|AI|ＡＩ|人工智慧|大型?)(?:语言|語言)?(?:模型|助手|助理)[，,]?\s*我[^。\n]{0,120}。?",
        r"(?:如果|如|若)(?:您|你)?(?:还|還)?(?:有|需要)(?:任何|其他|进一步|進一步|更多)[^。\n]{0,40}(?:请|請)?(?:随时|隨時)?(?:告诉|告訴|告知|联系|聯繫)我[^。\n]{0,20}。?",
        r"希望(?:这|這|此|以上)(?:个|個|份|段)?(?:翻译|翻譯|译文|譯文)(?:能|对|對)[^。\n]{0,40}。?",
        r"^[\s*]*(?:翻译|翻譯|译文|譯文|中文翻译|中文翻譯)\**[:：]",
        r"(?:抱歉|对不起|對不起)[，,]\s*我(?:无法|無法|不能)(?:翻译|翻譯|协助|協助|提供|完成)[^。\n]{0,60}。?",
    ),
    "ja": (
        r"^[\s*#>]*(?:(?:もちろん(?:です)?|はい|承知(?:いた)?しました|かしこまりました)[、。！!]?\s*)?(?:以下|こちら|下記)(?:は|が|に)[^。：:\n]{0,30}?(?:翻訳|日本語訳|和訳|訳文)(?:です|になります|を示します|となります)?[。:：]",
        r"^[\s*（(\[【]*(?:訳注|注|注意|備考|補足)[:：]\s*(?:私は|この翻訳|本翻訳|上記の翻訳|翻訳(?:では|に当たり))[^\n]{0,200}",
        r"(?:AI|ＡＩ|人工知能)(?:の)?(?:大規模)?(?:言語モデル|アシスタント)(?:として|なので|ですので|であるため)、?\s*(?:私|お答え|できません)[^。\n]{0,120}。?",
        r"(?:他に|ほかに|さらに|もし)?(?:ご不明な点|ご質問|修正|変更|ご要望)[^。\n]{0,30}(?:ありましたら|あれば|ございましたら)、?[^。\n]{0,20}(?:お知らせください|お申し付けください|お気軽に)[^。\n]{0,30}。?",
        r"^[\s*]*(?:翻訳|日本語訳|和訳|訳文)\**[:：]",
        r"申し訳(?:ありません|ございません)が、[^。\n]{0,30}(?:翻訳|お手伝い|お応え)(?:する)?(?:ことは)?(?:できません|いたしかねます)。?",
    ),
    "ko": (
        r"^[\s*#>]*(?:(?:물론(?:입니다|이죠)|네|알겠습니다)[,.!]?\s*)?(?:다음은|아래는|여기)[^.:\n]{0,40}?(?:번역|번역문|번역본)(?:입니다|이에요|은\s*다음과\s*같습니다)[.:]?",
        r"^[\s*(\[]*(?:참고|주|주의|역주)[:：]\s*(?:저는|이\s*번역|위\s*번역|번역(?:에서|할\s*때))[^\n]{0,200}",
        r"(?:AI|인공지능)\s*(?:언어\s*모델|어시스턴트|비서)(?:로서|이기\s*때문에),?\s*(?:저는|제가)[^.\n]{0,120}\.?",
        r"(?:추가|다른|더)\s*(?:질문|수정|도움|요청)[^.\n]{0,30}(?:있으시면|필요하시면)[^.\n]{0,30}(?:알려\s*주세요|말씀해\s*주세요)\.?",
        r"^[\s*]*(?:번역|번역문|한국어\s*번역)\**[:：]",
        r"죄송(?:합니다만|하지만),?\s*(?:저는\s*)?[^.\n]{0,30}(?:번역|도와드릴|제공할)\s*수\s*없습니다\.?",
    ),
    "ar": (
        r"^[\s*#>]*(?:(?:بالتأكيد|بالطبع|حسن[اً]+|طبع[اً]+)[،,!.:]?\s*)?(?:إليك(?:م)?|فيما\s+يلي|هذه\s+هي|هنا)\s+(?:ال)?ترجم(?:ة|تك|تي)[^.:\n]{0,60}[:.]",
        r"^[\s*(\[]*(?:ملاحظة|ملحوظة)\s*(?:المترجم)?\s*:\s*(?:لقد\s+(?:ترجمت|احتفظت|حافظت)|هذه\s+الترجمة|تمت\s+ترجمة)[^\n]{0,200}",
        r"(?:بصفتي|كوني|باعتباري|كنموذج)\s+(?:نموذج[اً]*\s+(?:لغوي|لغة|ذكاء)|ذكاء[اً]*\s+اصطناعي|لغوي)[^.\n]{0,140}\.?",
        r"(?:أخبرني|أعلمني|يرجى\s+إعلامي|أخبروني)\s+إذا\s+(?:كنت|كان|احتجت|أردت)[^.\n]{0,80}(?:ترجم|تعديل|تغيير|نص|مساعدة|أسئلة)[^.\n]{0,40}\.?",
        r"^[\s*]*الترجمة\**\s*:",
        r"(?:عذر[اً]+|آسف)[،,]?\s+(?:ولكن|لكن)?\s*(?:أنا\s+)?(?:لا\s+(?:يمكنني|أستطيع))\s+(?:ترجمة|المساعدة|تقديم)[^.\n]{0,80}\.?",
    ),
    "tr": (
        rf"{_START}(?:(?:elbette|tabii(?:\s+ki)?|tamam)[,!.:]?\s+)?(?:işte|aşağıda|buyurun,?)\s+(?:\w+\s+){{0,3}}(?:çevirisi|çeviri|çeviriniz|tercümesi){_MANY}[:：.]",
        rf"^[\s*\[(]*not\**\s*:\**\s+(?:bu\s+çeviri|çeviride|çevirirken|metni\s+çevir)\w*{_LINE}",
        rf"\bbir\s+(?:yapay\s+zek[aâ](?:\s+dil)?|dil)\s+(?:modeli|asistanı)\s+olarak,?\b{_CLAUSE}",
        rf"\b(?:başka|herhangi)\s+bir\s+[^.!?\n]{{0,40}}(?:olursa|isterseniz|varsa|ihtiyacınız)[^.!?\n]{{0,40}}(?:bana\s+bildirin|lütfen\s+sorun|haber\s+verin)\b{_CLAUSE}",
        r"^[\s*]*(?:türkçe\s+)?çeviri\**\s*:\**(?=\s|$)",
        rf"\büzgünüm,?\s+(?:ancak|ama|fakat)\s+[^.\n]{{0,40}}(?:çeviremem|yardımcı\s+olamam|sağlayamam){_CLAUSE}",
    ),
}  # fmt: skip
LANGUAGES = tuple(_PATTERNS)
# In whatever the patterns of a language find stands one of its words: other texts cost next to nothing.
_HINTS = {
    "en": ("translat", "english version", "as an a", "i hope this", "let me know", "sorry", "note", "sure", "course", "certainly", "absolutely"),
    "de": ("übersetz", "als ki", "als ein", "als künstl", "sprachmodell", "wissen", "leid", "anmerkung", "hinweis", "ich hoffe"),
    "fr": ("traduc", "traduit", "version française", "en tant qu", "hésitez", "-moi si", "dites-moi", "faites-moi", "note", "remarque", "espère", "désol"),
    "es": ("traduc", "traduzc", "versión", "inteligencia art", "modelo de", "asistente", "como ia", "como una ia", "saber si", "me si", "dime si", "dígame si", "hágamelo", "házmelo", "nota", "espero que", "lo siento"),
    "it": ("traduz", "tradurre", "tradotta", "versione", "intelligenza art", "modello", "assistente", "come ia", "un'ia", "un’ia", "sapere se", "nota", "mi dispiace"),
    "pt": ("tradu", "versão", "inteligência art", "modelo de", "assistente", "como ia", "uma ia", "avise", "diga", "informe-me", "nota", "desculpe", "lamento", "sinto muito"),
    "nl": ("vertal", "vertaal", "als ai", "als een", "als kunst", "weten als", "weten of", "opmerking", "noot"),
    "pl": ("tłumacz", "przekład", "uwaga", "model", "inteligencja", "asystent", "mi znać"),
    "ru": ("перев", "модель", "интеллект", "как ии", "знать", "надеюсь", "примечание", "извините", "простите", "сожалению"),
    "zh": ("译", "譯", "翻", "作为", "作為", "告诉我", "告訴我", "告知我", "联系我", "聯繫我", "抱歉", "对不起", "對不起", "说明", "說明", "注", "备", "備"),
    "ja": ("翻訳", "訳", "言語モデル", "アシスタント", "お知らせください", "お申し付け", "お気軽に", "申し訳", "注", "備考", "補足"),
    "ko": ("번역", "언어", "어시스턴트", "비서", "알려", "말씀해", "역주", "참고", "주:", "주의", "죄송"),
    "ar": ("ترجم", "نموذج", "ذكاء", "لغوي", "إذا", "ملاحظة", "ملحوظة", "عذر", "آسف"),
    "tr": ("çevir", "tercüme", "yapay zek", "dil mod", "dil asis", "bildirin", "sorun", "haber verin", "üzgünüm", "çeviri"),
}  # fmt: skip


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    """All patterns of a language as one, compiled when a text first has a hint of it: all of them take a tenth of a second."""
    either = "|".join(f"(?:{pattern})" for pattern in _PATTERNS[language])
    return regex.compile(either, regex.VERSION1 | regex.IGNORECASE)


_SECONDS = 1.0  # for one text; it takes microseconds
_QUOTES = "“„«‹「『‘\"'"
_ENDINGS = "”»›」』’\"'"


def chat_residue(target: str, source: str) -> Iterator[Span]:
    """Where a chat model speaks of its own translation, in any of LANGUAGES; nothing where the source says such things too.

    What begins in quotation marks within the text and ends in them is somebody's speech.
    """
    found = sorted(set(_matches(target)), key=lambda span: (span.start, -span.end))
    if not found or any(True for _ in _matches(source)):
        return
    end = 0
    for span in found:
        text = span.of(target)
        start = span.start + len(text) - len(text.lstrip(" \n\t*#>"))
        before, after = target[:start].rstrip()[-1:], target[span.end :].lstrip()[:1]
        first = target[start]
        quoted = (before and before in _QUOTES) or (first in _QUOTES and after and after in _ENDINGS)
        if start >= end and not quoted:
            end = span.end
            yield Span(start, start + len(target[start:end].rstrip()))


def _matches(text: str) -> Iterator[Span]:
    lowered = text.casefold()
    for language, hints in _HINTS.items():
        if any(hint in lowered for hint in hints):
            yield from (
                Span(*match.span())
                for match in _pattern(language).finditer(text, timeout=_SECONDS)
                if match.group()
            )
