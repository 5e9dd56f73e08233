// Package job runs one long task beside the window: it gives the task a context, passes its progress on at a pace that a
// screen can follow, and ends with exactly one outcome.
//
// It knows no window and does none of the work itself. Everything that it tells goes through one injected function, so a
// program that may touch its widgets on one goroutine only gets every report there, in order, with the outcome last.
// A Runner and its Jobs are safe for concurrent use.
package job

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Pace is the shortest time between two reports of progress: at most ten a second.
const Pace = 100 * time.Millisecond

// Outcome says how a task ended.
type Outcome int

// The outcomes.
const (
	Done      Outcome = iota // the work returned no error
	Cancelled                // it was cancelled and gave up
	Failed                   // it returned an error of its own
)

// String gives "done", "cancelled" or "failed".
func (o Outcome) String() string {
	return [...]string{"done", "cancelled", "failed"}[o]
}

// Progress says how far a task has come. Total is 0 while nobody knows how much there is.
type Progress struct {
	Done, Total int64
	Note        string // what is worked on, such as a file's name
}

// Share is the part that is done, 0 to 1, or -1 while the total is unknown.
func (p Progress) Share() float64 {
	if p.Total <= 0 {
		return -1
	}
	return min(1, max(0, float64(p.Done)/float64(p.Total)))
}

// Work is a task. It must return soon after ctx is done. It may call report from any of its goroutines, as often as it
// likes, but not after it has returned.
type Work func(ctx context.Context, report func(Progress)) error

// Watch is told about a task. Either function may be nil. End is called exactly once, after the last Progress.
type Watch struct {
	Progress func(Progress)
	End      func(Outcome, error) // the error is nil when the outcome is Done or Cancelled
}

// Runner starts tasks. Post is how they report: it must call the function that it is given, once, and keep the order.
type Runner struct {
	Post func(func())
	Now  func() time.Time // nil for time.Now
}

// Job is a task that was started.
type Job struct {
	cancel context.CancelFunc
	ended  chan struct{}
}

// Start runs work on a goroutine of its own.
func (r *Runner) Start(work Work, watch Watch) *Job {
	ctx, cancel := context.WithCancel(context.Background())
	j := &Job{cancel: cancel, ended: make(chan struct{})}
	p := &pacer{post: r.Post, tell: watch.Progress, now: r.Now}
	if p.now == nil {
		p.now = time.Now
	}
	go func() {
		defer close(j.ended)
		err := work(ctx, p.report)
		p.flush()
		outcome, err := judge(ctx, err)
		cancel()
		if watch.End != nil {
			r.Post(func() { watch.End(outcome, err) })
		}
	}()
	return j
}

// judge tells a task that gave up from one that failed. A task that finishes although it was cancelled is done.
func judge(ctx context.Context, err error) (Outcome, error) {
	switch {
	case err == nil:
		return Done, nil
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		return Cancelled, nil
	}
	return Failed, err
}

// Cancel asks the task to give up. It may be called at any time, also more than once.
func (j *Job) Cancel() { j.cancel() }

// Wait returns when the work has returned and its outcome was handed to Post. A goroutine that Post needs to make
// progress must not call it.
func (j *Job) Wait() { <-j.ended }

// pacer lets a report through when the last one is a Pace ago, and keeps the newest of the others for the end.
type pacer struct {
	post func(func())
	tell func(Progress)
	now  func() time.Time

	mu      sync.Mutex
	last    time.Time
	pending *Progress
}

func (p *pacer) report(at Progress) {
	if p.tell == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if now.Sub(p.last) < Pace {
		p.pending = &at
		return
	}
	p.last, p.pending = now, nil
	// Posted under the lock, so that reports from several goroutines keep their order.
	p.post(func() { p.tell(at) })
}

func (p *pacer) flush() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at := p.pending; at != nil {
		p.pending = nil
		p.post(func() { p.tell(*at) })
	}
}
