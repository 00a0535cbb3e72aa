"""Good translations whose names look strange: nothing of them is lost, nothing added."""

from __future__ import annotations

import pytest

from tqcheck.facts import Names
from tqcheck.names.absent import changed, missing
from tqcheck.names.acronym.spoken import is_spoken, said_in
from tqcheck.names.changes import otherwise_called, strange
from tqcheck.names.model import Rendered
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import bad


def _names(source: str, target: str, language: str) -> tuple[list[str], list[str]]:
    """(certain names that are lost, names without a ground)."""
    names = _facts(source, target, language)
    gone = [name.text for name in names.source if name.certain and name.rendered is Rendered.NOWHERE]
    return gone, [name.text for name in strange(names)]


def _facts(source: str, target: str, language: str) -> Names:
    article = article_of(bad(source, target, marks=["?"], languages=f"{language}-en"))
    (pair,) = article.pairs
    facts: Names = PROVIDER.gather(article, Resources()).facts[pair.id]
    return facts


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("de", "Am Bodensee wurden zwei Männer festgenommen.", "Two men were arrested at Lake Constance."),
        ("de", "Der Genfersee ist so warm wie nie zuvor.", "Lake Geneva is warmer than ever before."),
        ("de", "Auf dem Vierwaldstättersee sank ein Boot.", "A boat sank on Lake Lucerne."),
        ("de", "Im Ärmelkanal kamen fünf Menschen um.", "Five people died in the English Channel."),
        ("nl", "Op het Kanaal zijn vijf mensen verdronken.", "Five people drowned in the English Channel."),
        ("ru", "В проливе Ла-Манш погибли пять человек.", "Five people died in the English Channel."),
        ("ja", "ボーデン湖で男性二人が逮捕された。", "Two men were arrested at Lake Constance."),
        ("ja", "英仏海峡で五人が死亡した。", "Five people died in the English Channel."),
        ("ru", "Он преподаёт в МГУ.", "He teaches at Moscow State University."),
        ("ru", "Он учился в ТГПУ.", "He studied at Tomsk State Pedagogical University."),
        ("uk", "Волонтери Червоного Хреста роздавали чай.", "Volunteers of the Red Cross gave out tea."),
        ("uk", "Дякую народу Великої Британії.", "Thank you to the people of the UK."),
        ("uk", "Про це йдеться у заяві Білого дому.", "This is said in a statement of the White House."),
        ("uk", "Вони захопили Запорізьку АЕС.", "They seized the Zaporizhzhia NPP."),
        ("de", "Am Hintersee fiel gestern Schnee.", "Snow fell on Lake Hinter yesterday."),
        ("es", "Subió al monte Cervino.", "He climbed the Matterhorn."),
        ("zh", "学校不得举办奥赛班。", "Schools must not hold Olympiad classes."),
        ("zh", "雪豹属国家一级保护动物。", "Snow leopards enjoy national first-class protection."),
        ("uk", "Кіт утік з дому, – УП.", "The cat ran away from home, says Ukrainska Pravda."),
        ("zh", "世卫组织总干事谭德塞表示担忧。", "WHO chief Tedros Adhanom Ghebreyesus is worried."),
        ("zh", "展览在亚洲国际博览馆开幕。", "The exhibition opened at AsiaWorld-Expo."),
        ("ja", "国内外から参加者が集まった。", "Participants from Japan and abroad gathered."),
        ("ja", "何かいいヒラメキがあった。", "I had a flash of inspiration."),
        ("hi", "केपीएमजी ने रिपोर्ट जारी की।", "KPMG published a report."),
    ],
)
def test_nothing_is_lost_or_added(language: str, source: str, target: str) -> None:
    assert _names(source, target, language) == ([], [])


@pytest.mark.parametrize(
    ("language", "source", "target", "gone", "added"),
    [
        ("de", "Am Bodensee wurde er verhaftet.", "He was arrested in Lisbon.", "Bodensee", "Lisbon"),
        ("ru", "Он учится в МГУ.", "He studies at Kazan State University.", None, "Kazan"),
        ("uk", "Учора Микола Ткаченко приїхав.", "Yesterday he arrived.", "Ткаченко", None),
    ],
)
def test_what_is_lost_or_added_still_is(
    language: str, source: str, target: str, gone: str | None, added: str | None
) -> None:
    lost, strangers = _names(source, target, language)
    assert (gone in lost) is (gone is not None)
    assert (added in strangers) is (added is not None)


@pytest.mark.parametrize(
    ("letters", "source", "language", "wanted"),
    [
        ("IU", "아이유가 새 앨범을 냈다.", "ko", True),
        ("BBC", "बीबीसी ने बताया।", "hi", True),
        ("HBO", "Сериал снял Эйч-би-о.", "ru", True),
        ("HBO", "米エイチビーオーが制作した。", "ja", True),
        ("UNICEF", "यूनिसेफ ने कहा।", "hi", True),
        ("XQK", "경찰이 그를 체포했다.", "ko", False),
        ("KPMG", "बीबीसी ने बताया।", "hi", False),
        ("HBO", "Сериал снят в Москве.", "ru", False),
    ],
)
def test_acronyms_as_they_are_said(letters: str, source: str, language: str, wanted: bool) -> None:
    assert is_spoken(letters, source, language) is wanted


def test_a_name_that_is_said_letter_by_letter() -> None:
    assert said_in("케이피엠지가", "KPMG published it.", "ko")
    assert not said_in("अजय", "AI grows.", "hi")


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("Designer Mette Arnkil got it.", True),
        ("The designer got it.", False),
        ("The designer got the Open Road.", False),
    ],
)
def test_a_person_may_have_another_name(target: str, wanted: bool) -> None:
    names = _facts("设计师黄思琪获奖。", target, "zh")
    (person,) = (name for name in names.source if name.text == "黄思琪")
    assert person.rendered is Rendered.NOWHERE
    assert otherwise_called(person, names) is wanted


@pytest.mark.parametrize(
    ("source", "target", "sure"),
    [
        ("Свалка в Черногорском округе закрыта.", "The landfill in Chernogor district is closed.", False),
        ("Завод в Красноярске закрыт.", "The plant in Krasnodar is closed.", True),
        ("Министр прибыл в Казахстан.", "The minister arrived in Kazan.", True),
    ],
)
def test_a_place_in_another_form_is_not_another_place(source: str, target: str, sure: bool) -> None:
    article = article_of(bad(source, target, marks=["?"], languages="ru-en"))
    (pair,) = article.pairs
    names: Names = PROVIDER.gather(article, Resources()).facts[pair.id]
    gone = missing(names, pair)
    assert (any(change.sure for change in changed(names, pair)) or (gone is not None and gone.sure)) == sure
