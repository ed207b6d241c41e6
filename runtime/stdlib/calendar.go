package stdlib

import (
	"math"
	"strconv"
	"strings"
	"time"

	"asyncplay/runtime/object"
)

var structTime = newStructSeq("time", "struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst | tm_zone tm_gmtoff")

var (
	dayNames   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// timestampMax is the last second of the year 9999.
const timestampMax = 253402300799

// civil makes a struct_time of UTC from seconds since 1970.
func civil(t *object.Thread, seconds float64) (object.Value, *object.Exception) {
	whole := math.Floor(seconds)
	if !(math.Abs(whole) <= timestampMax) {
		return object.Value{}, object.Errorf(object.OverflowErrorType, "timestamp out of range for platform time_t")
	}
	c := time.Unix(int64(whole), 0).UTC()
	values := []int{c.Year(), int(c.Month()), c.Day(), c.Hour(), c.Minute(), c.Second(), (int(c.Weekday()) + 6) % 7, c.YearDay(), 0}
	items := make([]object.Value, 0, len(structTime.fields))
	for _, v := range values {
		items = append(items, object.Int(int64(v)))
	}
	return structTime.make(t, append(items, object.NewStr("UTC"), object.Int(0))...), nil
}

// secondsArgument is an optional number of seconds, by default now.
func secondsArgument(t *object.Thread, a []object.Value) (float64, *object.Exception) {
	if len(a) == 0 || absent(a[0]) {
		return now(t), nil
	}
	return object.ToFloat(t, a[0])
}

// brokenDown returns the nine items of a time tuple, by default of now.
func brokenDown(t *object.Thread, a []object.Value) ([9]int, *object.Exception) {
	var fields [9]int
	v := object.Value{}
	if len(a) > 0 {
		v = a[0]
	} else {
		var err *object.Exception
		if v, err = civil(t, now(t)); err != nil {
			return fields, err
		}
	}
	tuple, ok := object.AsTuple(v)
	if !ok {
		return fields, object.TypeErrorf("Tuple or struct_time argument required")
	}
	if len(tuple.Items) != len(fields) {
		return fields, object.TypeErrorf("time tuple must have exactly 9 items, not %d", len(tuple.Items))
	}
	for i, item := range tuple.Items {
		n, err := object.AsIndex(t, item)
		if err != nil {
			return fields, err
		}
		fields[i] = n
	}
	return fields, nil
}

func addCalendarFunctions(m *object.Module) {
	for _, name := range []string{"gmtime", "localtime"} {
		defineN(m, name, 0, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			seconds, err := secondsArgument(t, a)
			if err != nil {
				return object.Value{}, err
			}
			return civil(t, seconds)
		})
	}
	defineN(m, "mktime", 1, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		f, err := brokenDown(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return object.Float(float64(time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, time.UTC).Unix())), nil
	})
	defineN(m, "strptime", 1, 2, strptime)
	defineN(m, "asctime", 0, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		f, err := brokenDown(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return object.NewStr(asctime(f)), nil
	})
	defineN(m, "ctime", 0, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		seconds, err := secondsArgument(t, a)
		if err != nil {
			return object.Value{}, err
		}
		v, err := civil(t, seconds)
		if err != nil {
			return object.Value{}, err
		}
		f, err := brokenDown(t, []object.Value{v})
		return object.NewStr(asctime(f)), err
	})
	defineN(m, "strftime", 1, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		format, ok := object.StrOf(a[0])
		if !ok {
			return object.Value{}, object.TypeErrorf("strftime() argument 1 must be str, not %s", object.TypeName(a[0]))
		}
		f, err := brokenDown(t, a[1:])
		if err != nil {
			return object.Value{}, err
		}
		if f[1] < 0 || f[1] > 12 || f[2] < 0 || f[2] > 31 || f[3] < 0 || f[3] > 23 || f[4] < 0 || f[4] > 59 || f[5] < 0 || f[5] > 61 || f[6] < 0 || f[7] < 0 || f[7] > 366 {
			return object.Value{}, object.ValueErrorf("%s", "value of a time field is out of range")
		}
		return object.NewStr(strftime(format, f)), nil
	})
}

