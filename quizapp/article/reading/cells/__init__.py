"""The cells of an infobox, whatever the form: what a field is about, its lines, its entries and their marks."""
