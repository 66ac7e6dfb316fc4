from accounts.places.choices import country_choices, currency_choices, zone_groups
from accounts.places.guess import Place, place_of

__all__ = ["Place", "country_choices", "currency_choices", "place_of", "zone_groups"]
