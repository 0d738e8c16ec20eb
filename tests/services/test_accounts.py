"""Accounts without the web: names, passwords, waits, guests, links and the end of an account."""

import random

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizapp.memory.study_day import read_zone
from quizapp.services import accounts
from quizapp.services.accounts import passwords, tokens, tries
from quizapp.services.accounts.names import name_key, read_name
from quizapp.services.errors import NotThere, Refused
from quizapp.store import Account, Bank, Base, SignIn, SignInFailure, reading, writing
from quizapp.store.accounts import erasure, queries

NOW = 1_764_072_000_000
MINUTE = 60_000
DAY = 86_400_000
PASSWORD = "the river at dawn"


@pytest.fixture
def rng() -> random.Random:
    return random.Random(5)


@pytest.fixture
def inside(app: Flask):
    with app.app_context():
        yield app


def _sign_up(name: str, rng: random.Random, now: int = NOW) -> accounts.Entered:
    return accounts.sign_up(None, name, PASSWORD, "Europe/Berlin", "", now, rng)


def _person(entered: accounts.Entered) -> accounts.Person:
    person = accounts.find_signed_in(entered.token)
    assert person is not None
    return person


# ---- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Anna   Lena ", "Anna Lena"),
        ("Ａｎｎａ", "Anna"),
        ("ليلى حداد", "ليلى حداد"),
        ("Zoe\u0308", "Zoë"),
        ("An\u200bna\u202e", "Anna"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("\u200cAnna\u200d", "Anna"),
        ("Bo\ufe0fb\U000e0041", "Bob"),
        ("O'Neill-Ruiz 3", "O'Neill-Ruiz 3"),
    ],
)
def test_a_name_is_shown_composed_and_without_what_cannot_be_seen(typed: str, shown: str) -> None:
    assert read_name(typed) == shown


@pytest.mark.parametrize(
    "typed", ["", " ", "A", "--", "\u3164\u3164\u3164", "\u200b\u200b", "x" * 41, "🙂🙂"]
)
def test_a_name_that_nobody_could_read_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=";"):
        read_name(typed)


def test_spellings_that_look_alike_are_one_name() -> None:
    alike = {name_key(name) for name in ("Anna", "ANNA", " anna ", "Ａnna", "An\u200bna", "A\u200dnna")}
    assert alike == {"anna"}
    assert name_key("Straße") == name_key("STRASSE")


@given(st.text(max_size=300))
def test_any_text_is_a_name_or_refused_and_its_key_fits_the_column(text: str) -> None:
    assert len(name_key(text)) <= 160
    try:
        name = read_name(text)
    except Refused:
        return
    assert 2 <= len(name) <= 40
    assert read_name(name) == name
    assert name_key(name) == name_key(text)


# ---- passwords and codes ----------------------------------------------------------------------------


@pytest.mark.parametrize("password", ["short", "x" * 201, "anna petrova", "ANNA  PETROVA"])
def test_a_password_that_is_short_endless_or_the_name_is_refused(password: str) -> None:
    with pytest.raises(Refused, match=";"):
        passwords.read_password(password, "Anna Petrova")


@pytest.mark.parametrize("password", ["12345678", "aaaaaaaa", "        ", "пароль на русском", "🙂" * 8])
def test_a_password_needs_no_mixture_of_signs(password: str) -> None:
    assert passwords.fits(passwords.hash_password(passwords.read_password(password, "Anna")), password)


def test_passwords_are_hashed_as_owasp_says() -> None:
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in passwords.hash_password(PASSWORD)


def test_nobody_is_compared_with_a_hash_as_costly_as_anybody() -> None:
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in passwords._hash_of_nobody()
    assert not passwords.fits(None, "nobody has this password")


def test_a_password_composed_otherwise_is_the_same_password() -> None:
    assert passwords.fits(passwords.hash_password("caf\u00e9 au lait"), "cafe\u0301 au lait")


def test_a_recovery_code_is_read_however_it_was_written_down(rng: random.Random) -> None:
    code = tokens.new_code(rng)
    assert len(code.split("-")) == 7
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert tokens.hash_code(typed) == tokens.hash_code(code)


# ---- waits ------------------------------------------------------------------------------------------


