package embed

// The parts of a frame, by their names in the JSON.
type (
	head struct {
		Outcome  string       `json:"outcome"` // as in data-o of the style sheet; "broken" for a program that does not compile
		Text     string       `json:"text"`
		Running  bool         `json:"running"`
		Variants []variantTab `json:"variants"`
		Active   int          `json:"active"`
		Stale    bool         `json:"stale,omitempty"`
	}
	variantTab struct {
		Name string `json:"name"`
		Word string `json:"word"`
	}
	lanes struct {
		Height      float64     `json:"height"`
		LaneHeight  float64     `json:"lane"`
		LanesTop    float64     `json:"top"`
		LanesHeight float64     `json:"seen"`
		LanesAll    float64     `json:"all"`
		From        int         `json:"from"`
		Labels      []laneLabel `json:"labels"`
		QueueTop    float64     `json:"queueTop"`
		QueueHeight float64     `json:"queueHeight"`
		Queues      int         `json:"queues"`
		LockTop     float64     `json:"lockTop"`
		LockHeight  float64     `json:"lockHeight"`
		Locks       []string    `json:"locks,omitempty"`
	}
	laneLabel struct {
		Badge string `json:"badge"`
		Title string `json:"title"`
		Look  string `json:"st"`
		Task  int    `json:"task,omitempty"`
	}
	caption struct {
		Parts []part `json:"parts"`
		Bad   bool   `json:"bad,omitempty"`
	}
	clock struct {
		Text     string  `json:"text"`
		X        float64 `json:"x"`
		Fraction float64 `json:"fraction"`
		Playing  bool    `json:"playing"`
		AtEnd    bool    `json:"atEnd"`
		Total    string  `json:"total"`
		Said     string  `json:"said"` // the caption in plain words, for the slider
	}
	knob struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Value   string   `json:"value"`
		Min     float64  `json:"min"`
		Max     float64  `json:"max"`
		Step    float64  `json:"step"`
		Percent float64  `json:"percent"`
		Choices []string `json:"choices,omitempty"`
		Err     string   `json:"err,omitempty"`
	}
	verdict struct {
		Parts    []part `json:"parts"`
		Severity string `json:"severity"`
	}
	console struct {
		Lines []consoleLine `json:"lines"`
		Count int           `json:"count"`
		Empty string        `json:"empty"`
	}
	consoleLine struct {
		Clock string `json:"clock"`
		Text  string `json:"text"`
		Tone  string `json:"tone,omitempty"`
		Event int    `json:"event"`
		When  string `json:"when"`
	}
	// lit is what the hand points at.
	lit struct {
		Task int    `json:"task,omitempty"`
		Line int    `json:"line,omitempty"`
		Item string `json:"item,omitempty"`
	}
	// spans is the timeline as a table, for those who do not see it.
	spans struct {
		Caption string     `json:"caption"`
		Head    []string   `json:"head"`
		Rows    [][]string `json:"rows"`
		Cut     string     `json:"cut,omitempty"`
	}
	// part is a piece of a sentence.
	part struct {
		Kind  string `json:"k,omitempty"` // code, task, item, line, time, count; "" for words
		Text  string `json:"t"`
		Look  string `json:"st,omitempty"`
		Title string `json:"title,omitempty"`
		Item  string `json:"item,omitempty"` // which one
		Arg   int    `json:"a,omitempty"`    // a task's number, a line, one more than the event that a time leads to
	}
)
