package stdlib

import "strings"

// hints say in one sentence why a module is not here and what to do instead. Keys are
// top-level names, or those of a submodule where only that is missing.
var hints = map[string]string{
	"aiohttp.web":     "There is no HTTP server here: asyncio.start_server() listens on the loopback, and aiohttp's client gets its answers from the simulated network.",
	"urllib3":         "The clients of the simulated network are aiohttp, httpx, requests and urllib.request.",
	"select":          "There are no file descriptors here: loop.add_reader() and loop.sock_recv() wait for sockets.",
	"selectors":       "There are no file descriptors here: loop.add_reader() and loop.sock_recv() wait for sockets.",
	"websockets":      "There are no WebSockets here: asyncio.open_connection() and start_server() talk on the loopback.",
	"aiofiles":        "There are no files here: io.StringIO keeps text in memory, and await asyncio.sleep(0.01) can stand for the disk.",
	"pathlib":         "There are no files here: os.path handles paths as text, and io.StringIO keeps text in memory.",
	"shutil":          "There are no files here: io.StringIO and io.BytesIO keep data in memory.",
	"tempfile":        "There are no files here: io.StringIO and io.BytesIO keep data in memory.",
	"glob":            "There are no files here: use a list of names.",
	"subprocess":      "There are no processes here: await asyncio.sleep(seconds) can stand for one.",
	"multiprocessing": "There are no processes here: concurrent.futures.ThreadPoolExecutor shows the same structure with simulated threads.",
	"numpy":           "Only the standard library is here: lists, math and statistics do small computations.",
	"pandas":          "Only the standard library is here: lists of dicts and module statistics do small computations.",
	"asyncpg":         "There is no database here: await asyncio.sleep(seconds) can stand for the query.",
	"aiosqlite":       "There is no database here: await asyncio.sleep(seconds) can stand for the query.",
	"sqlite3":         "There is no database here: a dict and time.sleep(seconds) can stand for it.",
	"redis":           "There is no database here: a dict and await asyncio.sleep(seconds) can stand for it.",
	"uvloop":          "The event loop here is asyncplay's own, on a virtual clock: leave the import out.",
	"nest_asyncio":    "There is no event loop running around your program: leave the import out.",
	"trio":            "Only asyncio is here: asyncio.TaskGroup is its counterpart of a nursery.",
	"anyio":           "Only asyncio is here: asyncio.TaskGroup is its counterpart of a task group.",
	"curio":           "Only asyncio is here: asyncio.TaskGroup is its counterpart of a task group.",
	"tqdm":            "There is no terminal here: print the progress.",
	"rich":            "There is no terminal here: plain print and pprint work.",
	"pydantic":        "Only the standard library is here: dataclasses hold structured data.",
	"attr":            "Only the standard library is here: dataclasses hold structured data.",
	"pytest":          "Only the standard library is here: plain assert statements work.",
	"fastapi":         "There is no HTTP server here: call your handlers as coroutines.",
	"flask":           "There is no HTTP server here: call your handlers as functions.",
	"tkinter":         "There are no windows here: the timeline shows what happens when.",
}

// Hint is one sentence for the user about a module that cannot be imported, "" when there is
// nothing to say beyond the error.
func Hint(moduleName string) string {
	if text := hints[moduleName]; text != "" {
		return text
	}
	top, _, _ := strings.Cut(moduleName, ".")
	return hints[top]
}
