"""What the clauses of a sentence state: who did what, when, who says so, and what speaks against it."""
