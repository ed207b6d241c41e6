// Package e2e tests the built site in a real Chromium, as a person would use it: it looks at what is shown, not only that no
// error came. This package's own code is the harness; the scenarios are its tests.
//
// Open gives a test its own tab with storage of its own, on the site served by a plain file server from a sub-path with the
// Content-Security-Policy as a header. The test fails by itself when the page logs an error, throws, breaks the policy or
// asks another host for anything.
package e2e
