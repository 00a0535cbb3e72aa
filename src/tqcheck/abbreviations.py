"""Abbreviations, words that begin sentences, and verbs of saying, by language, for `tqcheck.segment`.

Written from the languages' style guides, to repair what sentencex's own lists miss on news text.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: a name, a number or a noun must follow. In small letters, without the last dot.
ALWAYS: dict[str, frozenset[str]] = {
    "und": _words("dr prof mr mrs ms st vs cf e.g i.e approx fig vol"),
    "en": _words(
        "dr prof mr mrs ms messrs gen lt col maj capt sgt cpl adm cmdr gov sen rep rev hon pres supt st mt ft "
        "no nos vs v cf e.g i.e approx fig figs vol pp pt eq sec art ch dept est "
        "jan feb mar apr jun jul aug sept sep oct nov dec ave blvd rd"
    ),
    "de": _words(
        "dr prof hr fr nr nrn z.b z u.a d.h i.d.r v.a bzw ca evtl ggf inkl exkl vgl abb tab bd kap art abs "
        "st hl str tel geb verh gest verst ing dipl mag med phil jur rer nat sog insb bes max min mind "
        "jan feb febr mär apr jun jul aug sept okt nov dez chr jh jhd mio mrd s o ü.m ü.d v n u d"
    ),
    "fr": _words(
        "m mm mme mmes mlle dr pr me mgr st ste cf p pp no n° art av bd vol chap ex env janv févr avr juil sept "
        "oct nov déc tél p.ex c.-à-d"
    ),
    "es": _words(
        "sr sra sres sras srta dr dra prof d dña ud uds lic ing arq gral cnel cap tte sto sta st "
        "n.º n núm no art pág págs p pp vol cap fig p.ej ej aprox av avda c tel ene feb abr jun jul ago sept oct nov dic"
    ),
    "pt": _words(
        "sr sra srs sras srta dr dra prof profa eng d gen cel cap ten sto sta st n.º n art pág págs p pp vol cap fig "
        "p.ex ex aprox av r tel jan fev mar abr mai jun jul ago set out nov dez exmo exma"
    ),
    "it": _words(
        "sig sigg sigra sig.ra sig.na dott dott.ssa prof prof.ssa ing avv on gen col cap mons s st n nr art pag pagg "
        "p pp vol cap fig p.es es ca tel gen feb mar apr mag giu lug ago set ott nov dic"
    ),
    "ru": _words(
        "т.е т т.к т.н т.ч напр см ср им св пр ул д корп стр кв оф обл просп пер пл наб шт ст рис табл гл "
        "акад проф доц канд г-н г-жа гр тов зам зав нач ген полк подполк кап лейт о оз р п пос дер с янв февр "
        "апр авг сент окт нояб дек тел эл млн млрд трлн тыс"
    ),
    "uk": _words(
        "т т.е т.к напр див ім св вул буд корп кв обл просп пров пл наб ст рис табл гл акад проф доц гр зам ген "
        "полк п о оз р с пос січ лют бер квіт трав черв лип серп вер жовт лист груд тел млн млрд трлн тис"
    ),
    "ar": _words("د أ م ص ه"),
}

# May also end one: only the word that follows tells.
OFTEN: dict[str, frozenset[str]] = {
    "en": _words(
        "inc ltd co corp jr sr etc al u.s u.k u.n u.s.a e.u a.m p.m d.c ph.d m.d b.a m.a b.c a.d mass calif "
        "conn fla ill mich minn pa va wash wis ariz ala ark colo tenn okla bros assn univ"
    ),
    "de": _words("usw etc u.s.w dgl jr sen inc co jh v.chr n.chr"),
    "fr": _words("etc jr j.-c av.j.-c"),
    "es": _words("etc ee.uu d.c a.c s.a jr cía"),
    "pt": _words("etc d.c a.c s.a jr cia ltda"),
    "it": _words("ecc d.c a.c s.p.a jr"),
    "ru": _words("др пр т.д т.п д п г гг в вв н.э руб коп долл чел час мин сек кг км м см га экз"),
    "uk": _words("ін т.д т.п д п р рр ст грн коп дол чол год хв сек кг км м см га"),
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
        r"(?:[，。！？；]|$)"
    ),
    "en": (
        r"(?:(?:[A-Z][\w.’'-]*|[Tt]he|[Aa]n?|[a-z]+)\s){1,5}?"
        r"(?:said|asked|replied|added|answered|cried|shouted|exclaimed|whispered|wrote|explained|noted|told \w+)[.,;:]"
    ),
}
