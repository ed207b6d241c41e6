"""Where aiohttp has its client."""

from aiohttp import ClientSession, ClientTimeout, _RequestContextManager, request
from aiohttp.client_exceptions import *
