"""How large the file of a household may be, packed and unpacked, before anything of it is unpacked."""

MOST_BYTES = 1_000_000_000
MOST_UNPACKED = 4_000_000_000
MOST_MEMBERS = 200_000
MOST_ROWS = 5_000_000
LONGEST_LINE = 8_000_000
LONGEST_PAPER, LARGEST_IN_ROW = 50_000_000, 50_000_000
# Rows shrink to a tenth or a thirtieth; what shrinks more was made to.
MOST_SHRUNK, SMALL = 200, 1_000_000
