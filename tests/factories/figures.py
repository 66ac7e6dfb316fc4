import factory
from django.utils import timezone

from kitchen import models
from tests.factories.base import RowFactory


class ApiRequestFactory(RowFactory):
    class Meta:
        model = models.ApiRequest

    at = factory.LazyFunction(timezone.now)
    route = "home:today"
    method = "GET"
    status = 200
    seconds = 0.04
    queries = 9
    query_seconds = 0.01
    bytes = 9000
    stands_for = 1


class PerformanceMetricFactory(RowFactory):
    class Meta:
        model = models.PerformanceMetric

    at = factory.LazyFunction(timezone.now)
    name = "web.memory"
    value = 100_000_000
    unit = "bytes"
