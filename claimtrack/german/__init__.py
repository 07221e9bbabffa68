"""German text as it is: tokens, sentences, verbs, clauses, numbers, dates. Knows no claims."""
