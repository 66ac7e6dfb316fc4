from django import template

from kitchen.home.queries import today

register = template.Library()
register.filter("together", today.together)
