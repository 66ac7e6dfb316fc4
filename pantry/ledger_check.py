"""What the doctor asks of the pantry: that each lot is what the lines of its ledger say."""

from django.db import connections

from kitchen.doctor.finding import Finding

# Per lot and unit: the sum of its lines, and what it should be. Rough lots, and units left behind, come to nothing.
FALSE_AMOUNTS = """
    WITH sums AS (
        SELECT item_id, unit, COALESCE(sum(delta), 0) AS total FROM pantry_stockmovement GROUP BY item_id, unit
    ), kept AS (
        SELECT id AS item_id, unit, COALESCE(amount, 0) AS total FROM pantry_stockitem
    )
    SELECT count(DISTINCT item_id) FROM sums FULL JOIN kept USING (item_id, unit)
    WHERE COALESCE(sums.total, 0) <> COALESCE(kept.total, 0)
"""
# Lots that are not used up and have another date than the last standing line that set one gave them.
FALSE_DATES = """
    WITH told AS (
        SELECT DISTINCT ON (line.item_id) line.item_id, line.changes -> 'use_by' ->> 1 AS use_by
        FROM pantry_stockmovement line
        WHERE line.undoes_id IS NULL AND line.changes -> 'use_by' IS NOT NULL
          AND NOT EXISTS (SELECT FROM pantry_stockmovement back WHERE back.undoes_id = line.id)
        ORDER BY line.item_id, line.created_at DESC, line.id DESC
    )
    SELECT count(*) FROM told JOIN pantry_stockitem lot ON lot.id = told.item_id
    WHERE lot.finished_at IS NULL AND told.use_by IS DISTINCT FROM lot.use_by::text
"""


def check() -> Finding:
    """Reads every household, so as the owner."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(FALSE_AMOUNTS)
        amounts = cursor.fetchone()[0]
        cursor.execute(FALSE_DATES)
        dates = cursor.fetchone()[0]
    if amounts:
        return Finding.fail(
            f"{amounts} lots hold another amount than their ledger says: something wrote past the services. "
            "pantry_stockitemevent tells when; correct the lots by hand in the pantry."
        )
    if dates:
        return Finding.fail(
            f"{dates} lots have another date than their ledger says: something wrote past the services. "
            "pantry_stockitemevent tells when; correct the lots by hand in the pantry."
        )
    return Finding.ok("Every lot is what its ledger says.")
