"""Words that every text in a language is full of, for `tqcheck.language`: they tell short texts apart."""

# The commonest articles, prepositions, pronouns, conjunctions and auxiliaries of languages in Latin script.
FUNCTION_WORDS = {
    "en": (
        "the of and to in a is that for was on with as by he she it his her at from be are were this "
        "which have has had not but they their we you will would been an or after who its said about "
        "than when what there more also into up out if no new over"
    ),
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einen einem einer "
        "als auch es an werden aus er sie hat dass nach wird bei um am sind noch wie über so zum war "
        "haben nur oder aber vor zur bis mehr durch man sein wurde wir ich ihr seine ihre gegen vom "
        "zurück"
    ),
    "fr": (
        "le la les de des du et à un une en est que qui dans pour sur pas au par plus ne se ce il elle "
        "sont avec son sa ses aux mais ont été cette comme ou être leur nous vous je a après deux selon "
        "entre l d qu n s c"
    ),
    "es": (
        "el la los las de del y a en un una que es por con no para su sus al lo como más o pero se ha "
        "fue sobre este esta entre cuando ser son dos también hasta desde era muy hay años le ya sin "
        "según han"
    ),
    "pt": (
        "o a os as de do da dos das e em no na nos nas um uma que é por com não para se ao à mais como "
        "mas foi sua seu ou são pelo pela ser também ele ela entre quando até está isso já sobre segundo "
        "tem muito anos às aos"
    ),
    "it": (
        "il lo la i gli le di del della dei delle e è a al alla in nel nella un una uno che per con non "
        "si da dal dalla sono come più ma anche su sul sulla ha hanno era dopo o se suo sua essere "
        "questo questa ed dell l d all stato tra fra secondo"
    ),
    "nl": (
        "de het een van en in is dat op te zijn voor met niet aan er die om ook als bij maar uit door "
        "naar heeft werd dan nog wordt tot over hij ze wij dit deze haar worden meer"
    ),
    "sv": (
        "och i att det som en på är av för den till med har de inte om ett från men var sig så kan vi "
        "han efter hade när ska också eller än under säger nu"
    ),
    "da": (
        "og i at det er en til på af for den de med har der ikke et som fra var han hun kan efter blev "
        "også men om eller ved siger nu ud"
    ),
    "no": (
        "og i at det er en til på av for den de med har som ikke et fra var han hun kan etter ble også "
        "men om eller ved sier nå seg mot"
    ),
    "pl": (
        "i w na z się nie do to że o jest jak po od za przez dla ale który która które są był była było "
        "oraz ze przy także tym tego już może przed"
    ),
    "cs": (
        "a v na se že je s z o do k i to ve pro za jako by od po jsou ale si bylo který která které byl "
        "podle také však nebo ze už při jeho"
    ),
    "ro": (
        "și în de la a cu pe că nu o un din care pentru mai este au fost să sunt prin după sau al ale ce "
        "dar între lui cea cel"
    ),
    "hu": (
        "a az és hogy nem is egy meg ez de volt már csak ki után még mint vagy el szerint lesz lehet ezt "
        "azt között pedig"
    ),
    "tr": (
        "ve bir bu da de için ile olarak daha çok olan en ne gibi sonra kadar ya var o değil ise ama "
        "olduğu dedi her"
    ),
    "id": (
        "yang dan di dengan untuk dari dalam ini itu pada tidak akan ke adalah oleh juga telah ada "
        "mereka dia saya atau lebih karena bisa"
    ),
    "fi": (
        "ja on ei että se oli hän mutta kun myös ovat ole joka kuin niin sen tai jo mukaan voi vain sekä nyt"
    ),
    "vi": (
        "và của là có trong được cho không một người với các đã những này khi từ đến ông năm về ra tại cũng"
    ),
}
