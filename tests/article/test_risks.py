"""What is often wrong in real articles is looked at, what is like it is believed; the battles are invented."""

import pytest

from quizapp.article.fact import Confidence
from tests.article.facts import find_in

TITLE = "Battle of Harrow Ford"


def believed(text: str) -> list[str]:
    """Return what is confidently found in a text, in a line each."""
    return [
        f"{fact.subject} {fact.attribute} {fact.value}"
        for fact in find_in(title=TITLE, body=text).facts
        if fact.confidence is Confidence.HIGH
    ]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Such were the tactics the Lerrans used with skill at Stell.", "Lerrans were_used"),
        ("They left by the road from East travelling North leading a raid on Stell.", "North led"),
        ("Rhett gave leave for Tyll to turn south, riding east of Stell.", "Rhett rode"),
        ("Rhett had to hold the gate leading to Stell.", "gate led_to"),
        (
            "The Ormish Guard drove Tyll into the works around the old town of Stell, Harrow, leading to its fall.",
            "Harrow led_to",
        ),
        (
            "With both now embroiled in a local war, quarrels quickly escalated into a war with Lerra.",
            "quarrels were_escalated",
        ),
        ("The formations of Rhett were recalled using trumpets of Stell.", "formations of Rhett used"),
        ("Supply using the Stell landing areas failed.", "Stell landed"),
        (
            "It was the first significant Orm-Lerra fighting in the Harrow War.",
            "first significant Orm-Lerra fought_in",
        ),
        ("The Guard then set up posts waiting for Lerran help.", "posts waited"),
        (
            "Plans were made to counter the threat of Tyll enveloping the Ormish army.",
            "threat of Tyll enveloped",
        ),
        ("Orm made peace with the Lerran Guard signing the Treaty of Stell.", "Lerran Guard signed"),
    ],
)
def test_a_participle_that_may_belong_elsewhere_is_looked_at(text: str, unsure: str) -> None:
    assert not [line for line in believed(text) if line.startswith(unsure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lerran troops stationed in Stell left.", "Lerran troops were_stationed in Stell"),
        ("Oswin Rhett, leaving the camp of Tyll, rode to Stell.", "Oswin Rhett left the camp of Tyll"),
        ("The road held by the Lerran Guard was blocked.", "Lerran Guard held the road"),
        ("The Guard took Stell, using the Orm bridge.", "Guard used the Orm bridge"),
    ],
)
def test_a_participle_that_hangs_on_its_noun_is_believed(text: str, expected: str) -> None:
    assert expected in believed(text)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Oswin Rhett initially commanded the battle from Stell farm.", "Oswin Rhett commanded"),
        ("The fighting at Stell initially went well for the Ormish Guard.", "fighting at Stell went"),
        ("The Ormish Guard killed 230,000 more Lerran men at Stell.", "Ormish Guard killed"),
        (
            "The Ormish plan was followed initially, but the Ormish Guard was slow.",
            "Ormish plan was_followed",
        ),
        ("Up to this point the losses of the Lerran Guard were light.", "losses of the Lerran Guard were"),
        ("Tyll had to wait until the Ormish Guard was in position at Stell.", "Ormish Guard was"),
        ("The Lerran Guard suffered significantly fewer losses.", "Lerran Guard suffered"),
        ("Then 40 Lerran riders were killed or wounded at Stell.", "40 Lerran riders were_wounded"),
        ("The Ormish War was nine years old when Lerra sent ships.", "Ormish War was"),
        (
            "The raid involved the Ormish Guard, together with Lerran riders, attacking towards Stell.",
            "raid attacked",
        ),
        ("At the time of his death, Oswin Rhett was 62 years old.", "Oswin Rhett was"),
    ],
)
def test_what_was_so_only_for_a_while_or_by_comparison_is_looked_at(text: str, unsure: str) -> None:
    assert not [line for line in believed(text) if line.startswith(unsure)]


