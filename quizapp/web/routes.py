"""The explicit tuple of blueprints, one a noun."""

from quizapp.web import accounts, cards, library, progress, quiz, site, static, study

BLUEPRINTS = (
    study.blueprint,
    quiz.blueprint,
    cards.blueprint,
    progress.blueprint,
    library.blueprint,
    accounts.blueprint,
    site.blueprint,
    static.blueprint,
)
