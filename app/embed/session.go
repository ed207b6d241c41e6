package embed

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Session is one embedded program.
type Session struct {
	pg     *model.Playground
	engine host.Engine
	handed handover
	server *Server
	port   int

	size     size
	scroll   float64 // of the lanes
	original string  // the state that reset goes back to
	runSeq   int
	closed   bool

	sent   map[string]string // parts as the frame has them
	asked  []int             // commands that wait for the run's result
	told   *model.Run        // the run whose result was told
	outbox []Event
	done   int // commands carried out
	acked  int // of those, how many the frame knows of
}

// size is what the frame has room for, in CSS pixels.
type size struct {
	Plot       float64 `json:"plot"`
	Room       float64 `json:"room"`
	Mini       float64 `json:"mini"`
	MiniHeight float64 `json:"miniHeight"`
}

// Event is told to the page around the frame.
type Event struct {
	Type     string  `json:"type"` // result, error, change
	Commands []int   `json:"commands,omitempty"`
	Detail   *Result `json:"detail,omitempty"`
	Message  string  `json:"message,omitempty"`
	Fatal    bool    `json:"fatal,omitempty"` // nothing else will come
}

// Command is what a frame asks for.
type Command struct {
	Do   string          `json:"do"`
	ID   int             `json:"id"`   // of a command whose result is waited for
	Text string          `json:"text"` // by command: a source, a name, a language
	Name string          `json:"name"`
	N    float64         `json:"n"` // by command: a number of events, seconds, a fraction
	X    float64         `json:"x"`
	Data json.RawMessage `json:"data"` // by command: Options, a size, changes
}

func newSession(server *Server, port int) *Session {
	s := &Session{server: server, port: port, sent: map[string]string{}, size: size{Plot: 320, Room: 260, Mini: 200, MiniHeight: 24}}
	s.handed.library = server.library
	s.engine = server.newEngine(s.handed.run)
	return s
}

// open starts with options.
func (s *Session) open(o Options, calm bool) {
	text := o.State
	var problems []error
	if text == "" {
		text, problems = o.Encode()
	}
	s.pg = model.New(s, model.Options{Lang: words.ForTag(o.Lang), ReducedMotion: calm, Link: &model.Link{Text: text}})
	if !s.pg.Borrowed() {
		problems = append(problems, errors.New("the state cannot be read: it is damaged, or of a newer version"))
	}
	s.original = text
	for _, problem := range problems {
		s.outbox = append(s.outbox, Event{Type: "error", Message: problem.Error()})
	}
}

// Run implements model.Env.
func (s *Session) Run(r runtime.Request, progress func(model.Progress), done func(*trace.Trace, error)) func() {
	s.runSeq++
	request, err := runtime.EncodeRequest(r)
	if err != nil {
		s.later(func() { done(nil, err) })
		return func() {}
	}
	return s.engine.Run(request, func(h host.Progress) {
		s.later(func() { progress(model.Progress{Events: h.Events, Seconds: h.VirtualSeconds}) })
	}, func(answer []byte, err error) {
		s.later(func() {
			t := s.handed.take(answer)
			switch {
			case errors.Is(err, host.ErrSuperseded), err == nil && t == nil:
				err = model.ErrSuperseded
			case errors.Is(err, host.ErrStopped) && t != nil:
				err = nil // what a stopped run had recorded is shown as well
			case errors.Is(err, host.ErrStopped):
				err = model.ErrStopped
			}
			done(t, err)
		})
	})
}

// Inspect implements model.Env: a frame shows no variables.
func (s *Session) Inspect(_ runtime.Request, done func(runtime.Inspection, error)) {
	s.later(func() { done(runtime.Inspection{}, errors.New("not in a frame")) })
}

const settledAfter = 250 * time.Millisecond

// Settle implements model.Env.
func (s *Session) Settle(do func()) {
	seq := s.runSeq
	s.server.after(settledAfter, func() {
		s.server.enter(s, func() {
			if s.runSeq == seq {
				do()
			}
		})
	})
}

