package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRenderedPagesBecomeStandardHTML(t *testing.T) {
	for _, c := range []struct{ name, rendered, want string }{
		{"text alone", "a &lt; b", "a &lt; b"},
		{"attributes are sorted", `<a id="x" class="y" disabled>t</a>`, `<a class="y" disabled id="x">t</a>`},
		{"quotes and backslashes", `<a title="say \"hi\" \\ <b>">`, `<a title="say &#34;hi&#34; \ &lt;b&gt;">`},
		{"a value with a greater sign", `<a title="a > b" id="i">t`, `<a id="i" title="a &gt; b">t`},
		{"states of widgets", `<i aria-hidden hidden>`, `<i aria-hidden="true" hidden>`},
		{"what is false is left out", `<option selected="false" value="false">`, `<option value="false">`},
		{"icons", `<svg viewBox="0 0 16 16"><path d="M1 2"/></svg>`, `<svg viewBox="0 0 16 16"><path d="M1 2" /></svg>`},
	} {
		got, err := standardHTML(c.rendered)
		require.NoError(t, err, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
	for _, broken := range []string{"<a", `<a b`, `<a b="`, `<a b="c"`, `<a b=c>`} {
		_, err := standardHTML(broken)
		assert.Error(t, err, broken)
	}
}
