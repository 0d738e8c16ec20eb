"""Pages in HTML: their tags, their infobox."""
