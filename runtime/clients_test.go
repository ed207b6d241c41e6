package runtime_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// aiohttp, httpx and requests are no part of CPython, so nothing can be recorded here: what these tests expect is what the
// documentation of those packages says, for latencies that #@network lines set.

// runSource runs a program given as text.
func runSource(source string) ran {
	var stdout, stderr strings.Builder
	recorded := runtime.Run(runtime.Request{Filename: "program.py", Source: source}, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	return ran{stdout.String(), stderr.String(), recorded.Outcome.ExitCode, recorded}
}

// inSession is a program whose body runs in a coroutine with an aiohttp session; show(…) prints with the time.
func inSession(routes, session, body string) string {
	return routes + `
import aiohttp, asyncio

def show(*values):
    print(*values, f'@{asyncio.get_running_loop().time():.6g}')

async def main():
    async with aiohttp.ClientSession(` + session + `) as session:
` + indent(body, "        ") + `

asyncio.run(main())
`
}

// inClient is the same with an httpx.AsyncClient.
func inClient(routes, options, body string) string {
	return routes + `
import asyncio, httpx

def show(*values):
    print(*values, f'@{asyncio.get_running_loop().time():.6g}')

async def main():
    async with httpx.AsyncClient(` + options + `) as client:
` + indent(body, "        ") + `

asyncio.run(main())
`
}

func indent(text, by string) string {
	return by + strings.ReplaceAll(strings.Trim(text, "\n"), "\n", "\n"+by)
}

// prints checks what a program writes to standard output; it must end well and say nothing else.
func prints(t *testing.T, source string, lines ...string) {
	t.Helper()
	got := runSource(source)
	assert.Equal(t, strings.Join(lines, "\n")+"\n", got.stdout)
	assert.Empty(t, got.stderr)
	assert.Zero(t, got.exit)
}

const answers = `
#@network a.example/json latency=1 json={"a": [1, 2]}
#@network a.example/text latency=1 text="one\ntwo\nthree"
#@network a.example/big latency=1 size=100KB rate=50KB
#@network a.example/slow latency=10
#@network a.example/connect latency=1 connect=3
#@network a.example/missing latency=1 status=404
#@network a.example/busy latency=1 status=503
`

func TestAiohttpResponses(t *testing.T) {
	prints(t, inSession(answers, "", `
async with session.get('http://a.example/json') as r:
    show(r.status, r.reason, r.ok, r.method, str(r.url), r.content_type, r.headers['content-type'], r.content_length)
    show(await r.json(), await r.text(), await r.read())
r = await session.get('http://a.example/text')
show(await r.text(), r.charset)
async with session.get('http://a.example/missing') as r:
    show(r.status, r.reason, r.ok)
async with session.get('http://a.example/text') as r:
    show([line async for line in r.content])
async with session.get('http://a.example/text') as r:
    show(await r.content.readline(), await r.content.read(2), await r.content.read(), r.content.at_eof())
`),
		"200 OK True GET http://a.example/json application/json application/json 13 @1",
		`{'a': [1, 2]} {"a": [1, 2]} b'{"a": [1, 2]}' @1`,
		"one", "two", "three utf-8 @2",
		"404 Not Found False @3",
		"[b'one\\n', b'two\\n', b'three'] @4",
		"b'one\\n' b'tw' b'o\\nthree' True @5")
}

func TestAiohttpBodiesTakeTime(t *testing.T) {
	prints(t, inSession(answers, "", `
async with session.get('http://a.example/big') as r:
    show(r.status)
    show(len(await r.read()))
async with session.get('http://a.example/big') as r:
    sizes = [len(chunk) async for chunk in r.content.iter_chunked(40_000)]
    show(max(sizes) <= 40_000, sum(sizes), len(sizes) > 1)
`),
		"200 @1", "102400 @3", "True 102400 True @6")
}

func TestAiohttpRequests(t *testing.T) {
	prints(t, inSession("#@network httpbin.org latency=1", "headers={'X-One': '1'}", `
async with session.post('http://httpbin.org/post', json={'k': 'v'}, headers={'X-Two': '2'}) as r:
    body = await r.json()
    show(body['json'], body['headers']['X-One'], body['headers']['X-Two'], body['headers']['Content-Type'])
async with session.post('http://httpbin.org/post', data={'k': 'a b'}) as r:
    show((await r.json())['form'])
async with session.get('http://httpbin.org/get?a=1', params={'b': 'x y', 'c': 2}) as r:
    show((await r.json())['args'], str(r.url))
async with session.get('http://httpbin.org/redirect/2') as r:
    show(r.status, str(r.url), [h.status for h in r.history])
async with session.get('http://httpbin.org/redirect/1', allow_redirects=False) as r:
    show(r.status, r.headers['Location'])
for name in ('put', 'patch', 'delete'):
    async with getattr(session, name)(f'http://httpbin.org/{name}') as r:
        show(r.method, r.status)
async with session.head('http://httpbin.org/get') as r:
    show(await r.read())
async with session.request('OPTIONS', 'http://httpbin.org/anything') as r:
    show((await r.json())['method'])
`),
		"{'k': 'v'} 1 2 application/json @1",
		"{'k': 'a b'} @2",
		"{'a': '1', 'b': 'x y', 'c': '2'} http://httpbin.org/get?a=1&b=x+y&c=2 @3",
		"200 http://httpbin.org/get [302, 302] @6",
		"302 /get @7",
		"PUT 200 @8", "PATCH 200 @9", "DELETE 200 @10", "b'' @11", "OPTIONS @12")
}

func TestAiohttpErrors(t *testing.T) {
	prints(t, inSession(answers+`
#@network reset.example latency=1 fail=reset
#@network close.example latency=1 fail=close
#@network refused.example latency=1 connect=1 fail=refused
#@network cut.example latency=1 size=1KB fail=cut
#@network nowhere.invalid connect=1
`, "", `
import socket
address = socket.gethostbyname('refused.example')
async def attempt(url, **options):
    try:
        async with session.get(url, **options) as r:
            r.raise_for_status()
            await r.read()
    except (aiohttp.ClientError, TimeoutError) as e:
        show(type(e).__name__, str(e).replace(address, 'ADDRESS'))
        return e
e = await attempt('http://a.example/missing')
print(e.status, e.message, e.request_info.method, isinstance(e, aiohttp.ClientResponseError))
await attempt('http://a.example/busy', raise_for_status=True)
e = await attempt('https://nowhere.invalid/')
print(e.host, e.port, isinstance(e, aiohttp.ClientConnectorError), isinstance(e, OSError))
e = await attempt('http://refused.example/')
print(isinstance(e, aiohttp.ClientConnectionError), str(e.os_error).replace(address, 'ADDRESS'))
await attempt('http://reset.example/')
e = await attempt('http://close.example/')
print(isinstance(e, aiohttp.ServerConnectionError))
await attempt('http://cut.example/')
await attempt('no-url')
await attempt('ftp://a.example/')
try:
    await (await session.get('http://a.example/text')).json()
except aiohttp.ContentTypeError as e:
    show(e)
show(await (await session.get('http://a.example/json')).json(content_type=None))
`),
		"ClientResponseError 404, message='Not Found', url='http://a.example/missing' @1",
		"404 Not Found GET True",
		"ClientResponseError 503, message='Service Unavailable', url='http://a.example/busy' @2",
		"ClientConnectorDNSError Cannot connect to host nowhere.invalid:443 ssl:default [Name or service not known] @3",
		"nowhere.invalid 443 True True",
		"ClientConnectorError Cannot connect to host refused.example:80 ssl:default [Connect call failed ('ADDRESS', 80)] @4",
		"True [Errno 111] Connect call failed ('ADDRESS', 80)",
		"ClientOSError [Errno 104] Connection reset by peer @5",
		"ServerDisconnectedError Server disconnected @6", "True",
		"ClientPayloadError Response payload is not completed: <ContentLengthError: 400, message='Not enough data to satisfy content length header.'> @7",
		"InvalidUrlClientError no-url @7",
		"NonHttpUrlClientError ftp://a.example/ @7",
		"200, message='Attempt to decode JSON with unexpected mimetype: text/plain; charset=utf-8', url='http://a.example/text' @8",
		"{'a': [1, 2]} @9")
}

func TestAiohttpTimeouts(t *testing.T) {
	prints(t, inSession(answers, "timeout=aiohttp.ClientTimeout(total=5)", `
async def attempt(url, **timeout):
    options = {'timeout': aiohttp.ClientTimeout(**timeout)} if timeout else {}
    try:
        async with session.get(url, **options) as r:
            show(len(await r.read()))
    except TimeoutError as e:
        show(type(e).__name__, isinstance(e, aiohttp.ServerTimeoutError), e)
await attempt('http://a.example/slow')
await attempt('http://a.example/slow', total=2)
await attempt('http://a.example/slow', sock_read=3)
await attempt('http://a.example/connect', sock_connect=1)
await attempt('http://a.example/connect', connect=2)
await attempt('http://a.example/big', total=2)
await attempt('http://a.example/big', total=4)
try:
    async with asyncio.timeout(1):
        await session.get('http://a.example/slow')
except TimeoutError:
    show('timeout() of asyncio')
`),
		"TimeoutError False  @5", "TimeoutError False  @7",
		"SocketTimeoutError True Timeout on reading data from socket @12", // 2 s of the latency are for connecting
		"ConnectionTimeoutError True Connection timeout to host http://a.example/connect @13",
		"ConnectionTimeoutError True Connection timeout to host http://a.example/connect @15",
		"TimeoutError False  @17", "102400 @20", "timeout() of asyncio @21")
}

func TestAiohttpConnectorBoundsWhatIsOpenAtOnce(t *testing.T) {
	body := `
async def fetch(host, i):
    async with session.get(f'http://{host}.example/{i}') as r:
        await r.read()
    show(host, i)
await asyncio.gather(*(fetch(h, i) for i in range(2) for h in ('a', 'b')))
`
	routes := "#@network *.example/* latency=1 text=ok"
	prints(t, inSession(routes, "connector=aiohttp.TCPConnector(limit=1)", body), "a 0 @1", "b 0 @2", "a 1 @3", "b 1 @4")
	prints(t, inSession(routes, "connector=aiohttp.TCPConnector(limit_per_host=1)", body), "a 0 @1", "b 0 @1", "a 1 @2", "b 1 @2")
	prints(t, inSession(routes, "", body), "a 0 @1", "b 0 @1", "a 1 @1", "b 1 @1")
	// Who gives up waiting lets the next one go, and a wait counts for the timeout of connecting.
	prints(t, inSession(routes, "connector=aiohttp.TCPConnector(limit=1)", `
async def fetch(i, **timeout):
    try:
        async with session.get(f'http://a.example/{i}', timeout=aiohttp.ClientTimeout(**timeout)):
            show(i)
    except TimeoutError as e:
        show(i, type(e).__name__)
tasks = [asyncio.create_task(fetch(i, connect=0.5 if i == 2 else None)) for i in range(4)]
await asyncio.sleep(0.25)
tasks[1].cancel()
await asyncio.wait(tasks)
show([t.cancelled() for t in tasks])
`), "2 ConnectionTimeoutError @0.5", "0 @1", "3 @2", "[False, True, False, False] @2")
}

func TestAiohttpSaysWhatWasNotClosed(t *testing.T) {
	got := runSource(`
import aiohttp, asyncio
async def main():
    session = aiohttp.ClientSession()
    await session.get('http://a.example/')
asyncio.run(main())
`)
	assert.Contains(t, got.stderr, "Unclosed client session\nclient_session: <aiohttp.client.ClientSession object at 0x")
	assert.Contains(t, got.stderr, "Unclosed connector\nconnections: ")
	got = runSource("import aiohttp\naiohttp.ClientSession()\n")
	assert.Contains(t, got.stderr, "RuntimeError: no running event loop")
	prints(t, "import aiohttp, asyncio\nasync def main():\n    s = aiohttp.ClientSession()\n    await s.close()\n    print(s.closed)\n"+
		"    try:\n        await s.get('http://a.example')\n    except RuntimeError as e:\n        print(e)\nasyncio.run(main())\n",
		"True", "Session is closed")
}

func TestHttpxResponses(t *testing.T) {
	prints(t, inClient(answers, "base_url='http://a.example'", `
r = await client.get('/json')
show(r, r.status_code, r.reason_phrase, r.is_success, r.json(), r.text, r.content, r.url, r.headers['Content-Type'], r.elapsed)
r = await client.get('/missing')
show(r.is_error, r.is_client_error, r.is_server_error)
try:
    r.raise_for_status()
except httpx.HTTPStatusError as e:
    print(e)
    print(e.response is r, e.request)
async with client.stream('GET', '/big', timeout=30) as r:
    show(r.status_code, r.is_closed)
    show(sum([len(chunk) async for chunk in r.aiter_bytes()]), r.is_closed)
async with client.stream('GET', '/text') as r:
    show([line async for line in r.aiter_lines()])
    try:
        r.text
    except httpx.ResponseNotRead as e:
        print(e)
r = await client.get('http://httpbin.org/redirect/1')
print(r.is_redirect, r.has_redirect_location, r.next_request)
r = await client.get('http://httpbin.org/redirect/2', follow_redirects=True)
print(r, r.url, r.history)
`),
		`<Response [200 OK]> 200 OK True {'a': [1, 2]} {"a": [1, 2]} b'{"a": [1, 2]}' http://a.example/json application/json 0:00:01 @1`,
		"True True False @2",
		"Client error '404 Not Found' for url 'http://a.example/missing'",
		"For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404",
		"True <Request('GET', 'http://a.example/missing')>",
		"200 False @3", "102400 True @5", "['one', 'two', 'three'] @6",
		"Attempted to access streaming response content, without having called `read()`.",
		"True True <Request('GET', 'http://httpbin.org/get')>",
		"<Response [200 OK]> http://httpbin.org/get [<Response [302 Found]>, <Response [302 Found]>]")
}

func TestHttpxErrors(t *testing.T) {
	prints(t, inClient(answers+`
#@network reset.example latency=1 fail=reset
#@network close.example latency=1 fail=close
#@network refused.example latency=1 connect=1 fail=refused
#@network c.example latency=1 connect=3
`, "", `
async def attempt(url, **options):
    try:
        show((await client.get(url, **options)).status_code)
    except httpx.HTTPError as e:
        show(type(e).__name__, [c.__name__ for c in type(e).__mro__[1:4]], str(e), e.request.url)
await attempt('http://a.example/slow')
await attempt('http://a.example/slow', timeout=20)
await attempt('http://c.example/connect', timeout=httpx.Timeout(5, connect=1))
await attempt('http://a.example/slow', timeout=None)
await attempt('http://reset.example/')
await attempt('http://close.example/')
await attempt('http://refused.example/')
await attempt('relative')
await attempt('ftp://a.example/')
`),
		"ReadTimeout ['TimeoutException', 'TransportError', 'RequestError']  http://a.example/slow @7", // 5 s after connecting for 2 s
		"200 @17",
		"ConnectTimeout ['TimeoutException', 'TransportError', 'RequestError']  http://c.example/connect @18",
		"200 @28",
		"ReadError ['NetworkError', 'TransportError', 'RequestError']  http://reset.example/ @29",
		"RemoteProtocolError ['ProtocolError', 'TransportError', 'RequestError'] Server disconnected without sending a response. http://close.example/ @30",
		"ConnectError ['NetworkError', 'TransportError', 'RequestError'] All connection attempts failed http://refused.example/ @31",
		"UnsupportedProtocol ['TransportError', 'RequestError', 'HTTPError'] Request URL is missing an 'http://' or 'https://' protocol. relative @31",
		"UnsupportedProtocol ['TransportError', 'RequestError', 'HTTPError'] Request URL has an unsupported protocol 'ftp://'. ftp://a.example/ @31")
}

func TestHttpxPool(t *testing.T) {
	prints(t, inClient("#@network a.example/* latency=2 text=ok", "limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(None, pool=3)", `
async def fetch(i):
    try:
        await client.get(f'http://a.example/{i}')
        show(i)
    except httpx.PoolTimeout as e:
        show(i, type(e).__name__)
await asyncio.gather(*map(fetch, range(3)))
`), "0 @2", "2 PoolTimeout @3", "1 @4")
	prints(t, inClient("", "transport=httpx.MockTransport(lambda request: httpx.Response(200, json={'path': request.url.path}))", `
print((await client.get('https://a.example/x')).json())
`), "{'path': '/x'}")
}

// blockedBy are the texts of the calls that blocked the loop.
func blockedBy(r ran) []string {
	var texts []string
	for i := range r.trace.Events {
		if e := &r.trace.Events[i]; e.Kind == trace.ClockBlocked {
			texts = append(texts, r.trace.Text(e.Text))
		}
	}
	return texts
}

func TestBlockingClientsBlockTheLoop(t *testing.T) {
	for _, call := range []string{
		"requests.get('http://a.example/x').text", "httpx.get('http://a.example/x').text", "urllib.request.urlopen('http://a.example/x').read().decode()",
	} {
		program := `
#@network a.example latency=1 text=ok
import asyncio, httpx, requests, time, urllib.request

async def tick():
    await asyncio.sleep(0.5)
    print('tick', time.monotonic())

def fetch():
    return ` + call + `

async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    print(FETCH, time.monotonic())
    await ticking

asyncio.run(main())
`
		blocking := runSource(strings.Replace(program, "FETCH", "fetch()", 1))
		assert.Equal(t, "ok 1.0\ntick 1.0\n", blocking.stdout, call)
		assert.Equal(t, []string{"GET a.example/x", "GET a.example/x"}, blockedBy(blocking), call) // connecting, then the response
		inThread := runSource(strings.Replace(program, "FETCH", "await asyncio.to_thread(fetch)", 1))
		assert.Equal(t, "tick 0.5\nok 1.0\n", inThread.stdout, call)
		assert.Empty(t, blockedBy(inThread), call)
	}
}

func TestRequestsAndUrllib(t *testing.T) {
	prints(t, answers+`
import requests, time, urllib.request, urllib.error
r = requests.get('http://a.example/json', params={'q': 'a b'})
print(r, r.status_code, r.ok, bool(r), r.json(), r.url, r.headers['content-type'], r.elapsed)
try:
    requests.get('http://a.example/missing').raise_for_status()
except requests.exceptions.HTTPError as e:
    print(e, e.response.status_code)
try:
    requests.get('http://a.example/slow', timeout=3)
except requests.exceptions.Timeout as e:
    print(type(e).__name__, e, time.monotonic())
with requests.Session() as s:
    s.headers['X-One'] = '1'
    print(s.post('http://httpbin.org/post', json=[1]).json()['json'], s.get('http://httpbin.org/headers').json()['headers']['X-One'])
for bad in ('x.org', 'ftp://x.org'):
    try:
        requests.get(bad)
    except requests.RequestException as e:
        print(type(e).__name__, e)
with urllib.request.urlopen('http://a.example/text') as f:
    print(f.status, f.readline(), f.read(), f.headers['Content-Type'], f.geturl())
try:
    urllib.request.urlopen('http://a.example/busy')
except urllib.error.HTTPError as e:
    print(e, e.code)
try:
    urllib.request.urlopen('http://nowhere.invalid/')
except urllib.error.URLError as e:
    print(e)
try:
    urllib.request.urlopen('http://a.example/slow', timeout=1)
except urllib.error.URLError as e:
    print(e, type(e.reason).__name__)
`,
		"<Response [200]> 200 True True {'a': [1, 2]} http://a.example/json?q=a+b application/json 0:00:01",
		"404 Client Error: Not Found for url: http://a.example/missing 404",
		"ReadTimeout HTTPConnectionPool(host='a.example', port=80): Read timed out. (read timeout=3) 7.0", // 2 + 2 s before, 3 s after connecting
		"[1] 1",
		"MissingSchema Invalid URL 'x.org': No scheme supplied. Perhaps you meant https://x.org?",
		"InvalidSchema No connection adapters were found for 'ftp://x.org'",
		"200 b'one\\n' b'two\\nthree' text/plain; charset=utf-8 http://a.example/text",
		"HTTP Error 503: Service Unavailable 503",
		"<urlopen error [Errno -2] Name or service not known>",
		"<urlopen error timed out> TimeoutError")
}

func TestSocketsReachSimulatedHosts(t *testing.T) {
	prints(t, `
#@network a.example/* connect=1 latency=2 text=hello header="X-One: 1"
#@network closed.example connect=1 fail=refused
import asyncio, socket
async def main():
    reader, writer = await asyncio.open_connection('a.example', 80)
    print(asyncio.get_running_loop().time())
    writer.write(b'GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n')
    print((await reader.read()).decode().split('\r\n'), asyncio.get_running_loop().time())
    writer.close()
    for host, port in (('closed.example', 80), ('a.example', 25)):
        try:
            await asyncio.open_connection(host, port)
        except ConnectionRefusedError as e:
            print(e.errno, asyncio.get_running_loop().time())
    def blocking():
        with socket.create_connection(('a.example', 80)) as s:
            s.sendall(b'HEAD / HTTP/1.0\r\n\r\n')
            return s.recv(15)
    print(await asyncio.to_thread(blocking), asyncio.get_running_loop().time())
    with socket.create_connection(('a.example', 80), timeout=1.5) as s:
        s.sendall(b'GET / HTTP/1.1\r\n\r\n')
        try:
            s.recv(10)
        except TimeoutError as e:
            print(e, asyncio.get_running_loop().time())
asyncio.run(main())
`,
		"1.0",
		"['HTTP/1.1 200 OK', 'Content-Type: text/plain; charset=utf-8', 'Content-Length: 5', 'X-One: 1', 'Connection: close', '', 'hello'] 3.0",
		"111 4.0", "111 5.0", "b'HTTP/1.1 200 OK' 8.0", "timed out 10.5")
}

func TestTheNetworkLeavesTheProgramsOwnChanceAlone(t *testing.T) {
	with := runSource("import asyncio, random, httpx\nprint(random.random())\nprint(httpx.get('https://x.org/uuid').status_code)\nprint(random.random())\n")
	without := runSource("import asyncio, random\nprint(random.random())\nprint(200)\nprint(random.random())\n")
	assert.Equal(t, without.stdout, with.stdout)
}

func TestAMistakeInANetworkLineIsToldWithItsPlace(t *testing.T) {
	got := runSource("import asyncio\n\n    #@network https://x.org/ latncy=3\nprint('not run')\n")
	assert.Equal(t, int32(runtime.ExitUsage), got.exit)
	assert.Empty(t, got.stdout)
	assert.Contains(t, got.stderr, "  File \"program.py\", line 3\n    #@network https://x.org/ latncy=3\n                             ^^^^^^^^\n#@network: unknown option \"latncy\"")
	o := got.trace.Outcome
	assert.Equal(t, []int32{3, 30, 3, 38}, []int32{o.Line, o.Col, o.EndLine, o.EndCol})
	prints(t, "text = '''\n#@network nonsense\n'''  \n#@networking is not a line for the network\nprint(1)  #@network neither is this\n", "1")
}

func TestOpenSocketsAreBounded(t *testing.T) {
	got := runSource("import socket\nkept = []\nwhile True:\n    kept.append(socket.socket())\n")
	assert.Contains(t, got.stderr, "OSError: [Errno 24] Too many open files")
	got = runSource(`
import socket
a, b = socket.socketpair()
a.setblocking(False)
sent = 0
try:
    while True:
        sent += a.send(bytes(1000))
except BlockingIOError as e:
    print(sent, e)
`)
	assert.Equal(t, "65536 [Errno 11] Resource temporarily unavailable\n", got.stdout)
	got = runSource("#@network x.org size=60MB rate=1KB\nimport httpx\nkept = [httpx.get('http://x.org/', timeout=None) for _ in range(9)]\n")
	assert.Equal(t, trace.StatusLimit, got.trace.Outcome.Status)
}

func TestAServerOfTheProgramsOwnAnswersItself(t *testing.T) {
	prints(t, `
import aiohttp, asyncio, httpx, requests

async def serve(reader, writer):
    head = (await reader.readuntil(b'\r\n\r\n')).decode()
    await asyncio.sleep(1)
    body = head.split()[1].encode()
    writer.write(b'HTTP/1.1 200 Fine\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n' % len(body) + body)
    await writer.drain()
    writer.close()

async def main():
    async with await asyncio.start_server(serve, '127.0.0.1', 8080):
        async with aiohttp.ClientSession() as session, session.get('http://localhost:8080/a?b=c') as r:
            print(r.status, r.reason, await r.text(), asyncio.get_running_loop().time())
        async with httpx.AsyncClient() as client:
            print((await client.get('http://127.0.0.1:8080/x')).text, asyncio.get_running_loop().time())
        print((await asyncio.to_thread(requests.get, 'http://localhost:8080/y')).text, asyncio.get_running_loop().time())

asyncio.run(main())
`, "200 Fine /a?b=c 1.0", "/x 2.0", "/y 3.0")
}
