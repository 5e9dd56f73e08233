// Package ingest reads files, folders, standard input and pasted words into articles.
//
// It decodes old and new encodings, reads plain text, Markdown with front matter, HTML, and documents (DOCX, ODT, RTF, PDF),
// tells the article from the page furniture around it, and finds title, publisher, date and language where the text tells
// them. It does not look for countries (data/mention) or ties (data/tie) and stores nothing (data/store).
//
// Article.Text holds all that was read, in reading order; what is not the article is listed in Article.Omitted with the
// reason. Offsets are bytes into Text, on rune edges. A file that cannot be used gives a *data.InputError whose reason is
// written for people. All functions are safe for concurrent use and never keep more than a few files in memory.
package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"entente/data"
)

// DefaultMaxBytes is the largest file that is read when Options does not say otherwise. The longest novels are a tenth
// of it; what is larger is a database, a film or a mistake.
const DefaultMaxBytes = 64 << 20

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Options says how to read. The zero value is sensible.
type Options struct {
	MaxBytes int64     // larger files are refused; 0 means DefaultMaxBytes
	Workers  int       // files read at the same time by Files and FS; 0 means one for each processor
	Stdin    io.Reader // what "-" reads; nil means the program's standard input
	Skipped  *Skipped  // counts what Files and FS pass over; may be nil
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// format turns the bytes of one kind of file into articles.
type format func(raw []byte, name string) ([]data.Article, error)

// formats lists the kinds of file by extension. A new format is one function and its line here. Documents are known by their
// first bytes (see documents), so that here only what claims to be one is left.
var formats = map[string]format{
	".txt":      readPlain,
	".text":     readPlain,
	".md":       readMarkdown,
	".markdown": readMarkdown,
	".html":     readHTML,
	".htm":      readHTML,
	".xhtml":    readHTML,
	".docx":     notDocument,
	".odt":      notDocument,
	".rtf":      notDocument,
	".pdf":      notDocument,
}

// notArticles are kinds of file that hold text, but no article. They would be read as gibberish where a user names one.
var notArticles = map[string]bool{".json": true, ".jsonl": true, ".ndjson": true, ".geojson": true, ".csv": true, ".tsv": true,
	".xml": true, ".rss": true, ".yaml": true, ".yml": true, ".toml": true, ".ini": true, ".sql": true, ".log": true,
	".js": true, ".ts": true, ".css": true, ".py": true, ".go": true, ".c": true, ".h": true, ".sh": true, ".svg": true,
	".tex": true, ".eml": true, ".ipynb": true}

// Supported says whether the extension of name is one that Read knows. Files without extension are looked into.
func Supported(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == "" || formats[ext] != nil
}

// Read reads one file's articles from r. The name's extension chooses the format; without one the content does.
// Article.Source is name. Errors about the input are *data.InputError.
func Read(r io.Reader, name string, o Options) ([]data.Article, error) {
	raw, err := slurp(r, name, o.maxBytes())
	if err != nil {
		return nil, err
	}
	ext := strings.ToLower(filepath.Ext(name))
	read := formats[ext]
	if reason := foreign(raw); reason != "" {
		return nil, &data.InputError{Path: name, Reason: reason}
	}
	if known := formatOf(raw); known != nil {
		read = known
	}
	switch {
	case read != nil:
	case name == Stdin || ext == "":
		read = sniff(raw)
	case notArticles[ext]:
		return nil, &data.InputError{Path: name, Reason: "is not an article: " + ext + " files are not read; use .txt, .md, .html, .docx, .odt, .rtf or .pdf"}
	case looksLikeText(raw):
		read = readPlain
	default:
		return nil, &data.InputError{Path: name, Reason: "this kind of file cannot be read; use .txt, .md, .html, .docx, .odt, .rtf or .pdf"}
	}
	articles, err := read(raw, name)
	if err != nil {
		return nil, err
	}
	for i := range articles {
		articles[i].Source = name
	}
	return articles, nil
}

// Paste makes an article of pasted words. Words that are HTML are read as a page. Source stays empty.
func Paste(text string, o Options) (data.Article, error) {
	articles, err := Read(strings.NewReader(text), "pasted text", Options{MaxBytes: o.MaxBytes})
	if err != nil {
		return data.Article{}, err
	}
	articles[0].Source = ""
	return articles[0], nil
}

// slurp reads all of r, but not more than limit bytes.
func slurp(r io.Reader, name string, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, unusable(name, err)
	case int64(len(raw)) > limit:
		return nil, tooLarge(name, limit)
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, empty(name)
	}
	return raw, nil
}

func empty(name string) error {
	return &data.InputError{Path: name, Reason: "the file holds no text"}
}

func tooLarge(name string, limit int64) error {
	return &data.InputError{Path: name, Reason: fmt.Sprintf("the file is larger than %s, the most that is read at once", size(limit))}
}

// size writes a number of bytes for people, rounded down.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// unusable puts an error of the file system into plain words.
func unusable(name string, err error) error {
	reason := "cannot be read: " + err.Error()
	var known *fs.PathError
	if errors.As(err, &known) {
		reason = "cannot be read: " + known.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		reason = "you are not allowed to read it"
	case errors.Is(err, syscall.ELOOP):
		reason = "the link leads round in a circle"
	case errors.Is(err, syscall.EISDIR):
		reason = "it is a folder"
	}
	return &data.InputError{Path: name, Reason: reason, Err: err}
}
