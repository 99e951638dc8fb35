"""Event streams, for uvicorn: a bare ASGI application; Django's settings are read once, nothing of it is in the path."""

from psycopg.conninfo import make_conninfo

from kinerja.config.settings import DATABASES, SECRET_KEY
from kinerja.tools.live.stream import EventStream
from kinerja.tools.live.topics import key_from

_database = DATABASES["default"]
application = EventStream(
    key_from(SECRET_KEY),
    make_conninfo(
        host=_database["HOST"],
        port=_database["PORT"] or None,
        dbname=_database["NAME"],
        user=_database["USER"],
        password=_database["PASSWORD"] or None,
    ),
)
