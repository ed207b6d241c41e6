package model

import "strings"

// OnlyANumberDiffers reports whether an edit changed digits of one number and nothing else. Each such state is a program that
// somebody may want to see; a name that is half typed is not.
func OnlyANumberDiffers(before, after string) bool {
	start := 0
	for start < len(before) && start < len(after) && before[start] == after[start] {
		start++
	}
	endBefore, endAfter := len(before), len(after)
	for endBefore > start && endAfter > start && before[endBefore-1] == after[endAfter-1] {
		endBefore--
		endAfter--
	}
	if strings.Trim(before[start:endBefore]+after[start:endAfter], "0123456789.") != "" || before == after {
		return false
	}
	// What is there now must be a number still, and not the end of a name such as task1.
	left := start
	for left > 0 && isNumberPart(after[left-1]) {
		left--
	}
	right := endAfter
	for right < len(after) && isNumberPart(after[right]) {
		right++
	}
	text := after[left:right]
	return text != "" && strings.Trim(text, ".") != "" && !isNamePart(after, left-1) && !isNamePart(after, right)
}

func isNumberPart(c byte) bool { return c >= '0' && c <= '9' || c == '.' }

func isNamePart(text string, at int) bool {
	if at < 0 || at >= len(text) {
		return false
	}
	c := text[at]
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
