"""When the sentences of an article say that things happened, resolved to days, months and years.

A way to write a date is a rule in calendar_rules, a way to count from another date a rule in counting_rules;
why a date is doubted is a rule in doubts.
"""

from quizapp.article.dates.dated import Bound, Dated
from quizapp.article.dates.dating import date_article, date_text

__all__ = ["Bound", "Dated", "date_article", "date_text"]
