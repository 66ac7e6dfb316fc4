"""Tables that people bring along or take with them: stock and foods as CSV, and the tables of Grocy. No database."""

from pantry.tables.bring import Brought, read_files
from pantry.tables.given import Given, GivenFood, GivenLine, Wrong
from pantry.tables.writing import table_of

__all__ = ["Brought", "Given", "GivenFood", "GivenLine", "Wrong", "read_files", "table_of"]