def test_a_comparison_that_says_with_what_is_believed() -> None:
    text = "The Lerran Guard suffered fewer losses than the Ormish Guard."
    assert "Lerran Guard suffered fewer losses than the Ormish Guard" in believed(text)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Oswin Rhett defeated the Lerrans and captured their country.", "Oswin Rhett captured"),
        ("The Lerrans poured wine from Stell over his head.", "Lerrans poured"),
        ("The march of Orm stalled as Tyll struck at its supply line near Stell.", "Tyll struck"),
        ("The town of Stell is named after her.", "town of Stell is_named"),
        ("The Ormish deserters serving among their troops at Stell fled.", "Ormish deserters served"),
    ],
)
def test_what_may_be_owned_by_another_is_looked_at(text: str, unsure: str) -> None:
    assert not [line for line in believed(text) if line.startswith(unsure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oswin Rhett formed a line behind his right wing at Stell.", "Oswin Rhett formed a line behind"),
        ("The Lerran Guard held their camp at Stell.", "Lerran Guard held their camp"),
    ],
)
def test_what_belongs_to_the_one_who_acts_is_believed(text: str, expected: str) -> None:
    assert [line for line in believed(text) if line.startswith(expected)]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        (
            "As the attack faltered, eight squadrons of elite Dale d'Orms, commanded by the veteran Swiss officer,"
            " Beat-Oswin von Tyll, fell upon the English troops, cutting at the flank of Rhett's own regiment.",
            "attack fell_upon",
        ),
        ("On 4 May the Ormish Guard and Dale Company, 7th Battalion took Stell.", "7th Battalion took"),
        (
            "According to Tyll, after the loss of the battle Oswin attempted to build a causeway across the Dale"
            " channel.",
            "loss of the battle Oswin",
        ),
        ("Avoiding fighting the Lerran Guard themselves, the Ormish rode to Stell.", "Avoiding fought"),
        ("The victory dashed Ormish and Lerran hopes of regaining lost ground.", "Lerran hopes of regaining"),
        (
            "The Guard had 169 men killed and heavy but unquantified losses among the foot.",
            "Guard unquantified",
        ),
        ("Crucial to the Ormish War was the Stell campaign.", "Crucial to"),
        ("The second was launched towards the town of Stell.", "second was_launched"),
    ],
)
def test_a_verb_that_may_have_another_subject_is_looked_at(text: str, unsure: str) -> None:
    assert not [line for line in believed(text) if line.startswith(unsure)]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("The Ormish Guard reached the Dale River and re-taking Stell.", "Ormish Guard reached"),
        ("The Ormish Guard sank, set ablaze, or disabled all the boats of Stell.", "Ormish Guard set"),
        ("The tide swung as Rhett's Division, the second of the Guard, took Stell.", "tide swung_as"),
        ("The bridge of Stell, the only way across the marshes, was guarded by 150 men.", "Stell rank"),
        ("It bears out the views of most Ormish writers that Oswin Rhett was late.", "Oswin Rhett was"),
        ("On 10 June 1312, Oswin Rhett met for the first time the King of Lerra.", "Oswin Rhett met_for"),
        ("Rhett gave in, forcing Stell to surrender shortly afterwards.", "Rhett forced"),
        (
            "Lerran gunfire sank nearly all the small boats intended to carry the Guard back to Orm.",
            "all the small boats intended_to",
        ),
        (
            "The battle was fought between the ships Orm and Dale and the sloops Lerra and Stell.",
            "Battle of Harrow Ford fought_between",
        ),
        (
            "On 4 May 1312, two days after it fell and three months before the march to the Dale War,"
            " President Rhett sent men.",
            "Dale War role",
        ),
        (
            "In the siege of Stell (16 March), also called the third siege of Stell, an Ormish Army under the"
            " command of Rhett, besieged Stell.",
            "Stell role",
        ),
        (
            "The Command, supported by Lerra, the North Ormish People's Army, and the Dale Guard, signed the truce.",
            "Lerra role",
        ),
        ("Oswin Rhett had seven Ormish and three Lerran regiments, and Tyll had 13 more.", "Tyll more"),
        ("Amongst the wounded was Oswin Rhett.", "Oswin Rhett location"),
        ("They were led by the veteran Ormish officer, Oswin Rhett.", "Ormish officer role"),
        ("On 4 May a gallows was put up at Stell by order of Rhett.", "order of Rhett"),
        (
            "Stell should have been well-walled, manned, and prepared for any Lerran attack.",
            "Stell prepared_for",
        ),
        ("Tyll killed 18 Lerrans or Orms at Stell.", "Lerrans killed"),
        ("The Guard killed 18 Lerrans and captured one.", "Guard captured"),
        ("The fort was spared by the wars that since the Orm Plague had swept Lerra.", "Orm Plague swept"),
        ("In May 1312 the Ormish Guard became bottled up in Stell.", "Ormish Guard became"),
        ("The Ormish gunners were often unable to help.", "Ormish gunners were"),
        ("Most of Orm remained under Lerran rule, including the town of Stell.", "Lerran rule included"),
        (
            "The battle cost the Orms roughly 1,600 casualties, the Lerrans 2,000.",
            "Battle of Harrow Ford casualties",
        ),
        ("The Ormish Guard lost 300 killed and blinded.", "Ormish Guard killed"),
        ("Rhett died, and Edgar Tyll took his place at Stell.", "Edgar Tyll took"),
        ("The battle was chiefly a cavalry fight of Orms.", "Battle of Harrow Ford was"),
        ("Edgar Tyll was met by Lord Rhett and by Sir Orlo Dale.", "Lord Rhett met"),
        ("The Stell cold sank to −25 degrees.", "Stell cold sank"),
        ("Almost all the Guards suffered in Stell.", "all the Guards"),
        (
            "The battle entered Ormish lore as the Guards, with help from Orm, fought on.",
            "Battle of Harrow Ford entered",
        ),
        (
            "An Ormish fleet under Admirals Orlo Rhett, Edgar Tyll and Dale lay at Stell.",
            "an Ormish fleet commanded_by",
        ),
        (
            "The Battle of Harrow Ford was a famous battle in Ormish history, fought in 1312.",
            "Battle of Harrow Ford place",
        ),
        (
            "Thanks to many guns and good luck, Oswin Rhett and Edgar Tyll took Dale and freed Stell.",
            "good luck",
        ),
        (
            "Rhett came when Orlo Dale joined Tyll and his plot to take Stell, the old port, was found out.",
            "Orlo Dale joined",
        ),
        ("Rhett won by placing the Guards in three rows, firing in turn at Stell.", "Rhett fired"),
        ("The Orm ships Kite, Lark, and Dale, the cruiser Stell, two boats and four tugs left.", "Dale role"),
        ("The Lerran Guard was far from Stell, deputy mayor Orlo Dale told the OBC.", "Lerran Guard was"),
        ("The Orm Navy managed to score heavy wins, including sinking the Kestrel.", "score heavy"),
        ("Another Lerran captain, Orlo Dale, was killed.", "another Lerran captain"),
        ("The fort of Stell was guarded in a like manner.", "fort of Stell was_guarded"),
        ("The raid against the Lerran Guard would be code-named Operation Kestrel.", "Lerran Guard known_as"),
        (
            "After the feast a force of 1300 men, mainly Ormish farmers, under Rhett, left Stell.",
            "Ormish farmers",
        ),
        ("In May 1312, at Stell, the Orm Navy and Lerra Harriers and riders left Dale.", "Lerra Harriers"),
        ("With them were the Earl of Orm, Lord Rhett, Sir Edgar Tyll, and Oswin Dale.", "Lord Rhett role"),
        ("The O.S. landing operation at Stell failed.", "O.S. landed"),
        (
            "Two months after Rhett began his march from Stell, Orm's king, Oswin Tyll, managed to stop him.",
            "Stell role",
        ),
    ],
)
def test_what_is_cut_or_read_out_of_a_list_is_looked_at(text: str, unsure: str) -> None:
    assert not [line for line in believed(text) if line.startswith(unsure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid used Orm riders, US guns and US ships.", "raid used Orm riders, US guns and US ships"),
        ("The Duke of Orm, Edgar Tyll, left Stell.", "Edgar Tyll role the Duke of Orm"),
        ("The Ormish Guard charged a high, walled ridge.", "Ormish Guard charged a high, walled ridge"),
        ("The Ormish Guard rode through the gate and headed north.", "Ormish Guard rode_through the gate"),
        ("The Guard lost several outposts, including Stell.", "several outposts included Stell"),
        (
            "The fleet was beaten by Philip of Dale, the Bishop of Stell, and its crews fled.",
            "Philip of Dale role the Bishop of Stell",
        ),
        (
            "In 1312 the Ormish Guard tried to cross the Dale River.",
            "Ormish Guard tried_to cross the Dale River",
        ),
        (
            "Rhett signed the Treaty of Stell. Tyll broke the Stell Accord, which was signed at Dale.",
            "Stell Accord was_signed at Dale",
        ),
        (
            "The Lerran Guard became more seasoned and tactically skilled.",
            "Lerran Guard became more seasoned and tactically skilled",
        ),
    ],
)
def test_what_is_whole_is_believed(text: str, expected: str) -> None:
    assert expected in believed(text)


def test_the_day_on_which_something_was_lost_is_not_that_of_its_retaking() -> None:
    text = "On 11 June 1312, the Guard rode out, and regained two hills lost the day before."
    assert not [line for line in believed(text) if line.startswith("Guard regained")]


def test_the_day_of_a_battle_in_its_first_sentence_is_believed() -> None:
    text = "The Battle of Harrow Ford was a clash fought on 4 May 1312 near Stell."
    assert "Battle of Harrow Ford date 4 May 1312" in believed(text)


def test_a_doubt_of_what_is_often_right_leaves_the_fact_to_be_looked_at() -> None:
    text = "Oswin Rhett defeated the Lerrans and took their camp at Stell."
    found = {fact.attribute: fact for fact in find_in(title=TITLE, body=text).facts}
    assert found["took"].confidence is Confidence.LOW
    assert found["took"].note == "whose it was is not certain"
