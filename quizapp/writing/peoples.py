"""Peoples by their names: the adjective of a state, its people, and what else those who fought may be called.

To know another people, add a row to _PEOPLES; to know another name of the same side, one to KINDRED. All are folded.
"""

import re
from collections.abc import Iterator

from quizapp.values.text import fold

_PEOPLES = """
american | americans | united states, united states of america
british | | united kingdom, great britain, british empire, kingdom of great britain
english | | england, kingdom of england
french | | france, french empire, kingdom of france, first french empire, free france, second french empire
dutch | | netherlands, dutch republic, united provinces
spanish | | spain, spanish empire, kingdom of spain
ottoman | ottomans | ottoman empire, ottoman sultanate
turkish | turks | turkey, ottoman empire, ottoman sultanate, seljuk empire, sultanate of rum
greek | greeks | greece, kingdom of greece
danish | danes | denmark, kingdom of denmark
swedish | swedes | sweden, swedish empire, kingdom of sweden
polish | poles | poland, polish lithuanian commonwealth, kingdom of poland, second polish republic
scottish | scots | scotland, kingdom of scotland
soviet | soviets | soviet union
chinese | | china
portuguese | | portugal, kingdom of portugal
german | germans | germany, nazi germany, german empire
roman | romans | rome, roman republic, roman empire
japanese | | japan, empire of japan
russian | russians | russia, russian empire, russian federation, tsardom of russia
austrian | austrians | austria, austrian empire, archduchy of austria
prussian | prussians | prussia, kingdom of prussia
italian | italians | italy, kingdom of italy
hungarian | hungarians | hungary, kingdom of hungary, principality of hungary, magyars
magyar | magyars | hungary, kingdom of hungary, principality of hungary, hungarians
canadian | canadians | canada
australian | australians | australia
belgian | belgians | belgium
norwegian | norwegians | norway
finnish | finns | finland
irish | | ireland, kingdom of ireland
welsh | | wales, principality of wales, kingdom of gwynedd
persian | persians | persia, achaemenid empire, sasanian empire, persian empire
macedonian | macedonians | macedon, macedonia, kingdom of macedon, kingdom of macedonia
athenian | athenians | athens
spartan | spartans | sparta
theban | thebans | thebes
carthaginian | carthaginians | carthage
byzantine | byzantines | byzantium, byzantine empire
mongol | mongols | mongol empire, golden horde, ilkhanate
frankish | franks | francia, frankish kingdom, kingdom of the franks
korean | koreans | korea, joseon
north korean | north koreans | north korea
south korean | south koreans | south korea
vietnamese | | vietnam, north vietnam, democratic republic of vietnam
north vietnamese | | north vietnam, democratic republic of vietnam
south vietnamese | | south vietnam, republic of vietnam
indian | indians | india
pakistani | pakistanis | pakistan
israeli | israelis | israel
egyptian | egyptians | egypt
syrian | syrians | syria, syrian arab republic
iraqi | iraqis | iraq
iranian | iranians | iran, islamic republic of iran
afghan | afghans | afghanistan, durrani empire, emirate of afghanistan
ukrainian | ukrainians | ukraine, ukrainian people's republic
romanian | romanians | romania, kingdom of romania
armenian | armenians | armenia
azerbaijani | azerbaijanis | azerbaijan
chechen | chechens | chechnya, chechen republic of ichkeria
croatian | croats | croatia, kingdom of croatia
czech | czechs | czech republic, czechoslovakia
bohemian | bohemians | bohemia, kingdom of bohemia, crown of bohemia
bavarian | bavarians | bavaria, kingdom of bavaria, electorate of bavaria
saxon | saxons | saxony, kingdom of saxony, electorate of saxony
lithuanian | lithuanians | lithuania, grand duchy of lithuania
swiss | | switzerland, swiss confederacy, old swiss confederacy
venetian | venetians | venice, republic of venice
genoese | | genoa, republic of genoa
burgundian | burgundians | burgundy, duchy of burgundy
flemish | flemings | flanders, county of flanders
castilian | castilians | castile, crown of castile, kingdom of castile
aragonese | | aragon, crown of aragon, kingdom of aragon
norman | normans | normandy, duchy of normandy
mexican | mexicans | mexico
peruvian | peruvians | peru
chilean | chileans | chile
bolivian | bolivians | bolivia
colombian | colombians | colombia, gran colombia
brazilian | brazilians | brazil, empire of brazil
paraguayan | paraguayans | paraguay
argentine | argentines | argentina
texian | texians | texas, republic of texas
zulu | zulus | zulu kingdom, zulu empire
ethiopian | ethiopians | ethiopia, ethiopian empire, abyssinia
confederate | confederates | confederacy, confederate states, confederate states of america
bulgarian | bulgarians | bulgaria, bulgarian empire
serbian | serbs | serbia, kingdom of serbia
navarrese | | navarre, kingdom of navarre
yorkist | yorkists | house of york
lancastrian | lancastrians | house of lancaster
leonese | | leon, kingdom of leon
boer | boers | south african republic, orange free state
"""
_ROWS = tuple(
    (adjective, people, tuple(map(fold, states.split(","))))
    for line in _PEOPLES.strip().splitlines()
    for adjective, people, states in [[each.strip() for each in line.split("|")]]
)
_ROWS_OF = {
    name: tuple(row for row in _ROWS if name in (*row[2], *row[:2]))
    for row in _ROWS
    for name in (*row[2], *row[:2])
    if name
}
DEMONYMS: dict[str, tuple[str, ...]] = {
    word: states for adjective, people, states in _ROWS for word in (adjective, people) if word
}
"""Adjectives and peoples with the names of their states; the first of these is the shortest."""

