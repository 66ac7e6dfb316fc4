"""Functions of the owner for the staff's door: what the server does now, which PostgreSQL tells only to whom it is of.

Texts of statements come without what stands in them: literals may be anybody's words.
"""

from kitchen.tenancy.rules import STAFF

DOOR = f"IF ({STAFF}) IS NOT TRUE THEN RAISE EXCEPTION 'not the door of the staff'; END IF;"
# Quoted texts, one that was cut off in its middle, numbers.
BARE = (
    "left(regexp_replace(regexp_replace(regexp_replace({text}, $$'(?:[^']|'')*'$$, '?', 'g'), $$'.*$$, '?'), "
    r"'\m\d+(?:\.\d+)?\M', '?', 'g'), 300)"
)


def sessions_function(fixed: str) -> str:
    return (
        "CREATE OR REPLACE FUNCTION kitchen_sessions() RETURNS TABLE(pid int, login text, state text, waits_for text, "
        "in_state float8, in_transaction float8, blocked_by int[], query text) "
        f"LANGUAGE plpgsql {fixed} AS $kitchen$ BEGIN\n{DOOR}\n"
        "RETURN QUERY SELECT a.pid, a.usename::text, coalesce(a.state, ''), coalesce(a.wait_event_type, ''), "
        "extract(epoch FROM clock_timestamp() - a.state_change)::float8, "
        "extract(epoch FROM clock_timestamp() - a.xact_start)::float8, pg_blocking_pids(a.pid), "
        f"{BARE.format(text='a.query')} FROM pg_stat_activity a WHERE a.datname = current_database() "
        "AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend';\nEND $kitchen$"
    )


def statements_function(fixed: str) -> str:
    return (
        "CREATE OR REPLACE FUNCTION kitchen_statements() "
        "RETURNS TABLE(calls bigint, total float8, mean float8, rows bigint, query text) "
        f"LANGUAGE plpgsql {fixed} AS $kitchen$ DECLARE place text; BEGIN\n{DOOR}\n"
        "SELECT n.nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'pg_stat_statements';\n"
        "IF place IS NULL THEN RETURN; END IF;\n"
        "RETURN QUERY EXECUTE format($look$SELECT s.calls, s.total_exec_time, s.mean_exec_time, s.rows, "
        f"{BARE.format(text='s.query')} FROM %I.pg_stat_statements s "
        "WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) "
        "ORDER BY s.total_exec_time DESC LIMIT 20$look$, place);\n"
        "EXCEPTION WHEN object_not_in_prerequisite_state OR insufficient_privilege THEN RETURN;\nEND $kitchen$"
    )
