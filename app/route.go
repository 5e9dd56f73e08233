package app

import (
	"context"
	"errors"
	"slices"

	"entente/data"
	"entente/data/store"
)

// Route says what is looked at: a tie, a country or nothing, and perhaps an article that is read for its sake, at a
// passage. Routes can be compared; the zero Route is the whole map.
type Route struct {
	Pair    data.Pair
	Country data.Party
	Article int64
	Span    data.Span // of the passage to light; the zero Span opens the article's beginning
}

// Picture is one way of seeing what the filter leaves.
type Picture string

// The pictures. The zero value is the map.
const (
	MapPicture      Picture = ""
	TablePicture    Picture = "table"
	MatrixPicture   Picture = "matrix"
	ChangesPicture  Picture = "changes"
	DisputesPicture Picture = "disputes"
	GapsPicture     Picture = "gaps"
)

// Pictures lists every Picture in the order in which they are offered.
var Pictures = []Picture{MapPicture, TablePicture, MatrixPicture, ChangesPicture, DisputesPicture, GapsPicture}

// step is what is looked at, and in which picture.
type step struct {
	Route
	picture Picture
}

// history is what was looked at before and after the present step.
type history struct{ back, ahead []step }

// historyMax is how many steps back are kept.
const historyMax = 200

// Detail is what the library says of a route. It must not be changed.
type Detail struct {
	Route    Route
	Tie      data.Tie                    // of Route.Pair under the filter; without evidence when all of it was rejected
	Best     data.Evidence               // the surest passage under the filter, the zero Evidence where there is none
	Passages []data.Evidence             // the first PassagePage of them, or more after MorePassages
	All      int                         // how many passages there are
	Articles map[int64]store.ArticleInfo // of the passages
	Before   map[int64]string            // by passage: the sentence before one that does not name both parties
	Ties     []data.Tie                  // of Route.Country under the filter
	Counts   store.Counts                // of the same
	Standing Standing                    // of Route.Country in the net of all ties under the filter
	Rank     int                         // its place among the standings, from 1; 0 where it has no ties
	Among    int                         // how many countries have ties
	Article  data.Article
	Info     store.ArticleInfo   // of the article, with its report and grade
	Twins    []store.ArticleInfo // the other articles of its report
	Findings data.Findings       // of the article
	Missing  bool                // the library has no such tie under the filter, or no such article any more
	Hidden   bool                // the tie is missing, but without the filter there would be something of it
}

// Go looks at something else; Back returns.
func (s *Session) Go(r Route) { s.goTo(step{r, s.picture}) }

// GoTo is Go and Show in one step.
func (s *Session) GoTo(r Route, p Picture) { s.goTo(step{r, known(p)}) }

// Show looks at the same in another picture; Back returns. What is no picture is the map.
func (s *Session) Show(p Picture) {
	s.goTo(step{s.route, known(p)})
}

// known gives the map for what is no picture.
func known(p Picture) Picture {
	if slices.Contains(Pictures, p) {
		return p
	}
	return MapPicture
}

// Picture gives the picture that is looked at.
func (s *Session) Picture() Picture { return s.picture }

func (s *Session) goTo(to step) {
	now := step{s.route, s.picture}
	if to == now {
		return
	}
	h := &s.history
	h.back = append(h.back, now)
	if len(h.back) > historyMax {
		h.back = h.back[1:]
	}
	h.ahead = nil
	s.turnTo(to)
}

// Replace looks at something else without a step in the history, for a move within what is looked at.
func (s *Session) Replace(r Route) { s.Resume(r, s.picture) }

// Resume is Replace in another picture.
func (s *Session) Resume(r Route, p Picture) {
	if to := (step{r, known(p)}); to != (step{s.route, s.picture}) {
		s.turnTo(to)
	}
}

// Back looks again at what was looked at before; it reports whether there was anything.
func (s *Session) Back() bool { return s.step(&s.history.back, &s.history.ahead) }

// Forward is the reverse of Back.
func (s *Session) Forward() bool { return s.step(&s.history.ahead, &s.history.back) }

// CanGo says whether there is anything to go back or forward to.
func (s *Session) CanGo() (back, forward bool) {
	return len(s.history.back) > 0, len(s.history.ahead) > 0
}

func (s *Session) step(from, to *[]step) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	next := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, step{s.route, s.picture})
	s.turnTo(next)
	return true
}

func (s *Session) turnTo(to step) {
	var changed Change
	if to.picture != s.picture {
		changed |= PictureChanged
	}
	if to.Route != s.route {
		changed |= RouteChanged
	}
	s.route, s.picture = to.Route, to.picture
	s.tell(changed)
	if changed&RouteChanged != 0 {
		s.look()
	}
}

// look asks the library for the detail of the route, with as many passages of a tie as were read of it before.
func (s *Session) look() {
	passages := PassagePage
	if s.detail.Route.Pair == s.route.Pair {
		passages = max(passages, len(s.detail.Passages))
	}
	s.lookFor(passages)
}

