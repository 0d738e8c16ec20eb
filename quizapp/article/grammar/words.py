"""The small words of English, by what they do in a sentence; a word that is missing is added to its list."""

from quizapp.values.text import phrase_set, word_set

DETERMINERS = word_set(
    "the a an this that these those its his her their our your my some any each every all both many most"
    " several few no another such either neither much half"
)
POSSESSIVES = word_set("its his her their our your my")
PRONOUNS = word_set(
    "he she they it him them himself herself itself themselves i we us me you ones others none nobody"
    " everyone everybody someone anyone nothing something everything anything this these those there what"
    " whoever theirs hers ours"
)
RELATIVES = word_set("who which whom whose that where")
PREPOSITIONS = word_set(
    "of in on at by for with from to into onto over under against near across along between among amongst"
    " behind before after during without within outside inside upon towards toward around beyond beside"
    " besides off via despite per until till since throughout amid amidst beneath above below past except"
    " regarding concerning opposite like unlike as than about through alongside following including aboard"
    " because due instead out up down notwithstanding round versus"
)
LONG_PREPOSITIONS = phrase_set(
    "because of, due to, owing to, thanks to, out of, instead of, along with, together with, as well as, in "
    "front of, ahead of, prior to, close to, next to, as part of, in addition to, in spite of, as a result "
    "of, in response to, on top of, such as, apart from, aside from, rather than, up to, according to, north "
    "of, south of, east of, west of, north-east of, north-west of, south-east of, south-west of, northeast "
    "of, northwest of, southeast of, southwest of"
)
SUBORDINATORS = word_set(
    "because although though while whilst when whenever wherever if unless whereas whether once lest how"
    " why where"
)
MAYBE_SUBORDINATORS = word_set("before after since until till as")
CONDITIONS = word_set("if unless whether lest")
CONJUNCTIONS = word_set("and but or nor yet &")
PARTICLES = word_set("up down out off back away forward aside apart together ahead over through around on in")
ADVERBS = word_set(
    "then also however meanwhile soon again still already now only even just almost nearly quite very too"
    " rather subsequently later eventually finally thus therefore hence instead together next here"
    " moreover furthermore nevertheless nonetheless once twice further furthermore away back ahead forward"
    " northward northwards southward southwards eastward eastwards westward westwards inland ashore"
    " afterwards afterward thereafter thereby therein consequently likewise otherwise perhaps maybe always"
    " often sometimes seldom ever well far long alone forth indeed elsewhere everywhere abroad overseas"
    " upstream downstream upriver downriver overnight altogether at-least somewhat simultaneously first"
    " last today apparently alike onwards onward homeward backwards beforehand initially accordingly"
    " overall besides yet so"
)
NOT_ADVERBS = word_set(
    "early family ally italy army enemy only assembly supply reply anomaly monopoly italy july daily"
    " monthly weekly yearly likely unlikely deadly costly friendly elderly orderly lonely silly holy ugly"
    " lively rally sally fly rely apply timely heavily-armed belly jelly bully gully hilly curly"
    " early-morning sicily cavalry neighbourly kingly cowardly worldly unruly quarterly scholarly ghastly"
    " homily folly butterfly"
)
NEGATIONS = word_set("not never hardly scarcely barely neither nor n't cannot without")
BE = word_set("was were is are be been being wasn't weren't isn't aren't")
HAVE = word_set("had has have having hadn't hasn't haven't")
DO = word_set("did does do didn't doesn't don't")
MODALS = word_set(
    "would will could can might may shall should must cannot wouldn't couldn't can't won't mustn't shouldn't"
)
HEDGES = word_set(
    "reportedly allegedly supposedly purportedly apparently possibly probably perhaps likely presumably"
    " maybe ostensibly seemingly arguably reputedly"
)
DOUBTS = word_set(
    "apparently possibly probably perhaps likely presumably maybe ostensibly seemingly arguably"
)
GENERIC_PLACES = word_set(
    "city town village island river bridge fort fortress castle camp port harbour harbor airport airfield"
    " capital region area province district valley hill ridge mountain coast border bay beach peninsula"
    " settlement citadel palace church plain plateau lake strait straits crossing pass garrison bridgehead"
    " beachhead stronghold suburbs outskirts walls base field battlefield site place line front frontier"
    " country kingdom colony state road railway"
)
TITLES = word_set(
    "general colonel major captain lieutenant admiral marshal commodore brigadier commander sergeant king"
    " queen prince princess emperor empress duke count earl baron lord sir bishop archbishop pope chief"
    " president governor sultan shah tsar czar khan consul praetor sheikh emir caliph pasha bey viscount"
    " marquis marquess marshal field-marshal minister chancellor premier senator secretary professor"
    " historian chronicler dr mr mrs gen col maj capt lt adm brig cmdr sgt st rear vice grand crown"
    " chieftain hetman voivode ataman doge regent ambassador legate"
)
EVENT_NOUNS = word_set(
    "battle offensive operation campaign siege war engagement assault attack raid landing invasion"
    " conflict fighting action skirmish expedition blockade bombardment revolt rebellion uprising mutiny"
    " counteroffensive counter-offensive counterattack counter-attack airstrike strike bombing massacre"
    " capture clash ambush defence defense intervention crossing retreat march advance evacuation fall"
)
PEOPLE = word_set(
    "soldiers soldier men man troops troop civilians civilian militants militant fighters fighter people"
    " persons marines sailors seamen crewmen crew officers officer knights horsemen cavalrymen cavalry"
    " infantry infantrymen insurgents rebels rebel guerrillas guerrilla personnel inhabitants residents"
    " women children prisoners prisoner defenders attackers warriors airmen paratroopers policemen"
    " combatants pilots recruits volunteers conscripts casualties dead wounded laborers labourers workers"
    " servicemen militiamen partisans legionaries archers spearmen gunners riflemen villagers townspeople"
    " citizens natives others more hostages refugees slaves captives"
    " deserters mercenaries grenadiers hussars dragoons cuirassiers janissaries samurai peasants farmers"
)
NATIONS = word_set(
    "americans germans british french italians russians japanese poles turks romans greeks persians spaniards"
    " austrians prussians"
)
