package stdlib

import (
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
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
	return m
}

// newSocketModule makes _socket.
func newSocketModule(t *object.Thread) *object.Module {
	m := object.NewModule("_socket")
	m.Dict.SetStr("socket", asyncio.SocketType.Value())
	// resolve(host) is the address of a name, None when there is none.
	define1(m, "resolve", func(t *object.Thread, host object.Value) (object.Value, *object.Exception) {
		name := strings.ToLower(strings.TrimSuffix(str(host), "."))
		if address := hostAddress(name); address != "" {
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
	case name == "" || name == "invalid" || strings.HasSuffix(name, ".invalid"):
		return ""
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(name))
	n := h.Sum32()
	return "198." + strconv.Itoa(18+int(n>>16&1)) + "." + strconv.Itoa(int(n>>8&0xff)) + "." + strconv.Itoa(1+int(n%254))
}
