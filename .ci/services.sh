# PostgreSQL 15, PgBouncer and Redis of Debian, started by hand in a throw-away directory. Sourced by .ci/run.

services=$(mktemp -d "${TMPDIR:-/tmp}/kitchen-ci-XXXXXX")
postgres_bin=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# PostgreSQL and PgBouncer refuse to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$services" "$@"
    else
        "$@"
    fi
}

start_postgres() {
    mkdir "$services/postgres"
    [ "$(id -u)" != 0 ] || chown -R postgres "$services"
    postgres_port=$(free_port)
    (cd "$services" && as_postgres "$postgres_bin/initdb" --pgdata="$services/postgres" --username=postgres \
        --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$services/initdb.log")
    (cd "$services" && as_postgres "$postgres_bin/pg_ctl" --pgdata="$services/postgres" --wait --silent \
        --log="$services/postgres.log" \
        --options="-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$services -c fsync=off" start)
}

# As the administrator of that server.
administer() {
    "$postgres_bin/psql" --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --host=127.0.0.1 --port="$postgres_port" \
        --username=postgres --dbname=postgres --command="$1"
}

# Transaction mode: every transaction may come by another connection of the server.
start_pooler() {
    pooler_port=$(free_port)
    printf '"kitchen_web" ""\n' >"$services/users.txt"
    cat >"$services/pgbouncer.ini" <<INI
[databases]
* = host=127.0.0.1 port=$postgres_port
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooler_port
unix_socket_dir =
auth_type = trust
auth_file = $services/users.txt
pool_mode = transaction
default_pool_size = 10
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,options
logfile = $services/pgbouncer.log
pidfile = $services/pgbouncer.pid
INI
    [ "$(id -u)" != 0 ] || chown -R postgres "$services"
    as_postgres "$(PATH=$PATH:/usr/sbin command -v pgbouncer)" --quiet "$services/pgbouncer.ini" &
    for _ in $(seq 50); do
        "$postgres_bin/pg_isready" --quiet --host=127.0.0.1 --port="$pooler_port" && return
        sleep 0.1
    done
    cat "$services/pgbouncer.log" >&2
    return 1
}

stop_services() {
    # By its own number: the shell knows only that of what started it.
    if [ -f "$services/pgbouncer.pid" ]; then
        kill "$(cat "$services/pgbouncer.pid")" 2>/dev/null || true
    fi
    if [ -f "$services/postgres/postmaster.pid" ]; then
        as_postgres "$postgres_bin/pg_ctl" --pgdata="$services/postgres" --mode=immediate --silent stop || true
    fi
    rm -rf "$services"
}
