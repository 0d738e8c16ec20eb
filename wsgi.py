"""Where gunicorn (`gunicorn wsgi:app`) and Flask's own commands (`flask --app wsgi`) find the application."""

from quizapp.app import create_app

app = create_app()
