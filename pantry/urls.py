from django.urls import path

from pantry.views import home, lead, month, place, several, stock, take

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
    path("several/use/", several.use, name="several.use"),
    path("several/waste/", several.waste, name="several.waste"),
    path("several/move/", several.move, name="several.move"),
    path("take/", take.index, name="take.index"),
    path("take/<uuid:id>/", take.show, name="take.show"),
    path("take/<uuid:id>/count/", take.count, name="take.count"),
    path("take/<uuid:id>/confirm/", take.confirm, name="take.confirm"),
    path("take/<uuid:id>/add/", take.add, name="take.add"),
    path("month/", month.show, name="month.show"),
    path("places/", place.index, name="place.index"),
    path("places/new/", place.create, name="place.create"),
    path("places/<uuid:id>/edit/", place.edit, name="place.edit"),
    path("places/<uuid:id>/move/", place.move, name="place.move"),
    path("places/<uuid:id>/delete/", place.delete, name="place.delete"),
]
