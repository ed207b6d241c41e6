package e2e

import (
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	inlineScript = regexp.MustCompile(`<script(?:\s[^>]*)?>[^<]`)
	handler      = regexp.MustCompile(`<[a-z][^>]*\son[a-z]+\s*=`)
	request      = regexp.MustCompile(`<script|<link rel="(?:stylesheet|preload)"|<img|<iframe`)
)

// Every page of the site says what it may do before it does anything, and holds nothing that this would forbid.
func TestEveryPageOfTheSiteHasAStrictPolicy(t *testing.T) {
	siteURL(t)
	pages := 0
	require.NoError(t, filepath.WalkDir(buildOnce().dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		pages++
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		page := string(content)
		policy := policyTag.FindStringSubmatchIndex(page)
		if !assert.NotNil(t, policy, "%s has no policy", name) {
			return nil
		}
		rules := html.UnescapeString(page[policy[2]:policy[3]])
		for _, rule := range []string{"default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'"} {
			assert.Contains(t, rules, rule, name)
		}
		scripts := regexp.MustCompile(`script-src [^;]*`).FindString(rules)
		assert.NotContains(t, scripts, "'unsafe-", name)
		assert.NotContains(t, scripts, "http", name)
		assert.Greater(t, request.FindStringIndex(page)[0], policy[1], "%s asks for something before its policy", name)
		assert.NotRegexp(t, inlineScript, page, name)
		assert.NotRegexp(t, handler, page, name)
		assert.NotContains(t, page, "<style", name)
		assert.NotContains(t, page, "javascript:", name)
		return nil
	}))
	assert.Greater(t, pages, 50)
}
