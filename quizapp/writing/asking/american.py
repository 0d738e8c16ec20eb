"""In which of the United States a battle took place; Georgia is a country elsewhere."""

from quizapp.values.text import fold
from quizapp.writing.prompt import Prompt, Sort
from quizapp.writing.scene import Scene

_STATES = (
    "Maine",
    "New Hampshire",
    "Vermont",
    "Massachusetts",
    "Rhode Island",
    "Connecticut",
    "New York",
    "New Jersey",
    "Pennsylvania",
    "Delaware",
    "Maryland",
    "Virginia",
    "West Virginia",
    "North Carolina",
    "South Carolina",
    "Georgia",
    "Florida",
    "Alabama",
    "Mississippi",
    "Tennessee",
    "Kentucky",
    "Ohio",
    "Indiana",
    "Illinois",
    "Missouri",
    "Arkansas",
    "Louisiana",
    "Texas",
    "Oklahoma",
    "Kansas",
    "Nebraska",
    "Colorado",
    "New Mexico",
    "Arizona",
    "Nevada",
    "California",
    "Oregon",
    "Washington",
    "Idaho",
    "Montana",
    "Wyoming",
    "South Dakota",
    "North Dakota",
    "Minnesota",
    "Iowa",
    "Wisconsin",
    "Michigan",
    "Alaska",
    "Hawaii",
)
"""Each beside its neighbours, from north-east to west."""
_SIDES = ("united states", "confederate states", "thirteen colonies", "union army")
_MOST_LURES = 3


def is_state(part: str, scene: Scene) -> bool:
    """Whether a part of a place is one of the United States, and these, or a part of them, fought there."""
    sides = [fold(name) for camp in scene.camps for name in camp.party_names]
    return part in _STATES and any(side.startswith(_SIDES) for side in sides)


def ask_state(state: str, scene: Scene) -> Prompt:
    """Ask for the state, with states near it that the article does not name."""
    told = " ".join(sentence.text for sentence in scene.article.sentences())
    at = _STATES.index(state)
    near = sorted(_STATES, key=lambda each: abs(_STATES.index(each) - at))
    lures = tuple(
        (each, "The article does not name it.") for each in near if each != state and each not in told
    )
    stem = f"In which American state did {scene.conflict} take place?"
    return Prompt(stem=stem, key=state, sort=Sort.PLACE, place="state", lures=lures[:_MOST_LURES])
