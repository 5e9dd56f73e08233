package app

import (
	"context"
	"errors"

	"entente/data"
	"entente/data/store"
)

// Library is what a session needs of a library. *store.Library is one.
type Library interface {
	Path() string
	ReadOnly() bool
	Notice() string
	Ties(context.Context, data.Filter) ([]data.Tie, error)
	TieHead(context.Context, data.Pair, data.Filter) (data.Tie, data.Evidence, error)
	Passages(ctx context.Context, pair data.Pair, f data.Filter, offset, limit int) ([]data.Evidence, error)
	Articles(context.Context, data.Filter, store.Page) ([]store.ArticleInfo, error)
	Article(context.Context, int64) (data.Article, data.Findings, error)
	Part(context.Context, int64, data.Span) (data.Article, []data.Mention, error)
	SameReport(context.Context, int64) ([]store.ArticleInfo, error)
	Doubts(context.Context, data.Filter, int) ([]store.Doubt, error)
	Counts(context.Context, data.Filter) (store.Counts, error)
	Judge
	Setting(context.Context, string) (string, bool, error)
	SetSetting(context.Context, string, string) error
	Close() error
}

var _ Library = (*store.Library)(nil)

// Change says what of a session's state is new. It is a set of bits.
type Change uint

// The changes.
const (
	LibraryChanged Change = 1 << iota // another library, or none
	FilterChanged                     // the filter, before its ties are there
	TiesChanged                       // ties, articles and counts under the filter
	RouteChanged                      // what is looked at
	DetailChanged                     // what the library says of what is looked at
	PictureChanged                    // the picture in which it is looked at
)

// Everything is all changes at once.
const Everything = LibraryChanged | FilterChanged | TiesChanged | RouteChanged | DetailChanged | PictureChanged

// ArticlePage is how many articles a session lists at a time.
const ArticlePage = 500

// PassagePage is how many passages of a tie a session reads at a time.
const PassagePage = 500

// Session is the state of a running window: which library is open, under which filter, and what is looked at.
//
// It has no widgets. It belongs to one goroutine, the window's; the library is asked on others, and what it answers comes
// back through Post. An answer to a question that was replaced by a newer one is dropped.
type Session struct {
	o         SessionOptions
	lib       Library
	listeners []func(Change)
	asked     map[Change]int // generation of the question behind each part of the state
	queue     []func()       // changes to the library that wait for their turn, the first is under way

	filter  data.Filter
	listing Listing
	route   Route
	picture Picture
	history history
	detail  Detail
}

// SessionOptions are what a session needs. Post runs a function on the session's goroutine, Spawn runs one beside it; both
// run it exactly once. Fail is told about questions that the library could not answer. Reread is called when a decision
// asks for articles to be read again; it may be nil.
type SessionOptions struct {
	Post   func(func())
	Spawn  func(func())
	Fail   func(error)
	Reread func()
}

// Listing is what the library holds under the filter. It must not be changed.
type Listing struct {
	Ties     []data.Tie          // by weight, without evidence
	Articles []store.ArticleInfo // the first ArticlePage of them, or more after MoreArticles
	Counts   store.Counts
	Undo     bool  // there is a decision to take back
	Redo     bool  // there is one to make hold again
	Err      error // why there is nothing, or nil
}

// NewSession makes a session with no library.
func NewSession(o SessionOptions) *Session {
	return &Session{o: o, asked: map[Change]int{}}
}

// Listen calls fn after each change. Listeners are called in the order in which they came.
func (s *Session) Listen(fn func(Change)) { s.listeners = append(s.listeners, fn) }

func (s *Session) tell(c Change) {
	for _, fn := range s.listeners {
		fn(c)
	}
}

// Library gives the open library, or nil.
func (s *Session) Library() Library { return s.lib }

// Filter gives the present filter. Its lists must not be changed.
func (s *Session) Filter() data.Filter { return s.filter }

// Listing gives what is under the filter as far as it is known; after SetFilter it is the old one until TiesChanged.
func (s *Session) Listing() Listing { return s.listing }

// Route gives what is looked at.
func (s *Session) Route() Route { return s.route }

// Detail gives what the library says of the route; its Route tells whether that has arrived yet.
func (s *Session) Detail() Detail { return s.detail }

// SetLibrary shows another library, with no filter and nothing chosen; nil shows none. The one before is handed back, for
// the caller to close when nothing uses it any more.
func (s *Session) SetLibrary(l Library) (before Library) {
	before, s.lib = s.lib, l
	s.filter, s.listing, s.route, s.history, s.detail = data.Filter{}, Listing{}, Route{}, history{}, Detail{}
	s.picture = MapPicture
	s.tell(LibraryChanged | FilterChanged | RouteChanged | DetailChanged | PictureChanged)
	s.Reload()
	return before
}

// SetListed is SetLibrary with what List gave for the library, which then need not be asked again.
func (s *Session) SetListed(l Library, listing Listing) (before Library) {
	before, s.lib = s.lib, l
	s.filter, s.listing, s.route, s.history, s.detail = data.Filter{}, listing, Route{}, history{}, Detail{}
	s.picture = MapPicture
	s.asked[TiesChanged]++
	s.asked[DetailChanged]++
	s.tell(Everything)
	return before
}

// List asks a library for all that it holds, as a session without a filter shows it.
func List(ctx context.Context, l Library) Listing { return list(ctx, l, data.Filter{}, ArticlePage) }

// SetFilter asks for what another filter leaves.
func (s *Session) SetFilter(f data.Filter) {
	s.filter = f
	s.tell(FilterChanged)
	s.Reload()
}

// Reload asks the library again for everything that is shown, because it has changed.
func (s *Session) Reload() {
	s.list(ArticlePage)
	s.look()
}

// MoreArticles asks for the next page of articles, when there are more.
func (s *Session) MoreArticles() {
	if n := len(s.listing.Articles); n < s.listing.Counts.Articles {
		s.list(n + ArticlePage)
	}
}

func (s *Session) list(articles int) {
	lib, filter := s.lib, s.filter
	if lib == nil {
		s.asked[TiesChanged]++
		s.listing = Listing{}
		s.tell(TiesChanged)
		return
	}
	ask(s, TiesChanged, func(ctx context.Context) Listing {
		return list(ctx, lib, filter, articles)
	}, func(l Listing) {
		if l.Err != nil {
			s.fail(l.Err)
		}
		s.listing = l
	})
}

func list(ctx context.Context, lib Library, f data.Filter, articles int) (l Listing) {
	page := store.Page{Limit: articles, Order: store.ByPublished, Descending: true}
	var errs [4]error
	l.Ties, errs[0] = lib.Ties(ctx, f)
	l.Counts, errs[1] = lib.Counts(ctx, f)
	l.Articles, errs[2] = lib.Articles(ctx, f, page)
	l.Undo, l.Redo, errs[3] = lib.Turns(ctx)
	l.Err = errors.Join(errs[:]...)
	return l
}

// ask runs question beside the window and apply on it, unless the same part of the state was asked for again meanwhile.
func ask[T any](s *Session, part Change, question func(context.Context) T, apply func(T)) {
	s.asked[part]++
	generation, lib := s.asked[part], s.lib
	s.o.Spawn(func() {
		answer := question(context.Background())
		s.o.Post(func() {
			if s.asked[part] != generation || s.lib != lib {
				return
			}
			apply(answer)
			s.tell(part)
		})
	})
}

func (s *Session) fail(err error) {
	if s.o.Fail != nil {
		s.o.Fail(err)
	}
}
