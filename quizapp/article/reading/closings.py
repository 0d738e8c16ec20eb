"""Where what is open is closed: each stretch of a text is searched once, however often it is asked for."""


def find_closing(text: str, closing: str, start: int, known: dict[str, int]) -> int:
    """Return where the next closing stands behind an offset that only grows, or -1; known keeps what was found."""
    last = known.get(closing, 0)
    if last < 0 or last >= start:
        return last
    known[closing] = text.find(closing, start)
    return known[closing]
