"""The words of recipes, and in which recipes each stands: pure, without the database."""
