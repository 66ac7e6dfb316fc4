#!/bin/sh
# Runs once, when the volume is empty: the owner of the database, the login of the doors, and the doors' role.
# None of them is a superuser. `manage.py db_init` finds nothing left to make.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=owner_password="$DATABASE_OWNER_PASSWORD" --set=web_password="$DATABASE_WEB_PASSWORD" <<'SQL'
CREATE ROLE kitchen_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE kitchen_web LOGIN PASSWORD :'web_password';
CREATE ROLE kitchen_door NOLOGIN;
GRANT kitchen_door TO kitchen_owner, kitchen_web;
CREATE DATABASE kitchen OWNER kitchen_owner ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C' TEMPLATE template0;
REVOKE CONNECT ON DATABASE kitchen FROM PUBLIC;
GRANT CONNECT ON DATABASE kitchen TO kitchen_owner, kitchen_web;
SQL
