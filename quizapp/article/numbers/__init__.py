"""The numbers of a text: found, with their bounds and what they count, and said again."""