// later does something on the sessions' goroutine, and sends the frame what it changed.
func (s *Session) later(do func()) { s.server.queue(func() { s.server.enter(s, do) }) }

// do carries a command out.
func (s *Session) do(c Command) {
	s.done++
	if c.Do == "open" {
		var o struct {
			Options
			Calm bool `json:"calm"`
			Size size `json:"size"`
		}
		if err := json.Unmarshal(c.Data, &o); err != nil {
			s.outbox = append(s.outbox, Event{Type: "error", Message: "the options cannot be read: " + err.Error()})
		}
		if s.pg == nil {
			s.setSize(o.Size)
			s.open(o.Options, o.Calm)
		}
		return
	}
	if s.pg == nil {
		return // nothing is there yet that it could be about
	}
	if len(c.Text) > sourceBytesMax {
		s.complain("a program may have no more than 1 MB")
		return
	}
	if c.ID > 0 {
		s.asked = append(s.asked, c.ID)
	}
	if act := acts[c.Do]; act != nil {
		act(s, c)
	}
}

func (s *Session) setSize(z size) {
	const pixelsMax = 10_000
	for _, side := range []float64{z.Plot, z.Room, z.Mini, z.MiniHeight} {
		if !(side >= 0 && side <= pixelsMax) {
			return
		}
	}
	s.size = z
}

var acts = map[string]func(*Session, Command){
	"size": func(s *Session, c Command) {
		var z size
		if json.Unmarshal(c.Data, &z) == nil {
			s.setSize(z)
		}
	},
	"play":   func(s *Session, _ Command) { s.play(true) },
	"pause":  func(s *Session, _ Command) { s.play(false) },
	"toggle": func(s *Session, _ Command) { s.pg.TogglePlay() },
	"run": func(s *Session, _ Command) {
		s.pg.Again()
		s.pg.Seek(0)
		s.play(true)
	},
	"stop":    func(s *Session, _ Command) { s.pg.Halt() },
	"frame":   func(s *Session, c Command) { s.pg.Frame(min(max(0, c.N), 1)) },
	"seek":    func(s *Session, c Command) { s.pg.SeekClock(c.N) },
	"event":   func(s *Session, c Command) { s.pg.Seek(int(min(max(0, c.N), 1<<30))) },
	"step":    func(s *Session, c Command) { s.pg.Step(int(min(max(-1e6, c.N), 1e6))) },
	"page":    func(s *Session, c Command) { s.pg.Page(int(min(max(-1, c.N), 1))) },
	"start":   func(s *Session, _ Command) { s.pg.Seek(0) },
	"end":     func(s *Session, _ Command) { s.pg.ToEnd() },
	"point":   func(s *Session, c Command) { s.point(c) },
	"hover":   func(s *Session, c Command) { s.hover(c.X, c.N) },
	"light":   func(s *Session, c Command) { s.pg.Light(model.Lit{Task: trace.TaskID(c.N), Line: int32(c.X)}) },
	"spans":   func(s *Session, _ Command) { delete(s.sent, "spans") },
	"mini":    func(s *Session, c Command) { s.pg.MiniSeek(min(max(0, c.X), 1)) },
	"zoom":    func(s *Session, c Command) { s.pg.Zoom(min(max(0.1, c.N), 10), min(max(0, c.X), 1)) },
	"fit":     func(s *Session, _ Command) { s.pg.Fit() },
	"scroll":  func(s *Session, c Command) { s.scroll = max(0, c.N) },
	"problem": func(s *Session, _ Command) { s.pg.NextProblem() },
	"variant": func(s *Session, c Command) { s.pg.SelectVariant(int(c.N)) },
	"knob":    func(s *Session, c Command) { s.pg.SetKnob(c.Name, c.Text) },
	"edit":    func(s *Session, c Command) { s.pg.Edited(c.Text) },
	"dragged": func(s *Session, c Command) { s.pg.NumberDragged(c.Text) },
	"code":    func(s *Session, c Command) { s.pg.RunEdited(s.pg.Edited(c.Text)) },
	"gutter":  func(s *Session, c Command) { s.gutter(int(c.N)) },
	"lang":    func(s *Session, c Command) { s.pg.SetLang(words.ForTag(c.Text)) },
	"apply":   func(s *Session, c Command) { s.apply(c.Data) },
	"reset":   func(s *Session, _ Command) { s.pg.OpenLink(s.original, "") },
	"redraw": func(s *Session, _ Command) {
		for name := range s.sent {
			if strings.HasPrefix(name, "canvas ") {
				delete(s.sent, name)
			}
		}
	},
	"state": func(s *Session, _ Command) { delete(s.sent, "state") },
}

