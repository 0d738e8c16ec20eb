"""The site as it is, for gunicorn's --preload: with its templates compiled before the workers fork.

A worker that is forked again then answers within milliseconds, so that many kills fit into a few seconds.
"""

from flask import Flask

from quizapp.app import create_app


def site() -> Flask:
    """The application; no connection exists yet that could cross the fork."""
    app = create_app()
    for name in app.jinja_env.list_templates(["html", "svg"]):
        app.jinja_env.get_template(name)
    return app
