"""The application factory: reads the settings, binds the database, and adds every noun's routes."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import config
from quizapp.store.base import db, engine_options, watch
from quizapp.web.access import guard_routes
from quizapp.web.addresses import read_addresses
from quizapp.web.errors import show_errors
from quizapp.web.headers import send_safe_headers
from quizapp.web.limits import limit_requests
from quizapp.web.routes import BLUEPRINTS
from quizapp.web.signed_in import load_signed_in
from quizapp.web.static import hash_folder
from quizapp.web.templating import add_filters

MIGRATIONS = config.PACKAGE / "store" / "migrations"


class Site(Flask):
    """The application; every function of it is a plain one."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Take a function as it is: to look at each rule of each request for `async` is 3 % of a study step."""
        return func


def create_app(overrides: Mapping[str, object] | None = None) -> Flask:
    """Return the application; ``overrides`` win over the environment, and the clock can be one of them."""
    settings = config.read_settings(overrides or {})
    app = Site("quizapp", static_folder=None, instance_path=str(settings["INSTANCE"]))
    app.config.from_mapping(settings)
    read_addresses(app)
    add_filters(app)
    _bind_database(app)
    _bind_static(app)
    limit_requests(app)
    CSRFProtect(app)
    login = LoginManager(app)
    login.session_protection = None  # a sign-in is a row; deleting it ends it
    login.user_loader(load_signed_in)
    send_safe_headers(app)
    show_errors(app)
    guard_routes(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if proxies := int(app.config["TRUSTED_PROXIES"]):
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    return app


def _bind_database(app: Flask) -> None:
    url: Any = app.config["DATABASE_URL"]
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(url)
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    with app.app_context():
        watch(db.engine)


def _bind_static(app: Flask) -> None:
    folder = config.static_folder()
    version = hash_folder(folder)
    app.config.update(STATIC_FOLDER=folder, STATIC_VERSION=version)
    app.jinja_env.globals["static_url"] = f"/static/{version}/{{}}".format
