// Package settings is what the window remembers from one start to the next, with a default and limits for each value. What belongs to
// one library, such as its last view, is kept in that library.
//
// Values are kept by Fyne's preferences; nobody else knows their keys. A value that is missing or out of its limits reads
// as its default, so a damaged file costs at most what was remembered. Sizes are in Fyne's units, independent of the
// screen's scale. Use on the window's goroutine.
package settings

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// Themes are the values of Theme; the first is the default.
var Themes = []string{"light", "dark", "system"}

// RecentMax is how many recent libraries are remembered.
const RecentMax = 8

const (
	keyWidth    = "window.width"
	keyHeight   = "window.height"
	keyLeft     = "split.left"
	keyRight    = "split.right"
	keyTimeline = "split.timeline"
	keyLists    = "split.lists"
	keyTheme    = "theme"
	keyLanguage = "language"
	keyLibrary  = "library.last"
	keyRecent   = "library.recent"
	keyFolder   = "folder.last"
	keySaved    = "folder.saved"
	keyWelcomed = "welcomed"
	keyReader   = "reader.scale"
	keyText     = "text.scale"
	keyStill    = "map.still"
	keyWho      = "who"
	keyShape    = "map.projection"
	keyHidden   = "map.hidden." // and the name of a part
	keyAway     = "side.away."  // and the name of a side
)

// The limits of sizes, and their defaults.
const (
	MinWidth, MaxWidth   = 640, 8000
	MinHeight, MaxHeight = 480, 8000
	defaultWidth         = 1280
	defaultHeight        = 800
)

// Splits says how a window divides itself: the share of the left or upper part, 0 to 1.
type Splits struct {
	Left     float64 // lists against map
	Right    float64 // map against panel
	Timeline float64 // map against timeline
	Lists    float64 // filters against articles
}

// DefaultSplits suit a window of the default size.
var DefaultSplits = Splits{Left: 0.19, Right: 0.70, Timeline: 0.86, Lists: 0.5}

// Settings reads and writes preferences.
type Settings struct{ p fyne.Preferences }

// New wraps an application's preferences.
func New(p fyne.Preferences) *Settings { return &Settings{p} }

// WindowSize is the last size of the window's content.
func (s *Settings) WindowSize() fyne.Size {
	w := s.within(keyWidth, defaultWidth, MinWidth, MaxWidth)
	h := s.within(keyHeight, defaultHeight, MinHeight, MaxHeight)
	return fyne.NewSize(float32(w), float32(h))
}

// SetWindowSize remembers a size. It is kept even: odd sizes drift by a unit at each start on scaled Wayland screens.
func (s *Settings) SetWindowSize(size fyne.Size) {
	s.p.SetFloat(keyWidth, even(size.Width))
	s.p.SetFloat(keyHeight, even(size.Height))
}

func even(v float32) float64 { return 2 * math.Round(float64(v)/2) }

// Splits gives the remembered splits.
func (s *Settings) Splits() Splits {
	d := DefaultSplits
	return Splits{
		Left:     s.within(keyLeft, d.Left, 0, 1),
		Right:    s.within(keyRight, d.Right, 0, 1),
		Timeline: s.within(keyTimeline, d.Timeline, 0, 1),
		Lists:    s.within(keyLists, d.Lists, 0, 1),
	}
}

// SetSplits remembers splits.
func (s *Settings) SetSplits(v Splits) {
	s.p.SetFloat(keyLeft, v.Left)
	s.p.SetFloat(keyRight, v.Right)
	s.p.SetFloat(keyTimeline, v.Timeline)
	s.p.SetFloat(keyLists, v.Lists)
}

// Theme is one of Themes.
func (s *Settings) Theme() string {
	if v := s.p.String(keyTheme); slices.Contains(Themes, v) {
		return v
	}
	return Themes[0]
}

// SetTheme remembers a theme; anything but one of Themes stands for the default.
func (s *Settings) SetTheme(v string) { s.p.SetString(keyTheme, v) }

// Language is the chosen language's code, "" for the system's.
func (s *Settings) Language() string { return s.p.String(keyLanguage) }

// SetLanguage remembers a language.
func (s *Settings) SetLanguage(code string) { s.p.SetString(keyLanguage, code) }

// LastLibrary is the path of the library that was open last, "" for none.
func (s *Settings) LastLibrary() string { return s.p.String(keyLibrary) }

// Recent lists the libraries that were opened, the newest first.
func (s *Settings) Recent() []string { return s.p.StringList(keyRecent) }

// SetLibrary remembers the library that was opened, and puts it in front of the recent ones.
func (s *Settings) SetLibrary(path string) {
	recent := slices.DeleteFunc(slices.Clone(s.Recent()), func(p string) bool { return p == path })
	recent = slices.Insert(recent, 0, path)
	s.p.SetString(keyLibrary, path)
	s.p.SetStringList(keyRecent, recent[:min(len(recent), RecentMax)])
}

