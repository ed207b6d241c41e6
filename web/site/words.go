package site

import (
	"strconv"
	"strings"
)

// sentences are those of the lesson pages, by key, in English and Japanese. They stand here and not in app/words, because the page
// never shows them and would carry them.
var sentences = map[string][2]string{
	"lessons":       {"Lessons", "レッスン"},
	"verdicts":      {"Mistakes that a verdict can name", "判定が名前を挙げる間違い"},
	"playground":    {"Playground", "プレイグラウンド"},
	"skip":          {"Skip to the text", "本文へ進む"},
	"course":        {"All lessons", "レッスン一覧"},
	"lesson of":     {"Lesson {0} of {1}", "レッスン {0} / {1}"},
	"previous":      {"Previous", "前のレッスン"},
	"next":          {"Next", "次のレッスン"},
	"last":          {"That was the last one", "最後のレッスンです"},
	"last text":     {"Now change something", "次は自分のコードで試しましょう"},
	"language":      {"Language", "言語"},
	"theme":         {"Colours: as the system has them", "配色: システムに合わせる"},
	"theme light":   {"Colours: light", "配色: ライト"},
	"theme dark":    {"Colours: dark", "配色: ダーク"},
	"search":        {"Search the lessons", "レッスンを検索"},
	"search short":  {"Search", "検索"},
	"search none":   {"Nothing found", "見つかりません"},
	"search some":   {"{0} found", "{0} 件"},
	"search failed": {"The search could not be loaded", "検索データを読み込めませんでした"},
	"question":      {"Question", "問題"},
	"right":         {"Right.", "正解です。"},
	"wrong":         {"Not this one. Try again, or run it.", "違います。もう一度考えるか、実行してみましょう。"},
	"show answer":   {"Show the answer", "答えを見る"},
	"try":           {"Try it", "試してみましょう"},
	"note":          {"Note", "補足"},
	"warning":       {"Careful", "注意"},
	"output":        {"It prints", "出力"},
	"errors":        {"On stderr", "標準エラー出力"},
	"still":         {"Timeline of the tasks: {0}", "タスクのタイムライン: {0}"},
	"feed":          {"Lessons as a feed", "レッスンのフィード"},
	"course title":  {"Lessons in asyncio", "asyncio のレッスン"},
	"course text":   {"Every program on these pages runs as you read. Change it, break it, and see what it waits for.", "どのプログラムもページの上で動きます。書き換えたり壊したりしながら、何を待っているのかを確かめられます。"},
	"about":         {"Every program here runs in your browser, on a virtual clock, and prints what CPython 3.13 prints.", "プログラムはすべてブラウザーの中で、仮想時計の上で動きます。出力は CPython 3.13 と同じです。"},
	"only in en":    {"In English only", "英語のみ"},
	"only in ja":    {"In Japanese only", "日本語のみ"},
	"mistakes":      {"The lessons have mistakes", "レッスンに誤りがあります"},
	"reload failed": {"The lessons have mistakes: what is shown is older", "レッスンに誤りがあります。表示は古い内容です"},
}

// languageNames are what the languages call themselves.
var languageNames = map[string]string{"en": "English", "ja": "日本語"}

// text is a sentence of a page, with its arguments put in.
func text(lang, key string, args ...string) string {
	pair, ok := sentences[key]
	if !ok {
		return key
	}
	sentence := pair[0]
	if lang == "ja" {
		sentence = pair[1]
	}
	for i, arg := range args {
		sentence = strings.ReplaceAll(sentence, "{"+strconv.Itoa(i)+"}", arg)
	}
	return sentence
}
