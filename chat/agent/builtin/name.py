"""What the built-in assistant is called in the books; apart from it, so that a page need not load it to know."""

NAME = "built-in"