// ForgetLibrary takes a library that is gone off the recent ones.
func (s *Settings) ForgetLibrary(path string) {
	s.p.SetStringList(keyRecent, slices.DeleteFunc(slices.Clone(s.Recent()), func(p string) bool { return p == path }))
	if s.LastLibrary() == path {
		s.p.SetString(keyLibrary, "")
	}
}

// Folder is where the last file to be read was chosen, "" for none.
func (s *Settings) Folder() string { return s.p.String(keyFolder) }

// SetFolder remembers a folder.
func (s *Settings) SetFolder(path string) { s.p.SetString(keyFolder, path) }

// SaveFolder is where the last file was written, "" for none.
func (s *Settings) SaveFolder() string { return s.p.String(keySaved) }

// SetSaveFolder remembers it.
func (s *Settings) SetSaveFolder(path string) { s.p.SetString(keySaved, path) }

// The limits of ReaderScale.
const MinScale, MaxScale = 0.7, 2.5

// ReaderScale is how large the text of articles is against the window's, 1 by default.
func (s *Settings) ReaderScale() float32 { return float32(s.within(keyReader, 1, MinScale, MaxScale)) }

// SetReaderScale remembers it.
func (s *Settings) SetReaderScale(v float32) { s.p.SetFloat(keyReader, float64(v)) }

// TextScales are the values of TextScale: how large words can be against the usual size.
var TextScales = []float32{0.8, 0.9, 1, 1.15, 1.3, 1.45, 1.6}

// TextScale is how large the words of the window are, 1 by default.
func (s *Settings) TextScale() float32 {
	if v := float32(s.p.Float(keyText)); slices.Contains(TextScales, v) {
		return v
	}
	return 1
}

// SetTextScale remembers it; anything but one of TextScales stands for the default.
func (s *Settings) SetTextScale(v float32) { s.p.SetFloat(keyText, float64(v)) }

// Welcomed says whether the line that greets a new user was put away.
func (s *Settings) Welcomed() bool { return s.p.Bool(keyWelcomed) }

// SetWelcomed remembers that it was.
func (s *Settings) SetWelcomed(v bool) { s.p.SetBool(keyWelcomed, v) }

// Still says whether the map leaps to another view instead of moving there.
func (s *Settings) Still() bool { return s.p.Bool(keyStill) }

// SetStill remembers it.
func (s *Settings) SetStill(v bool) { s.p.SetBool(keyStill, v) }

// WhoMost is how many letters of a name are kept.
const WhoMost = 80

// Who is the name that stands beside a person's decisions, "" for the one that the system knows.
func (s *Settings) Who() string { return oneLine(s.p.String(keyWho)) }

// SetWho remembers it, on one line and no longer than WhoMost.
func (s *Settings) SetWho(name string) { s.p.SetString(keyWho, oneLine(name)) }

func oneLine(name string) string {
	letters := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(name, "")), " "))
	return strings.TrimSpace(string(letters[:min(len(letters), WhoMost)]))
}

// Projection is the name of the projection of maps that have no other, "" for the first there is. Whether there is one of
// this name is for those to say who draw.
func (s *Settings) Projection() string { return s.p.String(keyShape) }

// SetProjection remembers it.
func (s *Settings) SetProjection(name string) { s.p.SetString(keyShape, name) }

// Drawn says whether the map draws a part of it, such as its legend; otherwise is the answer when nobody chose.
func (s *Settings) Drawn(part string, otherwise bool) bool {
	return !s.p.BoolWithFallback(keyHidden+part, !otherwise)
}

// SetDrawn remembers it.
func (s *Settings) SetDrawn(part string, v bool) { s.p.SetBool(keyHidden+part, !v) }

// Side says whether a side of the window, such as its lists, is shown.
func (s *Settings) Side(name string) bool { return !s.p.Bool(keyAway + name) }

// SetSide remembers it.
func (s *Settings) SetSide(name string, v bool) { s.p.SetBool(keyAway+name, !v) }

// Reset forgets the window's size, its parts, its theme and the size of its words, which repairs a window that cannot be used.
func (s *Settings) Reset() {
	for _, k := range []string{keyWidth, keyHeight, keyLeft, keyRight, keyTimeline, keyLists, keyTheme, keyReader, keyText, keyAway + "lists", keyAway + "panel"} {
		s.p.RemoveValue(k)
	}
}

// within reads a number and repairs what is out of limits; NaN is.
func (s *Settings) within(key string, fallback, lo, hi float64) float64 {
	v := s.p.FloatWithFallback(key, fallback)
	if v >= lo && v <= hi {
		return v
	}
	return fallback
}
