"""What the rules must know of a single bank, under its id: its aliases, its undated events, its disputed numbers."""

from dataclasses import dataclass

from tests.banks.asked import Entry


@dataclass(frozen=True)
class Knowledge:
    """What the rules must know about one bank; every member is written without its article."""

    aliases: tuple[frozenset[str], ...] = ()
    all_true: tuple[frozenset[str], ...] = ()
    undated: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()
    facts: int = 1
    questions: int = 1
    types: frozenset[str] = frozenset()


KNOWLEDGE = {
    "2017-mayadin-offensive": Knowledge(
        aliases=(
            frozenset({"islamic state", "is", "isis", "isil", "daesh", "islamic state group"}),
            frozenset(
                {
                    *("syrian army", "syrian arab army", "army", "syrian military", "syrian soldiers"),
                    *("government forces", "syrian government forces", "syrian government"),
                }
            ),
            frozenset({"4th division", "4th armoured division", "4th mechanized division"}),
            frozenset({"5th corps", "5th legion"}),
            frozenset({"syria", "syrian arab republic"}),
            frozenset({"syrian democratic forces", "sdf"}),
            frozenset({"syrian observatory for human rights", "sohr"}),
        ),
        all_true=(
            frozenset({"raqqa campaign", "western anbar campaign"}),
            frozenset({"eastern syria campaign", "russias military intervention in syria"}),
            frozenset({"to take islamic states new seat", "settlements around it"}),
            frozenset({"to capture the city", "to secure the towns and villages nearby"}),
            frozenset({"mayadin", "mayadin district", "deir ez zor", "deir ez zor governorate", "syria"}),
            frozenset({"syria", "russia"}),
            frozenset({"republican guard", "4th division", "5th corps", "syrian army"}),
            frozenset({"tiger forces", "syrian army"}),
            frozenset({"west", "north"}),
        ),
        undated=frozenset(
            {
                *(
                    "parts-entered",
                    "neighbourhoods-captured",
                    "al-omar-reached",
                    "bridgehead-attack",
                    "retreat-bank",
                ),
                *("al-quriyah-captured", "al-quriyah-direction", "siege-before", "siege-length"),
            }
        ),
        disputed=frozenset({"38", "38+", "38..67", "180", "180+", "38 or more", "180 or more", "38 to 67"}),
        facts=45,
        questions=110,
        types=frozenset(["choice", "choices", "text", "date", "number", "order", "match", "cloze", "card"]),
    )
}


def knowledge(bank: Entry) -> Knowledge:
    """What is known of this bank."""
    return KNOWLEDGE.get(bank.get("id", ""), Knowledge())
