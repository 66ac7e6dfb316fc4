"""`{% dish_url "recipes:link.show" %}`: where something of the dish that is being drawn is done.

A page of a dish leads to a score of places of the same two arguments. Working each of them out takes longer than
reading the dish does, so it is worked out once where they stand in the address.
"""

from functools import cache
from uuid import UUID

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse

register = template.Library()

CODE, ID = "code-of-household", UUID(int=0)


@register.simple_tag(takes_context=True)
def dish_url(context: Context, name: str) -> str:
    """By the `code` and the `recipe` of the page; "" for a page that there is not."""
    return address(name).replace(CODE, context["code"], 1).replace(str(ID), str(context["recipe"].pk), 1)


@cache
def address(name: str) -> str:
    try:
        return reverse(name, args=[CODE, ID])
    except NoReverseMatch:
        return ""
