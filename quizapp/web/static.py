"""Static files under ``/static/<content hash>/``, cached for ever; any change gives every file a new address."""

import hashlib
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, send_from_directory

from quizapp.web.access import Role, open_to

blueprint = Blueprint("static_files", __name__)


def hash_folder(folder: Path) -> str:
    """Return a short hash over the names and contents of a folder's files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def static_url(path: str) -> str:
    """Return the address of a static file."""
    return f"{current_app.config['STATIC_PREFIX']}/{path}"


@blueprint.get("/static/<version>/<path:path>")
@open_to(Role.ANYBODY)
def file(version: str, path: str) -> Response:
    """Send a static file; an outdated version is not there rather than wrong."""
    if version != current_app.config["STATIC_VERSION"]:
        abort(404)
    response = send_from_directory(current_app.config["STATIC_FOLDER"], path, max_age=31536000)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
