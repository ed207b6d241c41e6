// Package browsers tests the built site in Firefox and in WebKit, the engine of Safari, as web/e2e does in Chromium: fewer
// scenarios, each of which leans on another part of a browser.
//
// Both are driven by W3C WebDriver's commands. WebKit's driver takes them over HTTP; Firefox understands them itself, over the
// socket that its own driver uses. Neither needs a library. What a page must not do (an error, a broken policy, a request to
// another host) fails the test that it happens in, see watch.go.
package browsers
