package settings_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/app/settings"
)

func fresh(t *testing.T) (*settings.Settings, fyne.Preferences) {
	p := test.NewTempApp(t).Preferences()
	return settings.New(p), p
}

func TestNothingRememberedGivesDefaults(t *testing.T) {
	s, _ := fresh(t)
	if got, want := s.WindowSize(), fyne.NewSize(1280, 800); got != want {
		t.Errorf("got size %v, want %v", got, want)
	}
	if got := s.Splits(); got != settings.DefaultSplits {
		t.Errorf("got splits %v, want %v", got, settings.DefaultSplits)
	}
	if s.Theme() != "light" || s.Language() != "" || s.LastLibrary() != "" || len(s.Recent()) != 0 || s.Folder() != "" || s.SaveFolder() != "" ||
		s.Who() != "" || s.Projection() != "" || s.ReaderScale() != 1 || s.Welcomed() || s.Still() || !s.Drawn("legend", true) || s.Drawn("legend", false) {
		t.Error("something is remembered that nobody set")
	}
}

func TestWhatIsSetIsRemembered(t *testing.T) {
	s, p := fresh(t)
	splits := settings.Splits{Left: 0.1, Right: 0.2, Timeline: 0.3, Lists: 0.4}
	s.SetWindowSize(fyne.NewSize(1201, 799.4))
	s.SetSplits(splits)
	s.SetTheme("dark")
	s.SetLanguage("sr")
	s.SetFolder("/data")
	s.SetSaveFolder("/briefings")
	s.SetWelcomed(true)
	s.SetStill(true)
	s.SetWho("Ana  Anić\n")
	s.SetProjection("mercator")
	s.SetReaderScale(1.5)
	s.SetDrawn("legend", false)
	s.SetDrawn("graticule", true)
	again := settings.New(p)
	if got, want := again.WindowSize(), fyne.NewSize(1202, 800); got != want {
		t.Errorf("got size %v, want %v: the nearest even one", got, want)
	}
	if again.Splits() != splits || again.Theme() != "dark" || again.Language() != "sr" || again.Folder() != "/data" || again.SaveFolder() != "/briefings" || !again.Welcomed() ||
		again.Who() != "Ana Anić" || again.Projection() != "mercator" || again.ReaderScale() != 1.5 || !again.Still() || again.Drawn("legend", true) || !again.Drawn("graticule", false) {
		t.Error("a value that was set was not read back")
	}
}

func TestValuesOutOfLimitsReadAsDefaults(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h float64
		want fyne.Size
	}{
		{"too small", 1, 1, fyne.NewSize(1280, 800)},
		{"one of them too large", 1e9, 700, fyne.NewSize(1280, 700)},
		{"not a number", math.NaN(), math.Inf(1), fyne.NewSize(1280, 800)},
		{"negative", -1000, 500, fyne.NewSize(1280, 500)},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, p := fresh(t)
			p.SetFloat("window.width", c.w)
			p.SetFloat("window.height", c.h)
			p.SetFloat("split.left", 10*c.w)
			p.SetString("theme", "pink")
			p.SetFloat("reader.scale", c.w)
			p.SetString("who", strings.Repeat("ž", 1000)+"\x00\xff")
			if got := s.WindowSize(); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if got, want := s.Who(), strings.Repeat("ž", settings.WhoMost); got != want {
				t.Errorf("got the name %q, want %q", got, want)
			}
			if s.ReaderScale() != 1 || s.Splits() != settings.DefaultSplits || s.Theme() != "light" {
				t.Error("a split or theme out of limits was kept")
			}
		})
	}
}

func TestRecentLibraries(t *testing.T) {
	s, _ := fresh(t)
	for i := range settings.RecentMax + 3 {
		s.SetLibrary(fmt.Sprintf("/%d.entente", i))
	}
	s.SetLibrary("/5.entente")
	got := s.Recent()
	if len(got) != settings.RecentMax || got[0] != "/5.entente" || got[1] != "/10.entente" || s.LastLibrary() != "/5.entente" {
		t.Errorf("got %v, want the newest %d, each once, the last opened first", got, settings.RecentMax)
	}
	s.ForgetLibrary("/5.entente")
	if got := s.Recent(); got[0] != "/10.entente" || s.LastLibrary() != "" {
		t.Errorf("got %v and %q, want the forgotten library gone from both", got, s.LastLibrary())
	}
}

func TestResetKeepsLibraries(t *testing.T) {
	s, _ := fresh(t)
	s.SetWindowSize(fyne.NewSize(800, 600))
	s.SetTheme("dark")
	s.SetLibrary("/a.entente")
	s.SetSide("panel", false)
	if s.Side("panel") || !s.Side("lists") {
		t.Error("want the panel put away alone")
	}
	s.Reset()
	if !s.Side("panel") {
		t.Error("the panel stayed away")
	}
	if got, want := s.WindowSize(), fyne.NewSize(1280, 800); got != want || s.Theme() != "light" {
		t.Errorf("got %v, %s, want %v, light", got, s.Theme(), want)
	}
	if want := []string{"/a.entente"}; !reflect.DeepEqual(s.Recent(), want) {
		t.Errorf("got recent %v, want %v", s.Recent(), want)
	}
}

func ExampleSettings() {
	s := settings.New(test.NewApp().Preferences())
	s.SetTheme("dark")
	fmt.Println(s.Theme(), s.WindowSize().Width)
	// Output: dark 1280
}