_POLITY = re.compile(
    r"(?P<name>[^\W\d_a-z][\w\u2019'-]+) (?:Empire|Sultanate|Caliphate|Khanate|Kingdom|[Dd]ynasty|[Ss]hogunate|"
    r"Confederacy|Confederation|Republic|Emirate|Principality|Union)(?: of [^\W\d_a-z].*)?"
)
_NO_PEOPLE = frozenset(["united", "islamic", "free", "federal", "democratic", "arab", "new", "central"])
_OF_LAND = re.compile(
    r"(?:the )?(?:[^\W\d_a-z][\w\u2019'-]+ )*(?:Republic|Kingdom|Empire|Emirate|Sultanate|State) of "
    r"(?:the )?(?P<name>[^\W\d_a-z]\w+)"
)

KINDRED: tuple[tuple[str, str], ...] = (
    (
        "saxons|bavarians|swabians|franconians|thuringians",
        "Germans|German Army|Germany|East Francia|East Franks|East Frankish Kingdom",
    ),
    ("magyars|hungarians", "Hungarians|Magyars|Hungarian Army"),
    ("germany|nazi germany", "Nazi Germany|Third Reich|Wehrmacht|Axis|Axis powers"),
    ("empire of japan|japan", "Imperial Japanese Army|Imperial Japanese Navy|Axis"),
    ("union", "Union Army|Federals|Federal Army|United States"),
    ("zulu kingdom", "Zululand"),
    (
        "almohad caliphate|almoravid dynasty|almoravid empire|emirate of granada|caliphate of cordoba"
        "|umayyad caliphate|emirate of cordoba|marinid sultanate",
        "Moors|Moorish Army|Moorish forces|Muslims|Muslim Army|Saracens",
    ),
    (
        "kingdom of castile|kingdom of aragon|kingdom of navarre|kingdom of leon|kingdom of portugal|crown of castile"
        "|kingdom of asturias",
        "Christians|Christian Army|Christian forces|Spanish|Spaniards",
    ),
    ("confederate states|confederacy", "Confederate Army|Rebels|Army of Northern Virginia|the South"),
    ("syria|syrian arab republic", "Syrian government|Syrian Arab Army|Syrian government forces"),
    ("islamic state", "Islamic State of Iraq and the Levant|Islamic State of Iraq and Syria"),
    ("soviet union", "Red Army|Soviet Army"),
    (
        "united states",
        "Union|Union Army|Federals|Federal Army|US Army|U.S. Army|US forces|U.S. forces|US troops|U.S. troops"
        "|Marines|Allies",
    ),
    ("united kingdom|british empire", "British Empire|Redcoats|Allies"),
    ("roman republic|roman empire|rome", "Roman legions"),
    ("north vietnam|democratic republic of vietnam", "Viet Minh|Vietminh|People's Army of Vietnam"),
    ("mamluk sultanate|mamluk sultanate of egypt", "Egypt|Egyptians|Bahri Mamluks"),
    ("holy roman empire", "Imperial Army|Imperial forces|Imperials|Imperialists|Habsburgs|Austria|Austrians"),
    (
        "sixth coalition|seventh coalition|fifth coalition|third coalition|fourth coalition|second coalition",
        "Coalition|Allies|Anglo-allies|Anglo-allied army|Britain|British|United Kingdom|Netherlands|Dutch|Prussians"
        "|Prussia|Austria|Austrians|Russia|Russians|Sweden",
    ),
)
"""Who fought, by names of a side (folded), and what the same people are called where the article says so too."""


def list_peoples(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the adjective, the people and the shortest name of the states that a name means, in capitals."""
    for adjective, people, states in _ROWS_OF.get(fold(name).removeprefix("the "), ()):
        yield adjective.title(), people.title(), states[0].title()


def adjective_of(party: str) -> str:
    """Return a party as it stands before a noun: "Japanese" for the Empire of Japan; else its own name."""
    peoples = next(list_peoples(party), None)
    if peoples:
        return peoples[0]
    own = party.removeprefix("the ")
    shorter = name_of_polity(own) or name_of_land(own) or own
    return re.sub(r"(?<=[^aeious])s$", "", shorter) if " " not in shorter else shorter  # a Pompeian victory


def people_of(party: str) -> str:
    """Return a party's people, as in "the Japanese", "the Poles"; nothing where it is not known."""
    adjective, people, _ = next(list_peoples(party), ("", "", ""))
    return f"the {people or adjective}" if adjective else ""


def name_of_polity(party: str) -> str:
    """Return who ruled or lived in a realm that is called after them: "Seljuk" for the Seljuk Empire."""
    found = _POLITY.fullmatch(party)
    return found["name"] if found and fold(found["name"]) not in _NO_PEOPLE else ""


def name_of_land(party: str) -> str:
    """Return the land in a state's full name: "Vietnam" for the Democratic Republic of Vietnam."""
    found = _OF_LAND.fullmatch(party)
    return found["name"] if found else ""
