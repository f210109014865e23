"""Django's settings, read from the environment.

YINGSU_DATA   folder of the database, files and keys (default: ./var)
DATABASE_URL  empty for the embedded SQLite, or postgresql://…
YINGSU_MODE   demonstration (default) or production
YINGSU_TODAY  a fixed day for demonstrations and tests, ISO date; refused in production
YINGSU_PLACE  whose book of local rules applies (default: dezhou)
YINGSU_HOSTS  the host names this installation answers to, comma separated (production)
"""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from yingsu.config.database import database

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("YINGSU_DATA", ROOT / "var")).resolve()
DATA.mkdir(parents=True, exist_ok=True)
FONTS = Path(os.environ.get("YINGSU_FONTS", ROOT / "fonts")).resolve()

MODE = os.environ.get("YINGSU_MODE", "demonstration")
if MODE not in ("demonstration", "production"):
    raise ImproperlyConfigured(
        "YINGSU_MODE 只能是 demonstration（演示）或 production（正式），请改正后重新启动。"
    )
DEMONSTRATION = MODE == "demonstration"
FIXED_TODAY = os.environ.get("YINGSU_TODAY", "")
if FIXED_TODAY and not DEMONSTRATION:
    raise ImproperlyConfigured("正式运行不得设置 YINGSU_TODAY，请去掉该环境变量后重新启动。")

DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("YINGSU_HOSTS", "").split(",") if h]
if DEMONSTRATION and not ALLOWED_HOSTS:
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
if not DEMONSTRATION and (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "正式运行须在 YINGSU_HOSTS 中写明本平台的主机名（不得用 *），请设置后重新启动。"
    )


def _secret_key() -> str:
    """The signing key of this installation: made at first start, kept in the data folder, mode 0600."""
    path = DATA / "secret_key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "yingsu.base",
    "yingsu.audit",
    "yingsu.organs",
    "yingsu.access",
    "yingsu.files",
    "yingsu.law",
    "yingsu.conduct",
    "yingsu.docket",
    "yingsu.duties",
    "yingsu.documents",
    "yingsu.intake",
    "yingsu.response",
    "yingsu.hearings",
    "yingsu.judgments",
    "yingsu.archive",
    "yingsu.web",
]
if DEMONSTRATION:
    INSTALLED_APPS.append("yingsu.demonstration")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yingsu.web.shell.headers.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yingsu.web.shell.door.Door",
]

ROOT_URLCONF = "yingsu.web.urls"
WSGI_APPLICATION = "yingsu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "yingsu.web.shell.context.shell",
            ]
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign_in"

PLACE = os.environ.get("YINGSU_PLACE", "dezhou")
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = DEMONSTRATION
WHITENOISE_AUTOREFRESH = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_NAME = "yingsu_session"
CSRF_COOKIE_NAME = "yingsu_csrf"
CSRF_FAILURE_VIEW = "yingsu.web.shell.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEMONSTRATION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    # The intranet's other hosts are not ours to bind, and no browser's preload list knows them.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

UPLOAD_LIMIT_MB = 50
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 40

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
