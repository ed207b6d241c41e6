package site

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"strings"

	"asyncplay/app/embed"
	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/web/lesson"
)

// state is what a link to the playground holds for a block with some changes. Other versions of the program are in their tabs,
// unchanged.
func (k *program) state(b *lesson.Block, c lesson.Changes) (string, error) {
	shown := c.Variant
	if shown == "" {
		shown = firstTab(b)
	}
	names := []string{firstTab(b)}
	for _, v := range b.Variants {
		names = append(names, v.Name)
	}
	var programs []model.Program
	active := 0
	var seconds *float64
	for i, name := range names {
		changes := lesson.Changes{}
		if name == shown {
			active, changes = i, c
		}
		changes.Variant = name
		request, err := b.Request(changes)
		if err != nil {
			return "", err
		}
		faults, problems := embed.ParseFaults(strings.Join(request.Faults, ";"))
		if len(problems) > 0 {
			return "", errors.Join(problems...)
		}
		if name == "" {
			name = words.Text(words.ForTag(k.page.Lang), words.LessonBlankTab)
		}
		programs = append(programs, model.Program{Name: name, Source: request.Source, Faults: faults})
	}
	all, err := b.Complete(c)
	if all.HasAt {
		seconds = &all.At
	}
	return model.EncodePrograms(programs, active, all.Seed, seconds), err
}

// linkVersion is the digit that a link's hash begins with, as web/link.js has it.
const linkVersion = "1"

// packLink makes the hash of a link from a state, as web/link.js does.
func packLink(state string) (string, error) {
	packed, err := pack(state)
	return linkVersion + packed, err
}

// pack packs a text for an address: zlib, then letters that need no escaping.
func pack(text string) (string, error) {
	var out bytes.Buffer
	w, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(out.Bytes()), nil
}
