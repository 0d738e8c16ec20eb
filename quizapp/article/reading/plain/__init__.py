"""Texts without markup of their own, or with little: the plain form, what is typed or copied, Markdown."""
