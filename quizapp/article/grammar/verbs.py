"""The verbs of war narratives, in all their forms, and what sort of thing each says.

To teach a verb, add its base to its kind in VERBS; an irregular one with past and participle: "take|took|taken".
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from quizapp.values.text import word_list, word_set


class Kind(StrEnum):
    """What sort of thing a verb says; only some of them state an event."""

    TAKE = "take"
    STRIKE = "strike"
    RESIST = "resist"
    MOVE = "move"
    HARM = "harm"
    LOSE = "lose"
    ASPECT = "aspect"
    HAPPEN = "happen"
    COMMAND = "command"
    DEAL = "deal"
    MAKE = "make"
    CHANGE = "change"
    STATE = "state"
    FORCE = "force"
    ACHIEVE = "achieve"
    FAIL = "fail"
    PLAN = "plan"
    CLAIM = "claim"
    SENSE = "sense"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """A form of a verb; most have one form for past and participle."""

    BASE = "base"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A verb of the lexicon, and its kind."""

    base: str
    past: str
    participle: str
    kind: Kind


VERBS: dict[Kind, str] = {
    Kind.TAKE: "capture seize take|took|taken occupy secure recapture retake|retook|retaken"
    " overrun|overran|overrun storm conquer annex liberate clear sack plunder loot pillage raze"
    " destroy demolish devastate ravage win|won|won gain recover regain reoccupy reclaim"
    " overtake|overtook|overtaken wrest subdue burn burn|burnt|burnt obtain acquire commandeer confiscate"
    " salvage torch dismantle neutralise neutralize eliminate reconquer subjugate pacify"
    " despoil usurp",
    Kind.STRIKE: "attack assault counterattack counter-attack charge strike|struck|struck bombard shell"
    " bomb raid ambush besiege blockade encircle surround envelop outflank flank engage"
    " fight|fought|fought fire assail harass strafe torpedo ram board invade penetrate pierce"
    " breach break|broke|broken smash crush batter pound hit|hit|hit shoot|shot|shot"
    " beat|beat|beaten defeat rout overwhelm overcome|overcame|overcome pin isolate threaten"
    " trap surprise catch|caught|caught cut|cut|cut sever confront clash oppose challenge"
    " press target mine infiltrate outnumber outmanoeuvre outmaneuver"
    " outfight|outfought|outfought duel skirmish battle cannonade pepper rake mob undermine"
    " vanquish thrash trounce cripple encounter open lure feint probe sweep|swept|swept"
    " scatter disperse disrupt demoralise demoralize drive|drove|driven push repulse repel"
    " throw|threw|thrown eject expel oust rush dislodge corner hem invest blast riddle"
    " ransack",
    Kind.RESIST: "hold|held|held defend resist withstand|withstood|withstood cover protect shield guard"
    " garrison contain stop halt check block delay frustrate thwart foil stall hinder impede"
    " prevent save relieve rescue parry absorb survive entrench barricade screen fortify"
    " rally reinforce retain maintain preserve safeguard deter hamper slow",
    Kind.MOVE: "advance mass march move cross reach enter approach arrive land disembark embark sail depart"
    " leave|left|left proceed travel ride|rode|ridden return retire withdraw|withdrew|withdrawn"
    " retreat fall|fell|fallen flee|fled|fled escape evacuate abandon pursue chase follow pass"
    " bypass traverse ascend climb descend swing|swung|swung wheel turn hasten hurry converge"
    " join unite link meet|met|met come|came|come go|went|gone run|ran|run"
    " bring|brought|brought carry transport ferry send|sent|sent dispatch despatch deploy"
    " station position place assemble gather concentrate muster form encamp camp dig|dug|dug"
    " roll head steam row wade ford swim|swam|swum fly|flew|flown circle emerge debouch regroup"
    " rejoin redeploy reposition transfer shift recross precede disperse scramble crawl"
    " creep|crept|crept slip wander drift race gallop trot parachute airlift drop haul drag tow"
    " ship forward relocate quarter billet accompany escort conduct shadow intercept stream"
    " pour filter traverse anchor moor dock leap jump stumble tumble trek venture",
    Kind.HARM: "kill wound injure slay|slew|slain massacre slaughter execute hang|hanged|hanged behead"
    " murder assassinate maim mutilate disable sink|sank|sunk scuttle damage explode detonate"
    " blow|blew|blown ground wreck capsize inflict cost|cost|cost decimate annihilate imprison"
    " arrest enslave deport intern torture wipe exterminate cripple hurt|hurt|hurt strip rape"
    " crucify impale poison stab spear gun mow drown starve bleed|bled|bled crash ravage ignite"
    " spare incapacitate",
    Kind.LOSE: "lose|lost|lost suffer sustain die perish surrender capitulate yield collapse succumb"
    " desert defect mutiny rebel revolt incur forfeit cede relinquish disintegrate dissolve"
    " waver panic crumble founder starve sink fall rout submit resign",
    Kind.ASPECT: "begin|began|begun start commence cease resume continue keep|kept|kept"
    " finish proceed open stop",
    Kind.HAPPEN: "launch mount initiate renew end conclude last erupt culminate result lead|led|led"
    " trigger prompt spark occur happen ensue follow rage develop unfold intensify escalate"
    " subside decline break cause coincide arise|arose|arisen elapse drag peter stage carry"
    " conduct undertake|undertook|undertaken wage execute prosecute perform contribute mark"
    " signal precipitate provoke herald inaugurate terminate interrupt suspend lift raise"
    " postpone",
    Kind.COMMAND: "command lead|led|led order direct appoint name promote replace succeed assume delegate"
    " recall summon instruct authorise authorize entrust assign attach detach dismiss remove"
    " relieve nominate elect commission head supervise oversee|oversaw|overseen rule govern"
    " reign advise crown proclaim depose dethrone overthrow|overthrew|overthrown abdicate"
    " install inherit designate instal task charge reappoint sack subordinate recruit raise"
    " levy enlist conscript mobilise mobilize arm equip train reorganise reorganize organise"
    " organize deploy delegate direct coordinate",
    Kind.DEAL: "vote sue sign agree negotiate ally declare grant offer reject accept demand request promise"
    " swear|swore|sworn receive supply support aid assist back release ransom exchange pardon"
    " disinherit exile banish ratify conclude give|gave|given deliver provide present award"
    " honour honor marry divorce betray free pay|paid|paid sell|sold|sold buy|bought|bought"
    " purchase hand restore recognise recognize guarantee reward decorate bestow allot allocate help aid"
    " divide share distribute lend|lent|lent lease invite greet meet visit consult inform warn"
    " notify alert congratulate",
    Kind.MAKE: "make|made|made build|built|built construct erect establish create found set|set|set"
    " lay|laid|laid install repair rebuild|rebuilt|rebuilt complete produce develop introduce"
    " design write|wrote|written compose paint publish print commemorate celebrate celebrate"
    " bury cremate inter erect unveil plant dig block seal close bridge prepare draw|drew|drawn"
    " adopt abolish ban pass enact issue employ use equip fit mount place put|put|put dam flood"
    " excavate restore dedicate consecrate convert rename open organise hide|hid|hidden conceal"
    " store stock light|lit|lit broadcast|broadcast|broadcast devise",
    Kind.CHANGE: "become|became|become grow|grew|grown rise|rose|risen expand increase reduce decrease"
    " improve change shift extend strengthen weaken deteriorate worsen spread|spread|spread"
    " split|split|split shrink|shrank|shrunk swell|swelled|swollen exhaust deplete double"
    " drop decline boost diminish tighten widen narrow transform turn disappear vanish vary"
    " fluctuate emerge dominate",
    Kind.STATE: "consist comprise include number total amount contain lie|lay|lain stand|stood|stood"
    " sit|sat|sat remain stay serve act prove seem appear stretch overlook separate constitute"
    " represent belong depend rely live reside exist control possess own border house exceed"
    " enjoy feature face outweigh measure weigh extend rest occupy adjoin connect comprise"
    " carry bear|bore|borne wear|wore|worn speak|spoke|spoken differ resemble range await wait"
    " boast host protrude originate derive dwell flow overlook",
    Kind.FORCE: "force compel oblige cause drive|drove|driven allow enable permit persuade convince"
    " encourage induce order tell|told|told ask urge",
    Kind.ACHIEVE: "manage succeed achieve accomplish",
    Kind.FAIL: "fail neglect refuse decline",
    Kind.PLAN: "plan intend decide hope want wish try attempt seek|sought|sought aim expect propose"
    " prepare choose|chose|chosen determine resolve need desire vow threaten hesitate opt"
    " design arrange mean|meant|meant endeavour endeavor strive|strove|striven contemplate"
    " elect schedule tempt",
    Kind.CLAIM: "say|said|said claim report state assert allege estimate believe consider"
    " think|thought|thought note argue record describe suggest admit deny announce insist"
    " confirm calculate count reckon contend conclude rumour rumor suspect write|wrote|written"
    " speculate predict recount relate maintain regard view quote cite attribute credit blame"
    " criticise criticize praise debate dispute question doubt assume judge speak|spoke|spoken"
    " mention interpret exclaim reply answer comment tell|told|told explain remark warn call"
    " dub codename nickname assess acknowledge concede recall cry shout",
    Kind.SENSE: "see|saw|seen hear|heard|heard learn discover find|found|found observe notice spot detect"
    " realise realize know|knew|known understand|understood|understood feel|felt|felt fear"
    " show|showed|shown reveal demonstrate anticipate recognise recognize sight remember"
    " forget|forgot|forgotten watch look search like love hate favour favor prefer ignore"
    " treat lack require deem foresee|foresaw|foreseen misjudge underestimate overestimate"
    " exploit let|let|let get|got|gotten bolster spend|spent|spent bring play work"
    " deal|dealt|dealt concern involve base associate compare relate affect influence inspire"
    " motivate characterise characterize link intend reflect teach|taught|taught worry confuse"
    " hurry ignore commit avenge coordinate occupy earn dress mirror match join",
}
_DOUBLED = word_set(
    "stop ram trap ship drop plan pin commit compel expel repel permit submit admit refer prefer transfer"
    " occur deter equip rebel control strip rob grab slip scrap plot stab bar man wrap trot outwit gun"
    " spot regret cut run hit set put dig swim win begin sit split let get shut dam hem ban drag step mob"
    " spur forget fit"
)
_DOUBLED_GERUNDS = word_set("cut run hit set put dig swim win begin sit split let get overrun forget")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def gerund_of(base: str) -> str:
    """Return the form of a verb that ends in -ing."""
    if base in {"die", "lie"}:
        return base[0] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    doubled = base in _DOUBLED or base in _DOUBLED_GERUNDS
    return base + (base[-1] if doubled else "") + "ing"


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


