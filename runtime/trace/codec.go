package trace

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The encoding: a header, the strings (lengths, then bytes), tasks, objects, events.
// All numbers are little endian and all records of one kind have one size, so that the
// size of the whole follows from the header.
const (
	codecMagic = "aptr"
	// versionNames is the first version in which objects have names. A trace with Awaited has versionAwaited, one without the
	// version before: their number and they follow the events.
	versionNames   = 2
	versionAwaited = 3

	headerBytes = 4 + 2 + 2 + 5*4 + outcomeBytes
	// outcomeBytes: status and padding, exit code, text, traceback, four positions.
	outcomeBytes = 4 + 7*4
	taskBytes    = 6 * 4
	objectBytes  = 5 * 4 // before versionNames one number less
	eventBytes   = 64
	awaitedBytes = 2 * 4

	flagThread   = 1 // of a task
	flagInternal = 1 // of an object
)

// Errors of Decode.
var (
	errNotATrace = errors.New("not a recorded run: the magic number is missing")
	errLength    = errors.New("recorded run is damaged: its length does not match its header")
)

// Encode returns the trace as bytes; the same trace gives the same bytes.
func (t *Trace) Encode() []byte {
	textBytes := 0
	for _, s := range t.Strings {
		textBytes += len(s)
	}
	size := headerBytes + 4*len(t.Strings) + textBytes +
		taskBytes*len(t.Tasks) + objectBytes*len(t.Objects) + eventBytes*len(t.Events)
	version := uint16(versionNames)
	if len(t.Awaited) > 0 {
		version = versionAwaited
		size += 4 + awaitedBytes*len(t.Awaited)
	}
	w := writer{buf: make([]byte, 0, size)}
	w.buf = append(w.buf, codecMagic...)
	w.buf = binary.LittleEndian.AppendUint16(w.buf, version)
	w.buf = binary.LittleEndian.AppendUint16(w.buf, 0)
	w.int(len(t.Strings))
	w.int(textBytes)
	w.int(len(t.Tasks))
	w.int(len(t.Objects))
	w.int(len(t.Events))
	w.outcome(&t.Outcome)
	for _, s := range t.Strings {
		w.int(len(s))
	}
	for _, s := range t.Strings {
		w.buf = append(w.buf, s...)
	}
	for i := range t.Tasks {
		w.task(&t.Tasks[i])
	}
	for i := range t.Objects {
		w.object(&t.Objects[i])
	}
	for i := range t.Events {
		w.event(&t.Events[i])
	}
	if len(t.Awaited) > 0 {
		w.int(len(t.Awaited))
		for _, a := range t.Awaited {
			w.i32(a.Event)
			w.i32(int32(a.Task))
		}
	}
	return w.buf
}

type writer struct{ buf []byte }

func (w *writer) i32(v int32) { w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(v)) }
func (w *writer) int(v int)   { w.i32(int32(v)) }

func (w *writer) f64(v float64) {
	w.buf = binary.LittleEndian.AppendUint64(w.buf, math.Float64bits(v))
}

func (w *writer) flags(set bool, flag byte) {
	b := [4]byte{}
	if set {
		b[0] = flag
	}
	w.buf = append(w.buf, b[:]...)
}

func (w *writer) outcome(o *Outcome) {
	w.buf = append(w.buf, byte(o.Status), 0, 0, 0)
	w.i32(o.ExitCode)
	w.i32(int32(o.Text))
	w.i32(int32(o.Traceback))
	w.i32(o.Line)
	w.i32(o.Col)
	w.i32(o.EndLine)
	w.i32(o.EndCol)
}

func (w *writer) task(t *TaskInfo) {
	w.i32(int32(t.Name))
	w.i32(int32(t.CoroName))
	w.i32(int32(t.Parent))
	w.i32(t.Line)
	w.i32(t.CoroLine)
	w.flags(t.Thread, flagThread)
}

func (w *writer) object(o *ObjectInfo) {
	w.i32(int32(o.Type))
	w.i32(int32(o.Name))
	w.i32(o.Line)
	w.i32(o.MaxSize)
	w.flags(o.Internal, flagInternal)
}

