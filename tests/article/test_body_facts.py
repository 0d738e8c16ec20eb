"""What the rules find in sentences; the battles are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.article import read_article
from quizapp.article.capitals import find_capitals
from quizapp.article.dates import date_article
from quizapp.article.fact import Confidence, Fact, FactType
from quizapp.article.home import find_home
from quizapp.article.known import Known
from quizapp.article.rules.body import SENTENCE_RULES, STATEMENT_RULES, find_in_sentence
from quizapp.article.statements.statements import is_plural_phrase
from quizapp.values.dates import to_edtf

TITLE = "Battle of Harrow Ford"


def find(text: str, title: str = TITLE) -> list[Fact]:
    """Return the facts of the body of an article, whose sentences are the text."""
    article = read_article(f"= {title} =\n\nInfobox\n- Conflict: {title}\n- Date: 3-9 May 1312\n\n{text}\n")
    dates = date_article(article)
    known = Known(article, title, 1312, capitals=find_capitals(article), home=find_home(article))
    return [
        fact
        for sentence in article.sentences()
        for fact in find_in_sentence(sentence, dates.get(sentence, ()), known)
    ]


def tell(text: str, *types: FactType) -> list[tuple[str, str, str]]:
    """Return subject, attribute and value of the facts of some types, or of all."""
    return [
        (fact.subject, fact.attribute, fact.value) for fact in find(text) if not types or fact.type in types
    ]


def test_a_named_side_did_something_on_a_day() -> None:
    (fact,) = find("On 4 May 1312, the Ormish Guard captured Harrow Castle.")
    assert (fact.subject, fact.attribute, fact.value) == ("Ormish Guard", "captured", "Harrow Castle")
    assert fact.date is not None
    assert to_edtf(fact.date) == "1312-05-04"
    assert fact.confidence is Confidence.HIGH


def test_a_passive_with_its_agent_is_told_from_the_agent() -> None:
    text = "By 6 May 1312, all land between Harrow and Stell was captured by the Ormish Guard."
    (fact,) = find(text)
    assert fact.subject == "Ormish Guard"
    assert fact.value == "all land between Harrow and Stell"
    assert fact.clause is not None
    assert (fact.clause.subject, fact.clause.agent, fact.clause.is_passive) == (
        "all land between Harrow and Stell",
        "the Ormish Guard",
        True,
    )


def test_a_trailing_participle_has_the_subject_of_its_clause() -> None:
    found = tell(
        "The Ormish Guard pushed into the northern and western parts of Stell, capturing four mills.",
        FactType.EVENT,
    )
    assert found == [
        ("Ormish Guard", "pushed_into", "the northern and western parts of Stell"),
        ("Ormish Guard", "captured", "four mills"),
    ]


def test_who_is_forced_to_retreat_does_retreat() -> None:
    found = tell(
        "The Lerran cavalry charged the Ormish camp, forcing the Guard to retreat to the Stell Hills."
    )
    assert ("Guard", "retreated_to", "the Stell Hills") in found


CASES: list[tuple[str, FactType, tuple[str, str, str]]] = [
    (
        "The Battle of Harrow Ford was fought between the Ormish Guard and the Lerran League.",
        FactType.ACTOR,
        (TITLE, "fought_between", "the Ormish Guard"),
    ),
    (
        "The Battle of Harrow Ford was fought between the army of Rhett, Duke of Orm, and the Lerrans under Tyll.",
        FactType.ACTOR,
        (TITLE, "fought_between", "the Lerrans under Tyll"),
    ),
    (
        "The Battle of Harrow Ford was an attack launched by the Lerran League against the Ormish Guard.",
        FactType.ACTOR,
        (TITLE, "launched_by", "the Lerran League"),
    ),
    (
        "The Battle of Harrow Ford was an attack launched by the Lerran League against the Ormish Guard.",
        FactType.TARGET,
        (TITLE, "against", "the Ormish Guard"),
    ),
    (
        "The battle took place near Harrow, following the breaking of the siege of Stell.",
        FactType.SEQUENCE,
        (TITLE, "preceded_by", "the breaking of the siege of Stell"),
    ),
    ("The battle took place near Harrow.", FactType.PLACE, (TITLE, "place", "near Harrow")),
    ("The battle took place in and around Harrow.", FactType.PLACE, (TITLE, "place", "in and around Harrow")),
    ("The battle took place on 4 May 1312.", FactType.DATE, (TITLE, "date", "4 May 1312")),
    ("The battle was part of the Ormish War.", FactType.PART_OF, (TITLE, "part_of", "the Ormish War")),
    (
        "The battle was followed by the Siege of Stell.",
        FactType.SEQUENCE,
        (TITLE, "followed_by", "the Siege of Stell"),
    ),
    (
        "The battle was concurrent with the Stell campaign in Orm.",
        FactType.CONCURRENT,
        (TITLE, "concurrent_with", "the Stell campaign"),
    ),
    ("It met the Stell campaign in Orm.", FactType.PLACE, ("Stell campaign", "place", "Orm")),
    (
        "The battle was fought with the aim of capturing Stell.",
        FactType.AIM,
        (TITLE, "aim", "capture Stell"),
    ),
    ("Rhett decided to attack Stell.", FactType.AIM, ("Rhett", "decided_to", "attack Stell")),
    (
        "The left wing was commanded by Oswin Rhett.",
        FactType.COMMANDER,
        ("left wing", "commanded_by", "Oswin Rhett"),
    ),
    (
        "The Ormish cavalry under Oswin Rhett charged Stell.",
        FactType.COMMANDER,
        ("Ormish cavalry", "commanded_by", "Oswin Rhett"),
    ),
    ("The Ormish Guard lost 40 men.", FactType.CASUALTIES, ("Ormish Guard", "lost", "40 men")),
    (
        "The Ormish Guard suffered 40 killed and 60 wounded.",
        FactType.CASUALTIES,
        ("Ormish Guard", "wounded", "60 wounded"),
    ),
    (
        "Lerran archers killed between 38 and 67 pilgrims.",
        FactType.CASUALTIES,
        ("pilgrims", "killed", "38 to 67 pilgrims"),
    ),
    (
        "The Guard left Stell, with 38 soldiers being killed.",
        FactType.CASUALTIES,
        ("soldiers", "killed", "38 soldiers"),
    ),
    (
        "The Ormish Guard captured four mills.",
        FactType.NUMBER,
        ("Ormish Guard", "mills_captured", "4 mills"),
    ),
    ("Oswin Rhett had about 40 guns.", FactType.STRENGTH, ("Oswin Rhett", "guns", "about 40 guns")),
    (
        "The Ormish Guard came within six kilometres of Stell.",
        FactType.NUMBER,
        ("Ormish Guard", "distance", "6 km of Stell"),
    ),
    (
        "The three-year siege of Stell ended.",
        FactType.DURATION,
        ("siege of Stell", "duration", "3 years"),
    ),
    (
        "Oswin Rhett, commander of the Ormish Guard, crossed the river.",
        FactType.ROLE,
        ("Oswin Rhett", "role", "commander of the Ormish Guard"),
    ),
    (
        "Oswin Rhett (commander of the Ormish Guard) crossed the river.",
        FactType.ROLE,
        ("Oswin Rhett", "role", "commander of the Ormish Guard"),
    ),
    ("The Ormish Guard was to land at Stell.", FactType.AIM, ("Ormish Guard", "was_to", "land at Stell")),
    (
        "It was told by the chronicler Tyll of Stell.",
        FactType.ROLE,
        ("Tyll of Stell", "role", "chronicler"),
    ),
    (
        "They took the Guard's last stronghold of Stell.",
        FactType.ROLE,
        ("Stell", "status", "the Guard's last stronghold"),
    ),
    (
        "Harrow was the seat of the Ormish kings.",
        FactType.ROLE,
        ("Harrow", "was", "the seat of the Ormish kings"),
    ),
    (
        "The Ormish attack, codenamed Operation Anvil, began.",
        FactType.DETAIL,
        ("Ormish attack", "known_as", "Operation Anvil"),
    ),
    (
        "On 4 May 1312 the commander of the Ormish Guard, Oswin Rhett, resigned.",
        FactType.ROLE,
        ("Oswin Rhett", "role", "the commander of the Ormish Guard"),
    ),
    (
        "The order came from Ormish Secretary of War Oswin Tyll.",
        FactType.ROLE,
        ("Oswin Tyll", "role", "Ormish Secretary of War"),
    ),
    (
        "The Guard sank the Heron on 4 May 1312, the Otter on 6 May, and both the Kestrel and the Stoat on 7 May.",
        FactType.EVENT,
        ("Guard", "sank", "the Stoat"),
    ),
    (
        "The Ormish Guard could not break the Lerran line.",
        FactType.DETAIL,
        ("Ormish Guard", "could_not_break", "the Lerran line"),
    ),
    (
        "The Guard replaced Tyll with Oswin Rhett as commander of the Ormish Fleet.",
        FactType.ROLE,
        ("Oswin Rhett", "role", "commander of the Ormish Fleet"),
    ),
    (
        "Castle Hill is 163 m high.",
        FactType.NUMBER,
        ("Castle Hill", "height", "163 m"),
    ),
    (
        "The Guard routed 1,800 Ormish, colonial and native troops at Stell.",
        FactType.EVENT,
        ("Guard", "routed", "1,800 Ormish, colonial and native troops at Stell"),
    ),
    (
        "The Guard reached Stell an der Lerre, the oldest town in Orm.",
        FactType.DETAIL,
        ("Stell an der Lerre", "rank", "the oldest town in Orm"),
    ),
    (
        "The Guard launched costly and determined assaults on Stell.",
        FactType.EVENT,
        ("Guard", "launched", "costly and determined assaults on Stell"),
    ),
    (
        "Rhett ruled Orm for an uninterrupted nine years.",
        FactType.DURATION,
        ("Rhett", "ruled_for", "9 years"),
    ),
    (
        "The battle was the longest battle of the war (18 days).",
        FactType.DURATION,
        (TITLE, "duration", "18 days"),
    ),
    (
        "With this loss, Stell, only 40 km away, lay open to the Lerrans.",
        FactType.NUMBER,
        ("Stell", "distance", "40 km away"),
    ),
    (
        "Rhett reached Stell Mine, the largest mine in Orm.",
        FactType.DETAIL,
        ("Stell Mine", "rank", "the largest mine in Orm"),
    ),
    (
        "Rhett reached Harrow, just north of Stell, and rested.",
        FactType.GEOGRAPHY,
        ("Harrow", "location", "just north of Stell"),
    ),
    (
        "In front of the ridge stood the village of Harrow.",
        FactType.GEOGRAPHY,
        ("village of Harrow", "location", "in front of the ridge"),
    ),
    (
        "Rhett advanced southwards from Stell, capturing Harrow.",
        FactType.GEOGRAPHY,
        ("Harrow", "direction_from_Stell", "south of Stell"),
    ),
    (
        "Lerran raids on camps near Stell killed 40 men.",
        FactType.PLACE,
        ("Lerran raids on camps", "where", "near Stell"),
    ),
    (
        "Rhett killed 40 men, including two captains.",
        FactType.DETAIL,
        ("40 men", "included", "two captains"),
    ),
]


@pytest.mark.parametrize(("text", "type_", "expected"), CASES)
def test_each_rule_takes_what_it_is_for(text: str, type_: FactType, expected: tuple[str, str, str]) -> None:
    assert expected in tell(text, type_)


def test_every_rule_has_an_example_of_its_own() -> None:
    found = {fact.rule for text, _, _ in CASES for fact in find(text)}
    rules = {rule.__name__ for rule in (*STATEMENT_RULES, *SENTENCE_RULES)}
    assert rules <= found | {"state_deed", "state_passive"}
    assert all(rule.__doc__ for rule in (*STATEMENT_RULES, *SENTENCE_RULES))


@pytest.mark.parametrize(
    "text",
    [
        "Rhett would capture Stell.",
        "Rhett did not capture Stell.",
        "If Rhett had captured Stell, the war would have ended.",
        "Rhett planned to capture Stell.",
        "Rhett failed to capture Stell.",
        "Stell was never captured by Rhett.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert [each for each in tell(text, FactType.EVENT) if "captured" in each[1]] == []


@pytest.mark.parametrize(
    "text",
    [
        "Possibly, Oswin Rhett captured Stell.",
        "Oswin Rhett met Edgar Tyll. He captured Stell.",
        "Oswin Rhett arrived with Edgar Tyll. He captured Stell.",
        "Oswin Rhett says that he captured Stell.",
        "Oswin Rhett arrived. When he captured Stell, Edgar Tyll left.",
        "The Ormish Army took Harrow. It captured Stell.",
        "The Ormish Guards met the Lerrans. They captured Stell.",
        "Oswin Rhett arrived. He captured Stell for Rhett.",
        "Another messenger captured Stell.",
    ],
)
def test_what_is_not_certain_is_found_without_confidence(text: str) -> None:
    found = [fact for fact in find(text) if fact.attribute == "captured"]
    assert [fact.confidence for fact in found] == [Confidence.LOW]
    assert found[0].note


@pytest.mark.parametrize(
    "text", ["This force captured Stell.", "His men captured Stell.", "Rhett captured it."]
)
def test_what_says_nothing_without_the_sentence_before_is_left_out(text: str) -> None:
    assert tell(text, FactType.EVENT) == []


def test_a_pronoun_stands_for_the_person_of_the_sentence_before() -> None:
    found = [fact for fact in find("Oswin Rhett arrived. He captured Stell.") if fact.attribute == "captured"]
    assert [(fact.subject, fact.confidence) for fact in found] == [("Oswin Rhett", Confidence.HIGH)]
    for text in ("The Guard arrived. He", "The mill burned in Harrow. Harrow was taken. He"):
        assert not [fact for fact in find(f"{text} captured Stell.") if fact.attribute == "captured"]


def test_a_claim_names_who_made_it() -> None:
    (fact,) = [
        fact
        for fact in find("Stell sources claimed that the Ormish Guard captured Harrow.")
        if fact.type is FactType.EVENT
    ]
    assert fact.according_to == "Stell sources"
    (fact,) = [
        fact for fact in find("The Ormish Guard reportedly captured Harrow.") if fact.type is FactType.EVENT
    ]
    assert fact.according_to == "reports"
    (fact,) = [
        fact
        for fact in find("The Ormish Guard allegedly attacked Stell and captured the Harrow.")
        if fact.attribute == "captured"
    ]
    assert fact.according_to == "reports"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("By 6 May 1312, the Ormish Guard had crossed the Orr, taking Stell.", "took", "../1312-05-06"),
        ("On 6 May 1312, the Ormish Guard took Stell and on 8 May Rhett left.", "took", "1312-05-06"),
        ("On 6 May 1312, the Ormish Guard crossed the Orr and took Stell.", "took", "1312-05-06"),
        ("On 6 May 1312, sources claimed that the Ormish Guard took Stell.", "took", "1312-05-06"),
        ("The Ormish Guard crossed the Orr on 6 May 1312. It was raining. Rhett took Stell.", "took", None),
        ("On 6 May 1312, the Ormish Guard crossed the Orr, just hours later taking Stell.", "took", None),
        ("Before Rhett left on 6 May 1312, the Ormish Guard took Stell.", "took", None),
        ("Oswin Rhett set the attack on Stell for 6 May 1312.", "set", None),
        ("The Ormish Guard, formed on 6 May 1312, then took Stell.", "took", None),
        ("The Ormish Guard took Stell after the murder of Orlo Rhett in May 1312.", "took", None),
        ("The Ormish Guard took Stell just before 21:00 on 6 May 1312.", "took", "1312-05-06"),
        ("On 6 May 1312, sources claimed that the Ormish Guard had taken Stell.", "took", "../1312-05-06"),
        ("The Guard left on 6 May 1312. Rhett took Stell three days later on 9 May.", "took", "1312-05-09"),
        ("On 6 May 1312 the Guard took Stell and spent the next two days in Harrow.", "spent", None),
        ("On 6 May 1312 the Ormish Guard attacked, forcing the Lerrans to leave.", "left", None),
        ("In 1000-1500 Ormish soldiers the Guard took Stell.", "took", None),
        ("The Ormish Guard formed on 6 May 1312 later took Stell.", "took", None),
        (
            "Following the decision to halt the raid on Harrow on 6 May 1312, the Guard took Stell.",
            "took",
            None,
        ),
        ("The Ormish Guard, on 6 May 1312, took Stell.", "took", "1312-05-06"),
        ("Led by Oswin Rhett, on 6 May 1312 the Ormish Guard took Stell.", "took", "1312-05-06"),
        ("In April-May 1312, the Ormish Guard took Stell.", "took", "1312-04/1312-05"),
    ],
)
def test_a_date_belongs_to_its_own_clause(text: str, verb: str, expected: str | None) -> None:
    (fact,) = [fact for fact in find(text) if fact.type is FactType.EVENT and fact.attribute == verb]
    assert (to_edtf(fact.date) if fact.date else None) == expected


def test_a_clause_is_ready_for_a_question() -> None:
    (fact,) = [
        fact
        for fact in find("On 6 October 1312, Ormish soldiers pushed into the city from the west.")
        if fact.type is FactType.EVENT
    ]
    assert fact.clause is not None
    assert (fact.clause.subject, fact.clause.object, fact.clause.rest) == (
        "Ormish soldiers",
        "the city",
        "from the west",
    )
    assert (fact.clause.verb.base, fact.clause.verb.particle, fact.clause.is_plural) == ("push", "into", True)


def test_the_city_is_the_one_of_the_title_unless_another_is_near() -> None:
    text = "The Guard besieged the city of Harrow Ford. On 5 May 1312, Ormish soldiers pushed into the city."
    found = [fact.value for fact in find(text) if fact.attribute == "pushed_into"]
    assert found == ["Harrow Ford"]
    text = text.replace("soldiers pushed", "soldiers left the city of Stell. On 6 May 1312, the Guard pushed")
    found = [fact.value for fact in find(text) if fact.attribute == "pushed_into"]
    assert found == ["the city"]


def test_who_was_killed_by_a_thing_is_the_subject() -> None:
    assert tell("Oswin Rhett was killed by a musket ball.", FactType.EVENT) == [
        ("Oswin Rhett", "was_killed", "by a musket ball")
    ]


def test_an_agent_may_be_a_number_of_people() -> None:
    (fact,) = [
        fact
        for fact in find("Harrow was defended by 400 Ormish soldiers commanded by Oswin Rhett.")
        if fact.attribute == "defended"
    ]
    assert (fact.subject, fact.value) == ("400 Ormish soldiers", "Harrow")


def test_a_name_that_ends_in_s_is_one() -> None:
    phrases = ("Torres", "the Bavarians", "Ormish soldiers", "1st Marines", "Rhett and Tyll", "all land")
    assert [is_plural_phrase(each) for each in phrases] == [False, True, True, True, True, False]


def test_an_epithet_belongs_to_its_name() -> None:
    assert tell("Later Edgar the Outlaw took Stell.", FactType.EVENT) == [
        ("Edgar the Outlaw", "took", "Stell")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oswin Rhett left Stell. He crossed the Harrow. He took the mill of Dale.",
            ("Oswin Rhett", "took", "the mill of Dale"),
        ),
        (
            "On 4 May 1312, his eldest son Edgar marched to Stell.",
            ("Edgar", "marched_to", "Stell"),
        ),
        (
            "As Oswin Rhett crossed the Harrow, his horsemen attacked Stell.",
            ("Oswin Rhett's horsemen", "attacked", "Stell"),
        ),
        (
            "Rhett succeeded his father, Edgar III, in Orm.",
            ("Rhett", "succeeded", "his father, Edgar III"),
        ),
        (
            "After the Guard left Stell, Oswin Rhett fled. He took Dale.",
            ("Oswin Rhett", "took", "Dale"),
        ),
        (
            "The line of General Oswin Rhett, who took command of the Guard, held.",
            ("General Oswin Rhett", "took", "command of the Guard"),
        ),
        (
            "The Guard landed in Orm and in August 1312 began the siege of Stell.",
            ("Guard", "began", "the siege of Stell"),
        ),
        (
            "The Ormish Fleet left Dale. It sailed to Stell.",
            ("Ormish Fleet", "sailed_to", "Stell"),
        ),
        (
            "Oswin Rhett fled to Dale, where the Lerrans captured Edgar Tyll.",
            ("Lerrans", "captured", "Edgar Tyll"),
        ),
        ("The plan was arranged by Oswin Rhett.", ("Oswin Rhett", "arranged", "the plan")),
        (
            "Rhett's horsemen attacked the Lerran left flank and pushed back Tyll's riders.",
            ("Rhett's horsemen", "pushed_back", "Tyll's riders"),
        ),
        ("Nine Guards were killed and 28 wounded in Stell.", ("nine Guards", "were_killed", "killed")),
        ("The Guard stormed the Lerran mill and burned it.", ("Guard", "burned", "the Lerran mill")),
        (
            "The Battle of Harrow Ford was a Lerran victory and it marked the end of Ormish rule.",
            (TITLE, "marked", "the end of Ormish rule"),
        ),
        (
            "The council of war held on 29 April 1312 stormed Stell.",
            ("council of war", "stormed", "Stell"),
        ),
        (
            "Rhett, on his own initiative, without leave from Orm, stormed Stell.",
            ("Rhett", "stormed", "Stell"),
        ),
    ],
)
def test_a_subject_is_found_across_what_stands_between(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in tell(text, FactType.EVENT)


def test_an_event_is_dated_behind_a_comma() -> None:
    (fact,) = [fact for fact in find("The Guard was routed at Stell, on 23 July 1312.") if fact.date]
    assert fact.date is not None
    assert (fact.attribute, to_edtf(fact.date)) == ("was_routed", "1312-07-23")


@pytest.mark.parametrize(
    ("text", "subject", "commander"),
    [
        ("Under the command of Orlo kaTyll the Ormish army left.", "Ormish army", "Orlo kaTyll"),
        ("The Lerran League, led by Tyll, fled.", "Lerran League", "Tyll"),
        ("The guns of the 9th Division, under General Tyll, left.", "9th Division", "General Tyll"),
    ],
)
def test_who_led_is_named_with_those_who_were_led(text: str, subject: str, commander: str) -> None:
    assert (subject, "commanded_by", commander) in tell(text, FactType.COMMANDER)


@pytest.mark.parametrize(
    "text",
    [
        "Rhett named General Tyll as the commander of Stell.",
        "Rhett took the gold that Tyll had left at Stell.",
        "Rhett outnumbered the veteran Ormish legions.",
        "Rhett outnumbered the veteran Ormish infantry.",
        "The battle was a victory over Orm in the First War of Lerran Independence.",
        "The battle was waged during the war, and, in a mirror of Lerran rivalry, the Guard fled.",
        "The Guard fired the first shot at 8 o'clock.",
        "Although Rhett's troops held Dale, his limited scouting gave the Lerrans an advantage at Stell.",
        "The Ormish defeat in the Battle of Stell was heavy.",
        "The Guard cut off the hands of all the sick and wounded.",
        "The battle was waged by men led by the victors of the raid at Stell.",
    ],
)
def test_what_only_looks_like_a_name_or_a_place_is_none(text: str) -> None:
    assert not [
        fact
        for fact in find(text)
        if fact.attribute in {"known_as", "place", "left_at", "gave", "was_shot"}
        or fact.value.endswith(("sick", "veteran"))
    ]


def test_a_day_behind_a_verb_is_not_surely_that_of_the_next() -> None:
    text = "The Guard was routed at Stell on 4 May 1312 and retreated to Dale."
    dated = {fact.attribute: fact.is_dated_surely for fact in find(text) if fact.date}
    assert dated == {"was_routed": True, "retreated_to": False}


def test_a_list_that_goes_without_its_verb_is_no_list_of_things() -> None:
    text = "Rhett led the Ormish left wing, Edgar Tyll the centre and Orlo Dale the right."
    assert tell(text, FactType.COMMANDER) == [("Ormish left wing", "commanded_by", "Rhett")]
    text = "The Ormish left wing was led by Edgar Tyll, its centre by Orlo Dale."
    assert tell(text, FactType.COMMANDER) == [("Ormish left wing", "commanded_by", "Edgar Tyll")]


def test_what_came_before_is_named_with_its_place() -> None:
    found = tell("The battle was preceded by the attack on Stell.", FactType.SEQUENCE)
    assert found == [(TITLE, "preceded_by", "the attack on Stell")]


def test_a_number_behind_an_aim_is_not_what_was_brought() -> None:
    found = find("Rhett brought 890,000 men from Orm to oppose some 600,000 Lerran men.")
    assert not [fact for fact in found if fact.attribute == "Lerran_men_brought"]


def test_a_number_ends_before_who_says_it() -> None:
    (fact,) = [
        fact for fact in find("Rhett's army numbered some 47,000 men according to Tyll.") if fact.counted
    ]
    assert (fact.counted, fact.according_to) == ("men", "Tyll")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rhett removed the danger that the Lerrans would cross the Harrow.", "was_to"),
        ("Part of the Ormish War, the battle began in Stell.", "role"),
        ("The battle was fought on Palm Sunday at Stell.", "Palm Sunday"),
        ("An Ormish army led by Rhett and Tyll that held 41,000 Lerrans fled to Stell.", "held"),
        ("It was the last success of the Ormish Empire under Edgar.", "commanded_by"),
        ("Rhett took 2,000 men and 40 guns to Stell.", "prisoners_taken"),
        ("After the death of the king, Rhett left Stell.", "role"),
        ("After meeting the king, Rhett left Stell.", "role"),
        ("Incidentally, while awaiting the answer of Orm, the Lerran commander fled.", "role"),
        ("The commander of the Ormish armed forces was Oswin Rhett.", "armed"),
    ],
)
def test_what_only_stands_beside_is_not_said(text: str, wrong: str) -> None:
    assert not [fact for fact in find(text) if wrong in {fact.attribute, fact.value}]


def test_who_led_one_side_did_not_lead_the_other() -> None:
    text = "The battle was fought between the Lerran League led by Rhett and the Ormish Guard, led by Tyll."
    assert tell(text, FactType.COMMANDER) == [
        ("Lerran League", "commanded_by", "Rhett"),
        ("Ormish Guard", "commanded_by", "Tyll"),
    ]
    assert not tell(text, FactType.EVENT)


@pytest.mark.parametrize(
    ("text", "attribute", "is_sure"),
    [
        ("Rhett pardoned Edgar Tyll, who had fought for Lerra.", "fought_for", True),
        ("Rhett marched with Edgar Tyll, who had fought for Lerra.", "fought_for", True),
        ("The riders were led by Oswin Tyll, who were loyal to Edgar.", "were", False),
        ("Rhett reached Harrow, where he met Edgar Tyll.", "met", True),
        ("Rhett and his riders reached Harrow.", "reached", True),
        ("Rhett took 40 prisoners with him to Stell.", "took", True),
        ("Rhett gave the bridges of Stell to him.", "gave", False),
        ("The Guard took both the Harrow and the Stell bridges.", "took", True),
        ("On 4 May the Guard took 40 villagers who had hidden in Stell.", "took", True),
        ("On 4 May the Guard took the villagers who had hidden in Stell.", "took", False),
        ("Rhett ordered the evacuation of Stell.", "ordered", True),
        ("Rhett ordered the Guard into the marsh.", "ordered", True),
        ("The Guards resulted in the Lerrans leaving Stell.", "left", True),
        ("The attack on the Lerrans leaving Stell began.", "left", False),
        ("The march had results for the Lerran riders stationed in Stell.", "were_stationed", True),
        ("The march had results for the Lerran riders wounded in Stell.", "were_wounded", False),
        ("An army of 900 Lerrans commanded by Oswin Rhett fled.", "commanded_by", True),
        ("Rhett left Harrow, leaving Tyll in command.", "left", True),
        ("Stell was defended by Edgar Tyll and his riders.", "defended", True),
        ("Rhett came, and while Tyll urged him to wait, he attacked Stell.", "attacked", False),
        ("Rhett came, and while Edgar Tyll waited, he attacked Stell.", "attacked", False),
        ("Rhett received word from Tyll that his fleet had reached Stell.", "reached", False),
        ("Oswin Rhett crossed the Harrow with 400 riders.", "riders", True),
        ("Oswin Rhett left Tyll in Stell with 400 riders.", "riders", False),
        ("An Ormish fleet stationed in Stell burned.", "was_stationed", True),
        ("A fleet wounded in Stell burned.", "was_wounded", False),
        ("Stell was captured in May, forcing the Lerrans into the hills.", "forced", False),
        ("On 4 May Rhett warned Edgar Tyll that he was late.", "warned", False),
        ("Both the Orms and the Lerrans crossed the Harrow.", "crossed", False),
        ("The Guard went to Dale, where the Lerrans held the upper hand.", "held", False),
        ("The Guard went to Dale, where the Lerrans burned Tyll's ships.", "burned", True),
        ("Tyll became the new commander, Orm, who freed the Guard.", "freed", False),
        ("The Lerrans killed 40 Orms with him.", "killed", False),
        ("Rhett helped by a Stell policy authorizing aid and creating a Guard.", "created", False),
        ("The riders were captured by the Lerrans, then freed after they had left Stell.", "left", False),
        ("The host was a fleet of Dale, and an army sent from Stell by Oswin Rhett.", "sent_from", False),
        ("A Lerran fleet of five galleys and six barges left Stell.", "strength", False),
        ("A Lerran fleet of five galleys left Stell.", "strength", True),
        ("Rhett surrendered, leaving Stell to Tyll and splitting Orm in two.", "split", False),
        ("On 4 May the Guard took Stell in a battle that was fierce.", "took", False),
        (
            "The Battle of Harrow Ford took place on 4 May 1312 between an army led by Edgar of Orm, Oswin of Dale"
            " and Rhett of Stell and an army of Lerra under the sole command of Oswin Tyll, the marshal.",
            "date",
            True,
        ),
        ("At the beginning of May 1312 Rhett held Stell.", "held", True),
        ("Rhett received word from de Tyll that his fleet had reached Stell.", "reached", False),
        ("Oswin Rhett was killed by one of Tyll's men a little later.", "killed", False),
        ("Oswin Rhett put 700 carts tied together in Stell.", "carts_tied_put", False),
        ("The Ormish Guard would encounter Lerrans at Stell.", "was_to", False),
        ("The Ormish Guard would cross the Harrow.", "was_to", True),
        ("The Ormish Guard would lose 40 men at Stell.", "was_to", False),
        ("Edgar Tyll would cross the Harrow.", "was_to", False),
        ("The attack was planned by the Ormish Guards with care.", "planned", True),
        ("Rhett took Stell and Harrow and killed Tyll.", "took", True),
        ("Rhett took Stell and Harrow and Dale fell.", "took", False),
        ("Rhett nearly captured Edgar Tyll.", "captured", False),
        ("Built on the Harrow, Stell was an Ormish port.", "was_built", True),
        ("Seeing the Harrow in flood, Rhett left Stell.", "left", True),
        ("The commander of the fort, Oswin Rhett, resigned.", "role", True),
        ("His brother, Oswin Rhett, resigned.", "role", False),
    ],
)
def test_what_is_said_beside_is_sure_where_it_can_mean_one_only(
    text: str, attribute: str, is_sure: bool
) -> None:
    found = {fact.confidence is Confidence.HIGH for fact in find(text) if fact.attribute == attribute}
    assert found == {is_sure}


def test_a_second_superlative_is_of_the_same_thing() -> None:
    text = "The battle was the first battle of the war in Orm, the costliest Lerran defeat in the north."
    assert (TITLE, "rank", "the costliest Lerran defeat in the north") in tell(text, FactType.DETAIL)


def test_what_a_battle_belongs_to_may_stand_first() -> None:
    found = tell("Part of the Ormish War, the battle began on 4 May 1312.", FactType.PART_OF)
    assert found == [(TITLE, "part_of", "the Ormish War")]


def test_a_share_of_what_is_not_said_is_looked_at() -> None:
    found = [fact for fact in find("Oswin Rhett lost 40% of his men at Stell.") if fact.quantity]
    assert {fact.confidence for fact in found} == {Confidence.LOW}


def test_a_number_counts_no_further_than_its_phrase() -> None:
    (fact,) = [fact for fact in find("Rhett and 90 Lerran hussars cut the road to Stell.") if fact.quantity]
    assert fact.counted == "Lerran hussars"


@pytest.mark.parametrize(
    "text",
    [
        "Under cover of darkness 19 legions fled from Stell.",
        "Rhett, who held a 1318 Cross, left Stell.",
        "Losses at Stell: killed – 95, wounded – 248, missing – 250.",
    ],
)
def test_a_number_of_which_nothing_is_told_is_no_fact(text: str) -> None:
    assert [fact for fact in find(text) if fact.quantity] == []


def test_evidence_is_the_sentence() -> None:
    facts = find("It rained. On 4 May 1312, the Ormish Guard captured Harrow Castle.")
    (fact,) = [fact for fact in facts if fact.attribute == "captured"]
    assert (fact.evidence.section, fact.evidence.sentence) == ("lead", 2)
    assert fact.evidence.quote == "On 4 May 1312, the Ormish Guard captured Harrow Castle."


@given(st.text(max_size=300))
def test_any_sentence_is_read_without_an_exception(text: str) -> None:
    for fact in find(text):
        assert fact.subject
        assert fact.value
