// Package assets holds the files that the program carries with it: the world's shapes, names, rules, fonts, words and the
// sample library's articles. It is a leaf: main hands FS to the rooms as an fs.FS, and no room imports it.
//
// The files under world and names are made by the generator in assets/generate from open data; NOTICE lists the sources.
package assets

//go:generate go run ./generate

import (
	"embed"
	"io/fs"
)

//go:embed notice.txt icons/entente.png lang fonts names rules sample world
var files embed.FS

// FS holds the embedded files by their path below assets, such as "world/overview.bin".
var FS fs.FS = files
