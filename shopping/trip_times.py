"""How long people are in a shop, as far as a clock can tell."""

from datetime import timedelta

from shopping.models import ItemState

# A trip without a tick for so long has been forgotten.
FORGOTTEN = timedelta(hours=3)
# Ticks of one person with less between two of them are one trip, also where nobody said so.
GAP = timedelta(minutes=30)
# What is older than this was not looked at in time, and is left as it is.
LOOKED_AT = timedelta(days=2)
BOUGHT = (ItemState.TICKED, ItemState.PUT_AWAY)
