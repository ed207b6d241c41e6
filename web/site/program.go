package site

import (
	"encoding/json"
	"fmt"
	"html"
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/web/lesson"
	"asyncplay/web/still"
)

// program writes the programs of one page.
type program struct {
	*writer
	page    *lesson.Page
	dir     string // of the page in the site
	oembeds []link
}

// Sizes of an embed's parts in CSS pixels, as web/embed has them: what stands above and below code and timeline.
const (
	embedAround  = 40 + 36 + 34 + 46
	lineHeight   = 20
	codePadding  = 20
	gridLeast    = 190
	gridMost     = 400
	stillWidth   = 440
	posterAround = 40 + 36 + 16
	heightStep   = 20
)

// height is what an embed takes in the page: enough for most of its code, and not more than a screen.
func height(b *lesson.Block) int {
	if b.Height > 0 {
		return b.Height
	}
	shown := strings.Count(b.Source, "\n")
	for _, v := range b.Variants {
		shown = max(shown, strings.Count(v.Source, "\n"))
	}
	for _, r := range hidden(b) {
		shown -= r.To - r.From
	}
	grid := min(max(shown*lineHeight+codePadding, gridLeast), gridMost)
	return (embedAround + grid + heightStep - 1) / heightStep * heightStep
}

// hidden are the lines of a block that are folded away.
func hidden(b *lesson.Block) []lesson.Range {
	ranges := append([]lesson.Range(nil), b.Hide...)
	if b.Lines.To > 0 {
		if b.Lines.From > 1 {
			ranges = append(ranges, lesson.Range{From: 1, To: b.Lines.From - 1})
		}
		if last := strings.Count(b.Source, "\n"); b.Lines.To < last {
			ranges = append(ranges, lesson.Range{From: b.Lines.To + 1, To: last})
		}
	}
	return ranges
}

// html is the element of a block, with code and picture in it for readers without scripts, for print and for the time until it
// can be played.
func (k *program) html(b *lesson.Block) (string, error) {
	result, err := k.Runner.Run(b, lesson.Changes{})
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString("<async-playground")
	for _, a := range k.attributes(b, result) {
		if a.Value == "" {
			fmt.Fprintf(&out, " %s", a.Name)
		} else {
			fmt.Fprintf(&out, ` %s="%s"`, a.Name, html.EscapeString(a.Value))
		}
	}
	out.WriteString(">")
	numbered := ""
	if b.After == nil {
		numbered = ` class="numbered"`
	}
	pre := func(name, source string) {
		variant := ""
		if name != "" {
			variant = fmt.Sprintf(` data-variant="%s"`, html.EscapeString(name))
		}
		fmt.Fprintf(&out, `<pre%s%s tabindex="0"><code class="language-python">%s</code></pre>`, numbered, variant, still.Highlight(source))
	}
	if len(b.Variants) == 0 {
		pre("", b.Source)
	} else {
		pre(firstTab(b), b.Source)
	}
	for _, v := range b.Variants {
		pre(v.Name, v.Source)
	}
	if b.View == "" || b.View == "both" || b.View == "timeline" {
		pictures, err := k.stills(b, result)
		if err != nil {
			return "", err
		}
		out.WriteString(pictures)
	}
	out.WriteString("</async-playground>\n")
	return out.String(), k.oembed(b)
}

// firstTab is the name of the tab of a block's own program, when there are other versions.
func firstTab(b *lesson.Block) string {
	if b.Tab != "" || len(b.Variants) == 0 {
		return b.Tab
	}
	if b.Name != "" {
		return strings.TrimSuffix(b.Name[strings.LastIndexByte(b.Name, '/')+1:], ".py")
	}
	return "1"
}

