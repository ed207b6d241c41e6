# datetime arithmetic and formats with fixed dates.
from datetime import date, datetime, timedelta, timezone

d = datetime(2024, 2, 28, 23, 59, 30)
print(d, repr(d), d + timedelta(days=1, seconds=45), d.isoformat(), d.date(), d.time(), d.weekday(), d.strftime('%Y-%m-%d %H:%M:%S %a %b %j'))
print(timedelta(hours=30, minutes=5), repr(timedelta(seconds=1.5)), timedelta(days=-1, seconds=5), timedelta(minutes=90).total_seconds(), timedelta(hours=1) / 2, timedelta(hours=5) // timedelta(hours=2))
print(date(2024, 3, 1) - date(2024, 2, 1), date(2023, 12, 31).isocalendar()[1], datetime.fromisoformat('2024-05-06T07:08:09.123456'), datetime.strptime('05/06/24 10:11', '%d/%m/%y %H:%M'))
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, u.timestamp(), u.astimezone(timezone(timedelta(hours=9))), datetime.fromtimestamp(0, timezone.utc), d.replace(year=2025, second=0), d < datetime.max, date.min)
for f in [lambda: datetime(2023, 2, 29), lambda: d - u, lambda: date(2024, 13, 1), lambda: d + 5]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
