"""What a person can do: a function each, which reads first and then holds at most one write transaction."""