func (k *program) attributes(b *lesson.Block, result *lesson.Result) []lesson.Setting {
	var list []lesson.Setting
	add := func(name, value string) {
		if value != "" {
			list = append(list, lesson.Setting{Name: name, Value: value})
		}
	}
	flag := func(name string, on bool) {
		if on {
			list = append(list, lesson.Setting{Name: name})
		}
	}
	add("id", b.ID)
	add("title", k.title(b))
	add("view", b.View)
	add("height", strconv.Itoa(height(b)))
	add("fault", strings.Join(b.Base.Faults, ";"))
	add("set", settings(b.Base.Set))
	if b.Base.HasSeed {
		add("seed", strconv.FormatInt(b.Base.Seed, 10))
	}
	if b.Base.HasAt {
		add("at", lesson.FormatSeconds(b.Base.At))
	}
	var hide []string
	before := strings.Count(b.Whole(""), "\n") // the element counts the lines of the whole program
	for _, r := range hidden(b) {
		hide = append(hide, fmt.Sprintf("%d-%d", before+r.From, before+r.To))
	}
	add("hide", strings.Join(hide, ","))
	if b.After != nil {
		add("after", b.After.ID)
	}
	add("loading", b.Loading)
	add("controls", b.Controls)
	flag("autorun", b.Autorun)
	flag("readonly", b.ReadOnly)
	add("outcome", result.Outcome)
	add("duration", strconv.FormatFloat(result.Seconds, 'f', 3, 64))
	return list
}

func (k *program) title(b *lesson.Block) string {
	if b.Title != "" {
		return b.Title
	}
	return b.Name
}

func settings(list []lesson.Setting) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, s.Name+"="+s.Value)
	}
	return strings.Join(parts, ";")
}

// stills are pictures of the block's timeline, for light pages and dark ones.
func (k *program) stills(b *lesson.Block, result *lesson.Result) (string, error) {
	state, err := k.state(b, lesson.Changes{})
	if err != nil {
		return "", err
	}
	shot, err := still.Take(state, words.ForTag(k.page.Lang))
	if err != nil {
		return "", fmt.Errorf("%s:%d: %w", k.page.File, b.Line, err)
	}
	alt := text(k.page.Lang, "still", verdictText(k.page.Lang, result))
	var out strings.Builder
	for _, theme := range []still.Theme{still.Light, still.Dark} {
		picture := shot.Draw(stillWidth, float64(height(b)-posterAround), theme, alt)
		name, err := k.addPicture("still.svg", picture.SVG)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&out, `<img data-still="%s" src="%s" width="%d" height="%d" alt="%s" loading="lazy" decoding="async">`,
			theme, attribute(relative(k.dir, name)), picture.Width, picture.Height, attribute(alt))
	}
	return out.String(), nil
}

// verdictText is the verdict's title in a language.
func verdictText(lang string, r *lesson.Result) string {
	report := explain.Verdict(r.Trace, r.Source)
	return explainwords.Render(explainwords.Lang(lang), report.Title)
}

// change are the attributes of a change link: what the script applies, and where it leads without scripts. Everything that can be
// changed is in it, so that it does not matter what was changed before.
func (k *program) change(c *lesson.ChangeLink) (string, error) {
	state, err := k.state(c.Block, c.Ref.Changes)
	if err != nil {
		return "", err
	}
	packed, err := packLink(state)
	if err != nil {
		return "", err
	}
	all, err := c.Block.Complete(c.Ref.Changes)
	if err != nil {
		return "", err
	}
	applied := map[string]any{"fault": strings.Join(all.Faults, ";"), "set": settings(all.Set), "seed": all.Seed}
	if len(c.Block.Variants) > 0 {
		applied["variant"] = all.Variant
		if all.Variant == "" {
			applied["variant"] = firstTab(c.Block)
		}
	}
	if all.HasAt {
		applied["at"] = all.At
	}
	data, err := json.Marshal(applied)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(`href="%s" data-of="%s" data-change="%s"`, attribute(relative(k.dir, "")+"#"+packed), attribute(c.Block.ID), attribute(string(data))), nil
}