def test_four_failures_cost_nothing_and_the_fifth_a_minute() -> None:
    assert tries.heard_again_at([NOW] * 4) == 0
    assert tries.heard_again_at([NOW] * 5) == NOW + MINUTE


def _wait(failures: list[int], free: int = tries.FREE) -> int:
    remembered = [failed for failed in failures if failed > failures[-1] - tries.WINDOW]
    return tries.heard_again_at(remembered, free) - failures[-1]


def test_waits_grow_until_the_first_failures_are_forgotten() -> None:
    failures = [NOW] * 5
    waits = []
    for _ in range(4):
        waits.append(_wait(failures) // MINUTE)
        failures.append(failures[-1] + waits[-1] * MINUTE)
    assert waits == [1, 2, 4, 8]
    assert _wait(failures) <= 0, "a quarter of an hour after the five, four are left"


@given(st.lists(st.integers(NOW, NOW + DAY), min_size=1, max_size=80).map(sorted), st.integers(1, 60))
def test_nobody_ever_waits_longer_than_a_quarter_of_an_hour(failures: list[int], free: int) -> None:
    assert _wait(failures, free) <= tries.WINDOW


@pytest.mark.parametrize("name", ["Anna", "nobody at all"])
def test_a_name_has_to_wait_after_five_failures_whoever_it_is(
    inside: Flask, rng: random.Random, name: str
) -> None:
    _sign_up("Anna", rng)
    for _ in range(5):
        with pytest.raises(Refused, match="do not fit"):
            accounts.sign_in(name, "wrong password", "", NOW, rng)
    with pytest.raises(accounts.TooManyTries, match="wait 1 minute, then try again"):
        accounts.sign_in(name, PASSWORD, "", NOW, rng)
    with pytest.raises(accounts.TooManyTries, match="wait 20 seconds"):
        accounts.sign_in(name.upper(), PASSWORD, "", NOW + 40_000, rng)


def test_the_right_password_after_the_wait_opens_and_clears_the_count(
    inside: Flask, rng: random.Random
) -> None:
    _sign_up("Anna", rng)
    for _ in range(5):
        with pytest.raises(Refused):
            accounts.sign_in("Anna", "wrong password", "", NOW, rng)
    accounts.sign_in("Anna", PASSWORD, "", NOW + MINUTE, rng)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(SignInFailure)) == 0


def _fail(times: int, now: int, rng: random.Random, name: str = "Anna", **origin: object) -> None:
    for _ in range(times):
        with pytest.raises(Refused, match="do not fit"):
            accounts.sign_in(name, "wrong password", "", now, rng, accounts.Origin(**origin))


def test_after_each_wait_one_try_is_heard_and_in_the_end_all_is_forgotten(
    inside: Flask, rng: random.Random
) -> None:
    _sign_up("Anna", rng)
    _fail(5, NOW, rng)
    _fail(1, NOW + MINUTE, rng)
    with pytest.raises(accounts.TooManyTries, match="wait 2 minutes"):
        accounts.sign_in("Anna", PASSWORD, "", NOW + MINUTE, rng)
    _fail(5, NOW + 16 * MINUTE, rng)


def test_guesses_from_one_network_hold_up_nobody_in_another(inside: Flask, rng: random.Random) -> None:
    _sign_up("Anna", rng)
    _fail(5, NOW, rng, network="1.2.3.4")
    with pytest.raises(accounts.TooManyTries):
        accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin("1.2.3.4"))
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin("4.3.2.1"))


@pytest.mark.long
def test_guesses_from_very_many_networks_are_slowed_but_not_where_one_has_been(
    inside: Flask, rng: random.Random
) -> None:
    anna = _sign_up("Anna", rng)
    for number in range(tries.FREE_EVERYWHERE):
        _fail(1, NOW, rng, network=f"10.0.0.{number}")
    with pytest.raises(accounts.TooManyTries, match="wait 1 minute"):
        accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin("1.2.3.4"))
    known = accounts.Origin("1.2.3.4", {str(anna.account_id): "a mark"})
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng, known)


