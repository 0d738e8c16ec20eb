"""A teacher's desk: banks and drafts, uploading, and one bank with everything that can be done to it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import TextAreaField

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import LONGEST_SEARCH, blueprint, read_number, send_yaml
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import in_address, typed


class UploadForm(FlaskForm):  # type: ignore[misc]
    """A bank file, chosen or pasted."""

    file = FileField("Bank file")
    text = TextAreaField("Or paste its text")


@blueprint.get("/teach")
@open_to(Role.TEACHER)
def desk() -> ResponseReturnValue:
    """Show a teacher's own banks, the reviews under way and the files that are being checked."""
    return _desk(UploadForm())


@blueprint.post("/teach/files")
@open_to(Role.TEACHER)
@accepts_upload
def upload() -> ResponseReturnValue:
    """Keep a file as a draft and show what is in it; its bank is named by the file, or by the page it came from."""
    form = UploadForm()
    bank_key = typed("bank") or None
    if form.validate_on_submit():
        try:
            content, name = _uploaded(form)
            draft_id = library.open_draft(person_here(), content, name, now(), dice(), bank_key)
        except Refused as reason:
            form.file.errors = [str(reason)]
        else:
            encoding = library.say_encoding(content)
            if encoding:
                flash(encoding)
            return redirect(url_for("library.draft", draft_id=draft_id), 303)
    if bank_key:
        return _own_bank(bank_key, form), 422
    return _desk(form), 422


@blueprint.get("/teach/<bank_key>")
@open_to(Role.TEACHER)
def own_bank(bank_key: str) -> ResponseReturnValue:
    """Show a bank to its teacher: facts and questions, and what can be done."""
    return _own_bank(bank_key, UploadForm())


@blueprint.get("/teach/<bank_key>/download")
@open_to(Role.TEACHER)
def download(bank_key: str) -> ResponseReturnValue:
    """Send a bank as its file, with the permanent ids."""
    return send_yaml(*library.download_bank(person_here(), bank_key))


@blueprint.post("/teach/<bank_key>/retire")
@open_to(Role.TEACHER)
def retire(bank_key: str) -> ResponseReturnValue:
    """Stop asking a bank."""
    library.retire_bank(person_here(), bank_key, retired=True)
    flash("Retired: nobody is asked its questions, and nobody loses what they know.")
    return redirect(url_for("library.own_bank", bank_key=bank_key), 303)


@blueprint.post("/teach/<bank_key>/bring-back")
@open_to(Role.TEACHER)
def bring_back(bank_key: str) -> ResponseReturnValue:
    """Ask a retired bank again."""
    library.retire_bank(person_here(), bank_key, retired=False)
    flash("Back: its questions are asked again, each on the day it was due.")
    return redirect(url_for("library.own_bank", bank_key=bank_key), 303)


@blueprint.post("/teach/<bank_key>/audience")
@open_to(Role.TEACHER)
def audience(bank_key: str) -> ResponseReturnValue:
    """Open a bank to everybody, or keep it for its owner."""
    chosen = typed("audience")
    library.set_audience(person_here(), bank_key, chosen)
    flash("Everybody can study it now." if chosen == "everybody" else "Only you can study it now.")
    return redirect(url_for("library.own_bank", bank_key=bank_key), 303)


def _desk(form: UploadForm) -> str:
    person = person_here()
    search = in_address("q").strip()[:LONGEST_SEARCH]
    return render_template(
        "library/desk.html",
        form=form,
        banks=library.list_own_banks(person, search),
        drafts=library.list_drafts(person),
        builds=[each for each in library.list_builds(person) if not each.is_done],
        search=search,
    )


def _own_bank(bank_key: str, form: UploadForm) -> str:
    search = in_address("q").strip()[:LONGEST_SEARCH]
    page = read_number(in_address("page"))
    own = library.look_at_own_bank(person_here(), bank_key, search, page, in_address("at"))
    return render_template("library/own_bank.html", own=own, search=search, form=form)


def _uploaded(form: UploadForm) -> tuple[bytes, str]:
    if form.file.data and form.file.data.filename:
        if (form.text.data or "").strip():
            raise Refused(
                "a file is chosen and a text is pasted; choose one of them: empty the text, or send it alone"
            )
        return form.file.data.read(), form.file.data.filename
    # A browser sends a text area with CRLF; an editor would have saved it with LF.
    return (form.text.data or "").replace("\r\n", "\n").encode(), ""
