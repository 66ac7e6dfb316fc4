from django.urls import path

from pantry.views import home, lead, place, stock

app_name = "pantry"
urlpatterns = [
    path("", home.show, name="home"),
    path("add/", stock.add, name="stock.add"),
    path("unpack/", stock.unpack, name="stock.unpack"),
    path("stock/<uuid:id>/", stock.show, name="stock.show"),
    path("stock/<uuid:id>/use/", stock.use, name="stock.use"),
    path("stock/<uuid:id>/waste/", stock.waste, name="stock.waste"),
    path("stock/<uuid:id>/move/", stock.move, name="stock.move"),
    path("stock/<uuid:id>/edit/", stock.edit, name="stock.edit"),
    path("lead/", lead.edit, name="lead.edit"),
    path("places/", place.index, name="place.index"),
    path("places/new/", place.create, name="place.create"),
    path("places/<uuid:id>/edit/", place.edit, name="place.edit"),
    path("places/<uuid:id>/move/", place.move, name="place.move"),
    path("places/<uuid:id>/delete/", place.delete, name="place.delete"),
]
