"""What recipe programs of telephones export, each written for these tests as the program would."""

import base64
from typing import Any

# No camera took it, but it begins as a picture does.
PIXELS = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
LETTERS = base64.b64encode(PIXELS).decode()
MELA: dict[str, Any] = {
    "id": "spoon.example/mushrooms",
    "title": "Mushroom toast",
    "text": "For *one* evening.",
    "images": [LETTERS],
    "categories": ["Quick", "Toast"],
    "yield": "2",
    "prepTime": "5m",
    "cookTime": "10m",
    "totalTime": "15m",
    "ingredients": "# Topping\n200 g mushrooms\n# Base\n2 slices bread",
    "instructions": "Fry the mushrooms.\n\nToast the bread.",
    "notes": "Parsley.",
    "nutrition": "Calories: 200 kcal\nFat: 5 g",
    "link": "https://spoon.example/mushrooms",
    "favorite": True,
    "wantToCook": True,
    "date": 662_688_000.5,
}
CROUTON: dict[str, Any] = {
    "uuid": "9E8B90D6",
    "name": "Broccoli tart",
    "serves": 4,
    "duration": 15,
    "cookingDuration": 40,
    "webLink": "https://spoon.example/tart",
    "sourceName": "Spoon",
    "notes": "Cold, too.",
    "tags": [{"uuid": "1", "name": "Oven", "color": "RED"}],
    "folderIDs": [],
    "images": [LETTERS],
    "neutritionalInfo": "Calories: 300,\nProtein: 12",
    "ingredients": [
        {"order": 3, "ingredient": {"name": "eggs"}, "quantity": {"amount": 3, "quantityType": "ITEM"}},
        {"order": 1, "ingredient": {"name": "broccoli"}, "quantity": {"amount": 300, "quantityType": "GRAMS"}},
        {"order": 2, "ingredient": {"name": "Glaze"}, "quantity": {"quantityType": "SECTION"}},
        {"order": 4, "ingredient": {"name": "salt"}},
    ],
    "steps": [
        {"order": 1, "step": "Bake it.", "isSection": False},
        {"order": 0, "step": "Oven", "isSection": True},
    ],
}
RECETTETEK: dict[str, Any] = {
    "title": "Pear cake",
    "description": "Of the garden.",
    "preparationTime": "10",
    "cookingTime": "35",
    "inactiveTime": "12",
    "totalTime": "57",
    "quantity": "8 parts",
    "ingredients": "3 pears\n200 g flour\n",
    "instructions": "Slice.\nBake.\n",
    "pictures": ["/data/Pictures/pear.png"],
    "url": "https://spoon.example/pear",
    "notes": "Warm.",
    "cookware": "Tin\nWhisk",
    "nutrition": "",
    "favorite": True,
    "rating": 3.5,
    "categories": [{"title": "Cakes"}],
    "tags": [{"title": "autumn"}],
    "uuid": -1954851494,
}
RECIPESAGE: dict[str, Any] = {
    "id": "a1",
    "title": "Lentil soup",
    "description": "",
    "yield": "6 servings",
    "activeTime": "20 minutes",
    "totalTime": "1 hour",
    "source": "Grandmother",
    "url": "",
    "notes": "Vinegar.",
    "ingredients": "[Soup]\n300 g lentils\n[To serve]\n1 lemon",
    "instructions": "[Soup]\nBoil the lentils.",
    "rating": 4,
    "folder": "main",
    "createdAt": "2021-03-04T10:00:00.000Z",
    "recipeLabels": [{"label": {"title": "soup"}}],
    "recipeImages": [{"image": {"location": "https://spoon.example/soup.jpg"}}],
}
RECIPESAGE_LD: dict[str, Any] = {
    "@context": "http://schema.org",
    "@type": "Recipe",
    "identifier": "a1",
    "datePublished": "2021-03-04T10:00:00.000Z",
    "name": "Lentil soup",
    "image": ["https://spoon.example/soup.jpg"],
    "recipeIngredient": ["[Soup]", "300 g lentils"],
    "recipeInstructions": [
        {"@type": "HowToSection", "text": "[Soup]"},
        {"@type": "HowToStep", "text": "Boil the lentils."},
        {"@type": "HowToSection", "text": "[To serve]"},
        {"@type": "HowToStep", "text": "Cut the lemon."},
    ],
    "recipeYield": "6 servings",
    "recipeCategory": ["soup"],
    "creditText": "Grandmother",
    "isBasedOn": "https://spoon.example/soup",
    "comment": [{"@type": "Comment", "name": "Author Notes", "text": "Vinegar."}],
    "aggregateRating": {"@type": "AggregateRating", "ratingValue": "4", "ratingCount": 1, "bestRating": "5"},
}
RECIPE_KEEPER = """<!DOCTYPE html><html><head><style>.recipe-details{}</style></head><body>
<div class="recipe-details">
<meta content="rk-1" itemprop="recipeId"><meta content="True" itemprop="recipeIsFavourite">
<meta content="4" itemprop="recipeRating">
<table><tr><td><h2 itemprop="name">Lime sorbet</h2>
<div>Courses: <span itemprop="recipeCourse">Dessert</span></div>
<div>Categories: <span>Ice, Sorbet</span><meta content="Ice" itemprop="recipeCategory">
<meta content="Sorbet" itemprop="recipeCategory"></div>
<div>Collections: <span>Summer</span><meta content="Summer" itemprop="recipeCollection"></div>
<div>Source: <span itemprop="recipeSource"><a href="https://spoon.example/lime">spoon.example</a></span></div>
<div>Serving size: <span itemprop="recipeYield">4 portions</span></div>
<div>Preparation time: <span>15 mins</span><meta content="PT15M" itemprop="prepTime"></div>
<div>Cooking time: <span></span><meta content="PT0S" itemprop="cookTime"></div>
<meta content="210" itemprop="recipeNutCalories"><meta content="5" itemprop="recipeNutSodium">
<img src="images/rk-1_0.jpg" class="recipe-photo"></td></tr>
<tr><td><div class="recipe-ingredients" itemprop="recipeIngredients"><p>Syrup:</p><p>250 g sugar</p><p></p>
<p>2 limes</p></div></td><td><div itemprop="recipeDirections"><p>1. Boil the sugar.</p><p>2. Freeze it.</p></div></td>
</tr></table><div class="recipe-notes" itemprop="recipeNotes"><p>Keeps two weeks.</p></div>
<div class="recipe-photos-div"><img src="images/rk-1_0.jpg" class="recipe-photos" itemprop="photo0">
<img src="images/rk-1_1.jpg" class="recipe-photos" itemprop="photo1"></div><hr></div>
<div class="recipe-details"><h2 itemprop="name">Water</h2>
<div itemprop="recipeIngredients"><p>1 glass</p></div><div itemprop="recipeDirections"><p>Drink.</p></div></div>
</body></html>"""
