from django.urls import path

from recipes.views import home, recipe, recipe_import

app_name = "recipes"
urlpatterns = [
    path("", home.show, name="home"),
    path("new/", recipe.create, name="recipe.create"),
    path("import/", recipe_import.create, name="recipe_import.create"),
    path("<uuid:id>/", recipe.show, name="recipe.show"),
    path("<uuid:id>/edit/", recipe.edit, name="recipe.edit"),
    path("<uuid:id>/delete/", recipe.delete, name="recipe.delete"),
]
