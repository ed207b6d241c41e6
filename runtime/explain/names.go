package explain

import (
	"strconv"
	"strings"
	"unicode"

	"asyncplay/runtime/trace"
)

// badgeRunesMax is the room of a badge's tile.
const badgeRunesMax = 3

// Badges returns the letters that stand for each task, by TaskID-1: m for main, w0 for
// worker-0. They differ within a run as long as three characters suffice.
func Badges(t *trace.Trace) []string {
	return badges(t, trace.FinalNames(t))
}

func badges(t *trace.Trace, names []string) []string {
	b := badger{used: make(map[string]bool, len(names))}
	result := make([]string, len(names))
	for i, name := range names {
		if result[i] = b.badge(&t.Tasks[i], t.Text(t.Tasks[i].CoroName), name); result[i] == "" {
			result[i] = b.spare()
		}
		b.used[result[i]] = true
	}
	return result
}

type badger struct {
	used map[string]bool
	next int64
}

// badge makes a badge from a task's name, "" when all that fit are taken. The name that
// asyncio gives by itself (Task-3) says less than the coroutine's.
func (b *badger) badge(info *trace.TaskInfo, coro, name string) string {
	word, number := splitName(name)
	if !info.Thread && word == "Task" && coro != "" {
		word = coro[strings.LastIndexByte(coro, '.')+1:]
		if word == "main" {
			number = ""
		}
	}
	letters := lettersOf(word)
	for n := 1; n <= len(letters); n++ {
		candidate := string(letters[:n]) + number
		if len([]rune(candidate)) > badgeRunesMax {
			break
		}
		if !b.used[candidate] {
			return candidate
		}
	}
	if len(letters) > 0 && number == "" {
		for n := 1; n <= 9; n++ {
			if candidate := string(letters[:1]) + strconv.Itoa(n); !b.used[candidate] {
				return candidate
			}
		}
	}
	return ""
}

// spare counts through the short codes that no name asked for.
func (b *badger) spare() string {
	for {
		b.next++
		if code := strconv.FormatInt(b.next, 36); !b.used[code] {
			return code
		}
	}
}

// splitName parts a name like worker-12 into its word and its number.
func splitName(name string) (word, number string) {
	end := len(name)
	for end > 0 && name[end-1] >= '0' && name[end-1] <= '9' {
		end--
	}
	return strings.TrimRight(name[:end], "-_ #:"), name[end:]
}

// lettersOf returns the letters of a word in lower case, as many as a badge can use.
func lettersOf(word string) []rune {
	var letters []rune
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters = append(letters, unicode.ToLower(r))
		}
		if len(letters) == badgeRunesMax {
			break
		}
	}
	return letters
}
