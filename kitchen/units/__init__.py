"""Amounts: units, exact conversion, and how amounts are read and told. Knows no app and no database."""

from kitchen.units.amounts import Amount, read_amount
from kitchen.units.conversion import TOLERANCE, CannotConvert, Facts, convert, convertible
from kitchen.units.names import unit_name
from kitchen.units.numbers import read_number
from kitchen.units.quantity import SCALE, Quantity, rounded
from kitchen.units.reading import find_unit, read_unit
from kitchen.units.table import UNITS, Unit
from kitchen.units.telling import suited, tell, tell_range

__all__ = [
    "SCALE",
    "TOLERANCE",
    "UNITS",
    "Amount",
    "CannotConvert",
    "Facts",
    "Quantity",
    "Unit",
    "convert",
    "convertible",
    "find_unit",
    "read_amount",
    "read_number",
    "read_unit",
    "rounded",
    "suited",
    "tell",
    "tell_range",
    "unit_name",
]
