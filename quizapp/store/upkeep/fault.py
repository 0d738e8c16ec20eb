"""The one error of copies and dumps."""


class CopyFailed(Exception):
    """A copy could not be made or read; the text says why, and what to do."""