def test_one_password_tried_on_very_many_names_from_one_network_is_slowed(
    inside: Flask, rng: random.Random
) -> None:
    _sign_up("Anna", rng)
    here = accounts.Origin("1.2.3.4")
    with writing() as session:  # as many as are free, but for one, without an argon2 for each
        shared = next(count for count in tries.counts_of("sign-in", "x", None, here) if count.is_shared)
        for _ in range(tries.FREE_NETWORK - 1):
            queries.add_failure(session, shared.key, NOW)
    for _ in range(3):
        accounts.sign_in("Anna", PASSWORD, "", NOW, rng, here)  # who is right counts towards nothing
    with pytest.raises(Refused, match="do not fit"):
        accounts.sign_in("Ben", PASSWORD, "", NOW, rng, here)
    with pytest.raises(accounts.TooManyTries, match="wait 1 minute"):
        accounts.sign_in("Carl", PASSWORD, "", NOW, rng, here)
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin("4.3.2.1"))


def test_a_browser_that_has_been_there_may_not_guess_for_ever(inside: Flask, rng: random.Random) -> None:
    marks = {str(_sign_up("Anna", rng).account_id): "a mark"}
    _fail(5, NOW, rng, marks=marks)
    with pytest.raises(accounts.TooManyTries):
        accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin(marks=marks))
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng, accounts.Origin(marks={"0": "a mark"}))


def test_somebody_signed_in_is_held_up_by_their_own_wrong_passwords_only(
    inside: Flask, rng: random.Random
) -> None:
    anna = _person(_sign_up("Anna", rng))
    _fail(5, NOW, rng)
    accounts.check_password(anna, PASSWORD, NOW)
    for _ in range(5):
        with pytest.raises(Refused, match="not your password"):
            accounts.check_password(anna, "wrong password", NOW)
    with pytest.raises(accounts.TooManyTries):
        accounts.check_password(anna, PASSWORD, NOW)


def test_no_name_is_counted_with_the_recovery_codes_of_another(inside: Flask, rng: random.Random) -> None:
    first = _sign_up("Anna", rng)
    _fail(5, NOW, rng, "recovery:Anna")
    _fail(5, NOW, rng, "recovery\nAnna")
    accounts.recover("Anna", first.code, "another password", "", NOW, rng)


def test_the_recovery_code_of_a_name_of_any_length_is_refused(inside: Flask, rng: random.Random) -> None:
    for length in (152, 400):
        with pytest.raises(Refused, match="do not fit"):
            accounts.recover("x" * length, "a code", PASSWORD, "", NOW, rng)


def test_several_classes_come_in_at_nine_but_no_flood(inside: Flask, rng: random.Random) -> None:
    school, network = range(tries.NEWCOMERS - 1), "1.2.3.4"
    for number in school:
        accounts.make_guest(f"key-{number}", "UTC", NOW, rng, network=network)
    accounts.make_guest("key-0", "UTC", NOW, rng, network=network)
    accounts.sign_up(None, "Anna", PASSWORD, "UTC", "", NOW + MINUTE, rng, network)
    with pytest.raises(accounts.TooManyTries, match="wait 9 minutes"):
        accounts.make_guest("one more", "UTC", NOW + MINUTE, rng, network=network)
    with pytest.raises(accounts.TooManyTries, match="new people from your network"):
        accounts.sign_up(None, "Ben", PASSWORD, "UTC", "", NOW + MINUTE, rng, network)
    guest = accounts.find_signed_in(accounts.make_guest("key-0", "UTC", NOW + MINUTE, rng, network=network))
    accounts.sign_up(guest, "Ben", PASSWORD, "UTC", "", NOW + MINUTE, rng, network)
    accounts.make_guest("elsewhere", "UTC", NOW + MINUTE, rng, network="4.3.2.1")
    accounts.make_guest("later", "UTC", NOW + 10 * MINUTE, rng, network=network)


# ---- guests -----------------------------------------------------------------------------------------


