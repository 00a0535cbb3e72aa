"""Names of languages in Latin letters: spotted, rendered, missing, added, replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.names.inflection import shortest, stems
from tqcheck.names.latin import as_common_word, spelt_alike
from tqcheck.names.link import Linking
from tqcheck.names.model import Rendered
from tqcheck.names.spot import spot
from tqcheck.names.spot.latin import latin_names
from tqcheck.names.spot.own_words import abroad, called_name, named_itself
from tqcheck.names.target import target_names
from tqcheck.names.text import words_of


def _certain(text: str, language: str) -> list[str]:
    return [name.text for name in spot(text, language) if name.certain]


def _lost(source: str, target: str, language: str) -> list[str]:
    foreign, _ = _mentions(source, target, language)
    return [name.text for name in foreign if name.certain and name.rendered is Rendered.NOWHERE]


def _strange(source: str, target: str, language: str) -> list[str]:
    _, english = _mentions(source, target, language)
    return [name.text for name in english if name.certain and name.rendered is Rendered.NOWHERE]


def _mentions(source: str, target: str, language: str):  # type: ignore[no-untyped-def]
    linking = Linking(
        (source,), (target,), (tuple(spot(source, language)),), (target_names(target),), language
    )
    return linking.mentions(0)


@pytest.mark.parametrize(
    ("source", "language", "names"),
    [
        ("Die Brücke wird im Mai von der Firma gebaut.", "de", []),
        ("Der Trainer lobte gestern Torwart Grindel und die Abwehr.", "de", ["Grindel"]),
        ("„Wir bauen weiter“, sagte Zimmermann.", "de", ["Zimmermann"]),
        ("Das Haus wurde von einem Zimmermann gebaut.", "de", []),
        ("Die Abgeordnete (CSU) stimmte dagegen.", "de", ["CSU"]),
        ("Er rief laut: DAS WAREN meine Schuhe!", "de", []),
        ("Der neue Hammer liegt leider im Keller.", "de", []),
        ("La Ley Orgánica fue aprobada ayer.", "es", ["Ley Orgánica"]),
        ("El satélite cruzó el sistema Solar en junio.", "es", []),
        ("Quizás mañana lleguen los barcos.", "es", []),
        ("La semana pasada habló Peña Nieto en público.", "es", ["Peña Nieto"]),
        ("Ieri il ministro è arrivato a Parigi.", "it", ["Parigi"]),
        ("Wczoraj papież Franciszek odwiedził szpital.", "pl", ["Franciszek"]),
    ],
)
def test_what_is_surely_a_name(source: str, language: str, names: list[str]) -> None:
    assert _certain(source, language) == names


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Dazu gab es Falafel mit Soße.", "There was falafel with sauce.", "de"),
        ("Die Grazer Oper öffnet wieder.", "The opera in Graz is opening again.", "de"),
        ("Mluvil s Jiřím Novákem o počasí.", "He talked to Jiří Novák about the weather.", "cs"),
        ("Rozmawiał z Adamczykiem w Paryżu.", "He talked to Adamczyk in Paris.", "pl"),
        ("La OTAN se reúne en Bruselas.", "NATO is meeting in Brussels.", "es"),
        ("Gli Stati Uniti hanno firmato.", "The United States have signed.", "it"),
        ("El Ministerio de Economía lo confirmó.", "The Treasury, in charge of the economy, said so.", "es"),
        ("Le Parti Travailliste a perdu.", "The Labour Party lost.", "fr"),
        ("De minister sprak in Den Haag met Van Dijk.", "The minister met Van Dijk in The Hague.", "nl"),
        ("Statsministern träffade Lindström i Göteborg.", "The premier met Lindström in Gothenburg.", "sv"),
        ("Ministrul a vorbit cu Popescu la Cluj.", "The minister spoke with Popescu in Cluj.", "ro"),
        ("A miniszter Kovácsnak adta a levelet.", "The minister gave the letter to Kovács.", "hu"),
        ("Bakan, Yılmaz ile Almanya hakkında konuştu.", "The minister talked to Yilmaz about Germany.", "tr"),
        ("Ministeren talte med Sørensen i går.", "The minister spoke with Sorensen yesterday.", "da"),
    ],
)
def test_a_faithful_translation_loses_and_adds_no_name(source: str, target: str, language: str) -> None:
    assert _lost(source, target, language) == []
    assert _strange(source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "lost"),
    [
        ("Gestern traf Grindel den Bürgermeister.", "Yesterday met the mayor.", "de", ["Grindel"]),
        ("Der Bischof der Diözese Nantes kam.", "The bishop of the diocese came.", "de", ["Nantes"]),
        ("Un avvertimento alla CSU e alla CDU.", "A warning to the CSU.", "it", ["CDU"]),
        ("Una crisi di stato negli Stati Uniti.", "A crisis of state.", "it", ["Stati Uniti"]),
        ("Pracował kiedyś w Paryżu jako kucharz.", "He once worked as a cook.", "pl", ["Paryżu"]),
        ("Včera to řekl soused Petr Novotný.", "The neighbour said so yesterday.", "cs", ["Petr Novotný"]),
        ("Obama ha parlato ieri.", "Spoke yesterday.", "it", ["Obama"]),
    ],
)
def test_a_lost_name(source: str, target: str, language: str, lost: list[str]) -> None:
    assert _lost(source, target, language) == lost


@pytest.mark.parametrize(
    ("source", "target", "language", "strange"),
    [
        ("Die Syrer und Katalanen kamen.", "The Syrians and Catalans came.", "de", []),
        ("Sie reisten durch das Elsass.", "They travelled through Alsace.", "de", []),
        ("La fille aînée doit se marier.", "The eldest Chinese girl has to marry.", "fr", ["Chinese"]),
        ("El presidente llegó tarde.", "President Kratochvil was late.", "es", ["Kratochvil"]),
    ],
)
def test_an_added_name(source: str, target: str, language: str, strange: list[str]) -> None:
    assert [name.split()[-1] for name in _strange(source, target, language)] == strange


def test_what_english_calls_a_word() -> None:
    assert named_itself("Grindel", "de")
    assert not named_itself("Syndrom", "de")  # the stem of a dictionary word
    assert called_name("Parigi", "it")
    assert not called_name("Esta", "es")
    assert abroad("Obama", "it")
    assert not abroad("Neapol", "cs")


def test_acronyms_are_the_same_or_have_the_same_letters() -> None:
    assert spelt_alike("CSU", "csu", "it") > 0
    assert spelt_alike("OTAN", "nato", "fr") > 0
    assert spelt_alike("CDU", "csu", "it") < 0


def test_a_word_that_english_has_without_its_capital() -> None:
    words = words_of("They had enchiladas and acute pancreatitis.")
    assert as_common_word("Enchilada", words) is not None
    assert as_common_word("Pankreatitis", words) is not None
    assert as_common_word("Pancho", words) is None


@given(st.text("abcdeimnoruvy", min_size=1, max_size=12), st.sampled_from(["cs", "pl", "de", "es", "xx"]))
def test_stems_begin_the_word(word: str, language: str) -> None:
    assert all(word.startswith(stem) and len(stem) >= 3 for stem in stems(word, language))
    assert word.startswith(shortest(word, language))


def _sure(text: str, language: str) -> set[str]:
    return {name.text for name in latin_names(text, language) if name.certain}


def test_a_word_that_begins_a_sentence_is_no_place_of_its_name() -> None:
    assert not _sure("Leider kam er spät.", "de")
    assert not _sure("Hago pizza para todos.", "es")
    assert _sure("Londres está lejos.", "es") == {"Londres"}
    assert not _sure("La réunion a duré.", "fr")


def test_a_surname_that_means_something_after_what_its_bearer_is() -> None:
    assert "Klose" in _sure("Der Rekordtorschütze Klose traf.", "de")
    assert "Fehler" not in _sure("Weil der Regisseur Fehler machte.", "de")
