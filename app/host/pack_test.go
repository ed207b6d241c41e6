package host

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func goOn() error { return nil }

func TestThePackIsFetchedOnceForAllRuns(t *testing.T) {
	var fetches atomic.Int32
	come := make(chan struct{})
	p := &pack{fetch: func() (string, error) {
		fetches.Add(1)
		<-come
		return "text", nil
	}}
	var runs sync.WaitGroup
	for range 3 {
		runs.Go(func() {
			text, err := p.wait(goOn)
			assert.NoError(t, err)
			assert.Equal(t, "text", text)
		})
	}
	close(come)
	runs.Wait()
	text, err := p.wait(func() error { return errors.New("not asked when it is there") })
	assert.NoError(t, err)
	assert.Equal(t, "text", text)
	assert.EqualValues(t, 1, fetches.Load())
}

func TestAPackThatDidNotComeIsFetchedAgainByTheNextRun(t *testing.T) {
	gone := errors.New("404")
	answers := []error{gone, nil}
	p := &pack{fetch: func() (string, error) {
		err := answers[0]
		answers = answers[1:]
		if err != nil {
			return "", err
		}
		return "text", nil
	}}
	_, err := p.wait(goOn)
	require.ErrorIs(t, err, gone)
	text, err := p.wait(goOn)
	require.NoError(t, err)
	assert.Equal(t, "text", text)
}

func TestARunThatWaitsForThePackIsStopped(t *testing.T) {
	come := make(chan struct{})
	fetches := 0
	p := &pack{fetch: func() (string, error) {
		fetches++
		<-come
		return "text", nil
	}}
	asked := time.Now()
	_, err := p.wait(func() error { return ErrStopped })
	require.ErrorIs(t, err, ErrStopped)
	assert.Less(t, time.Since(asked), answerMilliseconds*time.Millisecond, "before the worker is given up")
	close(come)
	text, err := p.wait(goOn)
	require.NoError(t, err)
	assert.Equal(t, "text", text)
	assert.Equal(t, 1, fetches, "the fetch went on for the next run")
}
