"""`python -m quizapp.cli` is the command `quizapp`, where no script is installed."""

from quizapp.cli import main

main(prog_name="quizapp")
