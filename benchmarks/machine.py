"""The machine that figures were measured on, and what a process of it takes."""

import os
import platform
import time
from pathlib import Path

import psutil
from django.db import connections

MB = 1024 * 1024


def facts() -> dict[str, object]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0]
    return {
        "date": time.strftime("%Y-%m-%d"),
        "cores": os.cpu_count(),
        "processor": _model(),
        "system": f"{platform.system()} {platform.release()}",
        "memory_mb": psutil.virtual_memory().total // MB,
        "python": platform.python_version(),
        "postgresql": server.split()[0],
        "load_at_start": [round(one, 2) for one in os.getloadavg()],
    }


def _model() -> str:
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.is_file() else []
    return names[0].partition(":")[2].strip() if names else platform.processor()


def seconds_of_processor(pid: int) -> float:
    """What a process has used of all cores so far. Linux tells it to the nanosecond, others to the hundredth."""
    try:
        return time.clock_gettime(~pid << 3 | 2)
    except OSError:
        return sum(psutil.Process(pid).cpu_times()[:2])


def megabytes(pid: int) -> float:
    """What a process holds in memory (RSS), without its children: PostgreSQL is counted apart."""
    return round(psutil.Process(pid).memory_info().rss / MB, 1)
