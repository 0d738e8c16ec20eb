"""Accounts: who a person is, where they are signed in, and the links that let them in."""
