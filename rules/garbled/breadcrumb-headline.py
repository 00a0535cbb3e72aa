"""The site's breadcrumb run into the headline: "Home > News > International Leaders call for peace"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    Span,
    bad,
    good,
)

# Words that name a place in a site's menu and begin a breadcrumb; "World" or "News" alone begin many a headline.
_ROOTS = (
    "home|homepage|home page|front page|main page|main|start page|startseite|accueil|inicio|início|главная"
    "|головна|strona główna|página inicial|página principal|página de inicio|pagina iniziale"
    "|首页|主页|首頁|ホーム|トップ|トップページ|홈|الرئيسية|الصفحة الرئيسية"
    "|your location|current location|current position|you are here|position|location"
)
_SECTIONS = (
    "news|latest news|top news|world|world news|international|international news|domestic|china|politics|economy"
    "|business|finance|markets|society|culture|sports?|science|technology|tech|education|health|opinion|comment"
    "|commentary|military|entertainment|travel|life|lifestyle|local|regional|national|video|photos?|topics?"
    "|energy|environment"
    "|in focus|breaking news|breaking|rolling news|headlines|channel|text|main text|body|article|articles|archive"
    # German, French, Spanish, Italian, Portuguese, Russian, Ukrainian, Polish, Chinese, Japanese, Korean, Arabic
    "|nachrichten|politik|wirtschaft|kultur|panorama|ausland|inland|gesellschaft|wissen"
    "|actualités?|politique|économie|monde|société"
    "|noticias|política|economía|mundo|cultura|deportes|internacional|sociedad"
    "|notizie|politica|economia|mondo|esteri|cronaca|notícias|esportes|desporto|sociedade"
    "|новости|политика|экономика|мир|в мире|общество|культура|спорт|новини|політика|економіка|світ|суспільство"
    "|wiadomości|polityka|gospodarka|świat|kraj|kultura|społeczeństwo"
    "|新闻|新聞|国际|国内|社会|经济|财经|体育|文化|时政|要闻|ニュース|国際|経済|政治|スポーツ"
    "|뉴스|국제|정치|경제|사회|스포츠|أخبار|سياسة|اقتصاد|رياضة|العالم|ثقافة"
    "|press|media|russia|europe|germany|france|japan|middle east|asia|africa|americas|region|regions|all news|news feed"
)
_SEPARATOR = r"\s*(?:>+|»|›|→|/|\||::|·|•|—>|->|&gt;)\s*"
# Marks that a sentence has no use for; "/", "|" and "·" do occur in headlines.
_SURE_SEPARATOR = re.compile(r">|»|›|→|::|&gt;")
_CRUMB = re.compile(
    rf"^\s*(?:(?:{_ROOTS})\s*:\s*(?=(?:{_ROOTS}|{_SECTIONS})\b))?(?:(?:{_ROOTS})(?:{_SEPARATOR}|\s+(?=(?:{_SECTIONS})\b{_SEPARATOR}))|(?:{_SECTIONS}){_SEPARATOR})"
    rf"(?:[^\n>»›→|/:·•]{{1,40}}{_SEPARATOR})*(?:(?:{_SECTIONS})\b\s*)*",
    re.IGNORECASE,
)
# The menu's links run together with nothing between them: its root and two sections, each with a capital.
_BARE = re.compile(
    rf"^\s*(?:(?i:home ?page|home|front page|main page)\s+)(?=[A-Z])(?:(?:{_SECTIONS.title()})\s+(?=[A-Z“\"'])){{2,4}}"
)
_TAIL = re.compile(
    r"\s*(?:\||-|–|—|::|»|>|_)\s*(?:[A-Z][\w.]*\s*){0,4}(?:home ?page|official (?:web)?site|news channel)\s*$",
    re.IGNORECASE,
)
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SHORT = 4  # characters of a menu's entry
_BLOCKS = 4  # a breadcrumb stands at the top


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    shown = [
        pair
        for pair in article.pairs
        if pair.target is not None and pair.target.kind is not BlockKind.NAVIGATION
    ]
    for pair in shown[:_BLOCKS]:
        text = pair.target_text
        match = _CRUMB.match(text)
        if match is None or not re.search(_SEPARATOR, match.group()):
            match = _BARE.match(text) or _TAIL.search(text)
        if match is None or not _is_crumb(match.group()) or _line_break(text, match):
            continue
        rest = (text[: match.start()] + text[match.end() :]).strip()
        if len(rest.split()) < 2 and not (_WITHOUT_SPACES.match(rest) and len(rest) > _SHORT):
            continue  # a breadcrumb on a line of its own is the page's business
        start = match.start() or len(text) - len(text.lstrip())
        crumb = Span(start, match.end())
        yield (
            pair,
            Hit(
                "The page's breadcrumb has run into the headline.",
                target=Span(start, len(text.rstrip())),
                suggestions=(rest,),
                confidence=None if _SURE_SEPARATOR.search(crumb.of(text)) else Confidence.MEDIUM,
            ),
        )
        return


def _is_crumb(text: str) -> bool:
    """A sure separator, or a root or two steps: one section and a slash may be a kicker ("World | …")."""
    steps = len(re.findall(_SEPARATOR, text))
    return (
        steps >= 2 or bool(re.match(rf"\s*(?:{_ROOTS})\b", text, re.IGNORECASE)) or bool(_TAIL.search(text))
    )


def _line_break(text: str, match: re.Match[str]) -> bool:
    return "\n" in text[match.start() : match.end()].strip()


RULE = DocumentRule(
    id="breadcrumb-headline",
    summary="The site's breadcrumb is run together with the headline",
    why="Extraction glued the menu to the title, and the engine translated the two as one sentence.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    covers=True,
    check=check,
    examples=(
        bad(
            "首页 > 新闻 > 国际 领导人呼吁和平",
            "# Home > News > International Leaders call for peace",
            marks=["Home > News > International Leaders call for peace"],
            suggestion="Leaders call for peace",
            languages="zh-en",
        ),
        bad(
            ["Главная / Экономика / Бюджет принят", "Дума приняла бюджет."],
            ["Home / Economy / Budget adopted by parliament", "The Duma adopted the budget."],
            marks=["Home / Economy / Budget adopted by parliament"],
            suggestion="Budget adopted by parliament",
            languages="ru-en",
        ),
        bad(
            None,
            "Current location: Home » Politics » Talks resume in Geneva",
            marks=["Current location: Home » Politics » Talks resume in Geneva"],
            languages="und-en",
        ),
        bad(
            ["الرئيسية رياضة كرة القدم الفريق يفوز", "فاز الفريق."],
            ["Home Sports Local The Team Wins Again", "The team has won."],
            marks=["Home Sports Local The Team Wins Again"],
            suggestion="The Team Wins Again",
            languages="ar-en",
        ),
        bad(
            "Home > News > World Leaders call for peace",
            "# 首页 > 新闻 > 国际 > 多国领导人呼吁和平",
            marks=["首页 > 新闻 > 国际 > 多国领导人呼吁和平"],
            suggestion="多国领导人呼吁和平",
            languages="en-zh",
        ),
        bad(
            None,
            "# Startseite › Politik › Der Haushalt ist beschlossen",
            marks=["Startseite › Politik › Der Haushalt ist beschlossen"],
            suggestion="Der Haushalt ist beschlossen",
            languages="und-de",
        ),
        bad(
            None,
            "# Главная / Новости / Бюджет принят вчера",
            marks=["Главная / Новости / Бюджет принят вчера"],
            suggestion="Бюджет принят вчера",
            languages="und-ru",
        ),
        bad(
            None,
            "# Accueil > Monde > Le budget est voté",
            marks=["Accueil > Monde > Le budget est voté"],
            suggestion="Le budget est voté",
            languages="und-fr",
        ),
        bad(
            None,
            "# Inicio » Economía » El presupuesto está aprobado",
            marks=["Inicio » Economía » El presupuesto está aprobado"],
            suggestion="El presupuesto está aprobado",
            languages="und-es",
        ),
        good(None, "# Мир и война: новости с фронта", languages="und-ru"),
        good(None, "# 国际新闻：多国领导人呼吁和平", languages="und-zh"),
        good("Startseite", "# Home", languages="de-en"),
        good(None, "# Home Health Visitors Face Cuts", languages="und-en"),
        good("# 国内 / 国际媒体", "# Home and away: international media / press freedom", languages="zh-en"),
        good(
            None,
            ["# World | Leaders call for peace", "International and/or domestic news: a/b tests"],
            languages="und-en",
        ),
    ),
)
