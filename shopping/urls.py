from django.urls import include, path

from shopping.views import expense, home, item, link, need, operation, public, put_away, refill
from shopping.views import list as lists

app_name = "shopping"
household_urls = [
    path("", home.show, name="home"),
    path("lists/new/", lists.create, name="list.create"),
    path("lists/<uuid:id>/", lists.show, name="list.show"),
    path("lists/<uuid:id>/edit/", lists.edit, name="list.edit"),
    path("lists/<uuid:id>/archive/", lists.archive, name="list.archive"),
    path("lists/<uuid:id>/bring-back/", lists.bring_back, name="list.bring_back"),
    path("lists/<uuid:id>/copy/", lists.copy, name="list.copy"),
    path("lists/<uuid:id>/delete/", lists.delete, name="list.delete"),
    path("lists/archived/", lists.archived, name="list.archived"),
    path("lists/order/", lists.order, name="list.order"),
    path("lists/<uuid:id>/put-away/", put_away.create, name="put_away.create"),
    path("lists/<uuid:id>/link/", link.show, name="link.show"),
    path("lists/<uuid:id>/link/new/", link.create, name="link.create"),
    path("lists/<uuid:id>/link/revoke/", link.revoke, name="link.revoke"),
    path("items/new/", item.create, name="item.create"),
    path("items/<uuid:id>/tick/", item.tick, name="item.tick"),
    path("items/<uuid:id>/untick/", item.untick, name="item.untick"),
    path("items/<uuid:id>/edit/", item.edit, name="item.edit"),
    path("items/<uuid:id>/remove/", item.remove, name="item.remove"),
    path("operations/", operation.create, name="operation.create"),
    path("refill/", refill.create, name="refill.create"),
    path("need/<uuid:id>/", need.create, name="need.create"),
    path("expenses/<uuid:id>/", expense.show, name="expense.show"),
    path("expenses/<uuid:id>/confirm/", expense.confirm, name="expense.confirm"),
]

urlpatterns = [
    path("h/<slug:code>/shopping/", include(household_urls)),
    path("l/<str:token>/", public.show, name="public.show"),
    path("l/<str:token>/items/<uuid:id>/tick/", public.tick, name="public.tick"),
    path("l/<str:token>/items/<uuid:id>/untick/", public.untick, name="public.untick"),
    path("l/<str:token>/operations/", public.operations, name="public.operations"),
]
