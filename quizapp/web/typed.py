"""What a visitor typed into a form or an address, without the control characters that PostgreSQL would refuse.

Every text that goes on to a service comes through here.
"""

import re

from flask import request

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def typed(name: str, default: str = "") -> str:
    """Return a field of the form that was sent."""
    return _CONTROLS.sub("", request.form.get(name, default))


def all_typed() -> dict[str, list[str]]:
    """Return every field of the form: each name with all its values, in their order."""
    fields = request.form.lists()
    return {
        _CONTROLS.sub("", name): [_CONTROLS.sub("", value) for value in values] for name, values in fields
    }


def in_address(name: str, default: str = "") -> str:
    """Return what the address says of a name, behind its question mark."""
    return _CONTROLS.sub("", request.args.get(name, default))
