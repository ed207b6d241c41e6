package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/app/lessons"
	"asyncplay/app/words"
)

func ids(rows []MenuRow) []string {
	var list []string
	for _, row := range rows {
		list = append(list, row.ID)
	}
	return list
}

func TestTheMenuListsAllProgramsUnderTheirThemes(t *testing.T) {
	p := New(&fakeEnv{}, Options{})
	p.OpenMenu()
	rows := p.MenuRows()
	require.Len(t, rows, len(lessons.All()))
	assert.Equal(t, "Queues", rows[0].Theme)
	assert.True(t, rows[0].Current)
	assert.Empty(t, rows[1].Theme)
	p.SetLang(words.Japanese)
	assert.Equal(t, "キュー", p.MenuRows()[0].Theme)
}

func TestSearchingLooksAtTitlesFirstThenNotesThenCode(t *testing.T) {
	p := New(&fakeEnv{}, Options{})
	p.OpenMenu()
	p.SetMenuQuery("lock")
	found := ids(p.MenuRows())
	require.NotEmpty(t, found)
	assert.Equal(t, "locks/lock", found[0])
	assert.Contains(t, found, "mistakes/lock_order")
	p.SetMenuQuery("notify()")
	assert.Equal(t, []string{"locks/condition"}, ids(p.MenuRows()))
	p.SetMenuQuery("Gather  FOLLOWERS")
	assert.Equal(t, "gather/followers", ids(p.MenuRows())[0])
	p.SetMenuQuery("no such thing")
	assert.Empty(t, p.MenuRows())
	assert.True(t, p.MenuKey("Enter"), "nothing to open, but no other key's business")
	p.SetLang(words.Japanese)
	p.SetMenuQuery("フォロワー")
	assert.Contains(t, ids(p.MenuRows()), "queues/pipeline")
}

func TestArrowsMoveTheMarkAndEnterOpens(t *testing.T) {
	p := New(&fakeEnv{}, Options{})
	assert.True(t, p.Press(Key{Name: "k", Control: true}, true), "also while typing")
	assert.Equal(t, OverlayPrograms, p.Overlay)
	p.MenuKey("ArrowUp")
	assert.Equal(t, 0, p.MenuAt())
	p.MenuKey("ArrowDown")
	p.MenuKey("PageDown")
	assert.Equal(t, 9, p.MenuAt())
	p.MenuKey("PageUp")
	_, open := p.Note()
	assert.False(t, open)
	p.MenuKey("Enter")
	assert.Equal(t, OverlayNone, p.Overlay)
	assert.Equal(t, "queues/worker_pool", p.Lesson)
	note, open := p.Note()
	assert.True(t, open)
	assert.Equal(t, "A pool of workers", note.Title)
	p.CloseNote()
	_, open = p.Note()
	assert.False(t, open)
	p.OpenMenu()
	assert.Equal(t, 1, p.MenuAt(), "the mark begins at the program on the page")
	assert.False(t, p.MenuKey("a"))
}

func TestUnknownLessonsHaveATitle(t *testing.T) {
	title, _ := LessonTitle(words.English, "<b>no such</b>")
	assert.Equal(t, "A blank program", title)
}
