"""The words by which people write units: English, German, Polish, French and Spanish, in one line a unit."""

WORDS: dict[str, str] = {
    "mg": "mg milligram milligrams milligramm miligram miligramy miligramów milligramme milligrammes miligramo",
    "g": "g gr grs gm gms gram grams gramme grammes gramm gramy gramów gramo gramos",
    "dag": "dag dkg deka dekagramm dekagramów",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramy kilogramów kilogramo "
    "kilogramos kilograma",
    "oz": "oz ozs ounce ounces unze unzen uncja uncje uncji once onces onza onzas",
    "lb": "lb lbs pound pounds",
    "ml": "ml mls cc millilitre millilitres milliliter milliliters mililitr mililitry mililitrów mililitro mililitros",
    "cl": "cl centilitre centilitres centiliter centiliters zentiliter centilitro centilitros",
    "dl": "dl decilitre decilitres deciliter deciliters deziliter décilitre décilitres decilitro decilitros",
    "l": "l lt ltr ltrs litre litres liter liters litr litry litrów litra litro litros",
    "tsp": "tsp tsps ts teaspoon teaspoons teaspoonful teaspoonfuls tl teelöffel teelöffeln łyżeczka łyżeczki łyżeczek "
    "łyżeczkę lyzeczka lyzeczki cuillère_à_café cuillères_à_café cuillère_à_thé cuillères_à_thé càc c_à_c c_à_café "
    "cucharadita cucharaditas cdta cdtas cdita",
    "tbsp": "tbsp tbsps tbs tb tbl tblsp tablespoon tablespoons tablespoonful tablespoonfuls el esslöffel esslöffeln "
    "łyżka łyżki łyżek łyżkę lyzka lyzki cuillère_à_soupe cuillères_à_soupe càs cs c_à_s c_à_soupe cucharada "
    "cucharadas cda cdas cucharada_sopera cucharadas_soperas",
    "fl_oz": "fl_oz floz fluid_oz fluid_ounce fluid_ounces",
    "cup": "cup cups cupful cupfuls tasse tassen szklanka szklanki szklanek szklankę filiżanka filiżanki tasses taza "
    "tazas vaso vasos verre verres",
    "pint": "pint pints pt pts",
    "quart": "quart quarts qt qts",
    "gallon": "gallon gallons gal gals",
    "imp_fl_oz": "imperial_fl_oz imp_fl_oz uk_fl_oz imperial_fluid_ounce imperial_fluid_ounces imperial_floz",
    "imp_pint": "imperial_pint imperial_pints imp_pint imp_pints imp_pt uk_pint uk_pints",
    "imp_quart": "imperial_quart imperial_quarts imp_quart imp_quarts imp_qt uk_quart uk_quarts",
    "imp_gallon": "imperial_gallon imperial_gallons imp_gallon imp_gallons imp_gal uk_gallon uk_gallons",
    "cm": "cm centimetre centimetres centimeter centimeters zentimeter centymetr centymetry centímetro centímetros",
    "inch": "inch inches",
    "piece": "piece pieces pc pcs st ear ears stück stücke stk sztuka sztuki sztuk szt pièce pièces morceau morceaux "
    "pieza piezas unidad unidades ud uds trozo trozos",
    "dozen": "dozen dozens doz dutzend tuzin tuziny douzaine douzaines docena docenas",
    "tin": "tin tins can cans dose dosen puszka puszki puszek puszkę boîte boîtes lata latas bote botes",
    "jar": "jar jars glas gläser słoik słoiki słoików słoiczek słoiczki bocal bocaux słoika "
    "słoiczka tarro tarros frasco frascos",
    "bottle": "bottle bottles flasche flaschen fl butelka butelki butelek butelkę bouteille bouteilles botella "
    "botellas",
    "pack": "pack packs packet packets package packages pkg pkgs pkt pkts sachet sachets envelope envelopes packung "
    "packungen päckchen pck paket pakete opakowanie opakowania opakowań paczka paczki paczek op paquet paquets paquete "
    "paquetes sobre sobres tube tubes tubka tubki pk pckg rouleau rouleaux rolle rollen",
    "bag": "bag bags beutel tüte tüten netz torebka torebki torebek torba torby sac sacs bolsa "
    "bolsas woreczek woreczka woreczki woreczków saszetka saszetki",
    "box": "box boxes punnet punnets crate crates schachtel schachteln pudełko pudełka pudełek caja cajas",
    "carton": "carton cartons karton kartons kartony kartonów cartón cartones brik briks brique briques tetrapak",
    "tub": "tub tubs pot pots container containers becher kubek kubki kubków kubeczek barquette barquettes tarrina "
    "tarrinas kubka",
    "bunch": "bunch bunches bund bunde pęczek pęczki pęczków botte bottes manojo manojos bd pęczka",
    "loaf": "loaf loaves laib laibe bochenek bochenki bochenków miche miches hogaza hogazas bochenka",
    "bar": "bar bars tafel tafeln tabliczka tabliczki tablette tablettes tableta tabletas",
    "block": "block blocks blöcke bloc blocs bloque bloques",
    "clove": "clove cloves zehe zehen ząbek ząbki ząbków gousse gousses diente dientes ząbka",
    "slice": "slice slices rasher rashers scheibe scheiben plaster plastry plastrów plasterek plasterki plasterków "
    "kromka kromki kromek tranche tranches loncha lonchas rebanada rebanadas rodaja rodajas plastra",
    "strip": "strip strips streifen pasek paski pasków lanière lanières tira tiras",
    "stick": "stick sticks",
    "stalk": "stalk stalks spear spears rib ribs stem stems stange stangen łodyga łodygi łodyg tige tiges tallo tallos",
    "sprig": "sprig sprigs zweig zweige zweiglein gałązka gałązki gałązek brin brins branche branches ramita ramitas "
    "rama ramas",
    "head": "head heads bulb bulbs kopf köpfe knolle knollen główka główki główek tête têtes cabeza cabezas",
    "leaf": "leaf leaves blatt blätter liść liście liści listek listki listków feuille feuilles hoja hojas",
    "cube": "cube cubes würfel kostka kostki kostek kostkę cubito cubitos cubo cubos",
    "ball": "ball balls kugel kugeln kulka kulki kulek boule boules bola bolas",
    "knob": "knob knobs stückchen",
    "sheet": "sheet sheets arkusz arkusze arkuszy lámina láminas",
    "handful": "handful handfuls handvoll garść garście garści garstka poignée poignées puñado puñados",
    "pinch": "pinch pinches prise prisen messerspitze msp szczypta szczypty szczypt szczyptę pincée pincées pizca "
    "pizcas",
    "dash": "dash dashes spritzer trait traits",
    "splash": "splash splashes shake shakes glug glugs schuss filet chorrito chorritos chorro chorros",
    "drop": "drop drops tropfen kropla krople kropli goutte gouttes gota gotas",
    "portion": "portion portions portionen porcja porcje porcji porción porciones",
}
# Where a capital makes another unit.
BY_CASE = {"T": "tbsp", "Tb": "tbsp", "t": "tsp", "c": "cup", "C": "cup", "Tbs": "tbsp"}
