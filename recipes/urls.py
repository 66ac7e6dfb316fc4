from django.urls import include, path

from pantry import food_address  # noqa: F401 - brings <food:id>
from recipes.views import cooking, food, home, recipe, recipe_import

app_name = "recipes"
household_urls = [
    path("", home.show, name="home"),
    path("new/", recipe.create, name="recipe.create"),
    path("import/", recipe_import.create, name="recipe_import.create"),
    path("foods/<food:id>/", food.show, name="food.show"),
    path("<uuid:id>/", recipe.show, name="recipe.show"),
    path("<uuid:id>/edit/", recipe.edit, name="recipe.edit"),
    path("<uuid:id>/delete/", recipe.delete, name="recipe.delete"),
    path("<uuid:id>/cooked/", cooking.index, name="cooking.index"),
    path("<uuid:id>/cooked/new/", cooking.create, name="cooking.create"),
    path("<uuid:id>/cooked/<uuid:line>/", cooking.edit, name="cooking.edit"),
]

urlpatterns = [path("h/<slug:code>/recipes/", include(household_urls))]
