package main_test

import (
	"go/build"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// edges are the imports between the project's own packages that the design allows, by the importer's folder: a name
// allows that package, a name ending in /... it and all below it. A package that is not listed takes its parent's line.
// Imports run one way: main, then app's children, then app, then data; scene, mapview and export may draw on geo; geo and
// data do not know each other. A package deep inside a room that is listed takes its own line alone, not its room's.
var edges = map[string][]string{
	".":                         {"app/command", "app/window", "assets"},
	"app":                       {"data/..."},
	"app/command":               {"app", "app/briefing", "app/export", "app/job", "app/proof", "app/scene", "app/words", "data/...", "geo/..."},
	"app/window":                {"app/...", "data/...", "geo/..."},
	"app/mapview":               {"app", "app/scene", "app/words", "data", "geo/..."},
	"app/reader":                {"app", "app/words", "data", "data/text"},
	"app/scene":                 {"app", "app/words", "data", "geo/..."},
	"app/export":                {"app", "app/scene", "app/words", "data/...", "geo/..."},
	"app/proof":                 {"app/export", "app/scene", "data/...", "geo/..."},
	"app/briefing":              {"app", "app/export", "app/proof", "app/scene", "app/words", "data/...", "geo/..."},
	"app/settings":              {"data"},
	"app/job":                   {},
	"app/words":                 {"data"},
	"assets":                    {},
	"assets/generate":           {"assets/..."},
	"data":                      {},
	"data/text":                 {"data"},
	"data/ingest":               {"data", "data/text"},
	"data/gazetteer":            {"data", "data/text"},
	"data/mention":              {"data", "data/gazetteer", "data/text"},
	"data/labelled":             {"data", "data/ingest", "data/text"},
	"data/tie/train":            {"data", "data/gazetteer", "data/labelled", "data/mention", "data/text", "data/tie", "data/tie/internal/learn", "data/tie/internal/lexis", "data/tie/internal/pairing", "data/tie/internal/reason"},
	"data/tie/internal/learn":   {},
	"data/tie":                  {"data", "data/gazetteer", "data/text"},
	"data/tie/internal/among":   {},
	"data/tie/internal/rules":   {"data", "data/text"},
	"data/tie/internal/slab":    {},
	"data/tie/internal/lexis":   {"data/tie/internal/rules"},
	"data/tie/internal/reason":  {"data", "data/text", "data/tie/internal/rules", "data/tie/internal/slab"},
	"data/tie/internal/token":   {"data", "data/text", "data/tie/internal/rules"},
	"data/tie/internal/times":   {"data", "data/text", "data/tie/internal/rules", "data/tie/internal/token"},
	"data/tie/internal/grammar": {"data", "data/text", "data/tie/internal/rules", "data/tie/internal/token", "data/tie/internal/times"},
	"data/tie/internal/figure":  {"data", "data/text", "data/tie/internal/rules", "data/tie/internal/token", "data/tie/internal/times", "data/tie/internal/grammar"},
	"data/tie/internal/pairing": {"data/tie/internal/among", "data", "data/text", "data/tie/internal/rules", "data/tie/internal/slab", "data/tie/internal/lexis", "data/tie/internal/reason", "data/tie/internal/token", "data/tie/internal/times", "data/tie/internal/grammar", "data/tie/internal/figure"},
	"data/tie/internal/english": {"data/tie/internal/among", "data", "data/text", "data/tie/internal/rules", "data/tie/internal/reason", "data/tie/internal/token", "data/tie/internal/times", "data/tie/internal/grammar", "data/tie/internal/figure", "data/tie/internal/pairing"},
	"data/tie/internal/abroad":  {"data/tie/internal/among", "data", "data/text", "data/tie/internal/rules", "data/tie/internal/reason", "data/tie/internal/token", "data/tie/internal/times", "data/tie/internal/grammar", "data/tie/internal/figure", "data/tie/internal/pairing"},
	"data/store":                {"data", "data/text"},
	"geo":                       {"geo/..."},
}

// outside are packages of others that only some folders may import.
var outside = map[string][]string{
	"fyne.io/fyne/v2":       {".", "app/window", "app/mapview", "app/reader", "app/settings", "app/e2e"},
	"fyne.io/fyne/v2/app":   {"."},
	"github.com/paulmach":   {"geo", "assets/generate", "app/scene", "app/mapview"},
	"modernc.org":           {"data/store"},
	"database/sql":          {"data/store"},
	"github.com/spf13":      {"app/command"},
	"net/http":              {},
	"net":                   {},
	"github.com/xuri":       {"app/export"},
	"codeberg.org/go-pdf":   {"geo/draw/pdf", "app/briefing", "app/scene"},
	"entente/app/window":    {".", "app/window"},
	"entente/app/command":   {"."},
	"entente/assets":        {".", "assets"},
	"entente/data/store":    {"app", "data/store"},
	"entente/geo/draw/pdf":  {"geo", "app/scene", "app/proof", "app/briefing", "app/command", "app/window", "app/mapview"},
	"entente/data/labelled": {"data/labelled", "data/tie/train"},
	"golang.org/x/net/html": {"data/ingest"},
	"github.com/pdfcpu":     {"data/ingest/internal/pdf"},
}

func TestImportsRunDownward(t *testing.T) {
	for folder, p := range packages(t) {
		allowed := lineFor(folder)
		for _, path := range p.Imports {
			own, inside := strings.CutPrefix(path, "entente/")
			if inside && !matches(allowed, own) && !(sameRoom(folder, own) && !strict(folder)) {
				t.Errorf("%s imports entente/%s; it may import %v", folder, own, allowed)
			}
			if rule, folders := ruleFor(path); rule != "" && !within(folders, folder) {
				t.Errorf("%s imports %s; only %v may", folder, path, folders)
			}
		}
	}
}

func TestTheTestOfImportsCanFail(t *testing.T) {
	if matches(lineFor("geo/proj"), "data") || matches(lineFor("data/tie"), "geo") {
		t.Error("geo and data may import each other")
	}
	if matches(lineFor("data/store"), "app") || matches(lineFor("app"), "app/window") {
		t.Error("an import upward is allowed")
	}
	if _, folders := ruleFor("fyne.io/fyne/v2/app"); within(folders, "app/window") {
		t.Error("app/window may import the driver")
	}
	if sameRoom("app", "app/window") || sameRoom("data/tie", "data/text") || !sameRoom("data/store/storetest", "data/store") {
		t.Error("rooms are told apart wrongly")
	}
	if !strict("data/tie/internal/grammar") || matches(lineFor("data/tie/internal/grammar"), "data/tie/internal/english") || strict("data/store") {
		t.Error("the order of the packages below data/tie is not held")
	}
	if rule, _ := ruleFor("net/url"); rule != "" {
		t.Error("net/url is taken for net")
	}
}

// packages gives every package of the project by folder, for a build with a window.
func packages(t *testing.T) map[string]*build.Package {
	t.Helper()
	context := build.Default
	context.CgoEnabled = true
	found := map[string]*build.Package{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "build") {
			return filepath.SkipDir
		}
		if p, err := context.ImportDir(path, 0); err == nil {
			found[filepath.ToSlash(path)] = p
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 10 {
		t.Fatalf("found only %d packages: the test does not see the project", len(found))
	}
	return found
}

// lineFor gives the line of edges for a folder: its own, else its parent's.
func lineFor(folder string) []string {
	for {
		if allowed, ok := edges[folder]; ok {
			return allowed
		}
		cut := strings.LastIndexByte(folder, '/')
		if cut < 0 {
			return nil
		}
		folder = folder[:cut]
	}
}

// sameRoom says whether both folders belong to one room: data/store and what lies below it.
func sameRoom(a, b string) bool {
	room := func(folder string) string {
		return strings.Join(strings.SplitN(folder, "/", 3)[:min(2, strings.Count(folder, "/")+1)], "/")
	}
	return strings.Contains(a, "/") && room(a) == room(b)
}

// strict says whether a package inside a room may import only what its own line names.
func strict(folder string) bool { return edges[folder] != nil && strings.Count(folder, "/") > 1 }

func matches(allowed []string, own string) bool {
	for _, a := range allowed {
		if tree, ok := strings.CutSuffix(a, "/..."); own == a || ok && (own == tree || strings.HasPrefix(own, tree+"/")) {
			return true
		}
	}
	return false
}

// ruleFor gives the longest entry of outside that covers an import path. "net" covers only itself, as the standard
// library's net/url opens no connection.
func ruleFor(path string) (rule string, folders []string) {
	var rules []string
	for r := range outside {
		if path == r || r != "net" && strings.HasPrefix(path, r+"/") {
			rules = append(rules, r)
		}
	}
	if len(rules) == 0 {
		return "", nil
	}
	sort.Slice(rules, func(i, j int) bool { return len(rules[i]) > len(rules[j]) })
	return rules[0], outside[rules[0]]
}

func within(folders []string, folder string) bool {
	for _, f := range folders {
		if folder == f || f != "." && strings.HasPrefix(folder, f+"/") {
			return true
		}
	}
	return false
}
