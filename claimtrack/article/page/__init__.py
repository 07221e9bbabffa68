"""One web page: its bytes as text, its tree, what it says of its article, the article's text."""
