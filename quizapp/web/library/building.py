"""Building a bank from an article: giving the article, reviewing what was drafted, publishing what was accepted.

Every action is a button of a form; ``static/js/build.js`` puts keys on them and swaps the page's main part.
"""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import library
from quizapp.services.errors import Refused
from quizapp.web.access import Role, open_to, person_here
from quizapp.web.clock import dice, now
from quizapp.web.library.frame import LONGEST_SEARCH, blueprint, read_number, send_yaml
from quizapp.web.limits import accepts_upload
from quizapp.web.typed import in_address, typed


@blueprint.get("/teach/build")
@open_to(Role.TEACHER)
def build() -> ResponseReturnValue:
    """Show where an article is given, and the reviews under way."""
    return _show_start()


@blueprint.post("/teach/build")
@open_to(Role.TEACHER)
@accepts_upload
def start_build() -> ResponseReturnValue:
    """Draft a bank from an article that was pasted or chosen as a file, and show its review."""
    person, text = person_here(), typed("text")
    before = [each for each in library.list_builds(person) if not each.is_done]
    try:
        text = _read_file() or text
        with library.take_turn(person):
            given = _complete(text)
            build_id = library.start_build(person, given, now(), dice())
    except Refused as reason:
        return _show_start(reason, text), 429 if isinstance(reason, library.TooBusy) else 422
    begun = library.find_build(person, build_id)
    if build_id in {each.id for each in before}:
        flash("This article is under review already: here it goes on, with all that you decided.")
        return go_to(build_id, None)
    if library.is_untitled(begun):
        flash(
            "No title was found, so questions cannot name what they are about. To better that, discard this review"
            " and give the article again with its title as the first line, or under Where it comes from."
        )
    elif begun.title in {each.title for each in before}:
        flash(
            "Another review under this title is open: what you decided there stays there, under Build from article."
        )
    is_again = begun.bank_id is not None
    if is_again and not given.bank_key:
        flash(
            "You built a bank from this article before, so it is built again: what is different comes first."
        )
    if request.files.get("file") and typed("text").strip():
        flash("The file was read, and the pasted text was not.")
    differences = "1" if is_again else None
    return redirect(url_for("library.review", build_id=build_id, differences=differences), 303)


@blueprint.get("/teach/build/<build_id>")
@open_to(Role.TEACHER)
def review(build_id: str) -> ResponseReturnValue:
    """Show a review at one fact: the article beside it, and its questions."""
    return _show_review(build_id)


@blueprint.post("/teach/build/<build_id>/decide")
@open_to(Role.TEACHER)
def decide(build_id: str) -> ResponseReturnValue:
    """Accept or reject a fact, and go on to the next that is open."""
    person, key = person_here(), typed("fact")
    try:
        library.decide(person, build_id, key, typed("verdict"), typed("seen"))
    except Refused as reason:
        flash(str(reason))
        return go_to(build_id, library.number_of(library.read_state(person, build_id), key))
    return go_to(build_id, library.find_next(person, build_id, key))


@blueprint.post("/teach/build/<build_id>/accept-sure")
@open_to(Role.TEACHER)
def accept_sure(build_id: str) -> ResponseReturnValue:
    """Accept every open fact of high confidence."""
    accepted = library.accept_sure(person_here(), build_id)
    flash(f"Accepted: {accepted} of high confidence. Undo takes them all back.")
    return go_to(build_id, None)


@blueprint.post("/teach/build/<build_id>/undo")
@open_to(Role.TEACHER)
def undo_verdict(build_id: str) -> ResponseReturnValue:
    """Take back what was decided or edited last, and show its fact."""
    person = person_here()
    key, was_verdict = library.take_back(person, build_id)
    number = library.number_of(library.read_state(person, build_id), key) if key else None
    if not key:
        flash("There is nothing to undo.")
    else:
        flash("Taken back; decide again." if was_verdict else "The edit is taken back.")
    return go_to(build_id, number)


