package browsers

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// startSeconds is how long a browser may take to come up on a busy machine.
const startSeconds = 60

// errMissing marks a browser that is not installed: its tests are skipped.
var errMissing = errors.New("not installed")

// browser is a running browser with one window.
type browser struct {
	name string
	wire wire
	stop func()
	err  error
	turn sync.Mutex // its only window is used by one test at a time
}

// outerWorld counts what the browsers ask of any host that is not this machine.
var outerWorld = sync.OnceValue(newProxy)

// Each is started when a test first asks for it.
var (
	firefox = sync.OnceValue(func() *browser { return start("firefox", startFirefox) })
	webkit  = sync.OnceValue(func() *browser { return start("webkit", startWebKit) })
)

// running is what must be stopped at the end.
var running []*browser

func start(name string, with func() (wire, func(), error)) *browser {
	b := &browser{name: name}
	b.wire, b.stop, b.err = with()
	if b.stop != nil {
		running = append(running, b)
	}
	if b.err == nil {
		_, b.err = b.wire.send(setTimeouts, map[string]any{"script": 30_000, "pageLoad": 30_000})
	}
	return b
}

// quietFirefox are settings without which Firefox asks its maker's hosts for one thing and another.
const quietFirefox = `
user_pref("marionette.port", 0);
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.aboutConfig.showWarning", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.region.network.url", "");
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.search.update", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("browser.tabs.warnOnClose", false);
user_pref("captivedetect.canonicalURL", "");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.push.connection.enabled", false);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("media.gmp-manager.updateEnabled", false);
user_pref("messaging-system.rsexperimentloader.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.dns.disablePrefetch", true);
user_pref("network.prefetch-next", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("signon.autofillForms", false);
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.server", "");
`

// narrowFirefox lets the window be as narrow as a phone: Firefox's own bars want 450 pixels.
const narrowFirefox = `:root, #navigator-toolbox, #browser { min-width: 0 !important; }`

func startFirefox() (wire, func(), error) {
	path, err := installed(os.Getenv("FIREFOX"), "firefox-esr", "firefox")
	if err != nil {
		return nil, nil, err
	}
	profile, err := os.MkdirTemp("", "asyncplay-firefox-")
	if err != nil {
		return nil, nil, err
	}
	clear := func() { _ = os.RemoveAll(profile) } // a temporary directory: the system clears what is left
	err = errors.Join(writeFile(quietFirefox, profile, "user.js"),
		writeFile(narrowFirefox, profile, "chrome", "userChrome.css"))
	if err != nil {
		return nil, clear, err
	}
	cmd := exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--marionette", "--width", "1440", "--height", "1000")
	cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	stop, err := begin(cmd)
	if err != nil {
		return nil, clear, err
	}
	both := func() { stop(); clear() }
	var port string
	err = patiently(func() error {
		text, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if port = strings.TrimSpace(string(text)); err == nil && port == "" {
			err = errors.New("no port yet")
		}
		return err
	})
	if err != nil {
		return nil, both, err
	}
	w, err := newMarionetteWire("127.0.0.1:"+port, map[string]any{"proxy": outerWorld().capability(), "acceptInsecureCerts": true})
	return w, both, err
}

// narrowWebKit does the same to the small browser around WebKit.
const narrowWebKit = `button, entry, toolbar, headerbar { min-width: 0; padding: 0; margin: 0; border: 0; }`

// miniBrowsers is where distributions have WebKitGTK's small browser.
const miniBrowsers = "/usr/lib*/*/webkit2gtk-4.1/MiniBrowser"

func startWebKit() (wire, func(), error) {
	driver, err := installed(os.Getenv("WEBKIT_DRIVER"), "WebKitWebDriver")
	if err != nil {
		return nil, nil, err
	}
	found, err := filepath.Glob(miniBrowsers)
	if err != nil || len(found) == 0 {
		return nil, nil, fmt.Errorf("%s: %w", miniBrowsers, errMissing)
	}
	display, stopDisplay, err := startDisplay()
	if err != nil {
		return nil, nil, err
	}
	// Driver and browser find each other by a bus; on a busy machine they miss each other now and then.
	const attempts = 3
	for attempt := 1; ; attempt++ {
		w, stopDriver, err := startWebKitOn(display, driver, found[0])
		if err == nil || attempt == attempts {
			return w, func() { stopDriver(); stopDisplay() }, err
		}
		stopDriver()
	}
}

// startWebKitOn starts driver and browser. stop is never nil.
func startWebKitOn(display, driver, miniBrowser string) (w wire, stop func(), err error) {
	home, err := os.MkdirTemp("", "asyncplay-webkit-")
	clear := func() { _ = os.RemoveAll(home) } // a temporary directory: the system clears what is left
	if err != nil {
		return nil, clear, err
	}
	port, err := freePort()
	if err != nil {
		return nil, clear, err
	}
	if err := writeFile(narrowWebKit, home, "gtk-3.0", "gtk.css"); err != nil {
		return nil, clear, err
	}
	cmd := exec.Command(driver, "--port="+port)
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+home, "XDG_RUNTIME_DIR="+home, "XDG_CACHE_HOME="+home, "XDG_CONFIG_HOME="+home,
		"XDG_DATA_HOME="+home, "GDK_BACKEND=x11", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "GSETTINGS_BACKEND=memory")
	stopDriver, err := begin(cmd)
	if err != nil {
		return nil, clear, err
	}
	stop = func() { stopDriver(); clear() }
	err = patiently(func() error {
		socket, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			err = socket.Close()
		}
		return err
	})
	if err != nil {
		return nil, stop, err
	}
	session, err := newHTTPWire("http://127.0.0.1:"+port, map[string]any{"proxy": outerWorld().capability(),
		"webkitgtk:browserOptions": map[string]any{"binary": miniBrowser, "args": []string{"--automation"}}})
	if err != nil {
		return nil, stop, err
	}
	return session, func() {
		_, _ = session.send(command{"DELETE", "", ""}, nil) // closes the browser; what is left of it dies with its driver
		stop()
	}, nil
}

// startDisplay starts an X server without a screen: WebKitGTK has no mode without windows.
func startDisplay() (display string, stop func(), err error) {
	path, err := installed("Xvfb")
	if err != nil {
		return "", nil, err
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer reader.Close()
	cmd := exec.Command(path, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{writer}
	stop, err = begin(cmd)
	writer.Close()
	if err != nil {
		return "", nil, err
	}
	var number int
	if _, err := fmt.Fscan(reader, &number); err != nil {
		stop()
		return "", nil, fmt.Errorf("no display of Xvfb: %w", err)
	}
	return fmt.Sprintf(":%d", number), stop, nil
}

// begin starts a process that stop ends.
func begin(cmd *exec.Cmd) (stop func(), err error) {
	if os.Getenv("ASYNCPLAY_BROWSER_LOG") != "" {
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return sync.OnceFunc(func() {
		_ = cmd.Process.Signal(os.Interrupt) // Xvfb and the browsers clear up after themselves then
		ended := make(chan struct{})
		go func() { _ = cmd.Wait(); close(ended) }()
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
	}), nil
}

// installed finds the first program that is there.
func installed(names ...string) (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s: %w", names[len(names)-1], errMissing)
}

func writeFile(content string, path ...string) error {
	name := filepath.Join(path...)
	return errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(content), 0o600))
}

// patiently tries until it works or startSeconds have passed.
func patiently(try func() error) error {
	deadline := time.Now().Add(startSeconds * time.Second)
	for {
		err := try()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}
