"""Two statements: what speaks for and against their being two sides of one matter."""
