"""Upkeep of the database as a whole: its migration, copies of it, and moving to another one."""
