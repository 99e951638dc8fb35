"""What a web worker loads: the WSGI application named by KINERJA_WSGI, in a process that ends with its
server.
"""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

from kinerja.tools.serving.lifeline import end_at_once_with_parent

end_at_once_with_parent()
_module, _, _attribute = os.environ["KINERJA_WSGI"].partition(":")
application: Callable[..., Any] = getattr(import_module(_module), _attribute)
