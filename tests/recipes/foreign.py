"""What other recipe programs export, each written for these tests as the program would."""

from typing import Any

MEALMASTER = """MMMMM----- Recipe via Meal-Master (tm) v8.05

      Title: Two-column chowder
 Categories: Soups, Fish
      Yield: 4 servings

      2 c  Milk                                1 ts Salt
    1/2 lb Haddock;                        1 1/2 tb Butter
           -boned

MMMMM--------------------------CROUTONS-------------------------------
      2 sl Bread

  Warm the milk with
  the fish in it.

  Fry the bread.

MMMMM

MMMMM----- Recipe via Meal-Master (tm) v8.05

      Title: Toast
 Categories: Bread
      Yield: 1 serving

      1 sl Bread

  Toast it.

MMMMM
"""
MASTERCOOK = """
                     *  Exported from  MasterCook  *

                               Bean stew

Recipe By     : Ada Ladle
Serving Size  : 6    Preparation Time :0:25
Categories    : Stews                            Beans

  Amount  Measure       Ingredient -- Preparation Method
--------  ------------  --------------------------------
  2               cups  white beans -- soaked
     1/2                onion

Cook the beans.

Add the onion.

                   - - - - - - - - - - - - - - - - - -

NOTES : Better the next day.
"""
MX2 = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE mx2 SYSTEM "mx2.dtd">
<mx2><Summ><Nam>Bean dip</Nam></Summ>
<RcpE name="Bean dip" author="n/a"><Serv qty="3"/><PrpT elapsed="0:10"/><CatS><CatT>Dips</CatT></CatS>
<IngR name="beans" unit="can" qty="1"><IPrp>drained</IPrp></IngR><IngR name="salt"></IngR>
<DirS><DirT>Mash.</DirT><DirT>Serve.</DirT></DirS></RcpE></mx2>"""
KRECIPES = """<?xml version="1.0"?><krecipes version="0.7"><krecipes-recipe><krecipes-description><title>Pie</title>
<author>Ada</author><category><cat>Sweet</cat></category><serving>5</serving><preparation-time>01:30</preparation-time>
</krecipes-description><krecipes-ingredients><ingredient><name>flour</name><amount>2</amount><unit>cups</unit>
</ingredient><ingredient-group name="Filling"><ingredient><name>cherries</name><amount>1</amount>
<unit>jar</unit><prep>pitted</prep></ingredient></ingredient-group></krecipes-ingredients><krecipes-instructions>Mix.
Bake.</krecipes-instructions></krecipes-recipe></krecipes>"""
GOURMET = """<?xml version="1.0"?><!DOCTYPE gourmetDoc><gourmetDoc><recipe id="1"><title>Rice</title>
<preptime>10 minutes</preptime>
<yields>6 servings</yields><ingredient-list><ingredient><amount>1</amount><unit>cup</unit><item>rice</item></ingredient>
<inggroup><groupname>Broth</groupname>
<ingredient><amount>2</amount><unit>cups</unit><item>water</item></ingredient></inggroup>
</ingredient-list><instructions>Cook &amp;lt;i&amp;gt;well&amp;lt;/i&amp;gt;.</instructions></recipe></gourmetDoc>"""
COOKBOOK = """<?xml version="1.0"?><cookbook version="66"><recipe><title>Brown squares</title>
<preptime>P0DT0H25M</preptime>
<ingredient><li>½ cup butter</li><li>2 eggs</li></ingredient>
<recipetext><li>Melt.</li><li></li><li>Bake.</li></recipetext>
<quantity>16 squares</quantity><nutrition><li>calories : 182 kcal</li></nutrition></recipe></cookbook>"""
COPYMETHAT = """<!DOCTYPE html><head><meta name="copymethat_class_id_version" content="2"></head><html><body>
<div class = "recipe"><div id = "name">Shells</div><a id="original_link" href="https://spoon.example/shells">x</a>
<a id="recipeYield">6</a><ul id="recipeIngredients"><li class="recipeIngredient">24 shells</li></ul>
<ol><li class="instruction" value="1">Boil.</li></ol><div class="recipeNote">Salt the water.</div></div>
<div class = "recipe"><div id = "name">Noodles</div><ul><li class="recipeIngredient">1 pack noodles</li></ul>
<ol><li class="instruction">Boil.</li></ol></div></body></html>"""
CHOWDOWN = """---

