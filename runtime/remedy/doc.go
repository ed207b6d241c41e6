// Package remedy recognises the well-known mistakes behind a run and offers a change of the program for each. A
// recording says what happened and on which lines; the program's tree says whether the mistake stands there, and where to
// change the text. It looks at both, and at nothing that lives.
//
// Each mistake has an ID and a page in docs/verdicts.
package remedy
