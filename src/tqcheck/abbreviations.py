"""Abbreviations, words that begin sentences, and verbs of saying, by language, for `tqcheck.segment`.

Written from the languages' style guides, to repair what sentencex's own lists miss on news text.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: a name or a noun must follow. In small letters, without the last dot.
ALWAYS: dict[str, frozenset[str]] = {
    "und": _words("dr prof mr mrs ms st vs cf e.g i.e approx"),
    "en": _words(
        "dr prof mr mrs ms messrs gen gens lt col maj capt sgt cpl adm cmdr gov govs sen sens rep reps rev hon pres "
        "supt det st mt ft vs v cf e.g i.e approx est ave blvd rd dept "
        "yu ya ye yo zh kh ts ch sh"  # initials of Russian names: Yu. Nikulin
    ),
    "de": _words(
        "dr prof hr fr z.b z u.a d.h i.d.r v.a bzw ca evtl ggf inkl exkl vgl st hl str tel geb verh gest verst ing dipl "
        "mag med phil jur rer nat sog insb bes max min mind chr mio mrd s o ü.m ü.d v n u d"
    ),
    "fr": _words("m mm mme mmes mlle dr pr me mgr st ste cf av bd env tél p.ex c.-à-d"),
    "es": _words(
        "sr sra sres sras srta dr dra prof d dña ud uds lic ing arq gral cnel cap tte sto sta st p.ej ej aprox av avda c "
        "tel ee rr ff jj ss"
    ),
    "pt": _words(
        "sr sra srs sras srta dr dra prof profa eng d gen cel cap ten sto sta st p.ex ex aprox av r tel exmo exma ee"
    ),
    "it": _words(
        "sig sigg sigra sig.ra sig.na dott dott.ssa prof prof.ssa ing avv on gen col cap mons s st p.es es ca tel"
    ),
    "ru": _words(
        "т.е т т.к т.н т.ч напр см ср им св пр ул д корп кв оф обл просп пер пл наб шт ст акад проф доц канд г-н г-жа гр "
        "тов зам зав нач ген полк подполк кап лейт о оз р п пос дер с тел эл млн млрд трлн тыс"
    ),
    "uk": _words(
        "т т.е т.к напр див ім св вул буд корп кв обл просп пров пл наб ст акад проф доц гр зам ген полк п о оз р с пос тел "
        "млн млрд трлн тис"
    ),
    "ar": _words("د أ م ص ه"),
    "zh": _words(""),
    "ja": _words(""),
    "ko": _words(""),
}

# Abbreviations only before a figure: "No. 5" and "Oct. 3", but "She said no." and "until Oct."
BEFORE_NUMBER: dict[str, frozenset[str]] = {
    "en": _words(
        "no nos fig figs vol vols pp pt eq sec art ch p jan feb mar apr jun jul aug sept sep oct nov dec"
    ),
    "de": _words("nr nrn abb tab bd kap art abs s jan feb febr mär apr jun jul aug sept okt nov dez"),
    "fr": _words("no n° art vol chap p pp ex janv févr avr juil sept oct nov déc"),
    "es": _words("n.º n núm no art pág págs p pp vol cap fig ene feb abr jun jul ago sept oct nov dic"),
    "pt": _words("n.º n art pág págs p pp vol cap fig jan fev mar abr mai jun jul ago set out nov dez"),
    "it": _words("n nr art pag pagg p pp vol cap fig gen feb mar apr mag giu lug ago set ott nov dic"),
    "ru": _words("стр ст рис табл гл янв февр апр авг сент окт нояб дек"),
    "uk": _words("стор ст рис табл гл січ лют бер квіт трав черв лип серп вер жовт лист груд"),
}

# After a figure they may end a sentence, whatever else they are short for ("в 2010 г.", "8222 m.").
UNITS = _words(
    "m km cm mm kg g t l h ha ft in min sec s fr rs lb oz mio mrd "
    "г гг в вв р руб коп долл чел час мин сек кг км м см мм га л т шт экз млн млрд трлн тыс стр кв рр грн коп дол год хв тис"
)

# May end a sentence, and often stand before a name: only the word that follows tells.
OFTEN: dict[str, frozenset[str]] = {
    "und": _words("inc ltd co corp jr sr bros u.s u.k u.n u.s.a e.u d.c ph.d m.d"),
    "en": _words(
        "al a.m p.m b.a m.a b.c a.d mass calif conn fla ill mich minn pa va wash wis ariz ala ark colo tenn okla assn univ"
    ),
    "de": _words("dgl v.chr n.chr"),
    "fr": _words("j.-c av.j.-c"),
    "es": _words("ee.uu uu a.c s.a cía"),
    "pt": _words("a.c s.a cia ltda"),
    "it": _words("a.c s.p.a"),
    "ru": _words("г в н.э"),
    "uk": _words("р н.е"),
}

# Words that begin a sentence far more often than they follow an abbreviation or an ordinal with a capital.
STARTERS: dict[str, frozenset[str]] = {
    "en": _words(
        "the a an he she it they we i you this that these those there in on at for from with by as but and or so if when "
        "while after before since because although though however meanwhile moreover its his her their our my your what "
        "who how why where some many most all both each no not one two according during under between despite then now"
    ),
    "de": _words(
        "der die das den dem des ein eine einen einem einer es er sie wir ich ihr man in im am an auf aus bei beim nach "
        "mit für von vom zu zum zur um über unter vor durch gegen ohne seit während wegen aber und oder doch denn wenn "
        "als da dann damit dabei dazu dafür danach dies diese dieser dieses jedoch auch nur noch so wie was wer wo warum "
        "alle viele einige kein keine sein seine ihre unser nun hier dort insgesamt außerdem bis derzeit gestern heute"
    ),
    "fr": _words(
        "le la les l un une des il elle ils elles on nous vous je ce cet cette ces c dans en sur pour par avec sans sous "
        "après avant depuis pendant mais et ou or donc car si quand lorsque comme selon son sa ses leur leurs au aux du "
        "de d à y qui que qu où"
    ),
    "es": _words(
        "el la los las un una unos unas él ella ellos ellas yo nosotros este esta estos estas ese esa eso esto en con por "
        "para de del desde hasta según sin sobre tras pero y o si cuando mientras como aunque porque su sus al a ante entre "
        "no se es además también sin"
    ),
    "pt": _words(
        "o a os as um uma ele ela eles elas eu nós este esta esse essa isso isto em no na nos nas com por para de do da "
        "desde até segundo sem sobre após mas e ou se quando enquanto como embora porque seu sua ao à entre não além também"
    ),
    "it": _words(
        "il lo la i gli le l un uno una egli ella essi lui lei loro io noi voi questo questa quello quella in nel nella "
        "con per di del della da dal su sul sulla tra fra dopo prima secondo ma e o se quando mentre come anche perché suo "
        "sua al alla non si è inoltre"
    ),
    "ru": _words(
        "он она оно они мы я вы ты это этот эта эти то тот та те в во на с со к ко по из за от до для при над под о об у "
        "без через после перед между но а и или если когда пока как что кто где так тогда также кроме согласно по-прежнему "
        "его её их наш свой все всё каждый один не ни только уже ещё сейчас однако"
    ),
    "uk": _words(
        "він вона воно вони ми я ви ти це цей ця ці то той та ті у в на з із зі до по за від для при над під про без через "
        "після перед між але а і й або якщо коли поки як що хто де так тоді також крім згідно його її їх наш свій усі все "
        "кожен один не ні лише вже ще зараз однак"
    ),
}

# Languages that write an ordinal as a figure with a full stop, before words that may have a capital.
ORDINAL_LANGUAGES = _words("de da no nb nn fi cs sk sl hr bs sr hu et lv tr is lb")

# After a closing quotation mark: who says it. A pattern for the text that follows.
SAYING: dict[str, str] = {
    "zh": (
        r"[^，。！？：“”、；]{0,14}?(?:说|說|道|问|問|答|喊|叫|嚷|骂|写|称|稱|表示|补充|補充|强调|強調|指出|认为|認為|解释|解釋|"
        r"感叹|感慨|坦言|透露|宣布|警告|承认|反问|追问|回答|回应|回應|告诉(?:记者|本报|[^，。]{0,8})|告訴[^，。]{0,8})(?:[说道問问])?"
        r"(?:[。！？；]|$)"
    ),
    "en": (
        r"(?:(?:[A-Z][\w.’'-]*|[Tt]he|[Aa]n?|[a-z]+)\s){1,5}?"
        r"(?:said|asked|replied|added|answered|cried|shouted|exclaimed|whispered|wrote|explained|noted|told \w+)[.,;]"
    ),
}
