"""The two walls' second one: row-level security, and the one scope through which every door works.

A scope is a transaction in which the connection is the doors' role and knows its household and person. Policies
(`rules`) let such a connection see the rows of that household and person only; outside a scope it sees none.
"""

from kitchen.tenancy.rules import (
    Rule,
    audit,
    catalogue,
    household,
    household_or_own,
    identity,
    noted,
    person,
    sealed,
    system,
)
from kitchen.tenancy.scope import Scope, ScopeError, current, narrow, on_commit, scope, streamed

__all__ = [
    "Rule",
    "Scope",
    "ScopeError",
    "audit",
    "catalogue",
    "current",
    "household",
    "household_or_own",
    "identity",
    "narrow",
    "noted",
    "on_commit",
    "person",
    "scope",
    "sealed",
    "streamed",
    "system",
]