@blueprint.post("/teach/build/<build_id>/facts/<drafted_key>/leave-out")
@open_to(Role.TEACHER)
def leave_out_drafted(build_id: str, drafted_key: str) -> ResponseReturnValue:
    """Take one question out of a fact."""
    person = person_here()
    number = library.number_of(library.read_state(person, build_id), drafted_key)
    try:
        chosen = read_number(typed("question"))
        library.leave_out_drafted(person, build_id, drafted_key, chosen, typed("seen"))
    except Refused as reason:
        return _show_review(build_id, number, str(reason)), 422
    return go_to(build_id, number)


@blueprint.post("/teach/build/<build_id>/publish")
@open_to(Role.TEACHER)
def publish_built(build_id: str) -> ResponseReturnValue:
    """Make a draft of what is accepted: its page shows what publishing would do."""
    try:
        draft_id = library.open_built(person_here(), build_id, now(), dice())
    except Refused as reason:
        return _show_review(build_id, refusal=str(reason)), 422
    return redirect(url_for("library.draft", draft_id=draft_id), 303)


@blueprint.get("/teach/build/<build_id>/download")
@open_to(Role.TEACHER)
def download_built(build_id: str) -> ResponseReturnValue:
    """Send what is accepted as a bank file."""
    state = library.read_state(person_here(), build_id)
    try:
        text = library.write_accepted(state)
    except Refused as reason:
        return _show_review(build_id, refusal=str(reason)), 422
    return send_yaml(f"{state.bank.id}.yaml", text)


@blueprint.post("/teach/build/<build_id>/discard")
@open_to(Role.TEACHER)
def discard_built(build_id: str) -> ResponseReturnValue:
    """Throw a review away."""
    library.discard_build(person_here(), build_id)
    flash("The review is gone; what was published from it stays.")
    return redirect(url_for("library.build"), 303)


def _read_file() -> str:
    """Return the text of the file that was chosen, if one was."""
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    return library.read_given(content) if content else ""


def _complete(text: str) -> library.Given:
    """Return the article with what was typed about it; without a text it is fetched, where that is allowed."""
    address = typed("page").strip() if may_fetch() and not text.strip() else ""
    return library.Given(
        text=library.read_given(library.fetch_article(address)) if address else text,
        title=typed("title") or library.find_title(address),
        url=typed("url") or address,
        licence=typed("licence"),
        bank_key=typed("bank"),
    )


def may_fetch() -> bool:
    """Whether articles may be fetched by their address: whoever runs the site says so."""
    return bool(current_app.config["FETCH"])


def go_to(build_id: str, number: int | None) -> ResponseReturnValue:
    """Show a review at a fact, by its number; without one at the first that is open."""
    return redirect(url_for("library.review", build_id=build_id, fact=number), 303)


def _show_start(reason: Refused | None = None, text: str = "") -> str:
    person = person_here()
    bank_key = typed("bank") or in_address("bank")
    return render_template(
        "library/build.html",
        builds=library.list_builds(person),
        bank=library.find_own_bank(person, bank_key) if bank_key else None,
        reason=reason,
        told=reason.told if isinstance(reason, library.NothingFound) else (),
        problems=reason.problems if isinstance(reason, library.UnclearSource) else {},
        text=text,
        typed={name: typed(name) for name in ("page", "title", "url", "licence")},
        may_fetch=may_fetch(),
    )


def _show_review(build_id: str, number: int | None = None, refusal: str = "") -> str:
    asked, differences = in_address("fact"), in_address("differences")
    if number is None and (asked or differences):
        number = read_number(asked) if asked else 0
    view = library.View(
        whole=bool(in_address("whole")),
        search=in_address("q")[:LONGEST_SEARCH],
        part=read_number(in_address("part"), 0),
        differences=read_number(differences),
    )
    found = library.look_at_review(person_here(), build_id, number, view)
    return render_template("library/review.html", review=found, refusal=refusal, view=view)
