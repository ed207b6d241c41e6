"""Where aiohttp has its connectors."""

from aiohttp import BaseConnector, TCPConnector
