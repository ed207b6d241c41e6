package explain

import (
	"strings"

	"asyncplay/runtime/explain/words"
)

// missingModules says of modules that programs often import, and that are not here, why and what to do instead. Keys are
// top-level names, or those of a submodule where only that is missing.
var missingModules = map[string]words.Key{
	"aiohttp.web": words.HintNoHTTPServer, "fastapi": words.HintNoHTTPServer, "flask": words.HintNoHTTPServer,
	"starlette": words.HintNoHTTPServer, "uvicorn": words.HintNoHTTPServer, "django": words.HintNoHTTPServer,
	"urllib3": words.HintHTTPClients, "pycurl": words.HintHTTPClients, "websockets": words.HintNoWebSockets,
	"select": words.HintNoSelect, "selectors": words.HintNoSelect,
	"asyncpg": words.HintNoDatabase, "aiosqlite": words.HintNoDatabase, "sqlite3": words.HintNoDatabase, "redis": words.HintNoDatabase,
	"aioredis": words.HintNoDatabase, "sqlalchemy": words.HintNoDatabase, "motor": words.HintNoDatabase,
	"uvloop": words.HintOwnLoop, "nest_asyncio": words.HintOwnLoop,
	"trio": words.HintOnlyAsyncio, "anyio": words.HintOnlyAsyncio, "curio": words.HintOnlyAsyncio,
	"tqdm": words.HintNoTerminal, "rich": words.HintNoTerminal, "tkinter": words.HintNoTerminal,
}

// moduleHint is a sentence about an import that failed, or a file that is not there; the zero Message when the exception is another
// one. Modules of other people that nothing is known of get a sentence as well.
func moduleHint(exception string) Message {
	if name, ok := quotedAfter(exception, "ModuleNotFoundError: No module named "); ok {
		if key, ok := missingModules[name]; ok {
			return message(key)
		}
		top, _, _ := strings.Cut(name, ".")
		if key, ok := missingModules[top]; ok {
			return message(key)
		}
		return message(words.HintOnlyLibrary)
	}
	if attribute, ok := quotedAfter(exception, "ImportError: cannot import name "); ok {
		_, rest, _ := strings.Cut(exception, " from ")
		module, _ := quotedAfter(rest, "")
		if key, ok := missingModules[module+"."+attribute]; ok {
			return message(key)
		}
	}
	if strings.HasPrefix(exception, "NotImplementedError: there are no processes here") {
		return message(words.HintNoProcesses)
	}
	if strings.HasPrefix(exception, "FileNotFoundError: [Errno 2] ") {
		return message(words.HintNoFiles)
	}
	return Message{}
}

// quotedAfter is the word in quotes that follows a prefix.
func quotedAfter(text, prefix string) (word string, ok bool) {
	rest, ok := strings.CutPrefix(text, prefix+"'")
	if !ok {
		return "", false
	}
	word, _, ok = strings.Cut(rest, "'")
	return word, ok
}
