"""`{% may "accounts:invitation.create" as can_invite %}`: whether the reader's role opens that page; roles in words."""

from typing import Any

from django import template
from django.template import Context

from accounts.doors import may as may_open
from accounts.models import Role
from accounts.roles import AS_ROLE, MINE

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: Context, url_name: str) -> bool:
    membership: Any = getattr(context.get("request"), "membership", None)
    return membership is not None and may_open(membership.role, url_name)


@register.filter
def mine(role: str) -> Any:
    """Says "You are a guest"."""
    return MINE[Role(role)]


@register.filter
def as_role(role: str) -> Any:
    """Says "as a guest"."""
    return AS_ROLE[Role(role)]