func (w *writer) event(e *Event) {
	w.f64(e.Time)
	w.f64(e.Until)
	w.i32(int32(e.Iteration))
	w.i32(int32(e.Task))
	w.i32(e.Line)
	w.buf = append(w.buf, byte(e.Kind), byte(e.Wait), byte(e.Flags), 0)
	w.i32(int32(e.Object))
	w.i32(int32(e.Target))
	w.i32(e.Item)
	w.i32(e.Size)
	w.i32(e.Unfinished)
	w.i32(e.Getters)
	w.i32(e.Putters)
	w.i32(int32(e.Text))
}

// Decode reads what Encode wrote. It trusts nothing: every count, index and enumeration
// is checked, so that a decoded trace can be used without further checks, and memory is
// taken only in proportion to the data. pause becomes the Trace's, and is called already
// while reading; it may be nil.
func Decode(data []byte, pause func()) (*Trace, error) {
	if len(data) < headerBytes || string(data[:4]) != codecMagic {
		return nil, errNotATrace
	}
	version, objectSize := binary.LittleEndian.Uint16(data[4:]), uint64(objectBytes)
	if version < 1 || version > versionAwaited {
		return nil, fmt.Errorf("recorded run has version %d of the format; this program reads versions 1 to %d", version, versionAwaited)
	}
	if version < versionNames {
		objectSize -= 4
	}
	var counts [5]uint64
	for i := range counts {
		counts[i] = uint64(binary.LittleEndian.Uint32(data[8+4*i:]))
	}
	size := headerBytes + 4*counts[0] + counts[1] +
		taskBytes*counts[2] + objectSize*counts[3] + eventBytes*counts[4]
	awaited := uint64(0)
	if version == versionAwaited && size+4 <= uint64(len(data)) {
		awaited = uint64(binary.LittleEndian.Uint32(data[size:]))
		size += 4 + awaitedBytes*awaited
	}
	if binary.LittleEndian.Uint16(data[6:]) != 0 || size != uint64(len(data)) || (awaited > 0) != (version == versionAwaited) {
		return nil, errLength
	}
	r := reader{version: version, rest: data[headerBytes-outcomeBytes:], trace: &Trace{Pause: pause}, strings: max(1, int32(min(counts[0], math.MaxInt32)))}
	r.tasks, r.objects = int32(counts[2]), int32(counts[3])
	r.outcome(&r.trace.Outcome)
	r.readStrings(int(counts[0]), int(counts[1]))
	r.readTasks(int(counts[2]))
	r.readObjects(int(counts[3]))
	r.readEvents(int(counts[4]))
	r.readAwaited(int(awaited))
	if r.err != nil {
		return nil, r.err
	}
	return r.trace, nil
}

// reader reads records; the length of the data has been checked before.
type reader struct {
	version uint16
	rest    []byte
	trace   *Trace
	strings int32 // how many there are
	tasks   int32
	objects int32
	err     error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("recorded run is damaged: "+format, args...)
	}
}

func (r *reader) i32() int32 {
	v := binary.LittleEndian.Uint32(r.rest)
	r.rest = r.rest[4:]
	return int32(v)
}

func (r *reader) text() StringID {
	v := r.i32()
	if v < 0 || v >= r.strings {
		r.fail("string %d of %d", v, r.strings)
	}
	return StringID(v)
}

func (r *reader) flags(flag byte) bool {
	b := r.rest[:4]
	r.rest = r.rest[4:]
	if b[0]&^flag|b[1]|b[2]|b[3] != 0 {
		r.fail("unknown flags")
	}
	return b[0] == flag
}

func (r *reader) outcome(o *Outcome) {
	status := r.rest[0]
	if status > byte(StatusStopped) || r.rest[1]|r.rest[2]|r.rest[3] != 0 {
		r.fail("unknown outcome %d", status)
	}
	r.rest = r.rest[4:]
	o.Status = Status(status)
	o.ExitCode = r.i32()
	o.Text = r.text()
	o.Traceback = r.text()
	o.Line, o.Col, o.EndLine, o.EndCol = r.i32(), r.i32(), r.i32(), r.i32()
}

func (r *reader) readStrings(count, textBytes int) {
	if r.err != nil || count == 0 {
		if textBytes != 0 {
			r.fail("text without strings")
		}
		return
	}
	lengths := r.rest[:4*count]
	all := string(r.rest[4*count : 4*count+textBytes])
	r.rest = r.rest[4*count+textBytes:]
	r.trace.Strings = make([]string, count)
	at := uint64(0)
	for i := range r.trace.Strings {
		n := uint64(binary.LittleEndian.Uint32(lengths[4*i:]))
		if at+n > uint64(len(all)) {
			r.fail("strings are longer than their bytes")
			return
		}
		r.trace.Strings[i] = all[at : at+n]
		at += n
	}
	if at != uint64(len(all)) || r.trace.Strings[0] != "" {
		r.fail("strings do not fill their bytes, or do not begin with the empty one")
	}
}

