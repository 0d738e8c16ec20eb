"""Words that mean something in names: articles, titles, particles, and words that no person's name has.

Add a word to its list; lists are folded (small letters, no marks), as names are before they are compared.
"""

from quizapp.values.text import word_list


def _groups(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(word_list(group) for group in listed.split(","))


ARTICLES = frozenset(word_list("the al el ul"))
ASSIMILATED_ARTICLES = frozenset(
    word_list("ad ed ar er as es ash esh at et az ez an en")
)  # ez-Zor, ash-Sham: only before a word that begins with the same letter
TITLES = frozenset(
    word_list(
        "major maj general gen lieutenant lt colonel col brigadier brig field marshal sergeant sgt corporal cpl "
        "captain capt commander cmdr admiral adm commodore rear vice sir dame lord lady dr doctor prof professor mr "
        "mrs ms miss president king queen emperor empress prince princess sheikh sheik shaykh imam pope father "
        "ayatollah chancellor minister prime comrade saint sultan tsar czar caliph emir amir shah"
    )
)
PEERAGES = frozenset(word_list("duke earl count baron viscount marquess marquis"))
PARTICLES = frozenset(word_list("van von de der den del della di da du la le bin ibn ben abu ter zu"))
LEAD_INS = _groups(
    "the answer is, it was, it is, its, they were, he was, she was, i think, in, at, by, was, is, near"
)
PLACE_NOUNS = frozenset(word_list("city town village river"))
NEEDS_ITS_NOUN = frozenset(  # Mexico is not Mexico City, the Yellow River not yellow
    word_list(
        "mexico kansas guatemala panama kuwait vatican quebec oklahoma york lake jersey carson sioux iowa red black "
        "white yellow blue green pearl snake orange dakar ho minh new old east west north south"
    )
)
JOINING = frozenset(word_list("of and in for on at to"))
NO_SURNAME = frozenset(
    word_list(
        "forces force guard guards division divisions army armies navy corps legion brigade regiment battalion "
        "company squadron fleet militia troops command front group party union league alliance council committee "
        "assembly parliament congress senate court ministry department agency bureau office organisation "
        "organization society association federation confederation republic kingdom empire state states "
        "governorate province district county region territory emirate caliphate city town village river lake sea "
        "ocean bay gulf strait channel canal mountain mountains mount hill hills valley desert island islands "
        "peninsula cape coast forest park airport base station field fields bridge castle fort fortress palace "
        "tower wall gate street square road church cathedral mosque temple abbey school college university "
        "institute academy museum library observatory hospital prison battle war wars campaign offensive "
        "operation siege raid invasion revolution revolt rebellion uprising crisis treaty pact agreement accord "
        "conference declaration act bill law theorem theory effect principle equation constant disease syndrome "
        "cycle bang theatre theater prize award cup games age ages era period dynasty house line plan doctrine "
        "movement bank market street times post news journal rights human civil world"
    )
)
NO_FIRST_NAME = frozenset(
    word_list(
        "great united new old upper lower inner outer north south east west northern southern eastern western "
        "central middle saudi san santa santo sao los las saint st puerto costa rio buenos hong sri tel tell deir "
        "deyr dayr dair ras jabal jebel wadi bir addis kuala phnom burkina sierra ivory monte villa porto cape el "
        "dead black white red green blue golden iron tiger desert special foreign national international royal "
        "imperial democratic islamic republican people peoples oil strategic observers advisors"
    )
)
CONFUSABLE = _groups(
    "austria australia, iran iraq, iceland ireland, slovakia slovenia, niger nigeria, guinea guiana guyana, "
    "gambia zambia, prussia russia, mauritania mauritius, dominica dominican, france franco, paraguay uruguay, "
    "swaziland switzerland, austrian australian, iranian iraqi, liberia siberia iberia serbia, samara samarra, "
    "north south east west northeast northwest southeast southwest northern southern eastern western "
    "northeastern northwestern southeastern southwestern northward southward northwards southwards "
    "eastward westward, "
    "offensive defensive, major minor, upper lower, inner outer, former latter, mitosis meiosis, january february "
    "march april may june july august september october november december, thirteen thirty fourteen forty fifteen "
    "fifty sixteen sixty seventeen seventy eighteen eighty nineteen ninety, glucose glucagon glycogen, thymine "
    "thiamine, absorption adsorption, stationary stationery, trail trial, "
    "angel angle, dairy diary, quiet quite, silver sliver, casual causal, united untied, unite untie, "
    "martial marital, sacred scared, complied compiled, nuclear unclear"
)
CONTRARY_BEGINNINGS = _groups(
    "hyper hypo, inter intra, macro micro, ante anti, endo exo, pre pro, under over, super sub, homo hetero"
)
CONTRARY_ENDINGS = _groups("ate ite ide, ane ene yne one, ous ic, stan land, phile phobe")
_ROMAN_TENS = ("", "x", "xx")
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN_NUMERALS = {
    tens + ones: str(10 * ten + one)
    for ten, tens in enumerate(_ROMAN_TENS)
    for one, ones in enumerate(_ROMAN_ONES)
    if tens + ones
}
