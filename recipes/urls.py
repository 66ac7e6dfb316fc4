from django.urls import include, path

from pantry import food_address  # noqa: F401 - brings <food:id>
from recipes.views import bookmarklet, cooking, draft, food, home, import_source, line, picture, recipe, recipe_import, version

app_name = "recipes"
household_urls = [
    path("", home.show, name="home"),
    path("new/", recipe.create, name="recipe.create"),
    path("import/", recipe_import.create, name="recipe_import.create"),
    path("import/all/", recipe_import.index, name="recipe_import.index"),
    path("import/<uuid:id>/", recipe_import.show, name="recipe_import.show"),
    path("import/<uuid:id>/undo/", recipe_import.undo, name="recipe_import.undo"),
    path("import/<uuid:id>/resume/", recipe_import.resume, name="recipe_import.resume"),
    path("import/tables/<uuid:id>/", import_source.edit, name="import_source.edit"),
    path("import/bookmark/", bookmarklet.show, name="bookmarklet.show"),
    path("import/bookmark/receive/", bookmarklet.receive, name="bookmarklet.receive"),
    path("foods/<food:id>/", food.show, name="food.show"),
    path("<uuid:id>/", recipe.show, name="recipe.show"),
    path("<uuid:id>/edit/", recipe.edit, name="recipe.edit"),
    path("<uuid:id>/delete/", recipe.delete, name="recipe.delete"),
    path("<uuid:id>/copy/", recipe.copy, name="recipe.copy"),
    path("drafts/save/", draft.save, name="draft.save"),
    path("drafts/discard/", draft.discard, name="draft.discard"),
    path("lines/", line.read, name="line.read"),
    path("<uuid:id>/pictures/", picture.index, name="picture.index"),
    path("<uuid:id>/pictures/new/", picture.create, name="picture.create"),
    path("pictures/<uuid:id>/", picture.show, name="picture.show"),
    path("pictures/<uuid:id>/edit/", picture.edit, name="picture.edit"),
    path("pictures/<uuid:id>/move/", picture.move, name="picture.move"),
    path("pictures/<uuid:id>/remove/", picture.remove, name="picture.remove"),
    path("<uuid:id>/versions/", version.index, name="version.index"),
    path("<uuid:id>/versions/<int:number>/", version.show, name="version.show"),
    path("<uuid:id>/versions/<int:number>/restore/", version.restore, name="version.restore"),
    path("<uuid:id>/cooked/", cooking.index, name="cooking.index"),
    path("<uuid:id>/cooked/new/", cooking.create, name="cooking.create"),
    path("<uuid:id>/cooked/<uuid:line>/", cooking.edit, name="cooking.edit"),
]

urlpatterns = [path("h/<slug:code>/recipes/", include(household_urls))]
