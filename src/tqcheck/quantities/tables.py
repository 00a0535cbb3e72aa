"""Number words of each language: cardinals, scales, joining words, months, hedges.

Compiled from the languages' own grammars; the false friends are deliberate: German Billion, French billion and
Spanish billón are 10^12, Italian miliardo, Russian миллиард and Arabic مليار 10^9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

K, M, G, T = 10**3, 10**6, 10**9, 10**12


@dataclass(frozen=True, slots=True)
class Language:
    """`words` below a hundred and hundreds; `scales` multiply; `joins` may stand inside a number."""

    words: dict[str, int] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    joins: frozenset[str] = frozenset()
    months: dict[str, int] = field(default_factory=dict)
    decimal_comma: bool = False
    space_groups: bool = False


def _pairs(text: str) -> dict[str, int]:
    """`word word=3` → both words mean 3."""
    table: dict[str, int] = {}
    waiting: list[str] = []
    for item in text.split():
        word, _, value = item.partition("=")
        waiting.append(word.replace("_", " "))
        if value:
            table.update(dict.fromkeys(waiting, int(value)))
            waiting = []
    return table


def _scales(text: str) -> dict[str, int]:
    values = {"C": 100, "K": K, "L": 10**5, "M": M, "X": 10**7, "G": G, "T": T}
    table: dict[str, int] = {}
    for item in text.split():
        words, value = item.rsplit("=", 1)
        table.update({word.replace("_", " "): values[value] for word in words.split("|")})
    return table


def _months(text: str) -> dict[str, int]:
    return {word: index for index, names in enumerate(text.split(), 1) for word in names.split("|")}


_EN = Language(
    words=_pairs(
        "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12 "
        "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 "
        "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 "
        "seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 "
        "sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 "
        "sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 twice=2 both=2 pair=2 couple=2 once=1 single=1 "
        "double=2 doubled=2 triple=3 tripled=3 quadrupled=4 teens=10"
    ),
    scales=_scales(
        "hundred|hundredth=C thousand|thousandth=K k=K lakh=L million|mln|mn|m=M crore=X billion|bn|b=G trillion|trn|tn=T"
    ),
    joins=frozenset({"and", "a"}),
    months=_months(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
        "october|oct november|nov december|dec"
    ),
)
_DE_UNITS = "ein=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9"
_DE = Language(
    words=_pairs(
        f"null=0 {_DE_UNITS} eins=1 eine=1 einen=1 einem=1 einer=1 zwo=2 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 "
        "sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 "
        "siebzig=70 achtzig=80 neunzig=90 dutzend=12 erste ersten erster=1 zweite zweiten zweiter=2 dritte dritten dritter=3 "
        "vierte vierten=4 fünfte fünften=5 sechste sechsten=6 siebte siebten=7 achte achten=8 neunte neunten=9 zehnte zehnten=10 "
        "beide beiden=2 doppelt doppelte verdoppelt=2 zweimal=2 dreimal=3 verdreifacht=3"
    ),
    scales=_scales(
        "hundert=C tausend|tsd.|tsd=K million|millionen|mio.|mio=M milliarde|milliarden|mrd.|mrd=G billion|billionen|bio.=T"
    ),
    joins=frozenset({"und"}),
    months=_months(
        "januar|jänner|jan. februar|feb. märz april|apr. mai juni|jun. juli|jul. august|aug. september|sept. oktober|okt. "
        "november|nov. dezember|dez."
    ),
    decimal_comma=True,
)
_FR = Language(
    words=_pairs(
        "zéro=0 un une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 "
        "quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 trente=30 quarante=40 cinquante=50 "
        "soixante=60 septante=70 soixante-dix=70 soixante-quinze=75 quatre-vingt quatre-vingts=80 nonante quatre-vingt-dix=90 "
        "dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 centaine=100 "
        "premier première=1 deuxième second seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 "
        "double doublé=2 triple triplé=3"
    ),
    scales=_scales(
        "cent|cents=C mille|millier|milliers=K million|millions|mio=M milliard|milliards|mds|md|mrd=G billion|billions=T"
    ),
    joins=frozenset({"et", "de", "d'"}),
    months=_months(
        "janvier|janv. février|févr. mars avril|avr. mai juin juillet|juil. août septembre|sept. octobre|oct. novembre|nov. décembre|déc."
    ),
    decimal_comma=True,
    space_groups=True,
)
_ES = Language(
    words=_pairs(
        "cero=0 un uno una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 "
        "catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno veintiún=21 "
        "veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 "
        "treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien ciento=100 doscientos doscientas=200 "
        "trescientos trescientas=300 cuatrocientos cuatrocientas=400 quinientos quinientas=500 seiscientos seiscientas=600 "
        "setecientos setecientas=700 ochocientos ochocientas=800 novecientos novecientas=900 decena=10 docena=12 "
        "primer primero primera=1 segundo segunda=2 tercer tercero tercera=3 cuarto cuarta=4 quinto quinta=5 sexto sexta=6 séptimo=7 octavo=8 noveno=9 décimo=10 "
        "doble=2 triple=3 ambos ambas=2"
    ),
    scales=_scales("mil|miles=K millón|millones|mill.=M millardo|millardos=G billón|billones=T"),
    joins=frozenset({"y", "de"}),
    months=_months(
        "enero|ene. febrero|feb. marzo|mar. abril|abr. mayo junio|jun. julio|jul. agosto|ago. septiembre|setiembre|sept. "
        "octubre|oct. noviembre|nov. diciembre|dic."
    ),
    decimal_comma=True,
    space_groups=True,
)
_PT = Language(
    words=_pairs(
        "zero=0 um uma=1 dois duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 "
        "quatorze catorze=14 quinze=15 dezesseis dezasseis=16 dezessete dezassete=17 dezoito=18 dezenove dezanove=19 vinte=20 "
        "trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem cento=100 duzentos duzentas=200 "
        "trezentos trezentas=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900 "
        "dezena=10 dúzia=12 primeiro primeira=1 segundo segunda=2 terceiro terceira=3 quarto quarta=4 quinto quinta=5 dobro=2 triplo=3 ambos ambas=2"
    ),
    scales=_scales("mil|milhares=K milhão|milhões|mi=M bilhão|bilhões|bi=G trilhão|trilhões|tri=T"),
    joins=frozenset({"e", "de"}),
    months=_months(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    decimal_comma=True,
    space_groups=True,
)
_IT = Language(
    words=_pairs(
        "zero=0 un uno una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 "
        "quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 trenta=30 quaranta=40 "
        "cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 duecento=200 trecento=300 quattrocento=400 cinquecento=500 "
        "decina=10 dozzina=12 ventina=20 trentina=30 centinaio=100 primo prima=1 secondo seconda=2 terzo terza=3 quarto quarta=4 quinto quinta=5 "
        "doppio=2 triplo=3 entrambi entrambe=2"
    ),
    scales=_scales("mille|mila|migliaia=K milione|milioni|mln=M miliardo|miliardi|mld=G bilione|bilioni=T"),
    joins=frozenset({"e", "di"}),
    months=_months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    ),
    decimal_comma=True,
)
_RU = Language(
    words=_pairs(
        "ноль нуля=0 один одна одно одного одной одном одним одну=1 два две двух двум двумя двое оба обе обоих=2 три трех трёх трем трём тремя трое=3 "
        "четыре четырех четырёх четырем четырьмя четверо=4 пять пяти пятью=5 шесть шести шестью=6 семь семи семью=7 восемь восьми восемью=8 "
        "девять девяти девятью=9 десять десяти десятью десяток=10 одиннадцать одиннадцати=11 двенадцать двенадцати дюжина=12 тринадцать тринадцати=13 "
        "четырнадцать четырнадцати=14 пятнадцать пятнадцати=15 шестнадцать шестнадцати=16 семнадцать семнадцати=17 восемнадцать восемнадцати=18 "
        "девятнадцать девятнадцати=19 двадцать двадцати=20 тридцать тридцати=30 сорок сорока=40 пятьдесят пятидесяти=50 шестьдесят шестидесяти=60 "
        "семьдесят семидесяти=70 восемьдесят восьмидесяти=80 девяносто девяноста=90 сто ста сотня сотню=100 двести двухсот=200 триста трехсот трёхсот=300 "
        "четыреста четырехсот=400 пятьсот пятисот=500 шестьсот шестисот=600 семьсот семисот=700 восемьсот восьмисот=800 девятьсот девятисот=900 "
        "полтора полторы=1 первый первая первое первого первой первом=1 второй вторая второе второго=2 третий третья третье третьего третьей=3 "
        "четвертый четвертая четвертого=4 пятый пятая пятого=5 шестой=6 седьмой=7 восьмой=8 девятый=9 десятый=10 вдвое дважды=2 втрое трижды=3"
    ),
    scales=_scales(
        "тысяча|тысячи|тысяч|тысячу|тысячам|тысячами|тыс.|тыс=K миллион|миллиона|миллионов|миллионам|миллионами|млн.|млн=M "
        "миллиард|миллиарда|миллиардов|миллиардами|млрд.|млрд=G триллион|триллиона|триллионов|трлн.|трлн=T"
    ),
    joins=frozenset({"и"}),
    months=_months(
        "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле "
        "август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре"
    ),
    decimal_comma=True,
    space_groups=True,
)
_UK = Language(
    words=_pairs(
        "нуль=0 один одна одне одного однієї=1 два дві двох двома двоє обидва обидві=2 три трьох трьом троє=3 чотири чотирьох=4 п'ять п’ять п’яти=5 шість шести=6 сім семи=7 "
        "вісім восьми=8 дев'ять дев’ять=9 десять десяти=10 одинадцять=11 дванадцять=12 тринадцять=13 чотирнадцять=14 п'ятнадцять п’ятнадцять=15 шістнадцять=16 "
        "сімнадцять=17 вісімнадцять=18 дев’ятнадцять=19 двадцять двадцяти=20 тридцять тридцяти=30 сорок=40 п'ятдесят п’ятдесят=50 шістдесят=60 сімдесят=70 вісімдесят=80 "
        "дев’яносто=90 сто ста=100 двісті=200 триста=300 чотириста=400 п'ятсот п’ятсот=500 перший перша перше=1 другий друга друге=2 третій третя третє=3"
    ),
    scales=_scales(
        "тисяча|тисячі|тисяч|тисячу|тис.|тис=K мільйон|мільйона|мільйони|мільйонів|млн.|млн=M мільярд|мільярда|мільярди|мільярдів|млрд.|млрд=G трильйон|трильйона|трильйонів=T"
    ),
    joins=frozenset({"і", "та", "й"}),
    months=_months(
        "січень|січня|січні лютий|лютого|лютому березень|березня|березні квітень|квітня|квітні травень|травня|травні червень|червня|червні "
        "липень|липня|липні серпень|серпня|серпні вересень|вересня|вересні жовтень|жовтня|жовтні листопад|листопада|листопаді грудень|грудня|грудні"
    ),
    decimal_comma=True,
    space_groups=True,
)
_AR = Language(
    words=_pairs(
        "صفر=0 واحد واحدة=1 اثنان اثنين اثنتان اثنتين=2 ثلاثة ثلاث=3 أربعة أربع اربعة=4 خمسة خمس=5 ستة ست=6 سبعة سبع=7 ثمانية ثماني ثمان=8 "
        "تسعة تسع=9 عشرة عشر=10 عشرون عشرين=20 ثلاثون ثلاثين=30 أربعون أربعين=40 خمسون خمسين=50 ستون ستين=60 سبعون سبعين=70 ثمانون ثمانين=80 "
        "تسعون تسعين=90 مئتان مئتين مائتان مائتين مئتي مائتي=200 ثلاثمئة ثلاثمائة=300 أربعمئة أربعمائة=400 خمسمئة خمسمائة=500 ستمئة ستمائة=600 سبعمئة سبعمائة=700 "
        "ثمانمئة ثمانمائة=800 تسعمئة تسعمائة=900 ألفان ألفين ألفي=2000 مليونان مليونين مليوني=2000000 ملياران مليارين ملياري=2000000000 "
        "الأول الأولى=1 الثاني الثانية=2 الثالث الثالثة=3 الرابع الرابعة=4 الخامس الخامسة=5 السادس السادسة=6 السابع السابعة=7 الثامن الثامنة=8 التاسع التاسعة=9 العاشر العاشرة=10"
    ),
    scales=_scales(
        "مئة|مائة|المئة|المائة=C ألف|آلاف|الف|الاف=K مليون|ملايين|مليونا=M مليار|مليارات|بليون|مليارا=G تريليون|تريليونات=T"
    ),
    joins=frozenset({"و"}),
    months=_months(
        "يناير فبراير مارس أبريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    )
    | {
        "كانون الثاني": 1,
        "شباط": 2,
        "آذار": 3,
        "نيسان": 4,
        "أيار": 5,
        "حزيران": 6,
        "تموز": 7,
        "آب": 8,
        "أيلول": 9,
        "تشرين الأول": 10,
        "تشرين الثاني": 11,
        "كانون الأول": 12,
    },
)
_KO = Language(
    scales=_scales("천=K 조=T"),
    words=_pairs(
        "한=1 두=2 세=3 네=4 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 열=10 하나=1 둘=2 셋=3 넷=4 스무=20"
    ),
)

_LANGUAGES = {
    "en": _EN,
    "de": _DE,
    "fr": _FR,
    "es": _ES,
    "pt": _PT,
    "it": _IT,
    "ru": _RU,
    "uk": _UK,
    "ar": _AR,
    "ko": _KO,
}
_DECIMAL_COMMA = {
    "nl",
    "pl",
    "cs",
    "sk",
    "tr",
    "sv",
    "da",
    "no",
    "fi",
    "hu",
    "ro",
    "bg",
    "sr",
    "hr",
    "id",
    "el",
    "be",
}

# "nearly", "about", "more than": what stands before or after a figure and makes it a bound or a round one.
ABOUT = re.compile(
    r"(?:约|大约|左右|上下|大概|将近|近|約|ほど|程度|前後|약|가량|정도|쯤|\b(?:about|around|some|roughly|approximately|nearly|almost|an estimated|circa|ca\.|close to|"
    r"etwa|rund|ungefähr|knapp|fast|circa|zirka|gut|environ|près de|quelque|presque|autour de|unos|unas|cerca de|alrededor de|casi|aproximadamente|quase|"
    r"aproximadamente|circa|quasi|около|примерно|почти|порядка|приблизительно|близько|приблизно|майже)\b|حوالي|نحو|قرابة|تقريبا)",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?:逾|超过|超過|超|余|餘|多|以上|突破|こえる|超え|超える|이상|넘는|여\b|\b(?:more than|over|above|at least|exceed\w*|upwards of|mehr als|über|mindestens|plus de|au moins|"
    r"más de|mais de|oltre|più di|более|больше|свыше|не менее|понад|більше|більш)\b|أكثر من|ما يزيد)",
    re.IGNORECASE,
)
LESS = re.compile(
    r"(?:不足|不到|未満|弱|이하|미만|\b(?:less than|under|below|fewer than|up to|weniger als|unter|moins de|menos de|meno di|менее|меньше|до)\b|أقل من)",
    re.IGNORECASE,
)


@cache
def language(tag: str) -> Language:
    """The tables of a primary subtag; an unknown one has digits only."""
    return _LANGUAGES.get(tag) or Language(
        decimal_comma=tag in _DECIMAL_COMMA,
        space_groups=tag in {"pl", "cs", "sk", "bg", "sv", "no", "fi", "be"},
    )
