"""The one settings file. Everything that differs between installations comes from the environment."""

from pathlib import Path

from jingwei.config.environment import Environment
from jingwei.config.jobs import number_job
from jingwei.config.tracing import trace_job
from jingwei.foundation.access.contracts import Role
from jingwei.kernel.outward import is_origin

env = Environment()

SECRET_KEY = env.text("JINGWEI_SECRET_KEY")
DEBUG = False
IS_DEMO = env.flag("JINGWEI_DEMO")
ALLOWED_HOSTS = env.names("JINGWEI_HOSTS", "localhost,127.0.0.1,[::1],testserver")
IS_BEHIND_TLS = env.flag("JINGWEI_TLS")

VAR_FOLDER = env.folder("JINGWEI_VAR")
FIELD_KEY = env.ring("JINGWEI_FIELD_KEY", beside="JINGWEI_FIELD_KEYS_BESIDE")
INDEX_KEY = env.key("JINGWEI_INDEX_KEY")
AUDIT_KEY = env.key("JINGWEI_AUDIT_KEY")
TELEPHONY_KEY = env.key("JINGWEI_TELEPHONY_KEY", default=b"")
TELEPHONY_RECORDINGS = env.text("JINGWEI_TELEPHONY_RECORDINGS", "none")
EXPORT_KEEP_HOURS = env.number("JINGWEI_EXPORT_KEEP_HOURS", 24)

