"""A sentence taken apart by rules: words, verbs, chunks, and the clauses that they make."""
