"""Wikitext: its constructs, its templates in words, its infobox."""
