"""The pages of people: coming in and going, and what a person sets. A concern is a module of this package."""

from quizapp.web.accounts import entrance, invited, me
from quizapp.web.accounts.frame import blueprint

__all__ = ["blueprint", "entrance", "invited", "me"]
