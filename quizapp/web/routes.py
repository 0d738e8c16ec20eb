"""The explicit tuple of blueprints, one a noun."""

from quizapp.web import accounts, library, progress, site, static, study

BLUEPRINTS = (
    study.blueprint,
    progress.blueprint,
    library.blueprint,
    accounts.blueprint,
    site.blueprint,
    static.blueprint,
)
