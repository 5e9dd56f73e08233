package job_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"entente/app/job"
)

// queue stands for the window's goroutine: it keeps what was posted until the test runs it.
type queue struct {
	mu    sync.Mutex
	calls []func()
}

func (q *queue) post(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.calls = append(q.calls, f)
}

func (q *queue) run() {
	for _, f := range q.calls {
		f()
	}
}

// clock steps by a fixed time at each look.
type clock struct {
	mu   sync.Mutex
	at   time.Time
	step time.Duration
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(c.step)
	return c.at
}

func newClock(step time.Duration) *clock { return &clock{at: time.Unix(1e9, 0), step: step} }

func TestOutcomeIsToldOnceAndLast(t *testing.T) {
	boom := errors.New("boom")
	for _, c := range []struct {
		name    string
		work    job.Work
		cancel  bool
		outcome job.Outcome
		err     error
	}{
		{"work that returns nil is done", func(context.Context, func(job.Progress)) error { return nil }, false, job.Done, nil},
		{"work that fails is failed", func(context.Context, func(job.Progress)) error { return boom }, false, job.Failed, boom},
		{"work that gives up is cancelled", waitForCancel, true, job.Cancelled, nil},
		{"a failure after a cancel stays a failure", failAfterCancel(boom), true, job.Failed, boom},
		{"work that finishes in spite of a cancel is done", func(ctx context.Context, _ func(job.Progress)) error {
			<-ctx.Done()
			return nil
		}, true, job.Done, nil},
		{"a context error of the work's own is a failure", func(context.Context, func(job.Progress)) error {
			return context.Canceled
		}, false, job.Failed, context.Canceled},
	} {
		t.Run(c.name, func(t *testing.T) {
			var q queue
			var got []string
			r := job.Runner{Post: q.post, Now: newClock(time.Second).now}
			j := r.Start(c.work, job.Watch{
				Progress: func(job.Progress) { got = append(got, "progress") },
				End: func(o job.Outcome, err error) {
					if o != c.outcome || !errors.Is(err, c.err) {
						t.Errorf("got %v, %v, want %v, %v", o, err, c.outcome, c.err)
					}
					got = append(got, "end")
				},
			})
			if c.cancel {
				j.Cancel()
				j.Cancel()
			}
			j.Wait()
			q.run()
			if len(got) == 0 || got[len(got)-1] != "end" || count(got, "end") != 1 {
				t.Errorf("got %v, want one end, last", got)
			}
		})
	}
}

func waitForCancel(ctx context.Context, report func(job.Progress)) error {
	report(job.Progress{Done: 1, Total: 2})
	<-ctx.Done()
	return fmt.Errorf("read folder: %w", ctx.Err())
}

func failAfterCancel(err error) job.Work {
	return func(ctx context.Context, _ func(job.Progress)) error {
		<-ctx.Done()
		return err
	}
}

func count(list []string, want string) (n int) {
	for _, s := range list {
		if s == want {
			n++
		}
	}
	return n
}

func TestProgressIsThrottledButEndsTrue(t *testing.T) {
	var q queue
	var got []int64
	r := job.Runner{Post: q.post, Now: newClock(job.Pace / 4).now}
	j := r.Start(func(_ context.Context, report func(job.Progress)) error {
		for i := range int64(11) {
			report(job.Progress{Done: i, Total: 10})
		}
		return nil
	}, job.Watch{Progress: func(p job.Progress) { got = append(got, p.Done) }})
	j.Wait()
	q.run()
	if want := []int64{0, 4, 8, 10}; !reflect.DeepEqual(got, want) {
		t.Errorf("got reports %v, want %v: one a pace, and the last", got, want)
	}
}

func TestReportsFromManyGoroutinesAllArriveBeforeTheEnd(t *testing.T) {
	var q queue
	reports, ended := 0, false
	r := job.Runner{Post: q.post, Now: newClock(job.Pace).now}
	j := r.Start(func(_ context.Context, report func(job.Progress)) error {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 50 {
					report(job.Progress{})
				}
			})
		}
		wg.Wait()
		return nil
	}, job.Watch{
		Progress: func(job.Progress) {
			if ended {
				t.Error("progress after the end")
			}
			reports++
		},
		End: func(job.Outcome, error) { ended = true },
	})
	j.Wait()
	q.run()
	if reports != 400 || !ended {
		t.Errorf("got %d reports, ended %v, want 400, true", reports, ended)
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		name string
		p    job.Progress
		want float64
	}{
		{"unknown total", job.Progress{Done: 3}, -1},
		{"half", job.Progress{Done: 5, Total: 10}, 0.5},
		{"more than all is all", job.Progress{Done: 11, Total: 10}, 1},
		{"less than nothing is nothing", job.Progress{Done: -1, Total: 10}, 0},
	} {
		if got := c.p.Share(); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNobodyHasToListen(t *testing.T) {
	var q queue
	r := job.Runner{Post: q.post}
	j := r.Start(func(_ context.Context, report func(job.Progress)) error {
		report(job.Progress{})
		return nil
	}, job.Watch{})
	j.Wait()
	if len(q.calls) != 0 {
		t.Errorf("got %d posts, want none", len(q.calls))
	}
}

func ExampleRunner() {
	post := make(chan func())
	r := job.Runner{Post: func(f func()) { post <- f }}
	r.Start(func(_ context.Context, report func(job.Progress)) error {
		report(job.Progress{Done: 1, Total: 4, Note: "a.txt"})
		return nil
	}, job.Watch{
		Progress: func(p job.Progress) { fmt.Printf("%s %.0f %%\n", p.Note, 100*p.Share()) },
		End:      func(o job.Outcome, err error) { fmt.Println(o); close(post) },
	})
	for f := range post {
		f()
	}
	// Output:
	// a.txt 25 %
	// done
}
