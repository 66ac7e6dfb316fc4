from django.urls import path

from shopping.views import expense, home, item, need, put_away, refill
from shopping.views import list as lists

app_name = "shopping"
urlpatterns = [
    path("", home.show, name="home"),
    path("lists/new/", lists.create, name="list.create"),
    path("lists/<uuid:id>/", lists.show, name="list.show"),
    path("lists/<uuid:id>/edit/", lists.edit, name="list.edit"),
    path("lists/<uuid:id>/archive/", lists.archive, name="list.archive"),
    path("lists/<uuid:id>/put-away/", put_away.create, name="put_away.create"),
    path("items/new/", item.create, name="item.create"),
    path("items/<uuid:id>/tick/", item.tick, name="item.tick"),
    path("items/<uuid:id>/untick/", item.untick, name="item.untick"),
    path("items/<uuid:id>/edit/", item.edit, name="item.edit"),
    path("items/<uuid:id>/remove/", item.remove, name="item.remove"),
    path("refill/", refill.create, name="refill.create"),
    path("need/<uuid:id>/", need.create, name="need.create"),
    path("expenses/<uuid:id>/", expense.show, name="expense.show"),
    path("expenses/<uuid:id>/confirm/", expense.confirm, name="expense.confirm"),
]
