package browsers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// command is one of W3C WebDriver's, as each of the two protocols calls it. The path stands after the session's.
type command struct{ method, path, marionette string }

var (
	navigate      = command{"POST", "/url", "WebDriver:Navigate"}
	executeAsync  = command{"POST", "/execute/async", "WebDriver:ExecuteAsyncScript"}
	performAction = command{"POST", "/actions", "WebDriver:PerformActions"}
	screenshot    = command{"GET", "/screenshot", "WebDriver:TakeScreenshot"}
	setTimeouts   = command{"POST", "/timeouts", "WebDriver:SetTimeouts"}
	getWindowRect = command{"GET", "/window/rect", "WebDriver:GetWindowRect"}
	setWindowRect = command{"POST", "/window/rect", "WebDriver:SetWindowRect"}
)

// commandSeconds is how long an answer of a browser may take. The longest wait of a script is shorter.
const (
	commandSeconds = 60
	sessionSeconds = 20 // the same for the start of a session
)

// wire carries commands to a browser and answers back.
type wire interface {
	// send returns what stands under "value" in an answer.
	send(c command, params any) (json.RawMessage, error)
}

// httpWire speaks to a driver over HTTP.
type httpWire struct {
	client  http.Client
	session string // address of the session
}

type webDriverError struct {
	Kind    string `json:"error"`
	Message string `json:"message"`
}

func (e *webDriverError) Error() string { return e.Kind + ": " + e.Message }

// newHTTPWire starts a session with a driver.
func newHTTPWire(driver string, capabilities map[string]any) (*httpWire, error) {
	w := &httpWire{session: driver, client: http.Client{Timeout: sessionSeconds * time.Second}}
	value, err := w.send(command{"POST", "/session", ""}, map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}})
	if err != nil {
		return nil, err
	}
	var session struct{ SessionID string }
	if err := json.Unmarshal(value, &session); err != nil {
		return nil, err
	}
	w.client.Timeout = commandSeconds * time.Second
	w.session += "/session/" + session.SessionID
	return w, nil
}

func (w *httpWire) send(c command, params any) (json.RawMessage, error) {
	var body io.Reader
	if c.method == "POST" {
		packed, err := json.Marshal(params)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(packed)
	}
	request, err := http.NewRequest(c.method, w.session+c.path, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := w.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("%s %s: %w", c.method, c.path, err)
	}
	if response.StatusCode != http.StatusOK {
		problem := &webDriverError{}
		if err := json.Unmarshal(answer.Value, problem); err != nil {
			return nil, fmt.Errorf("%s %s: %s", c.method, c.path, answer.Value)
		}
		return nil, problem
	}
	return answer.Value, nil
}
