"""What an answer can be: dates with precision, quantities, names and normalised text.

A new kind of value is a new module here; readers and comparisons answer for any text and never raise.
"""
