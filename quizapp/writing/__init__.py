"""From facts to questions: stems, distractors, item-writing flaws and permanent ids.

A form of question is a module of forms; a flaw is a function of quality, named in ERRORS or WARNINGS.
"""