@pytest.mark.both
def test_a_first_answer_sent_twice_makes_one_guest(inside: Flask, rng: random.Random) -> None:
    one = accounts.make_guest("key-1", "Europe/Berlin", NOW, rng)
    two = accounts.make_guest("key-1", "Europe/Berlin", NOW, rng)
    assert one != two
    first, second = accounts.find_signed_in(one), accounts.find_signed_in(two)
    assert first == second
    assert first is not None
    assert first.is_guest
    assert first.time_zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Europe/Atlantis", "UTC"),
        ("localtime", "UTC"),
        ("posixrules", "UTC"),
        ("Factory", "UTC"),
        ("right/Europe/Berlin", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Europe/Oslo", "Europe/Oslo"),
        ("Etc/GMT-3", "Etc/GMT-3"),
    ],
)
def test_a_time_zone_is_kept_by_its_present_name_and_one_that_is_none_becomes_utc(
    inside: Flask, rng: random.Random, said: str, kept: str
) -> None:
    guest = accounts.find_signed_in(accounts.make_guest("key-1", said, NOW, rng))
    assert guest is not None
    assert guest.time_zone == kept


def test_every_zone_that_is_offered_is_one(inside: Flask) -> None:
    assert len(accounts.list_zones()) > 400
    for zone in accounts.list_zones():
        assert accounts.read_place(zone) == zone
        assert read_zone(zone).key == zone


@pytest.mark.both
def test_signing_up_names_the_guests_own_account_and_ends_its_old_token(
    inside: Flask, rng: random.Random
) -> None:
    token = accounts.make_guest("key-1", "Europe/Berlin", NOW, rng)
    guest = accounts.find_signed_in(token)
    assert guest is not None
    entered = accounts.sign_up(guest, "Anna", PASSWORD, "UTC", "", NOW, rng)
    assert entered.account_id == guest.id
    assert accounts.find_signed_in(token) is None
    person = _person(entered)
    assert (person.id, person.name, person.time_zone) == (guest.id, "Anna", "Europe/Berlin")
    other = accounts.find_signed_in(accounts.make_guest("key-1", "UTC", NOW, rng))
    assert other is not None
    assert other.id != person.id


@pytest.mark.both
def test_idle_guests_are_erased_and_nobody_else(inside: Flask, rng: random.Random) -> None:
    idle = accounts.make_guest("idle", "UTC", NOW, rng)
    seen = accounts.make_guest("seen", "UTC", NOW, rng)
    named = _sign_up("Anna", rng)
    guest = accounts.find_signed_in(seen)
    assert guest is not None
    accounts.note_seen(guest.id, NOW + 20 * DAY)
    assert accounts.erase_idle_guests(NOW + 30 * DAY) == 0
    assert accounts.erase_idle_guests(NOW + 30 * DAY + 1) == 1
    assert accounts.find_signed_in(idle) is None
    assert accounts.find_signed_in(seen) is not None
    assert accounts.find_signed_in(named.token) is not None


def test_when_somebody_was_seen_is_kept_once_an_hour(inside: Flask, rng: random.Random) -> None:
    guest = accounts.find_signed_in(accounts.make_guest("key", "UTC", NOW, rng))
    assert guest is not None
    for later, kept in ((30 * MINUTE, NOW), (61 * MINUTE, NOW + 61 * MINUTE)):
        accounts.note_seen(guest.id, NOW + later)
        with reading() as session:
            assert session.scalar(select(Account.seen_at)) == kept


# ---- coming in --------------------------------------------------------------------------------------


@pytest.mark.both
def test_a_taken_name_is_refused_in_any_spelling(inside: Flask, rng: random.Random) -> None:
    _sign_up("Anna Lena", rng)
    with pytest.raises(Refused, match="taken"):
        _sign_up("ANNA  lena", rng)


def test_only_hashes_of_secrets_are_stored(inside: Flask, rng: random.Random) -> None:
    entered = _sign_up("Anna", rng)
    with reading() as session:
        account = session.scalars(select(Account)).one()
        stored = [str(value) for value in vars(account).values()]
        stored += session.scalars(select(SignIn.token_hash)).all()
    for secret in (entered.token, entered.code, entered.code.replace("-", ""), PASSWORD):
        assert not any(secret in value for value in stored)


