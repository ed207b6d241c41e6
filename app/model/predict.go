package model

import (
	"slices"
	"sort"

	"asyncplay/runtime/trace"
)

// Question is asked before a step forward shows what comes.
type Question struct {
	Prints  bool // what is printed next; else which task runs next
	Choices []Choice
	Right   int
	event   int
	step    func() // the step that the question stands before
}

// Choice is a possible answer.
type Choice struct {
	Task BadgeView
	Text string
}

// Score counts answers; it is kept quietly.
type Score struct{ Right, Asked int }

const choicesMax = 4

// TogglePredict starts or ends asking.
func (p *Playground) TogglePredict() {
	p.input()
	p.Predict, p.Question = !p.Predict, nil
	p.touch(PartInstant, PartRun)
}

// asks stops a step forward with a question, when there is one to ask.
func (p *Playground) asks(step func()) bool {
	r := p.Run()
	if !p.Predict || r == nil || p.Question != nil {
		return false
	}
	q := p.questionBefore(r, p.Play.Event+1)
	if q == nil {
		return false
	}
	p.input()
	p.Play.Playing = false
	q.step = step
	p.Question = q
	p.touch(PartInstant)
	return true
}

// questionBefore is what can be asked before an event, nil when nothing about it is worth a question.
func (p *Playground) questionBefore(r *Run, event int) *Question {
	e := r.event(event)
	if e == nil {
		return nil
	}
	q := &Question{event: event}
	switch e.Kind {
	case trace.TaskStep:
		view := p.LoopView()
		if view == nil || view.Running != nil {
			return nil
		}
		for i := range view.Ready {
			if id := view.Ready[i].Task.Task; id > 0 && len(q.Choices) < choicesMax {
				q.Choices = append(q.Choices, Choice{Task: view.Ready[i].Task})
			}
		}
		// By number, not in the order of the queue: that is the answer.
		sort.Slice(q.Choices, func(a, b int) bool { return q.Choices[a].Task.Task < q.Choices[b].Task.Task })
		q.Right = slices.IndexFunc(q.Choices, func(c Choice) bool { return c.Task.Task == e.Task })
	case trace.Stdout:
		q.Prints = true
		q.Choices, q.Right = r.printChoices(event)
	default:
		return nil
	}
	if len(q.Choices) < 2 || q.Right < 0 {
		return nil
	}
	return q
}

// printChoices are the line that is printed and others that the program prints near it, in an order that gives nothing away.
func (r *Run) printChoices(event int) (choices []Choice, right int) {
	text := func(i int) string { return trimNewline(r.Trace.Text(r.Trace.Events[i].Text)) }
	answer := text(event)
	texts := []string{answer}
	at := countUpTo(r.console, event)
	for distance := 1; distance < 40 && len(texts) < choicesMax; distance++ {
		for _, i := range []int{at - 1 + distance, at - 1 - distance} {
			if i < 0 || i >= len(r.console) || r.Trace.Events[r.console[i]].Kind != trace.Stdout {
				continue
			}
			if other := text(int(r.console[i])); len(texts) < choicesMax && other != "" && !slices.Contains(texts, other) {
				texts = append(texts, other)
			}
		}
	}
	slices.Sort(texts)
	for _, t := range texts {
		choices = append(choices, Choice{Text: t})
	}
	return choices, slices.Index(texts, answer)
}

// Answer takes an answer, counts it, and makes the step; a choice out of range is no answer and counts nothing.
func (p *Playground) Answer(choice int) {
	q := p.Question
	if q == nil {
		return
	}
	p.Question = nil
	if choice >= 0 && choice < len(q.Choices) {
		p.Score.Asked++
		p.LastRight = choice == q.Right
		p.Answered = true
		if p.LastRight {
			p.Score.Right++
		}
	}
	answered := p.Answered
	q.step()
	p.Answered = answered
	p.touch(PartInstant)
}
