"""From facts to questions: statements, stems, distractors, and the item-writing flaws that a program can see.

A form of question is a function of forms, named in FORMS or GATHERED; a flaw is a function of quality, named in
ERRORS or WARNINGS.
"""
