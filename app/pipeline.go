package app

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"sync"

	"entente/data"
	"entente/data/ingest"
)

// Source gives articles one after another, and an error for each file that cannot be used, as ingest.Files does.
type Source func(context.Context, ingest.Func) error

// Paths is the source that reads files, folders and, as "-", standard input.
func Paths(paths []string, o ingest.Options) Source {
	return func(ctx context.Context, fn ingest.Func) error { return ingest.Files(ctx, paths, o, fn) }
}

// Each takes the articles of from, calls work for each on all cores, and hands the results to done in the order of the
// input, on the caller's goroutine. What cannot be read or worked on comes to done as an error, a *data.InputError as a
// rule, and the rest goes on. Only a few articles are in memory at a time, however many there are. Each stops at the
// first error that done returns, and returns it; when ctx ends it returns the context's error.
func Each[T any](ctx context.Context, from Source,
	work func(*data.Article) (T, error), done func(T, error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := newPipeline(work)
	var workers sync.WaitGroup
	for range p.cores {
		workers.Go(p.run)
	}
	read := make(chan error, 1)
	go func() { read <- p.read(ctx, from) }()
	if err := p.deliver(ctx, done); err != nil {
		// Nothing to wait for: the reader may be blocked on standard input, and the workers' results are no longer wanted.
		return err
	}
	workers.Wait()
	return <-read
}

// slot is the place of one article in the order of the input.
type slot[T any] struct {
	value T
	err   error
	ready chan struct{}
}

type task[T any] struct {
	article data.Article
	slot    *slot[T]
}

type pipeline[T any] struct {
	cores int
	work  func(*data.Article) (T, error)
	line  chan *slot[T]
	tasks chan task[T]
}

func newPipeline[T any](work func(*data.Article) (T, error)) *pipeline[T] {
	cores := runtime.GOMAXPROCS(0)
	return &pipeline[T]{cores: cores, work: work, line: make(chan *slot[T], 4*cores), tasks: make(chan task[T], cores)}
}

// read fills the line and the tasks, and closes both.
func (p *pipeline[T]) read(ctx context.Context, from Source) error {
	defer close(p.tasks)
	defer close(p.line)
	return from(ctx, func(a data.Article, err error) error {
		s := &slot[T]{err: err, ready: make(chan struct{})}
		select {
		case p.line <- s:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err != nil {
			close(s.ready)
			return nil
		}
		select {
		case p.tasks <- task[T]{article: a, slot: s}:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
}

func (p *pipeline[T]) run() {
	for t := range p.tasks {
		t.slot.value, t.slot.err = p.guarded(&t.article)
		close(t.slot.ready)
	}
}

// guarded turns a panic into the error of one article: a hostile file costs at most itself.
func (p *pipeline[T]) guarded(a *data.Article) (value T, err error) {
	defer func() {
		if r := recover(); r != nil {
			slog.Debug("analysis panicked", "source", a.Source, "panic", r, "stack", string(debug.Stack()))
			err = &data.InputError{Path: a.Source, Reason: fmt.Sprintf("could not be analysed: %v", r)}
		}
	}()
	return p.work(a)
}

func (p *pipeline[T]) deliver(ctx context.Context, done func(T, error) error) error {
	for {
		var s *slot[T]
		var open bool
		select {
		case <-ctx.Done():
			return ctx.Err()
		case s, open = <-p.line:
			if !open {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-s.ready:
		}
		if err := done(s.value, s.err); err != nil {
			return err
		}
	}
}
