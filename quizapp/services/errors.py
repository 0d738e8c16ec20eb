"""How a service says that a person cannot do what was asked."""


class Refused(Exception):
    """A person's mistake; the text says what is wrong and what to do, in lower case."""


class NotThere(Exception):
    """What was asked for does not exist, or is not for this person: the two are not told apart."""
