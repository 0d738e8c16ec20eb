"""Static files under ``/static/<content hash>/``, cached for ever; any change gives every file a new address.

Texts go out compressed: the two style sheets of the first page are 45 kB, on the wire 12. Pages themselves do not,
since they hold a form's token beside what a visitor typed (the attack BREACH).
"""

import gzip
import hashlib
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, request, send_from_directory
from werkzeug.security import safe_join

from quizapp.web.access import Role, open_to

blueprint = Blueprint("static_files", __name__)

TEXTS = (".css", ".js", ".svg")
"""What is worth compressing."""


def hash_folder(folder: Path) -> str:
    """Return a short hash over the names and contents of a folder's files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@blueprint.get("/static/<version>/<path:path>")
@open_to(Role.ANYBODY)
def file(version: str, path: str) -> Response:
    """Send a static file; an outdated version is not there rather than wrong."""
    if version != current_app.config["STATIC_VERSION"]:
        abort(404)
    folder = current_app.config["STATIC_FOLDER"]
    if path.endswith(TEXTS) and request.accept_encodings["gzip"]:
        response = _send_squeezed(str(folder), path)
    else:
        response = send_from_directory(folder, path, max_age=31536000)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.vary.add("Accept-Encoding")
    return response


def _send_squeezed(folder: str, path: str) -> Response:
    whole = safe_join(folder, path)
    if whole is None or not Path(whole).is_file():
        abort(404)
    body = _squeeze(whole, current_app.config["STATIC_VERSION"])
    return Response(body, mimetype=guess_type(path)[0], headers={"Content-Encoding": "gzip"})


@lru_cache(maxsize=256)
def _squeeze(whole: str, version: str) -> bytes:
    """Return a file compressed; its version is asked for so that a changed one is compressed anew."""
    del version
    return gzip.compress(Path(whole).read_bytes(), mtime=0)
