from typing import Any

import factory

from tests.database import as_owner


class RowFactory(factory.django.DjangoModelFactory):
    """Rows laid out by the owner: no scope is needed, and none is left behind."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        with as_owner():
            return super()._create(model_class, *args, **kwargs)
