"""What one student remembers of one fact, and what to ask next: log to card, FSRS-6, study days, plans.

Everything here is pure and speaks in whole study days; a new kind of log entry is a member of `log.Kind`
and a branch in `log`, another way to plan a session is a function in `plan`.
"""