@dataclass(frozen=True, slots=True)
class Spelt:
    """A verb in one of its forms; is_both says that past and participle are spelt alike."""

    known: Lexeme
    form: Form
    is_both: bool = False


@cache
def verbs_by_form() -> dict[str, Spelt]:
    """Return every form of every verb, in small letters; where two verbs share one, the first of the list has it."""
    found: dict[str, Spelt] = {}
    rest: list[tuple[str, Spelt]] = []
    for kind, listed in VERBS.items():
        for entry in dict.fromkeys(listed.split()):
            base, past, participle = entry.split("|") if "|" in entry else (entry, _past(entry), _past(entry))
            known = Lexeme(base, past, participle, kind)
            found.setdefault(past, Spelt(known, Form.PAST, past == participle))
            found.setdefault(participle, Spelt(known, Form.PARTICIPLE))
            found.setdefault(gerund_of(base), Spelt(known, Form.GERUND))
            rest += [(base, Spelt(known, Form.BASE)), (_third(base), Spelt(known, Form.THIRD))]
    for word, spelt in rest:  # "found" is the past of find before it is a base
        found.setdefault(word, spelt)
    for word in ("travelled", "travelling", "marshalled", "levelled", "shelled"):
        base = "travel" if word.startswith("travel") else word[: -3 - (word[-4] == word[-5])]
        form = Form.GERUND if word.endswith("ing") else Form.PAST
        found.setdefault(
            word, Spelt(Lexeme(base, base + "led", base + "led", Kind.MOVE), form, form is Form.PAST)
        )
    return found


