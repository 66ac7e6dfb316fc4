"""What the rows of the tables are called, and how one sees that a thing is done; to be translated when shown."""

from django.utils.translation import gettext_noop as _

TEMPERATURES = {
    "poultry": _("Chicken, turkey and other poultry"),
    "ground_poultry": _("Minced poultry"),
    "stuffing": _("Stuffing"),
    "ground_meat": _("Minced meat, burgers and sausages"),
    "beef": _("Beef, veal, lamb: steaks and roasts"),
    "pork": _("Pork: chops and roasts"),
    "ham": _("Raw ham"),
    "cooked_ham": _("Cooked ham, warmed up"),
    "game": _("Venison and rabbit"),
    "fish": _("Fish"),
    "shellfish": _("Prawns, crab, lobster, scallops"),
    "mussels": _("Mussels, clams, oysters"),
    "egg": _("Eggs"),
    "egg_dish": _("Quiche, omelette and other dishes of eggs"),
    "leftovers": _("Leftovers, warmed up"),
    "casserole": _("Casseroles and gratins"),
}
SIGNS = {
    "fish": _("or until the flesh is opaque and comes apart with a fork"),
    "shellfish": _("until the flesh is white or pearly and opaque"),
    "mussels": _("until the shells have opened; what stays shut is thrown away"),
    "egg": _("until white and yolk are firm"),
}
KEEPING = {
    "leftovers": _("Leftovers of cooked dishes"),
    "pizza": _("Pizza that is left over"),
    "soup": _("Soups and stews"),
    "salad": _("Salads with eggs, meat, tuna or pasta"),
    "ground_meat": _("Raw mince"),
    "poultry": _("Raw poultry"),
    "raw_sausage": _("Raw sausages"),
    "sausage": _("Cooked sausages"),
    "bacon": _("Bacon"),
    "meat": _("Raw beef, veal, lamb, pork"),
    "hot_dogs": _("Frankfurters, opened"),
    "cold_cuts": _("Sliced cold meat, opened"),
    "fish": _("Raw fish"),
    "prawns": _("Raw prawns and squid"),
    "crab": _("Fresh crab meat and lobster"),
    "eggs": _("Raw eggs in the shell"),
    "boiled_eggs": _("Hard-boiled eggs"),
    "egg_parts": _("Raw egg whites and yolks"),
    "quiche": _("Quiche, baked"),
}
