from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class KitchenAdminConfig(AdminConfig):
    default_site = "kitchen.admin_site.site.KitchenAdmin"
    verbose_name = _("staff")

    def ready(self) -> None:
        super().ready()
        # Tables of packages that no app of ours is about.
        from kitchen.admin_site import figures, log, queue  # noqa: F401
