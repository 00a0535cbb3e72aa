"""A tagger beside the rules that spot names. spaCy itself runs where it and a pipeline are installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from tqcheck.cli import main
from tqcheck.errors import ResourceUnavailable
from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted
from tqcheck.names.ner import open_tagger, with_entities
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import bad

TEXT = "Le maire a reçu la délégation du Théâtre des Possibles."
SPACY = importlib.util.find_spec("spacy") is not None
FRENCH = importlib.util.find_spec("fr_core_news_sm") is not None


class Fixed:
    """What a tagger says, written down."""

    id = "fixed@1"

    def __init__(self, language: str | None, *names: str) -> None:
        self.language = language
        self.names = names

    def entities(self, text: str) -> Sequence[tuple[Span, NameKind]]:
        found = ((text.index(name), name) for name in self.names)
        return [(Span(start, start + len(name)), NameKind.ORGANISATION) for start, name in found]


def test_a_name_of_the_tagger_is_one_besides_and_not_certain() -> None:
    (name,) = with_entities((), TEXT, "fr", Fixed("fr", "Théâtre des Possibles"))
    assert (name.text, name.kind, name.certain) == ("Théâtre des Possibles", NameKind.ORGANISATION, False)
    assert name.span.of(TEXT) == name.text


def test_what_is_spotted_already_stays_as_it_is() -> None:
    at = TEXT.index("Possibles")
    own = Spotted(Span(at, at + 9), "Possibles", "Possibles", certain=True)
    assert with_entities((own,), TEXT, "fr", Fixed(None, "Théâtre des Possibles")) == (own,)
    both = with_entities((own,), TEXT, "fr", Fixed(None, "Le maire"))
    assert [name.text for name in both] == ["Le maire", "Possibles"]


@pytest.mark.parametrize("tagger", [None, Fixed("de", "Possibles")])
def test_without_a_tagger_for_the_language_nothing_changes(tagger: Fixed | None) -> None:
    assert with_entities((), TEXT, "fr", tagger) == ()


@pytest.mark.parametrize(
    ("tagger", "detail"),
    [
        (Fixed("de", "Possibles"), "fixed@1 was not used: it reads de, not fr"),
        (Fixed("fr", "Possibles"), ""),
        (Fixed(None, "Possibles"), ""),
        (None, ""),
    ],
)
def test_a_tagger_of_another_language_is_said(tagger: Fixed | None, detail: str) -> None:
    article = article_of(bad(TEXT, "The mayor received the company.", marks=["?"], languages="fr-en"))
    assert PROVIDER.gather(article, Resources(tagger=tagger)).detail == detail


def test_no_name_is_no_tagger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.txt").write_text("The mayor came.", encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["check", str(tmp_path / "b.txt"), "--ner", "", "--grammar", "off"])
    assert caught.value.code == 2
    assert "--ner needs the name" in capsys.readouterr().err


@pytest.mark.skipif(not SPACY, reason="spaCy is not installed (the extra `ner`)")
def test_a_folder_is_given_as_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx_ent").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ResourceUnavailable, match="no such package"):
        open_tagger("xx_ent")
    with pytest.raises(ResourceUnavailable, match="cannot be loaded"):
        open_tagger("./xx_ent")


@pytest.mark.skipif(SPACY, reason="spaCy is installed")
def test_without_spacy_it_says_what_to_install() -> None:
    with pytest.raises(ResourceUnavailable, match="needs spaCy") as caught:
        open_tagger("xx_ent_wiki_sm")
    assert "tqcheck[ner]" in str(caught.value)


@pytest.mark.skipif(not SPACY, reason="spaCy is not installed (the extra `ner`)")
def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    for name in ("no_such_pipeline", str(tmp_path)):
        with pytest.raises(ResourceUnavailable, match="cannot be loaded"):
            open_tagger(name)


@pytest.mark.skipif(not FRENCH, reason="fr_core_news_sm is not installed")
def test_a_pipeline_tags() -> None:
    tagger = open_tagger("fr_core_news_sm")
    text = "Le président Emmanuel Macron a rencontré Angela Merkel à Strasbourg."
    assert tagger.language == "fr"
    found = {span.of(text): kind for span, kind in tagger.entities(text)}
    assert found["Emmanuel Macron"] is NameKind.PERSON
    assert found["Strasbourg"] is NameKind.PLACE


@pytest.mark.skipif(SPACY, reason="spaCy is installed")
def test_the_command_refuses_a_tagger_that_cannot_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for side, text in (("a", "Le maire est venu."), ("b", "The mayor came.")):
        (tmp_path / f"{side}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    with pytest.raises(SystemExit) as caught:
        main(["check", *files, "--ner", "xx_ent_wiki_sm", "--grammar", "off"])
    assert caught.value.code == 4  # what was asked for is not there
    assert "needs spaCy" in capsys.readouterr().err
