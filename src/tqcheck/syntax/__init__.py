"""What is known of English words and clauses: their forms, and which subject goes with which verb."""
