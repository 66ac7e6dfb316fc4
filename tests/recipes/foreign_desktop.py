"""What older and larger programs export, each written for these tests as the program would."""

from tests.recipes.foreign_mobile import LETTERS

SAFFRON = """Title: Plum jam
Description: Dark.
Source: Grandmother
Original URL: https://spoon.example/jam
Yield: 3 jars
Active: 20 minutes
Total: 1 hour
Cookbook: Autumn
Section: Sweet
Image: https://spoon.example/jam.jpg
Ingredients:
\t1 kg plums
\t500 g sugar
Instructions:
\tStone the plums.
\tBoil until it sets.
"""
PEPPERPLATE = """Title: Bean salad
Description:
Source: Spoon
Original URL: https://spoon.example/beans
Yield: 4 servings
Active: 10 min
Total: 15 min
Image:
Ingredients:
    1 tin beans
    Dressing:
    2 tbsp oil

Instructions:
    Drain the beans.

    Pour the oil over them.
"""
PLAN_TO_EAT = """--------------------------------------------------
Title: Oat bars
Description: For the way.
Source: https://spoon.example/oats
Photo Url: https://spoon.example/oats.jpg
Serves: 12
Prep Time: 10 min
Cook Time: 25 min
Course: Snack
Cuisine: British
Main Ingredient: Oats
Tags: travel^sweet
Rating: 4
Ingredients:
300 g oats
100 g honey

Directions:
Mix.
Bake.
--------------------------------------------------
Title: Toast
Ingredients:
1 slice bread

Directions:
Toast it.
"""
CHEFTAP = """Tomato rice
https://spoon.example/tomato-rice

2 cups rice
1 tin tomatoes

Fry the rice until it is glassy, then add the tomatoes.
Simmer for twenty minutes.
"""
FDX = f"""<?xml version="1.0" encoding="utf-8"?>
<fdx Source="Living Cookbook" FormatVersion="1.3"><Cookbooks><Cookbook Name="Mine" ID="1"/></Cookbooks>
<Recipes><Recipe Name="Meat loaf" ID="7" Servings="6" PreparationTime="20 minutes" CookingTime="1 hour"
 Source="Aunt Ida" WebPage="https://spoon.example/loaf" RecipeTypes="Main Dish, Meat" Comments="Rest it."
 CreateDate="2009-02-03T10:00:00" CookbookID="1">
<RecipeIngredients><RecipeIngredient Quantity="1 1/2" Unit="pounds" Ingredient="ground beef" Heading="N"/>
<RecipeIngredient Ingredient="Glaze" Heading="Y"/>
<RecipeIngredient Quantity="1/2" Unit="cup" Ingredient="ketchup" Heading="N"/></RecipeIngredients>
<RecipeProcedures><RecipeProcedure Heading="N"><ProcedureText>Mix.</ProcedureText></RecipeProcedure>
<RecipeProcedure Heading="N"><ProcedureText>Bake.</ProcedureText></RecipeProcedure></RecipeProcedures>
<RecipeTips><RecipeTip>Cold on bread.</RecipeTip></RecipeTips>
<RecipeImages><RecipeImage FileType="PNG">{LETTERS}</RecipeImage></RecipeImages></Recipe></Recipes></fdx>"""
FDXZ = FDX.replace(f'<RecipeImage FileType="PNG">{LETTERS}</RecipeImage>', '<RecipeImage FileName="7.jpg"/>')
ENEX = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20210102T030405Z" application="Evernote" version="10">
<note><title>Onion soup</title><created>20200506T070809Z</created><tag>soup</tag><tag>winter</tag>
<note-attributes><author>Ada</author><source-url>https://spoon.example/onions</source-url></note-attributes>
<content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note><div>Serves 4</div>
<div><b>Ingredients</b></div><div>1 kg onions</div><div>1 l broth</div><div><br/></div><div><b>Method</b></div>
<div>Fry the onions for a long time.</div><div>Pour the broth over them and simmer.</div></en-note>]]></content>
<resource><data encoding="base64">{LETTERS}</data><mime>image/png</mime>
<resource-attributes><file-name>soup.png</file-name></resource-attributes></resource></note>
<note><title>Meeting</title><content><![CDATA[<en-note><div>Monday at nine.</div></en-note>]]></content></note>
</en-export>"""
MARKDOWN = """# Bread *rolls*

![A tray](images/rolls.jpg)

Soft ones.

**Servings:** 12 rolls  
**Prep time:** 20 min
- Cooking: 15 min
- Tags: bread, morning
- Source: <https://spoon.example/rolls>

## Ingredients

- 500 g **flour**
* 1 tsp salt

### Glaze

- 1 egg

## Directions

1. Knead
   for ten minutes.
2. Bake\\*.

## Notes

Freeze [well](https://spoon.example/x).
"""  # noqa: W291  (two spaces end a line of Markdown)
RECIPEMD = """# Guacamole

Some people call it guac.

*sauce, vegan*

**4 Servings, 200g**

---

- *1* avocado
- *.5 teaspoon* salt

---

Remove the flesh and mash it. Season with salt.
"""
