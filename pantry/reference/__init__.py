"""Public collections of foods, brought in by operators: read line by line, written as rows, offered by the search."""
