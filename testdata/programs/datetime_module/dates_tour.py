# dates, formats, zones, time.strptime, errors
from datetime import datetime, date, time, timedelta, timezone, UTC
import time as _t

d = datetime(2024, 2, 28, 23, 59, 59, 999999)
print(d, repr(d), d + timedelta(days=1), d + timedelta(microseconds=1), d.isoformat(timespec="minutes"))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %p %I %y %U %w %%"), f"{d:%d/%m/%y}", d.timetuple().tm_yday)
print(datetime.strptime("03 Mar 2021 14:05", "%d %b %Y %H:%M"), datetime.fromisoformat("2021-03-04T05:06:07+09:00"), date.fromisoformat("20240229"))
a, b = datetime(2024, 3, 1, 12), datetime(2023, 12, 25)
delta = a - b
print(delta, repr(delta), delta.days, delta.seconds, delta.total_seconds(), delta / 2, delta // timedelta(hours=5), divmod(delta, timedelta(days=7)), -delta, abs(-delta), delta * 1.5)
print(timedelta(weeks=1, hours=-3, milliseconds=5), timedelta(seconds=1e-6), timedelta.max, timedelta(days=-1, seconds=5), str(timedelta(hours=100)))
tokyo = timezone(timedelta(hours=9), "JST")
aware = datetime(2024, 1, 1, 9, tzinfo=tokyo)
print(aware, aware.astimezone(UTC), aware.utcoffset(), aware.tzname(), repr(aware), aware.timestamp(), datetime.fromtimestamp(0, UTC), repr(timezone.utc), timezone(timedelta(minutes=-90)))
print(date(2024, 12, 30).isocalendar(), date(2024, 2, 29).replace(year=2028), date.max - date.min, date(2024, 5, 17).weekday(), date(2024, 5, 17).ctime(), date.fromordinal(738000), date.today() == date.today())
print(time(14, 30) < time(15), time(1, 2, 3, 4).isoformat(), time.fromisoformat("04:23:01"), time(23, tzinfo=UTC), datetime.combine(date(2020, 1, 2), time(3, 4)))
print(sorted([date(2024, 1, 2), date(2023, 5, 6)]), max(a, b), {date(2020, 1, 1): "x"}[date(2020, 1, 1)], a == a.replace(tzinfo=UTC))
print(_t.strftime("%Y-%m-%d", _t.gmtime(86400 * 365)), _t.gmtime(0), _t.strptime("2020", "%Y").tm_mon, _t.mktime(_t.gmtime(1000)) , _t.asctime(_t.gmtime(0)), _t.ctime(0))
def age(born, today): return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(2000, 2, 29), date(2023, 2, 28)), [(date(2024, m, 1) - timedelta(1)).day for m in range(2, 13)])
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2020, 13, 1), lambda: a < aware, lambda: a - aware, lambda: datetime.strptime("x", "%Y"), lambda: datetime.fromisoformat("nope"), lambda: a + 5, lambda: timedelta(days=10**10), lambda: datetime.strptime("2020-01-01 x", "%Y-%m-%d"), lambda: date(1, 1, 1) - timedelta(1), lambda: time(25), lambda: datetime.strptime("1", "%Q")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