func (r *reader) readTasks(count int) {
	if r.err != nil || count == 0 {
		return
	}
	r.trace.Tasks = make([]TaskInfo, count)
	for i := range r.trace.Tasks {
		t := &r.trace.Tasks[i]
		t.Name, t.CoroName = r.text(), r.text()
		t.Parent = TaskID(r.i32())
		t.Line, t.CoroLine = r.i32(), r.i32()
		t.Thread = r.flags(flagThread)
		if t.Parent < 0 || int(t.Parent) > count {
			r.fail("task %d has parent %d", i+1, t.Parent)
		}
	}
}

func (r *reader) readObjects(count int) {
	if r.err != nil || count == 0 {
		return
	}
	r.trace.Objects = make([]ObjectInfo, count)
	for i := range r.trace.Objects {
		o := &r.trace.Objects[i]
		o.Type = r.text()
		if r.version >= versionNames {
			o.Name = r.text()
		}
		o.Line, o.MaxSize = r.i32(), r.i32()
		o.Internal = r.flags(flagInternal)
	}
}

func (r *reader) readEvents(count int) {
	if r.err != nil || count == 0 {
		return
	}
	r.trace.Events = make([]Event, count)
	data := r.rest[:count*eventBytes]
	for i := range r.trace.Events {
		e := &r.trace.Events[i]
		r.trace.Breathe(i)
		decodeEvent(e, (*[eventBytes]byte)(data[i*eventBytes:]))
		if !r.valid(e) || data[i*eventBytes+31] != 0 {
			r.fail("event %d", i)
			return
		}
	}
	r.rest = r.rest[count*eventBytes:]
}

func (r *reader) readAwaited(count int) {
	if r.err != nil || count == 0 {
		return
	}
	r.rest = r.rest[4:]
	r.trace.Awaited = make([]Awaited, count)
	for i := range r.trace.Awaited {
		a := &r.trace.Awaited[i]
		a.Event, a.Task = r.i32(), TaskID(r.i32())
		if a.Event < 0 || int(a.Event) >= len(r.trace.Events) || a.Task < 1 || int32(a.Task) > r.tasks || i > 0 && r.trace.Awaited[i-1].Event > a.Event {
			r.fail("awaited task %d", i)
			return
		}
	}
}

func decodeEvent(e *Event, b *[eventBytes]byte) {
	le := binary.LittleEndian
	e.Time = math.Float64frombits(le.Uint64(b[0:]))
	e.Until = math.Float64frombits(le.Uint64(b[8:]))
	e.Iteration = le.Uint32(b[16:])
	e.Task = TaskID(le.Uint32(b[20:]))
	e.Line = int32(le.Uint32(b[24:]))
	e.Kind, e.Wait, e.Flags = Kind(b[28]), Wait(b[29]), Flags(b[30])
	e.Object = ObjectID(le.Uint32(b[32:]))
	e.Target = TaskID(le.Uint32(b[36:]))
	e.Item = int32(le.Uint32(b[40:]))
	e.Size = int32(le.Uint32(b[44:]))
	e.Unfinished = int32(le.Uint32(b[48:]))
	e.Getters = int32(le.Uint32(b[52:]))
	e.Putters = int32(le.Uint32(b[56:]))
	e.Text = StringID(le.Uint32(b[60:]))
}

// valid checks what an event refers to. Handles are numbered apart from objects.
func (r *reader) valid(e *Event) bool {
	objects := r.objects
	if e.Kind >= CallbackScheduled && e.Kind <= TimerCancelled {
		objects = math.MaxInt32
	}
	return e.Kind > KindInvalid && e.Kind < kindCount && e.Wait < waitCount &&
		uint32(e.Task) <= uint32(r.tasks) && uint32(e.Target) <= uint32(r.tasks) &&
		uint32(e.Object) <= uint32(objects) && uint32(e.Text) < uint32(r.strings) &&
		!math.IsNaN(e.Time) && !math.IsInf(e.Time, 0) && !math.IsNaN(e.Until)
}
