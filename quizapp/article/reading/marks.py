"""Characters that readers write for what a text cannot say; none of them is left in what they return.

They are from a private range of Unicode; what stands of it in the input is replaced before anything is read.
"""

import re

BREAK = "\ue002"
"""A line break that the input demands; a plain end of line may be none."""

RULE = f"{BREAK}----{BREAK}"
"""A horizontal rule."""

SOFT_BREAK = "\ue004"
"""A line break where there is none yet; two of them make no blank line."""

TITLE = "\ue003"
"""What stands before the title of a list, which stands over its entries and no further."""

COUNTRY = ("\ue000", "\ue001")
"""What stands around the country of a flag, which is no text of the cell."""

COVER = "\ue010"
"""What stands for a character that a parser must not see."""

BREAKS = re.compile(rf"[{BREAK}{SOFT_BREAK}]")
_ANY = re.compile("[\ue000-\ue01f]")


def free_marks(text: str) -> str:
    """Return a text that has none of these characters: in their place stands the sign for unknown ones."""
    return _ANY.sub("\ufffd", text)
