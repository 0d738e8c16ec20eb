"""In which languages the people of a side have their names: a Japanese name among American ones tells its side.

To know another people, add its names (folded, one word each; a state's, its people's and its adjective) to LANGUAGES.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quizapp.values.text import fold, word_list

_LANGUAGES = {
    "english": "english england british britain american america americans union confederate confederates canada"
    " canadian canadians australia australian australians anzac zealand scotland scottish scots ireland irish wales"
    " welsh colonies patriots continental loyalists rhodesia rhodesian natal",
    "somali": "somali somalia somalis",
    "kurdish": "kurdish kurdistan kurds peshmerga",
    "romanian": "romania romanian romanians dacia dacian dacians wallachia moldavia",
    "croatian": "croatia croatian croats bosnia bosnian albania albanian",
    "caucasian": "georgia georgian georgians armenia armenian armenians artsakh chechnya chechen chechens",
    "azerbaijani": "azerbaijan azerbaijani azerbaijanis azeri azeris",
    "malay": "malaya malaysia malaysian malay malays",
    "central asian": "bukhara khiva kokand kazakh kazakhs uzbek uzbeks turkmen kyrgyz uzbekistan kazakhstan",
    "quechua": "inca incas",
    "akan": "ashanti asante",
    "nepali": "nepal nepalese gurkha gurkhas gorkha",
    "tibetan": "tibet tibetan tibetans",
    "germanic": "goths gothic visigoths visigothic ostrogoths vandals lombards alemanni cherusci",
    "celtic": "gauls celts britons iceni helvetii picts",
    "hunnic": "huns hunnic avars",
    "filipino": "philippines philippine filipino filipinos",
    "indonesian": "indonesia indonesian aceh acehnese",
    "khmer": "cambodia cambodian khmer",
    "maori": "maori",
    "sioux": "lakota sioux cheyenne arapaho apache comanche",
    "berber": "numidia numidian numidians",
    "french": "france french gaul franks frankish burgundy burgundian quebec",
    "german": "germany german germans prussia prussian prussians austria austrian austrians saxony saxon saxons"
    " bavaria bavarian bavarians swabia swabians franconians thuringians hanover nassau brunswick hesse hessian"
    " luftwaffe wehrmacht panzer kriegsmarine hessians habsburg wurttemberg baden brandenburg teutonic",
    "dutch": "netherlands dutch holland belgium belgian belgians flanders flemish",
    "spanish": "spain spanish castile aragon navarre argentina argentine chile chilean peru peruvian mexico mexican"
    " mexicans colombia bolivia bolivian paraguay uruguay cuba cuban venezuela ecuador",
    "portuguese": "portugal portuguese brazil brazilian",
    "italian": "italy italian italians venice venetian genoa genoese milan florence florentine naples sardinia papal"
    " italiano",
    "latin": "rome roman romans",
    "punic": "carthage carthaginian carthaginians",
    "greek": "greece greek greeks athens athenian athenians sparta spartan spartans thebes theban thebans macedon"
    " macedonia macedonian macedonians corinth syracuse syracusan byzantine byzantines byzantium seleucid epirus",
    "persian": "persia persian persians achaemenid parthia parthian parthians sasanian sassanid safavid iran iranian",
    "turkish": "turkey turkish turks ottoman ottomans seljuk seljuks timurid",
    "mongol": "mongol mongols mongolia mongolian",
    "arabic": "syria syrian syrians iraq iraqi iraqis egypt egyptian egyptians jordan lebanon lebanese saudi yemen"
    " libya libyan islamic isil isis daesh arab arabs caliphate umayyad abbasid fatimid ayyubid mamluk algeria"
    " morocco moroccan moors hezbollah palestine palestinian kuwait tunisia tunisian sudan sudanese",
    "hebrew": "israel israeli israelis judea",
    "slavic": "russia russian russians soviet soviets ussr muscovy bolshevik bolsheviks ukraine ukrainian belarus"
    " bulgaria bulgarian bulgarians serbia serbian serbs novgorod kievan yugoslavia",
    "polish": "poland polish poles lithuania lithuanian",
    "czech": "bohemia bohemian bohemians hussite hussites czech czechoslovakia",
    "hungarian": "hungary hungarian hungarians magyar magyars",
    "nordic": "sweden swedish swedes denmark danish danes norway norwegian norwegians iceland vikings norse",
    "finnish": "finland finnish finns",
    "japanese": "japan japanese tokugawa",
    "chinese": "china chinese qing ming kuomintang",
    "korean": "korea korean koreans joseon goryeo",
    "vietnamese": "vietnam vietnamese",
    "indian": "india indian mughal mughals maratha marathas sikh sikhs mysore pakistan pakistani bengal",
    "afghan": "afghanistan afghan afghans taliban",
    "ethiopian": "ethiopia ethiopian ethiopians abyssinia eritrea eritrean",
    "zulu": "zulu zulus",
    "nahuatl": "aztec aztecs tenochtitlan",
    "thai": "siam siamese thailand thai ayutthaya",
    "burmese": "burma burmese",
}
LANGUAGES: dict[str, str] = {
    word: language for language, listed in _LANGUAGES.items() for word in word_list(listed)
}
"""The language of the names of a people, by each of the people's names."""
_ARABIC = re.compile(r"\b(?:Abu|Abdul?|Abd|ibn|bin|Umm) |\b[Aa][bdhlnrstwyz]{1,2}-|\bud-|\bad-")
_UNITED = {"states": "english", "kingdom": "english", "provinces": "dutch"}


@cache
def languages_of(side: str) -> frozenset[str]:
    """Return in which languages people of a side have their names, as far as the side's name tells."""
    words = fold(side).split()
    found = {LANGUAGES[word] for word in words if word in LANGUAGES}
    if "netherlands" not in words:  # the United Kingdom of the Netherlands is no British one
        found |= {_UNITED[word] for before, word in pairwise(words) if before == "united" and word in _UNITED}
    return frozenset(found)


def _first_language(parties: Sequence[str]) -> frozenset[str]:
    """Return the languages of the first party of which they are known: most commanders are of that one."""
    return next(filter(None, map(languages_of, parties)), frozenset())


def tell_apart(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a name tells for whom somebody fought: the first parties of the two sides speak different languages."""
    one, other = _first_language(ours), _first_language(theirs)
    if not ours or not theirs:  # nobody is named on one side
        return bool(one or other)
    return bool(one and other and not one & other)


def looks_arabic(name: str) -> bool:
    """Whether a person's name has a particle or a beginning that only Arabic names have: Abu, al-, Abd, ibn."""
    return _ARABIC.search(name) is not None
