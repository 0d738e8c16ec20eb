"""The forms in which an article comes, a module each: a function from its text to an Article that never raises."""
