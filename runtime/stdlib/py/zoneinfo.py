"""Time zones by name. There is no data about zones here, so UTC is the only one."""

from datetime import timedelta, tzinfo

__all__ = ['ZoneInfo', 'ZoneInfoNotFoundError', 'available_timezones', 'reset_tzpath', 'TZPATH']

TZPATH = ()
_known = {}


class ZoneInfoNotFoundError(KeyError):
    pass


class ZoneInfo(tzinfo):
    def __new__(cls, key):
        if key not in ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Zulu'):
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        if key not in _known:
            _known[key] = super().__new__(cls)
            _known[key].key = key
        return _known[key]

    def utcoffset(self, dt):
        return timedelta(0)

    dst = utcoffset

    def tzname(self, dt):
        return 'GMT' if 'GMT' in self.key else 'UTC'

    def fromutc(self, dt):
        return dt

    def __str__(self):
        return self.key

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self.key!r})'


def available_timezones():
    return {'UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Zulu'}


def reset_tzpath(to=None):
    pass
