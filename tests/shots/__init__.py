"""The pictures of the README, made by `make shots` from a seeded instance, so that they stay true."""
