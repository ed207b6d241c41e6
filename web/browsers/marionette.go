package browsers

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// marionetteWire speaks to Firefox in the protocol of Firefox's own driver: JSON arrays, each after its length and a colon.
type marionetteWire struct {
	socket net.Conn
	reader *bufio.Reader
	last   int // number of the last command
}

// newMarionetteWire starts a session with a Firefox that listens.
func newMarionetteWire(address string, capabilities map[string]any) (*marionetteWire, error) {
	socket, err := net.DialTimeout("tcp", address, commandSeconds*time.Second)
	if err != nil {
		return nil, err
	}
	w := &marionetteWire{socket: socket, reader: bufio.NewReader(socket)}
	var hello struct{ MarionetteProtocol int }
	if err := w.receive(&hello); err != nil {
		return nil, err
	}
	if hello.MarionetteProtocol != 3 {
		return nil, fmt.Errorf("this Firefox speaks version %d of its protocol, not 3", hello.MarionetteProtocol)
	}
	_, err = w.send(command{marionette: "WebDriver:NewSession"}, map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}})
	return w, err
}

func (w *marionetteWire) send(c command, params any) (json.RawMessage, error) {
	w.last++
	message, err := json.Marshal([]any{0, w.last, c.marionette, params})
	if err != nil {
		return nil, err
	}
	if err := w.socket.SetDeadline(time.Now().Add(commandSeconds * time.Second)); err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(w.socket, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	var number int
	var problem *webDriverError
	var result json.RawMessage
	if err := w.receive(&[]any{new(int), &number, &problem, &result}); err != nil {
		return nil, err
	}
	if number != w.last {
		return nil, fmt.Errorf("an answer to command %d, not %d", number, w.last)
	}
	if problem != nil {
		return nil, problem
	}
	var wrapped struct{ Value json.RawMessage }
	if json.Unmarshal(result, &wrapped) == nil && wrapped.Value != nil {
		return wrapped.Value, nil
	}
	return result, nil
}

func (w *marionetteWire) receive(into any) error {
	length, err := w.reader.ReadString(':')
	if err != nil {
		return err
	}
	size, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return err
	}
	message := make([]byte, size)
	if _, err := io.ReadFull(w.reader, message); err != nil {
		return err
	}
	return json.Unmarshal(message, into)
}
