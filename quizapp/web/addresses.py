"""What may stand in an address: the parts of a path that are matched at all."""

from flask import Flask
from werkzeug.routing import BaseConverter, IntegerConverter


class PlainConverter(BaseConverter):
    """A part of a path without control characters, which PostgreSQL would refuse with an error of its own."""

    regex = r"[^/\x00-\x1f]+"


class NumberConverter(IntegerConverter):
    """A number that fits a column: a longer one is no address, not an error of the database."""

    regex = "[0-9]{1,18}"


class KeyConverter(BaseConverter):
    """The key of a question shown or of a session."""

    regex = "[0-9a-f]{30}"


def read_addresses(app: Flask) -> None:
    """Teach an application the parts of its addresses; before its routes are added."""
    app.url_map.converters.update(
        default=PlainConverter, string=PlainConverter, int=NumberConverter, key=KeyConverter
    )
