"""What the doctor asks of the pantry: that the lines of each lot's ledger sum up to what is said to be there."""

from django.db import connections

from kitchen.doctor.finding import Finding

# Per lot and unit: the sum of its lines, and what it should be. Rough lots, and units left behind, come to nothing.
FALSE = """
    WITH sums AS (
        SELECT item_id, unit, COALESCE(sum(delta), 0) AS total FROM pantry_stockmovement GROUP BY item_id, unit
    ), kept AS (
        SELECT id AS item_id, unit, COALESCE(amount, 0) AS total FROM pantry_stockitem
    )
    SELECT count(DISTINCT item_id) FROM sums FULL JOIN kept USING (item_id, unit)
    WHERE COALESCE(sums.total, 0) <> COALESCE(kept.total, 0)
"""


def check() -> Finding:
    """Reads every household, so as the owner."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(FALSE)
        false = cursor.fetchone()[0]
    if false:
        return Finding.fail(
            f"{false} lots hold another amount than their ledger says: something wrote past the services. "
            "pantry_stockitemevent tells when; correct the lots by hand in the pantry."
        )
    return Finding.ok("Every lot holds what its ledger says.")
