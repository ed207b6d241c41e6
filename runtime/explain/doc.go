// Package explain puts a recorded run into words: the verdict at its end (why it hangs,
// who owes task_done(), what ended with an exception nobody looked at) and a caption
// for each event. It reads traces only; the words themselves are in package words.
package explain
