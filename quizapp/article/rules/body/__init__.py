"""The rules that find facts in sentences: a sentence is taken apart once, and each rule looks at its statements.

To add a rule, write it in the module of its sort and name it in STATEMENT_RULES (for each clause) or TOLD_RULES.
"""

from collections.abc import Callable, Iterator

from quizapp.article.dates import Dated
from quizapp.article.fact import Fact, Skip
from quizapp.article.known import Known
from quizapp.article.model import Sentence
from quizapp.article.rules.body.events import state_deed, state_passive
from quizapp.article.rules.body.statements import Statement, find_statements
from quizapp.article.rules.body.told import Told, tell

StatementRule = Callable[[Told, Statement], Iterator[Fact]]
STATEMENT_RULES: tuple[StatementRule, ...] = (state_deed, state_passive)


def find_in_sentence(sentence: Sentence, dated: tuple[Dated, ...], known: Known) -> Iterator[Fact | Skip]:
    """Yield what the rules find in one sentence, in the order of its clauses."""
    told = tell(sentence, dated, known)
    if told is None:
        return
    for statement in find_statements(told):
        for rule in STATEMENT_RULES:
            yield from rule(told, statement)


BodyRule = Callable[[Sentence, tuple[Dated, ...], Known], Iterator[Fact | Skip]]
BODY_RULES: tuple[BodyRule, ...] = (find_in_sentence,)
