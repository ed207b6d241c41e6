package stdlib

import (
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/network"
	"asyncplay/runtime/object"
	"asyncplay/runtime/trace"
)

// newNetworkModule makes _network, what the library's modules for networks are made of.
func newNetworkModule(t *object.Thread) *object.Module {
	m := object.NewModule("_network")
	// future(loop, peer) is what a task waits for when it waits for the network.
	define(m, "future(loop, peer, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		f, err := asyncio.NetworkFuture(t, a[0], str(a[1]), math.Inf(1))
		if err != nil {
			return object.Value{}, err
		}
		return f.Value(), nil
	})
	// task and call_soon are those of the loop for the library's own purposes: the trace does not show them.
	define(m, "task(loop, coro, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return asyncio.QuietTask(t, a[0], a[1])
	})
	defineN(m, "call_soon", 2, -1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return asyncio.CallSoonQuietly(t, a[0], a[1], append([]object.Value(nil), a[2:]...))
	})
	// warn(text) logs through logger "asyncio".
	define1(m, "warn", func(t *object.Thread, text object.Value) (object.Value, *object.Exception) {
		return object.None, asyncio.LogWarning(t, str(text))
	})
	// stream(loop, writer, transport) notes a writer of a stream, which is closed when it is dropped; served(task, writer,
	// transport) says which task serves it.
	define(m, "stream(loop, writer, transport, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, asyncio.TrackStream(t, a[0], a[1], a[2])
	})
	define(m, "served(task, writer, transport, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		asyncio.CloseWhenDropped(t, a[0], a[1], a[2])
		return object.None, nil
	})
	// at_close(loop, obj) has obj._at_close() called when the loop is closed; forget(loop, obj) takes that back.
	define(m, "forget(loop, obj, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, asyncio.ForgetAtClose(t, a[0], a[1])
	})
	define(m, "at_close(loop, obj, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, asyncio.AtClose(t, a[0], a[1])
	})
	// listens(host, port) tells whether the program itself listens there.
	define(m, "listens(host, port, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		port, err := object.AsIndex(t, a[1])
		return object.Bool(err == nil && asyncio.Listens(t, asyncio.Address{Host: hostAddressOr(str(a[0])), Port: port})), err
	})
	// pause(seconds, peer) is awaited: the time that an answer takes.
	define(m, "pause(seconds, peer, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		seconds, err := object.ToFloat(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		return object.NewCoroutine("pause", asyncio.NetworkPause(duration(seconds), str(a[1]))).Value(), nil
	})
	// block(seconds, peer) is its counterpart for code that blocks its thread.
	define(m, "block(seconds, peer, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		seconds, err := object.ToFloat(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		return object.None, asyncio.NetworkBlock(t, duration(seconds), str(a[1]))
	})
	define1(m, "reason", func(t *object.Thread, status object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, status)
		return object.NewStr(network.Reason(n)), err
	})
	define(m, "respond(method, scheme, host, port, path, query, headers, body, /)", respond)
	return m
}

// respond asks the simulated network: (connect seconds, serve seconds, latency seconds, failure, status, reason, headers, body, bytes per
// second of the body, bytes of it that come at once).
func respond(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	port, err := object.AsIndex(t, a[3])
	if err != nil {
		return object.Value{}, err
	}
	r := network.Request{
		Method: str(a[0]), Scheme: str(a[1]), Host: strings.ToLower(str(a[2])), Port: port, Path: str(a[4]), Query: str(a[5]),
	}
	err = object.Iterate(t, a[6], func(pair object.Value) *object.Exception {
		if p, ok := object.AsTuple(pair); ok && len(p.Items) == 2 {
			r.Header = append(r.Header, network.Header{Name: str(p.Items[0]), Value: str(p.Items[1])})
		}
		return nil
	})
	if err != nil {
		return object.Value{}, err
	}
	if b, ok := object.AsBytes(a[7]); ok {
		r.Body = b.B
	}
	res := ask(t, r)
	if err := t.Charge(int64(len(res.Body)) + responseBytes); err != nil {
		return object.Value{}, err
	}
	headers := make([]object.Value, len(res.Header))
	for i, h := range res.Header {
		headers[i] = object.NewTuple(object.NewStr(h.Name), object.NewStr(h.Value))
	}
	return object.NewTuple(
		object.Float(res.ConnectSeconds), object.Float(res.ServeSeconds), object.Float(res.LatencySeconds), object.NewStr(res.Fail.String()),
		object.Int(int64(res.Status)), object.NewStr(network.Reason(res.Status)), object.NewList(headers), object.NewBytes(res.Body),
		object.Float(res.BytesPerSecond), object.Int(int64(res.FreeBytes)),
	), nil
}

// ask asks the network for its response, and records the faults that had a part in it.
func ask(t *object.Thread, r network.Request) network.Response {
	res := libraryOf(t).host.Network.Respond(r)
	recordFaults(t, res.Faults, r.Method+" "+r.URL())
	return res
}

// recordFaults records that faults of the network struck what the program asked for.
func recordFaults(t *object.Thread, faults []int, asked string) {
	for _, index := range faults {
		asyncio.Record(t, trace.Event{Kind: trace.FaultApplied, Item: int32(index), Text: t.Run.Recorder.Intern(asked)})
	}
}

// hostAddressOr is the address of a name; a name that is an address stays what it is.
func hostAddressOr(host string) string {
	if strings.Trim(host, "0123456789.") == "" {
		return host
	}
	return hostAddress(strings.ToLower(host))
}

// duration makes a time to wait of any number.
func duration(seconds float64) float64 {
	if seconds > 0 {
		return seconds
	}
	return 0
}

// responseBytes is the estimate for a response without its body.
const responseBytes = 2 << 10

// newSocketModule makes _socket.
func newSocketModule(t *object.Thread) *object.Module {
	m := object.NewModule("_socket")
	m.Dict.SetStr("socket", asyncio.SocketType.Value())
	// resolve(host) is the address of a name, None when there is none.
	define1(m, "resolve", func(t *object.Thread, host object.Value) (object.Value, *object.Exception) {
		name := strings.ToLower(strings.TrimSuffix(str(host), "."))
		if address := hostAddress(name); address != "" {
			libraryOf(t).hostNames[address] = name
			return object.NewStr(address), nil
		}
		return object.None, nil
	})
	return m
}

// hostAddress gives every name an address of its own, out of a range kept for documentation (RFC 5737, RFC 2544); names
// under .invalid have none (RFC 2606).
func hostAddress(name string) string {
	switch {
	case name == "localhost" || strings.HasSuffix(name, ".localhost"):
		return "127.0.0.1"
	case !network.Known(name):
		return ""
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(name))
	n := h.Sum32()
	return "198." + strconv.Itoa(18+int(n>>16&1)) + "." + strconv.Itoa(int(n>>8&0xff)) + "." + strconv.Itoa(1+int(n%254))
}
