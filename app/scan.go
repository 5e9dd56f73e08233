package app

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sort"
	"sync"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
)

// RulesVersion is the version of the finding code. Raise it when the same tables would give other findings.
const RulesVersion = "1"

// ruleFolders hold the tables that findings depend on besides the code.
var ruleFolders = []string{"names", "rules"}

// Scanner turns an article into findings. It keeps no state between articles and is safe for concurrent use.
type Scanner struct {
	places   *gazetteer.Gazetteer
	mentions *mention.Finder
	ties     func() (*tie.Finder, error) // loads the tables the first time
	rules    string
	docs     sync.Pool // of articles that are scanned, for their lists
}

// NewScanner loads names and rules from the embedded files.
func NewScanner(assets fs.FS) (*Scanner, error) {
	s, err := NewLateScanner(assets)
	if err == nil {
		err = s.Load()
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// NewLateScanner is NewScanner for a program that shows what was found before it finds anything: the rules, which take
// most of the time, are left to Load.
func NewLateScanner(assets fs.FS) (*Scanner, error) {
	places, err := gazetteer.Load(assets)
	if err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	rules, err := digest(assets)
	if err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	return &Scanner{places: places, mentions: mention.New(places), rules: RulesVersion + "-" + rules,
		ties: sync.OnceValues(func() (*tie.Finder, error) { return tie.Load(assets) })}, nil
}

// Load loads the rules, unless they are loaded already. Scan and Explain may only be called once it has returned no error.
func (s *Scanner) Load() error {
	if _, err := s.ties(); err != nil {
		return fmt.Errorf("load rules: %w", err)
	}
	return nil
}

// finder gives what Load loaded.
func (s *Scanner) finder() *tie.Finder {
	f, err := s.ties()
	if err != nil {
		panic(err) // the caller passed over the error of Load
	}
	return f
}

// Scan gives all that is found in a, sorted by position. The article is not changed.
func (s *Scanner) Scan(a *data.Article) data.Findings { return s.ScanWith(a, data.Corrections{}) }

// ScanWith is Scan with what people said of the article's words: which of them name a country, and which are furniture.
func (s *Scanner) ScanWith(a *data.Article, c data.Corrections) data.Findings {
	doc, _ := s.docs.Get().(*text.Doc)
	if doc == nil {
		doc = &text.Doc{}
	}
	a, mentions := s.read(a, c, doc)
	found := data.Findings{Mentions: mentions, Evidence: s.finder().Find(a, doc, mentions)}
	s.docs.Put(doc)
	return found
}

// read cuts an article up into a doc and finds the mentions in it. The article comes back with its furniture corrected.
func (s *Scanner) read(a *data.Article, c data.Corrections, doc *text.Doc) (*data.Article, []data.Mention) {
	if len(c.Marked) > 0 {
		marked := *a
		marked.Omitted = data.Mark(a.Omitted, c.Marked)
		a = &marked
	}
	doc.Parse(a)
	mentions := s.mentions.Find(a, doc)
	if len(c.Mentions) > 0 {
		mentions = s.correct(doc, mentions, c.Mentions)
	}
	return a, mentions
}

// Explanation is how the findings of one article came about.
type Explanation struct {
	Mentions []mention.Candidate // accepted and rejected, by position
	Pairs    []tie.Considered    // taken and turned down, by position
}

// Explain tells how Scan comes to its findings in a: every passage that could name a country, and every pair considered.
func (s *Scanner) Explain(a *data.Article) Explanation { return s.ExplainWith(a, data.Corrections{}) }

// ExplainWith is Explain of ScanWith. The mentions that people corrected are among the candidates as the rules read them.
func (s *Scanner) ExplainWith(a *data.Article, c data.Corrections) Explanation {
	doc := &text.Doc{}
	a, mentions := s.read(a, c, doc)
	return Explanation{Mentions: s.mentions.Explain(a, doc), Pairs: s.finder().Explain(a, doc, mentions).Pairs}
}

// Gazetteer gives the names of parties that the scanner knows.
func (s *Scanner) Gazetteer() *gazetteer.Gazetteer { return s.places }

// Rules names the rules that Scan follows: findings with another name may differ and are worth making again.
func (s *Scanner) Rules() string { return s.rules }

// digest is a short hash over the tables, so that changing a table is enough to tell findings apart.
func digest(assets fs.FS) (string, error) {
	var names []string
	for _, folder := range ruleFolders {
		err := fs.WalkDir(assets, folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names = append(names, path)
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	sort.Strings(names)
	sum := sha256.New()
	for _, name := range names {
		content, err := fs.ReadFile(assets, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(content))
		sum.Write(content)
	}
	return hex.EncodeToString(sum.Sum(nil))[:8], nil
}
