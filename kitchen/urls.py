from django.contrib import admin
from django.urls import include, path

from kitchen.views import health, metrics, shell, style

handler400 = "kitchen.views.errors.bad_request"
handler403 = "kitchen.views.errors.forbidden"
handler404 = "kitchen.views.errors.not_found"
handler500 = "kitchen.views.errors.broken"

shell_urls = [
    path("health/live", health.live, name="health.live"),
    path("health/ready", health.ready, name="health.ready"),
    path("metrics", metrics.show, name="metrics"),
    path("offline/", shell.offline, name="offline"),
    path("sw.js", shell.service_worker, name="service_worker"),
    path("site.webmanifest", shell.manifest, name="manifest"),
    path("favicon.ico", shell.favicon, name="favicon"),
    path("style/", style.show, name="style"),
]

household_urls = [
    path("", include("kitchen.home.urls")),
    path("pantry/", include("pantry.urls")),
    path("chat/", include("chat.urls")),
]

urlpatterns = [
    path("", include((shell_urls, "kitchen"))),
    path("", include("accounts.urls")),
    path("", include("recipes.urls")),
    path("", include("shopping.urls")),
    path("accounts/", include("allauth.urls")),
    path("h/<slug:code>/", include(household_urls)),
    path("admin/", admin.site.urls),
]
