"""A household as one file, that comes back as another household here or elsewhere (docs/household-file.md).

Tables are not named one by one: every table of kind household goes along unless it is `left_out`, so that a new one is
not forgotten.
"""
