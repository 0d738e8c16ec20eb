"""The rules that find facts: infobox, cell by cell; body, sentence by sentence."""
