package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// Sizes of one batch of the import: what is written in one transaction, and lost at most when the power fails.
const (
	batchArticles = 200
	batchBytes    = 4 << 20
	batchTime     = time.Second
)

// keptErrors bounds Summary.Errors, so that a folder of a million bad files costs no memory.
const keptErrors = 1000

// ImportOptions say how to import. The zero value is sensible.
type ImportOptions struct {
	Ingest ingest.Options
	Failed func(error) // told each file that could not be used as it comes, from the goroutine that called Import; may be nil
}

// Progress says how far an import is.
type Progress struct {
	Done    int // articles that were added, known already, or refused
	Total   int // files there are, 0 until they are counted
	Added   int
	Failed  int
	Current string // the source of the article that was done last
}

// Summary says what an import did.
type Summary struct {
	Added      int
	Duplicates int
	Failed     int
	Errors     []error     // why files failed, the first thousand at most
	Articles   []store.Run // those added
}

// Import reads the articles of paths, scans them on all cores and writes them to the library in batches. Files that
// cannot be used are counted and told, and the rest goes on. An article that the library holds already is not scanned
// again, so an import that was interrupted goes on where it stopped. progress, which may be nil, is called from the
// goroutine that called Import, often: throttling is the caller's. When ctx ends, what was scanned is written, and the
// context's error returned with the summary.
func Import(ctx context.Context, lib *store.Library, s *Scanner, paths []string, o ImportOptions, progress func(Progress)) (Summary, error) {
	i := newImporter(ctx, lib, o, progress)
	count := make(chan int, 1)
	counting, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		files, _ := ingest.Count(counting, paths)
		count <- files
	}()
	i.count = count
	return i.run(ctx, s, Paths(paths, o.Ingest))
}

// ImportFrom is Import from any source. Its progress has no total.
func ImportFrom(ctx context.Context, lib *store.Library, s *Scanner, from Source, o ImportOptions, progress func(Progress)) (Summary, error) {
	return newImporter(ctx, lib, o, progress).run(ctx, s, from)
}

// importer is the state of one import. Its fields belong to the goroutine that called Import; the writer runs beside it
// and takes one batch at a time.
type importer struct {
	lib      *store.Library
	o        ImportOptions
	progress func(Progress)
	count    <-chan int
	state    Progress
	summary  Summary
	batch    []store.Item
	bytes    int
	began    time.Time
	pending  chan written // the batch that is being written, nil when none is
	// writing outlives the import's own context: a batch that was scanned is written even when the user cancels.
	writing context.Context
}

// written is what became of a batch.
type written struct {
	items []store.Item
	added []store.Added
	err   error
}

// scanned is an article on its way to the library; known says that it is there already.
type scanned struct {
	item  store.Item
	known bool
}

func newImporter(ctx context.Context, lib *store.Library, o ImportOptions, progress func(Progress)) *importer {
	if progress == nil {
		progress = func(Progress) {}
	}
	return &importer{lib: lib, o: o, progress: progress, writing: context.WithoutCancel(ctx)}
}

func (i *importer) run(ctx context.Context, s *Scanner, from Source) (Summary, error) {
	if i.lib.ReadOnly() {
		return i.summary, i.lib.Refusal()
	}
	said, err := i.lib.Corrections(ctx)
	if err != nil {
		return i.summary, err
	}
	err = Each(ctx, from,
		func(a *data.Article) (scanned, error) {
			hash := a.Hash()
			known, err := i.lib.Has(ctx, hash)
			if err != nil || known {
				return scanned{item: store.Item{Article: data.Article{Source: a.Source}}, known: known}, err
			}
			c := said.Of(hash)
			return scanned{item: store.Item{Article: *a, Findings: s.ScanWith(a, c), State: c.State}}, nil
		}, i.take)
	if err == nil || ctx.Err() != nil {
		// What was scanned is worth keeping also when the user cancelled.
		err = errors.Join(err, i.write(), i.settle())
	}
	return i.summary, err
}

// take puts one article into the batch, and writes the batch when it is large or old enough.
func (i *importer) take(s scanned, err error) error {
	switch {
	case err != nil:
		i.fail(err)
	case s.known:
		i.summary.Duplicates++
		i.done(s.item.Article.Source)
	default:
		if len(i.batch) == 0 {
			i.began = time.Now()
		}
		i.batch = append(i.batch, s.item)
		i.bytes += len(s.item.Article.Text)
		if len(i.batch) >= batchArticles || i.bytes >= batchBytes || time.Since(i.began) >= batchTime {
			return i.write()
		}
	}
	return nil
}

// write starts to write the batch, after the one before it.
func (i *importer) write() error {
	if err := i.settle(); err != nil || len(i.batch) == 0 {
		return err
	}
	items := i.batch
	i.batch, i.bytes, i.pending = nil, 0, make(chan written, 1)
	go func(out chan<- written) {
		added, err := i.lib.Add(i.writing, items)
		out <- written{items, added, err}
	}(i.pending)
	return nil
}

// settle waits for the batch that is being written and counts what became of it.
func (i *importer) settle() error {
	if i.pending == nil {
		return nil
	}
	w := <-i.pending
	i.pending = nil
	if w.err != nil {
		return fmt.Errorf("import: %w", w.err)
	}
	for n, a := range w.added {
		source := w.items[n].Article.Source
		switch {
		case a.Err != nil:
			i.fail(&data.InputError{Path: source, Reason: a.Err.Error(), Err: a.Err})
			continue
		case a.Duplicate && !a.Restored:
			i.summary.Duplicates++
		default:
			i.summary.Added++
			i.state.Added++
			i.summary.Articles = store.Append(i.summary.Articles, a.ID)
		}
		i.done(source)
	}
	return nil
}

func (i *importer) fail(err error) {
	i.summary.Failed++
	i.state.Failed++
	if len(i.summary.Errors) < keptErrors {
		i.summary.Errors = append(i.summary.Errors, err)
	}
	if i.o.Failed != nil {
		i.o.Failed(err)
	}
	var input *data.InputError
	errors.As(err, &input)
	if input != nil {
		i.done(input.Path)
		return
	}
	i.done("")
}

func (i *importer) done(source string) {
	select {
	case i.state.Total = <-i.count:
	default:
	}
	i.state.Done++
	i.state.Current = source
	i.progress(i.state)
}
