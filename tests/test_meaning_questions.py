"""Statements that became questions, and the other way round."""

from __future__ import annotations

import pytest

from tqcheck.meaning.questions import became_question, became_statement

ASKED = "Will the old bridge be closed on Friday?"
STATED = "The old bridge will be closed on Friday."


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("Die alte Brücke wird am Freitag gesperrt.", "de"),
        ("旧桥将于周五关闭。", "zh"),
        ("Старый мост закроют в пятницу.", "ru"),
        ("El puente viejo se cerrará el viernes.", "es"),
    ],
)
def test_a_statement_that_is_asked(source: str, language: str) -> None:
    assert became_question(source, ASKED, language)
    assert not became_question(source, STATED, language)
    assert not became_question(source, ASKED, "xx")


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("Ob die alte Brücke wohl gesperrt wird.", "de"),
        ("旧桥周五会关闭吗。", "zh"),
        ("古い橋は金曜日に閉鎖されますか。", "ja"),
        ("Закроют ли старый мост в пятницу.", "ru"),
        ("Was wird am Freitag gesperrt.", "de"),
        ("Glaubst du, dass die Brücke gesperrt wird.", "de"),
        ("Die alte Brücke wird am Freitag gesperrt", "de"),
    ],
)
def test_what_asks_without_a_mark(source: str, language: str) -> None:
    assert not became_question(source, ASKED, language)


def test_polite_requests_and_unreadable_text_are_no_questions() -> None:
    source = "Bitte schließen Sie die Tür."
    assert not became_question(source, "Could you please close the door for me?", "de")
    assert not became_question(source, "???? ???? ???? ???? ???? ???? ????", "de")


def test_a_question_that_is_stated() -> None:
    source = "Wird die alte Brücke gesperrt?"
    assert became_statement(source, STATED)
    assert not became_statement(source, ASKED)
    assert not became_statement(source, "I wonder whether the bridge will be closed.")
    assert not became_statement("Heute? Wird die Brücke gesperrt?", "will the bridge be closed today")


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("Dites-moi si le pont sera fermé vendredi.", "fr"),
        ("Sag mir, wann die Brücke gesperrt ist.", "de"),
        ("Habrá que ver si el puente se cierra.", "es"),
        ("Chissà se il ponte sarà chiuso venerdì.", "it"),
        ("Скажи мне, закроют мост в пятницу.", "ru"),
        ("旧桥周五关不关，仍是悬念。", "zh"),
        ("Tell me if the bridge is closed on Friday.", "en"),
    ],
)
def test_reported_questions(source: str, language: str) -> None:
    assert not became_question(source, ASKED, language)


def test_characters_count_where_words_are_not_spaced() -> None:
    source = "The old bridge will be closed on Friday."
    assert became_question(source, "这座旧桥将于周五关闭吗？", "en")
    assert became_question(source, "สะพานเก่าจะปิดในวันศุกร์นี้หรือไม่?", "en")
    assert not became_question(source, "关闭吗？", "en")
