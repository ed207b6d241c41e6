package stdlib

import "strings"

// hints say in one sentence why a module is not here and what to do instead. Keys are
// top-level names.
var hints = map[string]string{
	"aiohttp":         "There is no network here: replace the request by await asyncio.sleep(seconds), and return what the server would answer.",
	"httpx":           "There is no network here: replace the request by await asyncio.sleep(seconds), and return what the server would answer.",
	"requests":        "There is no network here: replace the request by time.sleep(seconds), and return what the server would answer.",
	"urllib":          "There is no network here: replace the request by time.sleep(seconds), and return what the server would answer.",
	"urllib3":         "There is no network here: replace the request by time.sleep(seconds), and return what the server would answer.",
	"http":            "There is no network here: replace the request by a sleep, and return what the server would answer.",
	"ssl":             "There is no network here: an asyncio.Queue can stand for the connection.",
	"select":          "There is no network here: the event loop itself waits for timers and threads only.",
	"selectors":       "There is no network here: the event loop itself waits for timers and threads only.",
	"websockets":      "There is no network here: an asyncio.Queue for each direction can stand for the connection.",
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
	"fastapi":         "There is no network here: call your handlers as coroutines.",
	"flask":           "There is no network here: call your handlers as functions.",
	"tkinter":         "There are no windows here: the timeline shows what happens when.",
}

// Hint is one sentence for the user about a module that cannot be imported, "" when there is
// nothing to say beyond the error.
func Hint(moduleName string) string {
	top, _, _ := strings.Cut(moduleName, ".")
	return hints[top]
}