// MorePassages asks for the next page of passages of the tie that is looked at, when there are more.
func (s *Session) MorePassages() {
	if n := len(s.detail.Passages); s.detail.Route == s.route && n < s.detail.All {
		s.lookFor(n + PassagePage)
	}
}

// lookFor is look with so many passages of a tie at most.
func (s *Session) lookFor(passages int) {
	lib, r, filter := s.lib, s.route, s.filter
	if lib == nil || r == (Route{}) {
		s.asked[DetailChanged]++
		if s.detail.Route != r {
			s.detail = Detail{Route: r}
			s.tell(DetailChanged)
		}
		return
	}
	type answer struct {
		Detail
		err error
	}
	ask(s, DetailChanged, func(ctx context.Context) answer {
		d, err := lookAt(ctx, lib, r, filter, passages)
		return answer{d, err}
	}, func(a answer) {
		if a.err != nil {
			s.fail(a.err)
		}
		s.detail = a.Detail
	})
}

// lookAt collects a detail. What is gone is marked as missing, not an error.
func lookAt(ctx context.Context, lib Library, r Route, f data.Filter, passages int) (d Detail, err error) {
	d.Route = r
	if r.Pair != (data.Pair{}) {
		err = d.addTie(ctx, lib, f, passages)
	}
	if err == nil && r.Country != "" {
		err = d.addCountry(ctx, lib, f)
	}
	if err == nil && r.Article != 0 {
		if d.Article, d.Findings, err = lib.Article(ctx, r.Article); err == nil {
			err = d.addReport(ctx, lib)
		}
	}
	if errors.Is(err, data.ErrNotFound) {
		d.Missing, err = true, nil
	}
	return d, err
}

// addCountry adds the ties of a country and its standing among all.
func (d *Detail) addCountry(ctx context.Context, lib Library, f data.Filter) error {
	all, err := lib.Ties(ctx, f)
	if err != nil {
		return err
	}
	standings := Standings(all)
	d.Among = len(standings)
	if i := slices.IndexFunc(standings, func(s Standing) bool { return s.Country == d.Route.Country }); i >= 0 {
		d.Standing, d.Rank = standings[i], i+1
	}
	f.Countries = []data.Party{d.Route.Country}
	if d.Ties, err = lib.Ties(ctx, f); err == nil {
		d.Counts, err = lib.Counts(ctx, f)
	}
	return err
}

// addTie adds a tie as the filter has it, and the first of its passages with those that were rejected, so that they can be
// taken back.
func (d *Detail) addTie(ctx context.Context, lib Library, f data.Filter, passages int) error {
	pair := d.Route.Pair
	tie, best, err := lib.TieHead(ctx, pair, f)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return err
	}
	d.Tie, d.Best, d.All = tie, best, tie.Passages
	d.Tie.Pair = pair
	if f.Decision == data.NotRejected {
		f.Decision = data.AnyDecision
		tie, _, err = lib.TieHead(ctx, pair, f)
		d.All = tie.Passages
	}
	if err != nil {
		return d.hidden(ctx, lib, err)
	}
	if d.Passages, err = lib.Passages(ctx, pair, f, 0, passages); err != nil {
		return err
	}
	return d.addArticles(ctx, lib)
}

// hidden notes of a tie that the filter leaves nothing of whether the library states it nevertheless, if only by passages that
// were rejected. It gives the error that it was called for, or its own.
func (d *Detail) hidden(ctx context.Context, lib Library, err error) error {
	if !errors.Is(err, data.ErrNotFound) {
		return err
	}
	_, _, failed := lib.TieHead(ctx, d.Route.Pair, data.Filter{Decision: data.AnyDecision})
	d.Hidden = failed == nil
	if failed != nil && !errors.Is(failed, data.ErrNotFound) {
		return failed
	}
	return err
}

// addReport adds what is known of the article besides its text, and the others of its report.
func (d *Detail) addReport(ctx context.Context, lib Library) error {
	same, err := lib.SameReport(ctx, d.Article.ID)
	for i := range same {
		if same[i].ID == d.Article.ID {
			d.Info = same[i]
		} else {
			d.Twins = append(d.Twins, same[i])
		}
	}
	return err
}

func (d *Detail) addArticles(ctx context.Context, lib Library) error {
	d.Articles = map[int64]store.ArticleInfo{}
	var ids []int64
	for i := range d.Passages {
		id := d.Passages[i].Article
		if _, ok := d.Articles[id]; !ok {
			d.Articles[id] = store.ArticleInfo{}
			ids = append(ids, id)
		}
	}
	infos, err := lib.Articles(ctx, data.Filter{Articles: ids, Decision: data.AnyDecision}, store.Page{})
	for _, info := range infos {
		d.Articles[info.ID] = info
	}
	if err != nil {
		return err
	}
	return d.addContext(ctx, lib)
}
