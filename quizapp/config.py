"""What can be set from outside: one entry in SETTINGS each, read from the environment as QUIZAPP_<name>.

To add a setting, add it to SETTINGS and to the table in README.md (a test compares the two).
"""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "QUIZAPP_"
PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent
_YES = frozenset({"1", "yes", "true", "on"})
_NO = frozenset({"0", "no", "false", "off"})


class WrongSettings(ValueError):
    """Settings that cannot be read: every problem, one a line."""


def _read_text(text: str) -> str:
    return text


def _read_folder(text: str) -> str:
    return str(Path(text).expanduser().resolve())


def _read_count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"'{text}' is not a whole number; write digits only")
    return int(text)


def _read_one_or_more(text: str) -> int:
    count = _read_count(text)
    if count == 0:
        raise ValueError("0 is too few; write 1 or more")
    return count


def _read_port(text: str) -> int:
    port = _read_count(text)
    if port > 65_535:
        raise ValueError(f"{port} is no port; write a number from 0 to 65535")
    return port


def _read_yes_or_no(text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise ValueError(f"'{text}' is neither yes nor no; write yes or no")


def read_database_url(text: str) -> str:
    """Names the driver that is installed, so that the usual spellings of a PostgreSQL URL work."""
    for usual in ("postgresql://", "postgres://"):
        if text.startswith(usual):
            return "postgresql+psycopg://" + text.removeprefix(usual)
    if "://" not in text:
        raise ValueError(f"'{text}' is no database URL; write postgresql://user:password@host/name")
    return text


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that whoever runs the site may set; an empty default is worked out at the start."""

    name: str
    default: str
    meaning: str
    read: Callable[[str], object]

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "INSTANCE",
        "",
        "The folder of this site: database, secret key, backups, and banks of its own in `questions/`. "
        "Without it: `instance/` in a checkout, `~/.local/share/quizapp` once installed.",
        _read_folder,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "Where everything is stored, such as `postgresql://user:password@host/name`. "
        "Without it: the SQLite file `quizapp.sqlite` in the instance folder.",
        read_database_url,
    ),
    Setting(
        "SECRET_KEY",
        "",
        "What signs cookies and forms. "
        "Without it: made at the first start and kept in the file `secret_key` of the instance folder.",
        _read_text,
    ),
    Setting(
        "HOST",
        "127.0.0.1",
        "The address to listen on; `0.0.0.0` is every address of the machine.",
        _read_text,
    ),
    Setting("PORT", "8000", "The port to listen on.", _read_port),
    Setting("WORKERS", "2", "Server processes; one for each processor is a good start.", _read_one_or_more),
    Setting("THREADS", "4", "Requests that one server process answers at the same time.", _read_one_or_more),
    Setting(
        "SECURE_COOKIES",
        "no",
        "`yes` sends cookies over HTTPS only: set it whenever the site is reached by HTTPS.",
        _read_yes_or_no,
    ),
    Setting(
        "TRUSTED_PROXIES",
        "0",
        "How many reverse proxies stand in front, whose `X-Forwarded-*` headers are believed.",
        _read_count,
    ),
    Setting("MAX_UPLOAD", "8000000", "The largest upload or pasted text, in bytes.", _read_one_or_more),
    Setting(
        "FETCH",
        "no",
        "`yes` lets teachers build a bank from the address of a MediaWiki page; the site then asks that page's "
        "server over HTTPS, never one inside its own network.",
        _read_yes_or_no,
    ),
    Setting("GUEST_DAYS", "30", "Days without a visit after which a guest is erased.", _read_one_or_more),
)


def read_settings(
    overrides: Mapping[str, object], environment: Mapping[str, str] | None = None
) -> dict[str, object]:
    """Return every setting, ours and the ones of Flask that follow from them, for an application.

    An override wins over the environment, which wins over the default; an override that is no setting
    of ours (such as TESTING) is passed on. Makes the instance folder and its secret key where they are
    missing. Raises WrongSettings with every problem at once.
    """
    settings = parse_settings(overrides, os.environ if environment is None else environment)
    instance = Path(str(settings["INSTANCE"]))
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings["SECRET_KEY"] = settings["SECRET_KEY"] or _secret_key(instance / "secret_key")
    others = {name: value for name, value in overrides.items() if name not in settings}
    return _flask_settings(settings) | settings | others


def parse_settings(overrides: Mapping[str, object], environment: Mapping[str, str]) -> dict[str, object]:
    """Return the value of each setting of ours, and touch nothing; raises WrongSettings."""
    settings: dict[str, object] = {}
    problems = []
    for setting in SETTINGS:
        text = str(overrides.get(setting.name, environment.get(setting.variable, ""))).strip()
        try:
            # Parsed here, never by Flask: its from_prefixed_env turns a numeric SECRET_KEY into an int.
            settings[setting.name] = setting.read(text or setting.default) if text or setting.default else ""
        except ValueError as problem:
            problems.append(f"{setting.variable}: {problem}")
    if problems:
        raise WrongSettings("\n".join(problems))
    settings["INSTANCE"] = settings["INSTANCE"] or str(default_instance())
    settings["DATABASE_URL"] = settings["DATABASE_URL"] or f"sqlite:///{settings['INSTANCE']}/quizapp.sqlite"
    return settings


def _flask_settings(settings: Mapping[str, object]) -> dict[str, object]:
    secure = settings["SECURE_COOKIES"]
    return {
        "MAX_CONTENT_LENGTH": settings["MAX_UPLOAD"],
        "MAX_FORM_MEMORY_SIZE": settings["MAX_UPLOAD"],  # Flask's own 500 kB refuses a pasted article
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": 365 * 86_400,  # seconds; the cookie is sent anew once an hour of use
        "SESSION_REFRESH_EACH_REQUEST": False,
        "WTF_CSRF_TIME_LIMIT": None,  # a form stays good as long as the sign-in: a page may lie open over lunch
        "REMEMBER_COOKIE_SECURE": secure,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "PREFERRED_URL_SCHEME": "https" if secure else "http",
    }


def _secret_key(path: Path) -> str:
    """Read the key that signs cookies; where there is none, make one that only its owner can read."""
    if not path.exists():
        # Two processes may start at once: whoever links first wins, and both read the same key.
        with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as draft:
            draft.write(secrets.token_hex(32))
            draft.flush()
            with contextlib.suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text(encoding="ascii").strip()


def is_checkout() -> bool:
    """Whether this code runs from its repository rather than from an installed wheel."""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "static").is_dir()


def default_instance() -> Path:
    """The instance folder of a site that names none."""
    if is_checkout():
        return CHECKOUT / "instance"
    home = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(home).expanduser() / "quizapp"


def static_folder() -> Path:
    """The style sheets, scripts and icons that ship."""
    return (CHECKOUT if is_checkout() else PACKAGE / "_shipped") / "static"


def bank_folders(instance: str | Path) -> tuple[Path, ...]:
    """The folders whose banks are published at the start: those that ship, then the site's own."""
    shipped = (CHECKOUT if is_checkout() else PACKAGE / "_shipped") / "questions"
    own = Path(instance) / "questions"
    return (shipped, own) if own.is_dir() else (shipped,)