_NO_VERBS = word_set(
    "dogged hundred kindred sacred hatred naked wicked rugged ragged jagged indeed speed seed deed need steed"
    " creed bleed breed greed weed embed shed sled wed bed red bred fed led sped feed reed exceed proceed"
    " unarmed unharmed unopposed unprepared so-called aged beloved crooked learned-man one-sided two-sided"
    " red-haired armed-to-the-teeth tired limited united detailed experienced aforementioned"
    " outnumbered-force talented renowned famed alleged supposed unsuited wooded skilled advanced-level"
    " combined armoured armored mechanised mechanized motorised motorized seasoned uninhabited unexpected"
)


_BEFORE_E = word_list("c v u z at ut ir ur or ar as os us is ng dg rg in id ud")
"""Ends of stems that an "e" follows: evacuat-ed, measur-ed."""


@lru_cache(maxsize=4096)
def guess_verb(word: str) -> Spelt | None:
    """Return a word that ends in -ed, and is on no list, as the past of a verb of no known kind."""
    if len(word) < 6 or not word.endswith("ed") or "-" in word or word in _NO_VERBS or word.endswith("eed"):
        return None
    stem = word[:-2]
    if stem.endswith("i"):
        base = stem[:-1] + "y"
    elif stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        base = stem[:-1]
    elif stem.endswith(_BEFORE_E):
        base = stem + "e"
    else:
        base = stem
    return Spelt(Lexeme(base, word, word, Kind.UNKNOWN), Form.PAST, is_both=True)
