package words

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// declaredKeys reads the keys from their declarations, so that none can be forgotten.
func declaredKeys(t *testing.T) []Key {
	source, err := os.ReadFile("keys.go")
	require.NoError(t, err)
	var keys []Key
	for _, m := range regexp.MustCompile(`Key = "([^"]+)"`).FindAllStringSubmatch(string(source), -1) {
		keys = append(keys, Key(m[1]))
	}
	require.NotEmpty(t, keys)
	return keys
}

func TestEveryLanguageSaysEveryKeyAndNothingElse(t *testing.T) {
	keys := declaredKeys(t)
	for lang, l := range languages {
		known := map[Key]bool{}
		for _, key := range keys {
			assert.False(t, known[key], "%s is declared twice", key)
			known[key] = true
			assert.NotEmpty(t, l.sentences[key], "%s in %s", key, lang)
		}
		for key := range l.sentences {
			assert.True(t, known[key], "%s in %s is not declared", key, lang)
		}
	}
}

func TestEverySentenceIsWellFormed(t *testing.T) {
	args := make([]Arg, 6)
	for lang, l := range languages {
		for key, sentence := range l.sentences {
			assert.Equal(t, strings.Count(sentence, "{"), strings.Count(sentence, "}"), "%s in %s", key, lang)
			assert.Zero(t, strings.Count(sentence, "`")%2, "%s in %s", key, lang)
			for _, part := range Parts(lang, Message{Key: key, Args: args}) {
				if part.Arg == nil {
					assert.NotContains(t, part.Text, "{", "%s in %s", key, lang)
				}
			}
			if lang == English && strings.HasPrefix(string(key), "caption.") && !strings.HasSuffix(sentence, ": {1}") {
				assert.True(t, strings.HasSuffix(sentence, "."), "caption %s ends its sentence", key)
			}
		}
	}
}

func TestLanguagesUseTheSameArguments(t *testing.T) {
	placeholder := regexp.MustCompile(`\{(\d)`)
	used := func(sentence string) map[string]bool {
		numbers := map[string]bool{}
		for _, m := range placeholder.FindAllStringSubmatch(sentence, -1) {
			numbers[m[1]] = true
		}
		return numbers
	}
	code := regexp.MustCompile("`[^`]*`")
	for lang, l := range languages {
		for key, sentence := range english {
			assert.Equal(t, used(sentence), used(l.sentences[key]), "the arguments of %s in %s", key, lang)
			assert.ElementsMatch(t, code.FindAllString(sentence, -1), code.FindAllString(l.sentences[key], -1), "the code words of %s in %s", key, lang)
		}
	}
}

func TestJapaneseClosesUpBetweenJapaneseLetters(t *testing.T) {
	sleeps := []Arg{Task(2, "worker-0", "w0", -1), Line(12, -1), Time(1.5, -1)}
	assert.Equal(t, "worker-0 が 12 行目で 1.500 秒までスリープします。", Render(Japanese, Message{CaptionSleeps, sleeps}))
	assert.Equal(t, "プログラムが 3 行目でロックを待ちます。", Render(Japanese, Message{CaptionLock, []Arg{Task(0, "", "", -1), Line(3, -1)}}))
	assert.Equal(t, "a がプログラム外の行でロックを待ちます。", Render(Japanese, Message{CaptionLock, []Arg{Task(1, "a", "a", -1), Line(0, -1)}}))
	assert.Equal(t, "`join()` は永遠に戻りません: 11 個のアイテムが完了になっていません", Render(Japanese, Message{TitleJoin, []Arg{Count(11)}}))
}

func TestRenderPutsArgumentsInTheirPlaces(t *testing.T) {
	tests := []struct {
		name string
		m    Message
		want string
	}{
		{"nothing", Message{}, ""},
		{"a count of one", Message{TitleJoin, []Arg{Count(1)}}, "`join()` will never return: 1 item never marked done"},
		{"a count of many", Message{TitleJoin, []Arg{Count(11)}}, "`join()` will never return: 11 items never marked done"},
		{"a count of none", Message{TitleJoin, []Arg{Count(0)}}, "`join()` will never return: 0 items never marked done"},
		{"task, line, time", Message{CaptionSleeps, []Arg{Task(2, "worker-0", "w0", -1), Line(12, -1), Time(1.5, -1)}},
			"worker-0 sleeps at line 12 until 1.500 s."},
		{"item and code", Message{DetailRaised, []Arg{Task(2, "w", "w", -1), Item(1, 8, "0.13", 3), Time(1.161, 4), Line(13, 4), Code("RuntimeError: boom")}},
			"w took #8 (0.13), died at 1.161 s at line 13: `RuntimeError: boom`"},
		{"code outside any task at the beginning", Message{CaptionStdout, []Arg{Task(0, "", "", -1), Text("hi")}}, "The program prints: hi"},
		{"code outside any task within", Message{CaptionFault, []Arg{Line(3, -1), Task(0, "", "", -1), Text("x")}}, "Fault at line 3 in the program: x."},
		{"a line that is unknown", Message{CaptionCancelled, []Arg{Task(1, "a", "a", -1), Line(0, -1)}}, "a ends as cancelled at no line of the program."},
		{"too few arguments", Message{CaptionSleeps, nil}, "? sleeps at ? until ?."},
		{"an unknown key", Message{Key: "no.such"}, "no.such"},
		{"text that looks like a template", Message{TitleRaised, []Arg{Text("{0} `x` {")}}, "The program ended with {0} `x` {"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, Render(English, test.m))
			assert.Equal(t, test.want, Render("no such language", test.m))
		})
	}
}

func TestPartsKeepArgumentsForThePage(t *testing.T) {
	parts := Parts(English, Message{CaptionRaisedOwes, []Arg{
		Task(3, "worker-1", "w1", -1), Code("RuntimeError: boom"), Line(13, 88), Item(1, 8, "0.13", 70),
	}})
	var kinds []string
	for _, p := range parts {
		switch {
		case p.Arg != nil:
			kinds = append(kinds, "arg:"+p.Text)
		case p.Code:
			kinds = append(kinds, "code:"+p.Text)
		default:
			kinds = append(kinds, p.Text)
		}
	}
	assert.Equal(t, []string{
		"arg:worker-1", " raises ", "arg:RuntimeError: boom", " at ", "arg:line 13", ". It took ",
		"arg:#8 (0.13)", " and will never call ", "code:task_done()", ".",
	}, kinds)
	assert.Equal(t, "w1", parts[0].Arg.Badge)
	assert.Equal(t, int32(88), parts[4].Arg.Event)
}
