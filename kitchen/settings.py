"""Settings of Kitchen, from the environment; docs/operations.md explains each variable."""

from pathlib import Path

import django_stubs_ext
from django.utils.translation import gettext_lazy as _

from kitchen import embedded, sign_in
from kitchen.backup.plan import backup_plan
from kitchen.databases import databases
from kitchen.environment import BASE_DIR, env, read_env_file, refuse_unsafe_production, secret_key

# Lets annotations name the model of Django's generic classes at run time too.
django_stubs_ext.monkeypatch()
read_env_file()

MODE = env("MODE")
PRODUCTION = MODE == "production"
if PRODUCTION:
    refuse_unsafe_production()
DEBUG = env("DEBUG")
VAR_DIR = Path(env("KITCHEN_VAR") or BASE_DIR / "var")
SECRET_KEY = secret_key(VAR_DIR)
SECRET_KEY_FALLBACKS = env("SECRET_KEY_FALLBACKS")
HOST, PORT = env("HOST"), env("PORT")
PUBLIC_URL = (env("PUBLIC_URL") or f"http://localhost:{PORT}").rstrip("/")
ALLOWED_HOSTS = env("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]", HOST]
ROOT_URLCONF = "kitchen.urls"
ASGI_APPLICATION = "kitchen.asgi.application"

INSTALLED_APPS = [
    "kitchen",
    "kitchen.admin_site.apps.KitchenAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "accounts",
    "pantry",
    "recipes",
    "shopping",
    "chat",
    "kitchen.home",
]

MIDDLEWARE = [
    "kitchen.seen.request_id.RequestIdMiddleware",
    "kitchen.seen.requests.FiguresMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kitchen.seen.probes.ProbeMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.middleware.ScopeMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.HouseholdMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.visits.VisitMiddleware",
    "accounts.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.shell",
            ],
        },
    },
]
FORM_RENDERER = "kitchen.forms.KitchenRenderer"

# The database: the embedded one unless DATABASE_URL names another.
EMBEDDED = not env("DATABASE_URL")
POSTGRES_DIR = VAR_DIR / "postgres"
DATABASES = databases(env("DATABASE_URL") or embedded.url(POSTGRES_DIR), env("DATABASE_DIRECT_URL"))
DATABASE_ROUTERS = ["kitchen.databases.OwnerMigrates"]
DOOR_ROLE = env("DATABASE_DOOR_ROLE")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL")  # makes many processes one; without it there is one process
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "kitchen.caching.SteadyCache", "LOCATION": REDIS_URL}}
    # The layer waits 5 s at a time, and redis-py gives up after 5.
    REDIS = {"address": REDIS_URL, "socket_timeout": 30, "socket_connect_timeout": 2}
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [REDIS]}}}
else:
    # Room enough that nobody pushes out the counters of failed sign-ins by trying many addresses.
    LOCAL = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000}}
    CACHES = {"default": LOCAL}
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:start"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.signup.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PUBLIC_URL.startswith("https") else "http"
MFA_ADAPTER = "accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kitchen"
# One step before and after (RFC 6238, section 5.2): clocks of phones drift.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "accounts.adapter.SocialAccountAdapter"
ACCOUNT_FORMS, SOCIALACCOUNT_FORMS, MFA_FORMS = sign_in.ACCOUNT_FORMS, sign_in.SOCIALACCOUNT_FORMS, sign_in.MFA_FORMS
SOCIALACCOUNT_PROVIDERS = sign_in.providers()

# Words, dates
LANGUAGE_CODE = env("LANGUAGE_CODE")
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kitchen.staticfiles.HashedStorage"},
}
MEDIA_ROOT = Path(env("MEDIA_ROOT") or VAR_DIR / "media")
MEDIA_URL = "media/"
BACKUP = backup_plan(VAR_DIR)
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# Mail
vars().update(env.email_url_config(env("EMAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL")
EMAIL_TIMEOUT = 10

# The assistant: the built-in one answers when no model is named. What households seal: see kitchen/sealing.py.
CHAT_MODEL, CHAT_PROVIDER, CHAT_BASE_URL = env("CHAT_MODEL"), env("CHAT_PROVIDER"), env("CHAT_BASE_URL")
CHAT_API_KEY, CHAT_ALLOW_PRIVATE = env("CHAT_API_KEY"), env("CHAT_ALLOW_PRIVATE")
ENCRYPTION_KEYS = env("ENCRYPTION_KEYS")

# Walls of the browser
TLS = PRODUCTION and env("SECURE_TLS")
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = env("HSTS_SECONDS") if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = TLS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_NAME = "kitchen_session"
CSRF_COOKIE_NAME = "kitchen_csrf"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
CSRF_FAILURE_VIEW = "kitchen.views.errors.csrf_failure"
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
X_FRAME_OPTIONS = "DENY"
ADMIN_SECOND_FACTOR = env("ADMIN_SECOND_FACTOR")
if env("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# What is asked outside: Open Food Facts (empty: never), and the services that carry messages to browsers.
OFF_URL, VAPID_PRIVATE_KEY, PUSH_HOSTS = env("OFF_URL"), env("VAPID_PRIVATE_KEY"), env("PUSH_HOSTS")

# What is seen of it: see kitchen/seen/.
BEHIND_PROXY = env("BEHIND_PROXY")
PROCRASTINATE_ON_APP_READY = "kitchen.seen.tasks.mark_jobs"
METRICS_TOKEN, METRICS_ADDRESSES = env("METRICS_TOKEN"), env("METRICS_ADDRESSES")
SENTRY_DSN, SENTRY_ENVIRONMENT = env("SENTRY_DSN"), env("SENTRY_ENVIRONMENT") or MODE
# The audit trail: every change of every row, kept apart from the feed.
PGHISTORY_APPEND_ONLY, PGHISTORY_CONTEXT_FIELD = False, None
# How many months are kept of the feed, of the audit trail and of figures for operators; 0: all.
ACTIVITY_MONTHS, AUDIT_MONTHS, FIGURES_MONTHS = env("ACTIVITY_MONTHS"), env("AUDIT_MONTHS"), env("FIGURES_MONTHS")
FIGURES_SAMPLE, FIGURES_SLOW = env("FIGURES_SAMPLE"), env("FIGURES_SLOW")
LOGGING_CONFIG = "kitchen.logs.configure"
LOGGING = {"level": "DEBUG" if env("DATABASE_ECHO") else "INFO", "json": PRODUCTION, "echo": env("DATABASE_ECHO")}
# W004 knows no unique index on lower(email).
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
