import time

from django.db import connection

from kitchen.doctor.finding import Finding

LATE, WRONG = 2.0, 30.0  # seconds; a one-time code lives for 30


def check() -> Finding:
    """Use-by dates and one-time codes hang on the time of this machine and of the database."""
    before = time.time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        theirs = cursor.fetchone()[0]
    apart = abs(theirs - (before + time.time()) / 2)
    if apart > LATE:
        sentence = f"This machine and the database are {apart:.0f} seconds apart: set both clocks by NTP."
        return Finding.fail(sentence) if apart > WRONG else Finding.warn(sentence)
    return Finding.ok("The clocks of this machine and of the database agree.")
