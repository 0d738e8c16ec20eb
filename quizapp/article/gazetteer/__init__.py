"""Names that rules look up: states old and new, groups under arms. To add a name, put it on its list."""
