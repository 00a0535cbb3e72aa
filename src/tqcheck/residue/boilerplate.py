"""What a site prints around every article: cookie banners, share buttons, newsletters, rights, advertisements, editors.

The phrases are those of news sites in English, German, French, Spanish, Italian, Portuguese, Russian, Ukrainian, Polish,
Chinese, Japanese, Korean and Arabic, collected by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model import Span

_REST = r"[^.!?。！？\n]{0,80}"
# Each matches a whole line of the kind; {REST} is what may follow on it.
_KINDS: dict[str, str] = {
    "a cookie notice": r"(?:this|our) (?:web ?)?site uses cookies{REST}|we (?:and our partners )?use cookies (?:to|and|on){REST}"
    r"|accept (?:all )?cookies|by continuing to (?:browse|use) (?:this|the|our) (?:web ?)?site{REST}cookies{REST}"
    r"|diese (?:web)?seite verwendet cookies{REST}|wir verwenden cookies{REST}|alle cookies akzeptieren|cookies akzeptieren"
    r"|ce site utilise des cookies{REST}|nous utilisons des cookies{REST}|(?:tout accepter|accepter (?:tous )?les cookies)"
    r"|este sitio (?:web )?(?:utiliza|usa) cookies{REST}|utilizamos cookies{REST}|aceptar (?:todas )?las cookies"
    r"|questo sito utilizza (?:i )?cookie{REST}|utilizziamo i cookie{REST}|accetta tutti i cookie"
    r"|este site utiliza cookies{REST}|aceitar (?:todos os )?cookies"
    r"|(?:этот|наш) сайт использует (?:файлы )?cookie{REST}|мы используем (?:файлы )?cookie{REST}|принять (?:все )?cookie"
    r"|(?:本|该)网站使用\s?cookies?{REST}|我们使用\s?cookies?{REST}|接受所有\s?cookies?|(?:当|本)サイトでは\s?(?:クッキー|cookie){REST}"
    r"|diese website (?:verwendet|nutzt|benutzt) cookies{REST}|цей сайт використовує (?:файли )?cookie{REST}|ми використовуємо (?:файли )?cookie{REST}|прийняти (?:всі|усі) (?:файли )?cookie|(?:이|본) (?:웹)?사이트는 쿠키를 사용(?:합니다|하고 있습니다){REST}|모든 쿠키 (?:허용|수락)|يستخدم هذا الموقع (?:ملفات تعريف الارتباط|الكوكيز){REST}|قبول جميع ملفات تعريف الارتباط|ta strona (?:używa|korzysta z) (?:plików )?cookies?{REST}|(?:za)?akceptuj (?:wszystkie )?(?:pliki )?cookies?",
    "a share button": r"share (?:this|on|via)(?: (?:article|story|post|page|with friends|facebook|twitter|x|linkedin|whatsapp|email|wechat|weibo))*"
    r"|share to (?:facebook|twitter|wechat|weibo){REST}|follow us on (?:facebook|twitter|x|instagram|telegram|wechat|weibo|youtube){REST}|print this (?:page|article)|email this article"
    r"|(?:diesen )?artikel (?:teilen|drucken|weiterempfehlen)|auf (?:facebook|twitter) teilen|folgen sie uns auf (?:facebook|twitter|instagram){REST}"
    r"|partager (?:cet article|sur (?:facebook|twitter)|l['’]article)|suivez-nous sur (?:facebook|twitter|instagram){REST}|imprimer (?:cet|l['’])\s?article"
    r"|compart(?:ir|e|a) (?:este artículo|en (?:facebook|twitter)|esta noticia)|síguenos en (?:facebook|twitter|instagram){REST}"
    r"|condividi (?:questo articolo|su (?:facebook|twitter))|compartilh(?:ar|e) (?:este artigo|no (?:facebook|twitter)|esta notícia)"
    r"|поделиться(?: (?:статьёй|статьей|новостью|в (?:соцсетях|facebook|вконтакте|telegram)))?|подписывайтесь на (?:нас в|наш (?:telegram-?)?канал){REST}"
    r"|分享(?:到|至)(?:微信|微博|朋友圈|facebook|twitter){REST}|分享本文|打印本页|(?:この記事を)?(?:シェアする|ツイートする)|この記事を(?:シェア|印刷)"
    r"|teilen auf (?:facebook|twitter|whatsapp|x)|partilh(?:ar|e) (?:este artigo|no (?:facebook|twitter))|siga-nos no (?:facebook|twitter|instagram){REST}|seguici su (?:facebook|twitter|instagram){REST}|поділитися(?: (?:статтею|новиною|у (?:facebook|соцмережах)))?|підписуйтесь на (?:нас у|наш (?:telegram-?)?канал){REST}|(?:이 )?기사 (?:공유하기|공유|인쇄)|페이스북(?:으)?로? 공유하기|شارك(?:وا)? (?:هذا )?(?:المقال|الخبر|المقالة){REST}|(?:تابعونا|تابعنا) على (?:فيسبوك|تويتر|إنستغرام|تلغرام){REST}|udostępnij(?: (?:ten )?(?:artykuł|na (?:facebooku|twitterze)))?|(?:obserwuj|śledź) nas na (?:facebooku|twitterze|instagramie){REST}",
    "a link to other articles": r"read more|read also|continue reading|click here (?:to|for) (?:read|more|subscribe|sign|download){REST}|scroll (?:down )?(?:to|for) (?:continue|more){REST}"
    r"|weiterlesen|lesen sie (?:auch|mehr)|hier klicken,? um{REST}|lire la suite|lire (?:aussi|plus)|cliquez ici pour{REST}|leer más|seguir leyendo|haga clic aquí{REST}"
    r"|leggi (?:anche|tutto|di più)|leia (?:mais|também)|читать далее|читайте также|подробнее|点击(?:此处|这里|查看|阅读){REST}|阅读(?:更多|全文|原文)|続きを読む|もっと読む|関連記事"
    r"|mehr lesen|(?:lesen sie auch|à lire aussi|lire aussi|lea también|leggi anche|leia também|читайте также|читайте також|czytaj także|czytaj też|zobacz także|read also|see also)\s?[:：]{REST}|читати далі|читайте також|докладніше|(?:相关阅读|相关新闻|延伸阅读|相關新聞)(?:\s?[:：]{REST})?|関連記事\s?[:：]{REST}|더 ?보기|기사 더 보기|관련 ?기사(?:\s?[:：]{REST})?|(?:اقرأ|إقرأ) المزيد|(?:اقرأ|إقرأ) أيض[اً]+(?:\s?[:：]{REST})?|czytaj (?:więcej|dalej|także|też)",
    "an invitation to subscribe": r"(?:subscribe|sign up) (?:to|for) (?:our|the|free|daily|weekly)\b{REST}(?:newsletter|updates|alerts|channel){REST}|(?:subscribe|sign up|log in|register) (?:now|here|today)|(?:log|sign) in to (?:comment|continue|read){REST}"
    r"|(?:abonnieren sie|jetzt) (?:unseren )?newsletter{REST}|newsletter abonnieren|(?:abonnez-vous|inscrivez-vous) à (?:notre|la) (?:newsletter|lettre){REST}"
    r"|suscríb(?:ete|ase) a nuestro (?:boletín|newsletter){REST}|iscriviti alla (?:nostra )?newsletter{REST}|(?:assine|inscreva-se na) (?:nossa )?newsletter{REST}"
    r"|подпишитесь на (?:нашу )?(?:рассылку|новости){REST}|подписаться на (?:рассылку|новости){REST}|订阅我们的{REST}|(?:メールマガジン|ニュースレター)(?:に|を)登録{REST}"
    r"|(?:zum newsletter anmelden|für (?:unseren )?newsletter anmelden)|recevez notre (?:newsletter|lettre){REST}|підпишіться на (?:нашу )?(?:розсилку|новини){REST}|뉴스레터 (?:구독하기|구독|신청)|اشترك(?:وا)? في (?:نشرتنا|النشرة)(?: (?:الإخبارية|البريدية))?{REST}|zapisz się (?:do|na) (?:naszego )?newslettera?{REST}",
    "a notice of rights": r"(?:copyright\s*)?(?:©|\(c\)) ?\d{4}{REST}|copyright (?:©|\(c\)|by|\d{4}){REST}|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|todos os direitos reservados|все права защищены|(?:版权所有|版權所有){REST}|(?:未经授权|未經授權|未经许可){REST}(?:转载|轉載){REST}|無断(?:転載|複製){REST}|不许转载{REST}"
    r"|(?:усі|всі) права (?:захищені|захищено)|무단 ?전재{REST}|저작권자{REST}|모든 권리 보유|جميع الحقوق محفوظة{REST}|wszelkie prawa zastrzeżone",
    "an advertisement's label": r"advertisement|sponsored content|anzeige|publicité|publicidad|pubblicità|publicidade|реклама|广告|廣告|広告|スポンサーリンク"
    r"|광고|إعلان|reklama|artykuł sponsorowany|werbung",
    "an editor's line": r"[\(\[（【]?(?:(?:responsible |executive |chief |duty )?editors?(?: in charge)?|editing by|edited by|verantwortlicher redakteur|redaktion|rédacteur|editor responsable|redattore|редактор(?: материала)?|выпускающий редактор)\s?[:：]{REST}[\)\]）】]?"
    r"|[\(\[（【]?(?:责任编辑|責任編輯|(?:本文)?编辑|实习编辑|校对|责编|編集)\s?[:：]{REST}[\)\]）】]?"
    r"|[\(\[（]?(?:редактор|편집자|편집|المحرر|تحرير|redaktor(?: prowadzący)?|opracowanie)\s?[:：]{REST}[\)\]）]?",
}  # fmt: skip
_PATTERN = re.compile(
    r"[\s|•·*>\-–]*(?:"
    + "|".join(f"(?P<k{at}>{pattern.replace('{REST}', _REST)})" for at, pattern in enumerate(_KINDS.values()))
    + r")(?P<end>[\s.!?:…»›>→|。！：\]\)）]*)",
    re.IGNORECASE,
)
_NAMES = tuple(_KINDS)
# The head of a line that runs into the text without a full stop between; {REST} is not known then.
_HEADS = re.compile(
    r"(?:share (?:this (?:article|story|post|page)|on (?:facebook|twitter))|(?:read more|continue reading|advertisement)(?= [A-Z“\"])|accept all cookies|all rights reserved"
    r"|artikel teilen|alle rechte vorbehalten|partager (?:cet article|sur facebook)|tous droits réservés|compartir (?:este artículo|en facebook)"
    r"|todos los derechos reservados|все права защищены|поделиться в соцсетях|版权所有|責任編輯[:：]\S{2,4}|责任编辑[:：]\S{2,4})(?=\s+[\"“„«]?[^\W\d_])",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?<=[.!?…。！？”\"])\s+|(?<=[。！？])(?=[\[（【])")
EDITOR = "an editor's line"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """`glued`: it stands in one sentence with text of the article."""

    span: Span
    kind: str
    glued: bool = False


def whole_line(text: str) -> str | None:
    """The kind of boilerplate that a sentence or line is as a whole, None if it is none."""
    match = _PATTERN.fullmatch(text)
    if match is None:
        return None
    return next(_NAMES[at] for at in range(len(_NAMES)) if match[f"k{at}"] is not None)


def glued_head(text: str) -> Span | None:
    """Boilerplate at the head of a sentence that goes on as text: "Share this article The mayor said …"."""
    match = _HEADS.match(text)
    if match is None:
        return None
    after = text[match.end() :].lstrip(' "“„«')
    # A sentence of its own begins with a capital: "share this article with friends" is one sentence.
    starts = bool(after) and (after[0].isupper() or not (after[0].islower() or after[0].isupper()))
    return Span(*match.span()) if starts and text[0].isupper() == after[0].isupper() else None


def _lines(text: str, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """The sentences, cut also where a full stop or a bracketed note parts them: the segmenter joins short ones."""
    for sentence in sentences:
        start = sentence.start
        for gap in _GAP.finditer(text, sentence.start, sentence.end):
            if start < gap.start():
                yield Span(start, gap.start())
            start = gap.end()
        if start < sentence.end:
            yield Span(start, sentence.end)


def boilerplate(text: str, sentences: tuple[Span, ...]) -> Iterator[Boilerplate]:
    """Sentences that are boilerplate as a whole, and boilerplate that runs into a sentence; neighbours of a kind are one."""
    last: Boilerplate | None = None
    for span in _lines(text, sentences):
        sentence = span.of(text)
        kind = whole_line(sentence)
        if kind is not None:
            if last is not None and last.kind == kind and not last.glued:
                last = Boilerplate(Span(last.span.start, span.end), kind)
                continue
            if last is not None:
                yield last
            last = Boilerplate(span, kind)
        elif (head := glued_head(sentence)) is not None:
            if last is not None:
                yield last
            last = Boilerplate(head.shift(span.start), "a line of the page", glued=True)
    if last is not None:
        yield last
