"""Where aiohttp has its requests and responses."""

from aiohttp import ClientResponse, RequestInfo