_role = env.text("JINGWEI_DATABASE_ROLE", "app")
DATABASES = {
    "default": {
        "ENGINE": "django.contrib.gis.db.backends.postgis",
        "HOST": env.text("JINGWEI_DATABASE_HOST"),
        "PORT": env.text("JINGWEI_DATABASE_PORT", "5432"),
        "NAME": env.text("JINGWEI_DATABASE_NAME", "jingwei"),
        "USER": f"jingwei_{_role}",
        "PASSWORD": env.text("JINGWEI_OWNER_PASSWORD" if _role == "owner" else "JINGWEI_APP_PASSWORD"),
        # Statements are prepared only where they ask for it (`prepare=True`); None would forbid even that.
        "OPTIONS": {"options": "-c timezone=UTC", "prepare_threshold": 2**31},
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
}
LIVE_URL = env.text("JINGWEI_LIVE_URL", "/live/events")
WEB_ORIGINS = env.names("JINGWEI_WEB_ORIGINS", "")
PUBLIC_URL = env.text("JINGWEI_PUBLIC_URL", "none")
INSIDE_ORIGINS = env.names("JINGWEI_INSIDE_ORIGINS", "")
env.complaints += [
    f"JINGWEI_INSIDE_ORIGINS: “{one}” is no origin such as https://sso.example.cn or http://10.1.2.3:8080"
    for one in INSIDE_ORIGINS
    if not is_origin(one)
]
OUTWARD_PROXY = "" if (_proxy := env.text("JINGWEI_OUTWARD_PROXY", "none")) == "none" else _proxy
if OUTWARD_PROXY and not is_origin(OUTWARD_PROXY):
    env.complaints.append("JINGWEI_OUTWARD_PROXY must be http://host:port, or none")
SECOND_FACTOR_ROLES = env.names("JINGWEI_SECOND_FACTOR_ROLES", "")
env.complaints += [
    f"JINGWEI_SECOND_FACTOR_ROLES: “{one}” is no role; known are {', '.join(sorted(Role))}"
    for one in SECOND_FACTOR_ROLES
    if one not in set(Role)
]
SESSION_IDLE_MINUTES = env.number("JINGWEI_SESSION_IDLE_MINUTES", 240)
PROOF_MINUTES = env.number("JINGWEI_PROOF_MINUTES", 15)
PROVIDERS = env.text("JINGWEI_PROVIDERS", "none")
MAP_SOURCES = env.text("JINGWEI_MAP_SOURCES", "none")
STAFF_CONTAINERS = env.names("JINGWEI_STAFF_CONTAINERS", "wecom,dingtalk")
WECHAT = env.group("JINGWEI_WECHAT_APP", "JINGWEI_WECHAT_SECRET", "JINGWEI_WECHAT_TEMPLATE")
WECHAT_MINI = env.group(
    "JINGWEI_WECHAT_MINI_APP", "JINGWEI_WECHAT_MINI_SECRET", "JINGWEI_WECHAT_MINI_TEMPLATE"
)
WECOM = env.group("JINGWEI_WECOM_CORP", "JINGWEI_WECOM_SECRET", "JINGWEI_WECOM_AGENT")
DINGTALK = env.group(
    "JINGWEI_DINGTALK_CORP", "JINGWEI_DINGTALK_APP", "JINGWEI_DINGTALK_SECRET", "JINGWEI_DINGTALK_AGENT"
)
ALIPAY = env.group(
    "JINGWEI_ALIPAY_APP", "JINGWEI_ALIPAY_KEY", "JINGWEI_ALIPAY_PUBLIC_KEY", "JINGWEI_ALIPAY_TEMPLATE"
)
TIMESTAMP = env.group("JINGWEI_TIMESTAMP_URL", "JINGWEI_TIMESTAMP_ROOTS")
env.finish()

INSTALLED_APPS = [
    "django.contrib.gis",
    "django.contrib.staticfiles",
    "ninja",
    "jingwei.foundation.memory",
    "jingwei.foundation.areas",
    "jingwei.foundation.limits",
    "procrastinate.contrib.django",
    "jingwei.foundation.access",
    "jingwei.foundation.privacy",
    "jingwei.foundation.audit",
    "jingwei.foundation.events",
    "jingwei.foundation.files",
    "jingwei.foundation.live",
    "jingwei.foundation.notices",
    "jingwei.foundation.imports",
    "jingwei.foundation.documents",
    "jingwei.foundation.preferences",
    "jingwei.foundation.retention",
    "jingwei.foundation.maps",
    "jingwei.foundation.basemap",
    "jingwei.foundation.gazetteer",
    "jingwei.foundation.administration",
    "jingwei.foundation.territory",
    "jingwei.foundation.forms",
    "jingwei.domains.ledger",
    "jingwei.domains.dwellings",
    "jingwei.domains.residents",
    "jingwei.domains.organisations",
    "jingwei.domains.clocks",
    "jingwei.domains.routing",
    "jingwei.domains.incidents",
    "jingwei.domains.hotline",
    "jingwei.domains.joint",
    "jingwei.domains.returnvisits",
    "jingwei.domains.supervision",
    "jingwei.domains.tasking",
    "jingwei.domains.freshness",
    "jingwei.domains.doorvisits",
    "jingwei.domains.worklog",
    "jingwei.domains.concerns",
    "jingwei.domains.workforce",
    "jingwei.config",
]
MIDDLEWARE = [
    "jingwei.config.guard.Guarded",
    "jingwei.config.tracing.Traced",
    "django.middleware.security.SecurityMiddleware",
    "jingwei.config.rates.TellRates",
    "jingwei.config.faces.FaceFiles",
    "jingwei.config.http.PlainHeaders",
]
ROOT_URLCONF = "jingwei.config.urls"
WSGI_APPLICATION = "jingwei.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "public"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Behind TLS browsers themselves see to it that no neighbouring host can set these (RFC 6265bis, __Host-).
_host = "__Host-" if IS_BEHIND_TLS else ""
SESSION_COOKIE = f"{_host}jw_session"
DEVICE_COOKIE = f"{_host}jw_device"

PROCRASTINATE_ON_APP_READY = "jingwei.config.wiring.on_queue_ready"
# Several jobs at once: while somebody's workbook is being written, others are told what concerns them.
PROCRASTINATE_WORKER_DEFAULTS = {"worker_middleware": [trace_job, number_job], "concurrency": 3}

LOG_LEVEL = env.text("JINGWEI_LOG", "WARNING").upper()
# Which kind of server this is (web, live, worker): servers also write a file a day, commands only what goes wrong.
LOG_PROCESS = "".join(one for one in env.text("JINGWEI_PROCESS", "none") if one.isalpha()).removeprefix(
    "none"
)
LOG_FOLDER = VAR_FOLDER / "log"
_FIRST_LEVEL = LOG_LEVEL if not LOG_PROCESS or LOG_LEVEL == "DEBUG" else "INFO"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jingwei.config.logs.JsonLines"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json", "level": LOG_LEVEL},
        **(
            {
                "file": {
                    "class": "jingwei.config.logfiles.DailyFile",
                    "formatter": "json",
                    "folder": str(LOG_FOLDER),
                    "process": LOG_PROCESS,
                }
            }
            if LOG_PROCESS
            else {}
        ),
    },
    "root": {"handlers": ["console", *(["file"] if LOG_PROCESS else [])], "level": _FIRST_LEVEL},
    "loggers": {
        # Django's own loggers have levels and a handler of their own, which would write the addresses.
        "django": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django.server": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django.request": {"level": "ERROR"},  # refusals have a line of ours, with their number
        "procrastinate.periodic": {"level": "WARNING"},
        "django.db.backends": {"level": "WARNING"},  # below it stand the statements with their values
    },
}
SILENCED_SYSTEM_CHECKS = [
    "gis.W001",  # asks for GDAL 3.9; geometries here come from our own tables and from shapely, never from GDAL
]
