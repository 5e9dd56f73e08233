package ingest

import (
	"context"
	"fmt"
	"os"
	"runtime"

	"entente/data"
)

// result is what became of one item.
type result struct {
	name     string
	articles []data.Article
	err      error
}

// pipeline reads the items that walk yields on several goroutines and tells fn in the order of the walk. At most two
// items for each worker are in memory.
func pipeline(ctx context.Context, o Options, walk func(yield func(item) bool), fn Func) error {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	order := make(chan chan result, workers)
	slots := make(chan struct{}, workers)
	go func() {
		defer close(order)
		walk(func(it item) bool {
			out := make(chan result, 1)
			select {
			case <-ctx.Done():
				return false
			case order <- out:
			}
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				out <- it.read(o)
			}()
			return true
		})
	}()
	return deliver(ctx, order, fn)
}

// deliver passes results to fn until there are no more, fn fails or ctx ends.
func deliver(ctx context.Context, order <-chan chan result, fn Func) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case out, more := <-order:
			if !more {
				return ctx.Err()
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case r := <-out:
				if err := tell(r, fn); err != nil {
					return err
				}
			}
		}
	}
}

func tell(r result, fn Func) error {
	if r.err != nil {
		return fn(data.Article{Source: r.name}, r.err)
	}
	for _, a := range r.articles {
		if err := fn(a, nil); err != nil {
			return err
		}
	}
	return nil
}

// read reads the item's articles; a file that is too large is refused before it is opened. A panic is the error of this one file:
// nobody could catch it above, on a goroutine of its own.
func (it item) read(o Options) (r result) {
	r = result{name: it.name, err: it.err}
	defer func() {
		if p := recover(); p != nil {
			r.articles, r.err = nil, &data.InputError{Path: it.name, Reason: fmt.Sprintf("could not be read: %v", p)}
		}
	}()
	switch {
	case r.err != nil:
	case it.open == nil:
		in := o.Stdin
		if in == nil {
			in = os.Stdin
		}
		r.articles, r.err = Read(in, it.name, o)
	case it.size > o.maxBytes():
		r.err = tooLarge(it.name, o.maxBytes())
	default:
		f, err := it.open()
		if err != nil {
			r.err = unusable(it.name, err)
			return r
		}
		defer f.Close()
		r.articles, r.err = Read(f, it.name, o)
	}
	return r
}