layout: recipe
title: "Fried okra"
tags: sides, quick

ingredients:
- 1 bunch okra
- salt

directions:
- Slice **it**
- Fry it

---

Made [often](https://spoon.example).
"""
COOKLANG = """>> title: Pancakes
>> serves: 4

= Batter

Crack @eggs{3} into a #bowl{}. Add @flour{125%g} and @milk{250%ml}. -- slowly

[- nobody reads this -] Leave for ~{15%minutes}.

= Pan

Fry in @butter.
"""
TABLE = """title,ingredients,instructions,quantity,preparationTime,tags,nutrition
Crisps,"2 potatoes
Oil","Slice.

Bake.",4 people,10,"snack, quick","calories : 150 kcal"
Dip,1 cup yoghurt,Stir.,,,,
"""
PLAN_TO_EAT = """Title,Course,Ingredients,Directions,Servings,Calories
Layers,Dessert,", Base
2 cups oats
, Top
1 cup berries",Layer it.,7,13
"""
MEALIE: dict[str, Any] = {
    "name": "Beef stew",
    "slug": "beef-stew",
    "recipe_yield": "4 servings",
    "recipe_category": ["Dinner"],
    "recipe_ingredient": [
        {"title": "Stew", "note": "1 kg beef", "disable_amount": True, "quantity": 1},
        {"title": None, "note": "diced", "quantity": 2.0, "unit": {"name": "cup"}, "food": {"name": "carrots"}},
    ],
    "recipe_instructions": [{"title": "", "text": "Brown it."}, {"title": "Later", "text": "Stew it."}],
    "notes": [{"title": "Wine", "text": "Red."}],
    "nutrition": {"calories": "400", "protein_content": "30"},
}
TANDOOR = {
    "name": "Chili",
    "servings": 4,
    "working_time": 20,
    "waiting_time": 60,
    "keywords": [{"name": "Hot"}],
    "steps": [
        {
            "name": "",
            "instruction": "Brown **the meat**.\n\nSimmer.",
            "ingredients": [
                {"food": {"name": "beef"}, "unit": {"name": "kg"}, "amount": 0.3333333, "note": "", "order": 0},
                {"note": "Beans", "is_header": True, "order": 1},
                {"food": {"name": "beans"}, "unit": None, "amount": 0, "note": "black", "order": 2},
            ],
        }
    ],
}
PAPRIKA = {
    "name": "Rolls",
    "ingredients": "1 courgette\nSalt",
    "directions": "1. Roll.\n\n2. Serve.",
    "servings": "20 rolls",
    "categories": ["Snack"],
    "prep_time": "1 hr 5 min",
}
BACKUP = {
    "recipes": [{"id": "r1", "name": "Bread", "slug": "bread"}, {"id": "r2", "name": "Air", "slug": "air"}],
    "recipes_ingredients": [
        {"recipe_id": "r1", "position": 1, "note": "salt", "quantity": 1, "food_id": None, "unit_id": None},
        {"recipe_id": "r1", "position": 0, "note": "", "quantity": 500, "food_id": "f", "unit_id": "u"},
    ],
    "recipe_instructions": [{"recipe_id": "r1", "position": 0, "title": "", "text": "Knead and bake."}],
    "ingredient_foods": [{"id": "f", "name": "flour"}],
    "ingredient_units": [{"id": "u", "name": "g"}],
    "tags": [{"id": "t", "name": "daily"}],
    "recipes_to_tags": [{"recipe_id": "r1", "tag_id": "t"}],
}
