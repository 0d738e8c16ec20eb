"""Accounts: who a person is, coming in, what they set, and the links that let them in.

Each concern is a module of this package; what others use is named here.
"""

from quizapp.services.accounts.entrance import Entered, recover, sign_in, sign_out, sign_up
from quizapp.services.accounts.export import export_everything
from quizapp.services.accounts.invitations import (
    Invited,
    Unused,
    accept_reset,
    accept_role,
    change_role,
    find_invitation,
    find_invitations,
    first_link,
    invite_teacher,
    make_reset,
    withdraw_invitation,
)
from quizapp.services.accounts.names import read_name
from quizapp.services.accounts.passwords import read_password
from quizapp.services.accounts.people import Listed, People, find_people, find_person
from quizapp.services.accounts.person import erase_idle_guests, find_signed_in, make_guest, note_seen
from quizapp.services.accounts.settings import (
    MINUTES_A_DAY,
    NEW_A_DAY,
    TEXT_SIZES,
    THEMES,
    Browser,
    Settings,
    change_password,
    change_settings,
    check_password,
    erase_account,
    find_banks_left,
    find_browsers,
    read_place,
    renew_code,
    sign_browser_out,
)
from quizapp.services.accounts.tries import Origin, TooManyTries
from quizapp.services.accounts.zones import EVERYWHERE, list_zones
from quizapp.services.person import Person

__all__ = [
    "EVERYWHERE",
    "MINUTES_A_DAY",
    "NEW_A_DAY",
    "TEXT_SIZES",
    "THEMES",
    "Browser",
    "Entered",
    "Invited",
    "Listed",
    "Origin",
    "People",
    "Person",
    "Settings",
    "TooManyTries",
    "Unused",
    "accept_reset",
    "accept_role",
    "change_password",
    "change_role",
    "change_settings",
    "check_password",
    "erase_account",
    "erase_idle_guests",
    "export_everything",
    "find_banks_left",
    "find_browsers",
    "find_invitation",
    "find_invitations",
    "find_people",
    "find_person",
    "find_signed_in",
    "first_link",
    "invite_teacher",
    "list_zones",
    "make_guest",
    "make_reset",
    "note_seen",
    "read_name",
    "read_password",
    "read_place",
    "recover",
    "renew_code",
    "sign_browser_out",
    "sign_in",
    "sign_out",
    "sign_up",
    "withdraw_invitation",
]