def test_a_recovery_code_works_once_and_signs_every_browser_out(inside: Flask, rng: random.Random) -> None:
    first = _sign_up("Anna", rng)
    again = accounts.recover("anna", first.code.lower(), "another password", "", NOW, rng)
    assert accounts.find_signed_in(first.token) is None
    assert _person(again).id == first.account_id
    assert again.code not in ("", first.code)
    with pytest.raises(Refused, match="do not fit"):
        accounts.recover("Anna", first.code, "a third password", "", NOW, rng)
    accounts.sign_in("Anna", "another password", "", NOW, rng)
    with pytest.raises(Refused):
        accounts.sign_in("Anna", PASSWORD, "", NOW, rng)


def test_a_wait_for_the_password_does_not_shut_out_the_recovery_code(
    inside: Flask, rng: random.Random
) -> None:
    first = _sign_up("Anna", rng)
    for _ in range(5):
        with pytest.raises(Refused):
            accounts.sign_in("Anna", "wrong password", "", NOW, rng)
    accounts.recover("Anna", first.code, "another password", "", NOW, rng)
    accounts.sign_in("Anna", "another password", "", NOW, rng)


def test_an_old_hash_is_made_anew_at_sign_in(inside: Flask, rng: random.Random) -> None:
    from argon2 import PasswordHasher

    _sign_up("Anna", rng)
    with writing() as session:
        weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
        session.scalars(select(Account)).one().password_hash = weak
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng)
    with reading() as session:
        assert "m=19456,t=2,p=1" in str(session.scalar(select(Account.password_hash)))
    accounts.sign_in("Anna", PASSWORD, "", NOW, rng)


def test_a_new_password_signs_the_other_browsers_out(inside: Flask, rng: random.Random) -> None:
    here = _sign_up("Anna", rng)
    there = accounts.sign_in("Anna", PASSWORD, "", NOW, rng)
    assert accounts.change_password(_person(here), "another password", here.token) == 1
    assert accounts.find_signed_in(there.token) is None
    assert accounts.find_signed_in(here.token) is not None


def test_nobody_signs_another_persons_browser_out(inside: Flask, rng: random.Random) -> None:
    anna, ben = _sign_up("Anna", rng), _sign_up("Ben", rng)
    (browser,) = accounts.find_browsers(_person(anna), anna.token)
    assert browser.is_this
    assert not accounts.sign_browser_out(_person(ben), browser.key)
    assert accounts.sign_browser_out(_person(anna), browser.key)
    assert accounts.find_signed_in(anna.token) is None


# ---- links ------------------------------------------------------------------------------------------


def test_the_first_link_is_new_at_every_start_until_there_is_an_admin(
    inside: Flask, rng: random.Random
) -> None:
    old, new = accounts.first_link(NOW, rng), accounts.first_link(NOW, rng)
    assert old
    assert new
    with pytest.raises(NotThere):
        accounts.find_invitation(old, NOW)
    anna = _sign_up("Anna", rng)
    assert accounts.accept_role(_person(anna), new, NOW) == "admin"
    assert accounts.first_link(NOW, rng) is None


def test_a_start_that_rolls_the_same_dice_never_offers_a_used_link_again(
    inside: Flask, rng: random.Random
) -> None:
    link = accounts.first_link(NOW, random.Random(1))
    assert link
    assert accounts.first_link(NOW, random.Random(1)) == link
    anna = _sign_up("Anna", random.Random(2))
    accounts.accept_role(_person(anna), link, NOW)
    with writing() as session:
        erasure.erase(session, anna.account_id)
    assert accounts.first_link(NOW, random.Random(1)) not in (None, link)
    accounts.erase_idle_guests(NOW + 30 * DAY)
    assert accounts.first_link(NOW + 30 * DAY, random.Random(1)) not in (None, link)


def test_the_only_admin_stays_until_there_is_another(inside: Flask, rng: random.Random) -> None:
    anna, ben = _sign_up("Anna", rng), _sign_up("Ben", rng)
    accounts.change_role(anna.account_id, "admin")
    with pytest.raises(Refused, match="only admin; make somebody else"):
        accounts.erase_account(anna.account_id)
    accounts.change_role(ben.account_id, "admin")
    accounts.erase_account(anna.account_id)
    assert accounts.find_signed_in(anna.token) is None


