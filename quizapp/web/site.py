"""The pages of who runs the site: people, links that let them in, the last backup, whether all is well."""

from pathlib import Path

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts, upkeep
from quizapp.services.errors import NotThere, Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now

blueprint = Blueprint("site", __name__)

ROLES = ("student", "teacher", "admin")


@blueprint.get("/admin")
@open_to(Role.ADMIN)
def admin() -> ResponseReturnValue:
    """Show the people of the site, the links that let more of them in, and the last backup."""
    return _admin_page()


@blueprint.post("/admin/invitations")
@open_to(Role.ADMIN)
def invite_teacher() -> ResponseReturnValue:
    """Make a link that makes whoever opens it a teacher; only this reply shows it."""
    return _admin_page(_link(accounts.invite_teacher(now(), dice())))


@blueprint.post("/admin/invitations/withdraw")
@open_to(Role.ADMIN)
def withdraw_invitation() -> ResponseReturnValue:
    """End a link for a teacher that nobody has used."""
    was_there = accounts.withdraw_invitation(request.form.get("invitation", ""))
    flash("The link is withdrawn." if was_there else "That link was used or withdrawn already.")
    return redirect(url_for("site.admin"), 303)


def _admin_page(link: str = "") -> str:
    search = request.args.get("q", "").strip()
    return render_template(
        "site/admin.html",
        person=person_here(),
        people=accounts.find_people(search, request.args.get("page", 1, int)),
        search=search,
        link=link,
        unused=accounts.find_invitations(now()),
        backup=upkeep.last_backup(Path(current_app.config["INSTANCE"])),
    )


@blueprint.get("/admin/people/<int:account_id>")
@open_to(Role.ADMIN)
def person(account_id: int) -> ResponseReturnValue:
    """Show one person, whose role can be changed and who can be let back in."""
    return _person_page(account_id)


@blueprint.post("/admin/people/<int:account_id>/role")
@open_to(Role.ADMIN)
def change_role(account_id: int) -> ResponseReturnValue:
    """Give a person another role."""
    role = request.form.get("role", "")
    try:
        accounts.change_role(account_id, role)
    except NotThere:
        abort(404)
    except Refused as reason:
        return _person_page(account_id, str(reason)), 422
    flash("The role is changed.")
    own = account_id == person_here().id and role != "admin"
    return redirect(url_for("accounts.me") if own else url_for("site.person", account_id=account_id), 303)


@blueprint.post("/admin/people/<int:account_id>/reset")
@open_to(Role.ADMIN)
def make_reset(account_id: int) -> ResponseReturnValue:
    """Make a link that sets a person's new password; only this reply shows it."""
    try:
        token = accounts.make_reset(account_id, now(), dice())
    except NotThere:
        abort(404)
    return _person_page(account_id, link=_link(token))


def _person_page(account_id: int, problem: str = "", link: str = "") -> str:
    try:
        found = accounts.find_person(account_id)
    except NotThere:
        abort(404)
    return render_template(
        "site/person.html",
        person=person_here(),
        found=found,
        roles=ROLES,
        problem=problem,
        link=link,
    )


def _link(token: str) -> str:
    return url_for("accounts.invited", token=token, _external=True)


@blueprint.get("/healthz")
@open_to(Role.ANYBODY)
def healthz() -> ResponseReturnValue:
    """Say that this process answers."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.get("/readyz")
@open_to(Role.ANYBODY)
def readyz() -> ResponseReturnValue:
    """Say whether the database can be used."""
    plain = {"Content-Type": "text/plain; charset=utf-8"}
    if upkeep.is_ready():
        return "ok\n", plain
    return (
        "the database is not there or not of this version; start the site with: quizapp serve\n",
        503,
        plain,
    )
