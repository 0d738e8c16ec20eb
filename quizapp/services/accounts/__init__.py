"""Accounts: who a person is, coming in, what they set, and the links that let them in.

Each concern is a module of this package; what others use is named here.
"""

from quizapp.services.accounts.person import Person, erase_idle_guests, find_signed_in, make_guest, note_seen

__all__ = ["Person", "erase_idle_guests", "find_signed_in", "make_guest", "note_seen"]
