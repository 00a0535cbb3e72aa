"""Korean people by family name and title, and what is named after its sort: 김민수 의원, 인하대학교."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted

_FAMILIES = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
_TITLES = (
    "대통령|총리|장관|차관|의원|대표|회장|부회장|사장|교수|감독|선수|씨|위원장|대변인|총장|지사|시장|기자|후보|박사|판사|검사|변호사|"
    "원내대표|비서관|실장|본부장|국장|위원|이사장|행장|목사|작가|배우|코치|청장|군수|구청장"
)
_PERSON = re.compile(
    rf"(?<![가-힣])(?P<name>(?P<family>[{_FAMILIES}])(?P<given>[가-힣]{{2}})) ?(?:전 |신임 )?(?:{_TITLES})"
    r"(?:[은는이가을를의와과도]|에게|께서|등|으로|로|라고|,|\s|\.|$)"
)
# Three syllables before a title that are words: the opposition leader, the city's mayor.
_WORDS = frozenset(
    "이명의 정상급 전국의 한국의 국회의 양국의 여야의 현지의 이후의 신임의 남녀의 국민의 주미국 주한국 공동의 전문가 국가의 민간의 정부의 "
    "여성의 남성의 우리의 최고의 최초의 유명한 공화당 민주당 자유당 노동당 보수당 국무부 국방부 외교부 교육부 법무부 통일부 환경부 "
    "인권위 금융위 방통위 공정위 선관위 노조의 지역의 지방의 서울시 부산시 대구시 인천시 광주시 대전시 울산시 경기도 강원도 제주도".split()
)
_NAMED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,4})(?:광역시|특별시|특별자치시|특별자치도|국제공항|대학교)"
)


def korean_people(text: str) -> Iterator[Spotted]:
    """People of three syllables with a title."""
    for match in _PERSON.finditer(text):
        form = match["name"]
        if form in _WORDS or form[-1] in "의은는을를와과":
            continue
        parts = (form, match["given"] + match["family"], match["given"])
        yield Spotted(Span(*match.span("name")), form, form, NameKind.PERSON, certain=True, parts=parts)


def korean_institutions(text: str) -> Iterator[Spotted]:
    """Cities with their rank, universities and airports, by sound."""
    for match in _NAMED.finditer(text):
        form = match["name"]
        yield Spotted(Span(*match.span("name")), form, form, NameKind.OTHER, certain=False, parts=(form,))