// strptime is time.strptime, which module datetime reads.
func strptime(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	format := object.NewStr("%a %b %d %H:%M:%S %Y")
	if len(a) > 1 {
		format = a[1]
	}
	datetime, err := importModule(t, "datetime")
	if err != nil {
		return object.Value{}, err
	}
	read, err := object.CallMethod(t, datetime.Value(), "_strptime", a[0], format)
	if err != nil {
		return object.Value{}, err
	}
	var f [6]int
	items := tupleOf(read)
	for i := range f {
		if f[i], err = object.AsIndex(t, items[i]); err != nil {
			return object.Value{}, err
		}
	}
	c := time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, time.UTC)
	fields := []int{f[0], f[1], f[2], f[3], f[4], f[5], (int(c.Weekday()) + 6) % 7, c.YearDay(), -1}
	values := make([]object.Value, 0, len(structTime.fields))
	for _, n := range fields {
		values = append(values, object.Int(int64(n)))
	}
	return structTime.make(t, append(values, object.None, object.None)...), nil
}

func asctime(f [9]int) string {
	return dayNames[floorMod(f[6], 7)][:3] + " " + monthNames[floorMod(f[1]-1, 12)][:3] + " " + padded(f[2], 2, ' ') + " " +
		padded(f[3], 2, '0') + ":" + padded(f[4], 2, '0') + ":" + padded(f[5], 2, '0') + " " + strconv.Itoa(f[0])
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

// padded is n in at least width characters.
func padded(n, width int, fill byte) string {
	s := strconv.Itoa(n)
	if len(s) < width {
		s = strings.Repeat(string(fill), width-len(s)) + s
	}
	return s
}

// strftime formats a time in UTC and the C locale. f is a struct_time's nine items.
func strftime(format string, f [9]int) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		directive := format[i]
		if text, ok := strftimeField(directive, f); ok {
			b.WriteString(text)
		} else {
			b.WriteString("%" + string(directive))
		}
	}
	return b.String()
}

func strftimeField(directive byte, f [9]int) (string, bool) {
	two := func(n int) string { return padded(n, 2, '0') }
	weekday, month := floorMod(f[6], 7), max(f[1], 1)-1
	switch directive {
	case 'a':
		return dayNames[weekday][:3], true
	case 'A':
		return dayNames[weekday], true
	case 'b', 'h':
		return monthNames[month][:3], true
	case 'B':
		return monthNames[month], true
	case 'c':
		return strftime("%a %b %e %H:%M:%S %Y", f), true
	case 'C':
		return two(f[0] / 100), true
	case 'd':
		return two(f[2]), true
	case 'D', 'x':
		return strftime("%m/%d/%y", f), true
	case 'e':
		return padded(f[2], 2, ' '), true
	case 'F':
		return strftime("%Y-%m-%d", f), true
	case 'H':
		return two(f[3]), true
	case 'I':
		return two((f[3]+11)%12 + 1), true
	case 'j':
		return padded(f[7], 3, '0'), true
	case 'k':
		return padded(f[3], 2, ' '), true
	case 'l':
		return padded((f[3]+11)%12+1, 2, ' '), true
	case 'm':
		return two(f[1]), true
	case 'M':
		return two(f[4]), true
	}
	return strftimeRest(directive, f)
}

func strftimeRest(directive byte, f [9]int) (string, bool) {
	two := func(n int) string { return padded(n, 2, '0') }
	weekday := floorMod(f[6], 7)
	switch directive {
	case 'n':
		return "\n", true
	case 'p':
		if f[3] >= 12 {
			return "PM", true
		}
		return "AM", true
	case 'r':
		return strftime("%I:%M:%S %p", f), true
	case 'R':
		return strftime("%H:%M", f), true
	case 's':
		return strconv.FormatInt(time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, time.UTC).Unix(), 10), true
	case 'S':
		return two(f[5]), true
	case 't':
		return "\t", true
	case 'T', 'X':
		return strftime("%H:%M:%S", f), true
	case 'u':
		return strconv.Itoa(weekday + 1), true
	case 'w':
		return strconv.Itoa((weekday + 1) % 7), true
	case 'U':
		return two((f[7] + 6 - (weekday+1)%7) / 7), true
	case 'W':
		return two((f[7] + 6 - weekday) / 7), true
	case 'V', 'G', 'g':
		year, week := time.Date(f[0], time.Month(f[1]), f[2], 0, 0, 0, 0, time.UTC).ISOWeek()
		switch directive {
		case 'V':
			return two(week), true
		case 'G':
			return strconv.Itoa(year), true
		}
		return two(year % 100), true
	case 'y':
		return two(floorMod(f[0], 100)), true
	case 'Y':
		return strconv.Itoa(f[0]), true
	case 'z':
		return "+0000", true
	case 'Z':
		return "UTC", true
	case '%':
		return "%", true
	}
	return "", false
}
