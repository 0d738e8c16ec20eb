"""Time zones that a person may live in: those of the IANA database, by the name of their place.

They are read from the package tzdata, not from the machine's folder of zones, where other files lie too: localtime,
posixrules, copies with leap seconds. Browsers say old names (Asia/Calcutta); what is kept is the present one.
"""

from functools import cache
from importlib.resources import files

EVERYWHERE = "UTC"
_NOWHERE = "Factory"  # in the database for computers whose zone nobody has set


def find_zone(name: str) -> str | None:
    """Return the present name of a time zone, or None where the database has none of that name."""
    if name in list_zones():
        return name
    zones, links = _read_names()
    for _ in links:
        if name in list_zones() or name not in links:
            break
        name = links[name]
    if name == "Etc/UTC":
        return EVERYWHERE
    return name if name in zones and name != _NOWHERE else None


@cache
def list_zones() -> tuple[str, ...]:
    """Return the time zones that are offered: UTC, and one for each place in the table of the database."""
    lines = _read("zone.tab").splitlines()
    return (EVERYWHERE, *sorted(line.split("\t")[2] for line in lines if line and not line.startswith("#")))


@cache
def _read_names() -> tuple[frozenset[str], dict[str, str]]:
    """Return the names of all zones, places too, and of each other name the one that it stands for."""
    fields = [line.split(" ") for line in _read("tzdata.zi").splitlines()]
    zones = {each[1] for each in fields if each[0] == "Z"}
    links = {each[2]: each[1] for each in fields if each[0] == "L"}
    return frozenset(zones.union(list_zones())), links


def _read(name: str) -> str:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
