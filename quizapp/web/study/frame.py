"""The blueprint of the pages for studying, and what they share."""

from flask import Blueprint, request

blueprint = Blueprint("study", __name__)

LONGEST_KEY = 32


def typed_key() -> str:
    """Return the key that a form names, or nothing where it cannot be one."""
    key = request.form.get("key", "")
    return key if len(key) <= LONGEST_KEY and key.isalnum() else ""
