"""What a chat model says around its translation: "Here is the translation:", "Let me know if you need changes"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.residue import chat_residue


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for span in chat_residue(text, pair.source_text):
        yield Hit(
            f"“{span.of(text)}” is a chat model talking about its translation, not part of the article.",
            target=span,
        )


RULE = Rule(
    id="chat-residue",
    summary="What a chat model says around its translation was left in",
    why="“Here is the translation:” in a published article tells every reader that nobody read it.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    covers=True,
    check=check,
    examples=(
        bad(
            ["会议周五开幕。", "与会者达成协议。"],
            ["Here is the English translation of the article:", "The participants reached an agreement."],
            marks=["Here is the English translation of the article:"],
            languages="zh-en",
        ),
        bad(
            "Der Minister reist nach Wien.",
            "The minister is travelling to Vienna. Let me know if you would like any changes to the text.",
            marks=["Let me know if you would like any changes to the text."],
            languages="de-en",
        ),
        bad(
            None,
            "Note: I have kept the original names of the institutions.",
            marks=["Note: I have kept the original names of the institutions."],
            languages="und-en",
        ),
        bad(
            "The dam broke.",
            "Hier ist die Übersetzung: Der Damm brach.",
            marks=["Hier ist die Übersetzung:"],
            languages="en-de",
        ),
        bad(
            "The dam broke.",
            "Bien sûr ! Voici la traduction : Le barrage a cédé.",
            marks=["Bien sûr ! Voici la traduction :"],
            languages="en-fr",
        ),
        bad(
            "The dam broke.",
            "¡Claro! Aquí tienes la traducción al español: La presa cedió.",
            marks=["¡Claro! Aquí tienes la traducción al español:"],
            languages="en-es",
        ),
        bad(
            "The dam broke.",
            "Certo! Ecco la traduzione: La diga ha ceduto.",
            marks=["Certo! Ecco la traduzione:"],
            languages="en-it",
        ),
        bad(
            "The dam broke.",
            "Aqui está a tradução: A barragem cedeu.",
            marks=["Aqui está a tradução:"],
            languages="en-pt",
        ),
        bad(
            "The dam broke.",
            "Hier is de vertaling: De dam brak.",
            marks=["Hier is de vertaling:"],
            languages="en-nl",
        ),
        bad("The dam broke.", "Oto tłumaczenie: Tama pękła.", marks=["Oto tłumaczenie:"], languages="en-pl"),
        bad(
            "The dam broke.",
            "Конечно! Вот перевод: Плотина прорвалась.",
            marks=["Конечно! Вот перевод:"],
            languages="en-ru",
        ),
        bad("The dam broke.", "以下是翻译：大坝决堤了。", marks=["以下是翻译："], languages="en-zh"),
        bad(
            "The dam broke.",
            "作为一个人工智能语言模型，我无法核实这条消息。大坝决堤了。",
            marks=["作为一个人工智能语言模型，我无法核实这条消息。"],
            languages="en-zh",
        ),
        bad(
            "The dam broke.",
            "以下は日本語訳です：ダムが決壊した。",
            marks=["以下は日本語訳です："],
            languages="en-ja",
        ),
        bad(
            "The dam broke.",
            "다음은 번역입니다: 댐이 무너졌다.",
            marks=["다음은 번역입니다:"],
            languages="en-ko",
        ),
        bad("The dam broke.", "إليك الترجمة: انهار السد.", marks=["إليك الترجمة:"], languages="en-ar"),
        bad("The dam broke.", "İşte çeviri: Baraj yıkıldı.", marks=["İşte çeviri:"], languages="en-tr"),
        bad(
            "Die Brücke ist offen.",
            "Here is the translation you requested: The bridge is open.",
            marks=["Here is the translation you requested:"],
            languages="de-en",
        ),
        bad(
            "Die Brücke ist offen.",
            "Here is the English version as requested. The bridge is open.",
            marks=["Here is the English version as requested."],
            languages="de-en",
        ),
        good(
            "Hier ist die Übersetzung der Rede erhältlich.",
            "Here is the translation bureau that handled the speech, and the note: bring water.",
            languages="de-en",
        ),
        good(
            "«Дайте мне знать, если понадобится помощь», — сказал он.",
            "“Let me know if you need help,” he said.",
            languages="ru-en",
        ),
        good(
            "“As an AI language model, I cannot vote,” the program wrote.",
            "„Als KI-Sprachmodell kann ich nicht wählen“, schrieb das Programm.",
            languages="en-de",
        ),
        good(
            "The translation is here in the museum.",
            "La traduction se trouve ici, au musée ; voici la traductrice.",
            languages="en-fr",
        ),
        good(
            "Here the translation bureau opened.",
            "Aquí está la oficina de traducción; nota: la traducción automática mejora.",
            languages="en-es",
        ),
        good(
            "The translator is here.",
            "Ecco il traduttore. Certo, la traduzione era difficile.",
            languages="en-it",
        ),
        good(
            "She bought the translation.",
            "Она купила перевод. Вот переводчик, а перевод денег занял день.",
            languages="en-ru",
        ),
        good(
            "The following is a list of translators.",
            "以下是翻译家名单。翻译工作很难，如果有问题，请联系编辑部。",
            languages="en-zh",
        ),
        good("The translators are as follows.", "以下は翻訳者の一覧です。翻訳は難しい。", languages="en-ja"),
        good("The translator follows.", "다음은 번역가 명단입니다. 번역은 어렵다.", languages="en-ko"),
        good("Translation is hard.", "الترجمة صعبة، وهذه ملاحظة مهمة.", languages="en-ar"),
        good("The translators work below.", "Aşağıda çevirmenler çalışıyor.", languages="en-tr"),
        good(
            "A tradução é difícil.", "The translation is hard: as an AI expert, she knows.", languages="pt-en"
        ),
    ),
)