// point puts the playhead where one presses, or moves with the button held.
func (s *Session) point(c Command) {
	r := s.pg.Run()
	if r == nil {
		return
	}
	l, scale := s.layout(r)
	if hit := model.HitTest(r, l, scale, c.X, c.N); c.Name == "press" && hit.Event >= 0 {
		s.pg.Seek(hit.Event)
		return
	}
	s.pg.SeekNear(scale, c.X)
}

// hover lights what stands under the pointer, everywhere.
func (s *Session) hover(x, y float64) {
	lit := model.Lit{}
	if r := s.pg.Run(); r != nil && x >= 0 {
		l, scale := s.layout(r)
		lit = model.HitTest(r, l, scale, x, y).Lit
	}
	s.pg.Light(lit)
}

func (s *Session) play(on bool) {
	if s.pg.Play.Playing != on {
		s.pg.TogglePlay()
	}
}

// gutter makes a line raise, or leaves it alone again.
func (s *Session) gutter(line int) {
	if i := s.pg.Current().FaultAt(line); i >= 0 {
		s.pg.RemoveFault(i)
		return
	}
	s.pg.FaultOnLine(line)
	if s.pg.Overlay == model.OverlayFault {
		s.pg.Open(model.OverlayNone)
	}
}

// Changes are what a page around a frame asks to be changed; what is nil stays.
type Changes struct {
	Fault   *string  `json:"fault"`
	Set     *string  `json:"set"`
	Seed    *int64   `json:"seed"`
	At      *float64 `json:"at"`
	Variant *string  `json:"variant"`
	Code    *string  `json:"code"`
}

func (s *Session) apply(data json.RawMessage) {
	var c Changes
	if err := json.Unmarshal(data, &c); err != nil {
		s.complain("apply: " + err.Error())
		return
	}
	if c.Variant != nil {
		i := slices.IndexFunc(s.pg.Variants, func(v *model.Variant) bool { return v.Name == *c.Variant })
		if i < 0 {
			s.complain("no variant is named " + *c.Variant)
		}
		s.pg.SelectVariant(i)
	}
	if c.Code != nil && len(*c.Code) <= sourceBytesMax {
		s.pg.RunEdited(s.pg.Edited(*c.Code))
	}
	if c.Set != nil {
		s.set(*c.Set)
	}
	if c.Fault != nil {
		faults, problems := ParseFaults(*c.Fault)
		for _, problem := range problems {
			s.complain(problem.Error())
		}
		s.pg.SetFaults(faults)
	}
	if c.Seed != nil {
		s.pg.SetSeed(*c.Seed)
	}
	if c.At != nil {
		s.pg.ArriveAt(*c.At)
	}
}

func (s *Session) set(text string) {
	settings, problem := parseSettings(text)
	if problem != nil {
		s.complain(problem.Error())
	}
	for _, setting := range settings {
		if _, err := runtime.SetParam(s.pg.Current().Source, setting.name, setting.value); err != nil {
			s.complain(err.Error())
			continue
		}
		s.pg.SetKnob(setting.name, setting.value)
	}
}

func (s *Session) complain(text string) {
	s.outbox = append(s.outbox, Event{Type: "error", Message: strings.TrimSpace(text)})
}