def test_a_link_works_once_and_for_seven_days(inside: Flask, rng: random.Random) -> None:
    link = accounts.invite_teacher(NOW, rng)
    anna, ben = _sign_up("Anna", rng), _sign_up("Ben", rng)
    with pytest.raises(NotThere):
        accounts.find_invitation(link, NOW + 7 * DAY)
    assert accounts.find_invitation(link, NOW + 7 * DAY - 1).purpose == "teacher"
    assert accounts.accept_role(_person(anna), link, NOW) == "teacher"
    with pytest.raises(NotThere):
        accounts.accept_role(_person(ben), link, NOW)
    assert _person(ben).role == "student"


def test_a_teachers_link_does_not_lower_an_admin(inside: Flask, rng: random.Random) -> None:
    anna = _sign_up("Anna", rng)
    accounts.change_role(anna.account_id, "admin")
    assert accounts.accept_role(_person(anna), accounts.invite_teacher(NOW, rng), NOW) == "admin"


def test_a_reset_link_sets_a_password_and_ends_earlier_links(inside: Flask, rng: random.Random) -> None:
    anna = _sign_up("Anna", rng)
    old = accounts.make_reset(anna.account_id, NOW, rng)
    link = accounts.make_reset(anna.account_id, NOW, rng)
    with pytest.raises(NotThere):
        accounts.accept_reset(old, "another password", "", NOW, rng)
    with pytest.raises(NotThere):
        accounts.accept_role(_person(anna), link, NOW)
    entered = accounts.accept_reset(link, "another password", "", NOW, rng)
    assert accounts.find_signed_in(anna.token) is None
    assert _person(entered).name == "Anna"
    with pytest.raises(NotThere):
        accounts.accept_reset(link, "a third password", "", NOW, rng)


def test_a_new_password_ends_the_links_that_set_one(inside: Flask, rng: random.Random) -> None:
    anna, ben = _sign_up("Anna", rng), _sign_up("Ben", rng)
    bens = accounts.make_reset(ben.account_id, NOW, rng)
    link = accounts.make_reset(anna.account_id, NOW, rng)
    accounts.change_password(_person(anna), "another password", anna.token)
    with pytest.raises(NotThere):
        accounts.find_invitation(link, NOW)
    link = accounts.make_reset(anna.account_id, NOW, rng)
    accounts.recover("Anna", anna.code, "a third password", "", NOW, rng)
    with pytest.raises(NotThere):
        accounts.find_invitation(link, NOW)
    assert accounts.find_invitation(bens, NOW).name == "Ben"


def test_the_last_admin_stays_one(inside: Flask, rng: random.Random) -> None:
    anna, ben = _sign_up("Anna", rng), _sign_up("Ben", rng)
    accounts.change_role(anna.account_id, "admin")
    with pytest.raises(Refused, match="only admin"):
        accounts.change_role(anna.account_id, "student")
    accounts.change_role(ben.account_id, "admin")
    accounts.change_role(anna.account_id, "student")
    with pytest.raises(Refused, match="no such role"):
        accounts.change_role(ben.account_id, "king")


# ---- the end ----------------------------------------------------------------------------------------


def test_every_table_about_a_person_falls_with_the_account() -> None:
    told = {"account_id", "owner_id"}
    for table in Base.metadata.sorted_tables:
        for column in told & set(table.columns.keys()):
            rules = {key.ondelete for key in table.columns[column].foreign_keys}
            assert rules & {"CASCADE", "SET NULL"} or table.name == "step", f"{table.name}.{column}"


def test_an_erased_teachers_banks_belong_to_the_site(inside: Flask, rng: random.Random) -> None:
    anna = _sign_up("Anna", rng)
    with writing() as session:
        for key, audience in (("open", "everybody"), ("own", "owner")):
            session.add(
                Bank(
                    key=key, owner_id=anna.account_id, audience=audience, title=key, text="", published_at=NOW
                )
            )
    assert accounts.find_banks_left(_person(anna)) == (("open",), ("own",))
    accounts.erase_account(anna.account_id)
    with reading() as session:
        left = {bank.key: (bank.owner_id, bank.is_retired) for bank in session.scalars(select(Bank))}
        assert session.scalar(select(func.count()).select_from(Account)) == 0
        assert session.scalar(select(func.count()).select_from(SignIn)) == 0
    assert left == {"open": (None, False), "own": (None, True)}
