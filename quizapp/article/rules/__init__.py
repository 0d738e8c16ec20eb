"""The rules that find facts: for cells in infobox, for sentences in body; each is named in a tuple there."""
