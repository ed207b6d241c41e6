package host

import "github.com/hack-pad/safejs"

// Mark sets a performance mark, which `make bench` reads: "first-run-drawn" when the first run is on the screen,
// "run-drawn" for each. The browser keeps only the last one of a name, else a long session would pile them up.
func Mark(name string) {
	if performance, err := safejs.Global().Get("performance"); err == nil {
		_, _ = performance.Call("clearMarks", name) // a measurement that fails is a measurement less
		_, _ = performance.Call("mark", name)
	}
}

// EarlyEdit returns what a visitor typed into the static page's editor before the app was there, and whether they did.
func EarlyEdit() (string, bool) {
	loader, err := safejs.Global().Get("asyncplay")
	if err != nil {
		return "", false
	}
	value, err := loader.Call("earlyEdit")
	if err != nil || value.Type() != safejs.TypeString {
		return "", false
	}
	text, err := value.String()
	return text, err == nil
}

// Link returns what the address holds: a state, or why it cannot be had, and whether it is a link at all.
func Link() (text, problem string, ok bool) {
	loader, err := safejs.Global().Get("asyncplay")
	if err != nil {
		return "", "", false
	}
	link, err := loader.Call("link")
	if err != nil || link.Type() != safejs.TypeObject {
		return "", "", false
	}
	return textOf(link, "text"), textOf(link, "problem"), true
}

// Language is the BCP 47 tag of the language that the browser asks pages for, "" where it doesn't say.
func Language() string {
	navigator, err := safejs.Global().Get("navigator")
	if err != nil {
		return ""
	}
	value, err := navigator.Get("language")
	if err != nil || value.Type() != safejs.TypeString {
		return ""
	}
	tag, err := value.String()
	if err != nil {
		return ""
	}
	return tag
}

// ReducedMotion reports whether the person asked their system for little motion.
func ReducedMotion() bool {
	query, err := safejs.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)")
	if err != nil {
		return false
	}
	matches, err := query.Get("matches")
	if err != nil {
		return false
	}
	on, err := matches.Truthy()
	return err == nil && on
}
