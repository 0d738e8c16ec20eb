"""What the project claims of its speed, measured: `make bench` prints a table; nothing here is a timed test."""
