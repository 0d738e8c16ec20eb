"""Quizapp turns what a class has read into what it still knows on the day of the exam."""
