"""Foods of the catalogue, by their numbers there."""

MILK, RICE = 220, 281
