"""The recipes of a household as arrays: packed beside their rows, kept in memory, counted and ordered in few passes.

Knows no database and no food: who uses it says what is known of foods and what is on the shelves.
"""
