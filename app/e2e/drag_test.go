//go:build e2e

package e2e

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The drag that BenchmarkDrag records.
const (
	dragTies  = 1000
	dragTime  = 10 * time.Second
	dragPause = 8 * time.Millisecond // between two moves of the pointer
	dragSize  = "1920x1080"
)

// dragNames are countries for the library's ties.
var dragNames = strings.Split("Albania,Algeria,Angola,Argentina,Armenia,Australia,Austria,Bangladesh,Belarus,Belgium,Bolivia,"+
	"Brazil,Bulgaria,Cambodia,Cameroon,Canada,Chile,China,Colombia,Croatia,Cuba,Cyprus,Denmark,Ecuador,Egypt,Estonia,Ethiopia,"+
	"Finland,France,Germany,Ghana,Greece,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Japan,Kazakhstan,Kenya,"+
	"Kuwait,Latvia,Lebanon,Libya,Lithuania,Malaysia,Mexico,Mongolia,Morocco,Nepal,Nigeria,Norway,Oman,Pakistan,Peru,Poland,"+
	"Portugal,Qatar,Romania,Russia,Senegal,Serbia,Singapore,Slovakia,Slovenia,Spain,Sweden,Syria,Thailand,Tunisia,Ukraine,"+
	"Uruguay,Vietnam,Zambia", ",")

// BenchmarkDrag drags the map of 1,000 ties about for ten seconds in the real window, once on a sheet and once on a globe,
// and reports how long its frames took to draw: the median, the 95th percentile, the longest, and the frames a second.
func BenchmarkDrag(b *testing.B) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	must(b, err)
	folder := b.TempDir()
	binary, library := filepath.Join(folder, "entente"), filepath.Join(folder, "crowd.entente")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", binary, ".")
	build.Dir = root
	if text, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, text)
	}
	crowd(b, binary, library, b.TempDir())
	for _, round := range []bool{false, true} {
		b.Run(map[bool]string{false: "sheet", true: "globe"}[round], func(b *testing.B) {
			var took []float64
			for b.Loop() {
				took = append(took, recordDrag(b, binary, library, round)...)
			}
			if len(took) == 0 {
				b.Fatal("no frame was drawn while the map was dragged")
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "median-ms")
			b.ReportMetric(took[len(took)*95/100], "p95-ms")
			b.ReportMetric(took[len(took)-1], "max-ms")
			b.ReportMetric(float64(len(took))/float64(b.N)/dragTime.Seconds(), "frames/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// crowd makes a library of ties between random pairs.
func crowd(b *testing.B, binary, library, folder string) {
	b.Helper()
	deeds := []string{"%s and %s signed a trade agreement.", "%s imposed sanctions on %s.", "%s will build a railway in %s."}
	r, seen := rand.New(rand.NewSource(1)), map[[2]string]bool{}
	var text strings.Builder
	for n := 0; n < dragTies; {
		p := [2]string{dragNames[r.Intn(len(dragNames))], dragNames[r.Intn(len(dragNames))]}
		if p[0] == p[1] || seen[p] || seen[[2]string{p[1], p[0]}] {
			continue
		}
		seen[p] = true
		n++
		fmt.Fprintf(&text, deeds[r.Intn(len(deeds))]+"\n\n", p[0], p[1])
		if n%10 == 0 {
			must(b, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", n)), []byte("Meetings of the week\n\n"+text.String()), 0o644))
			text.Reset()
		}
	}
	if out, err := exec.Command(binary, "import", "--library", library, folder).CombinedOutput(); err != nil {
		b.Fatalf("import: %v\n%s", err, out)
	}
}

// recordDrag drags the map in circles and gives the milliseconds that each frame took.
func recordDrag(b *testing.B, binary, library string, round bool) []float64 {
	b.Helper()
	s := newScreen(b, b.TempDir(), dragSize)
	log, frames := filepath.Join(b.TempDir(), "log"), filepath.Join(b.TempDir(), "frames.tsv")
	c := s.command(binary, "--library", library, "--log-level", "debug", "--log-file", log)
	c.Env = append(append(c.Env, homeIn(b.TempDir())...), "ENTENTE_FRAMES="+frames)
	begin(b, c)
	eventually(b, "the map", func() bool { return slices.ContainsFunc(readEvents(log), event{"msg": "map drawn"}.like) })
	s.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Entente", "windowsize", "--sync", "100%", "100%", "windowmove", "0", "0")
	time.Sleep(4 * time.Second) // what is read behind the first picture
	s.run("xdotool", "mousemove", "900", "500", "key", "plus", "plus")
	if round {
		s.run("xdotool", "key", "g")
	}
	time.Sleep(time.Second)
	var moves []string
	n := int(dragTime / dragPause)
	for i := range n {
		sin, cos := math.Sincos(float64(i) / 60)
		moves = append(moves, "mousemove", strconv.Itoa(900+int(180*sin)), strconv.Itoa(500+int(120*cos)-120), "sleep", fmt.Sprint(dragPause.Seconds()))
	}
	s.run("xdotool", append(append([]string{"mousemove", "900", "500", "mousedown", "1"}, moves...), "mouseup", "1")...)
	return movingFrames(b, frames)
}

// like says whether an event has all that e has.
func (e event) like(other event) bool {
	for key, want := range e {
		if other[key] != want {
			return false
		}
	}
	return true
}

// movingFrames reads from a log of frames how long those took that moved the map.
func movingFrames(b *testing.B, path string) (took []float64) {
	b.Helper()
	content, err := os.ReadFile(path)
	must(b, err)
	for line := range strings.Lines(string(content)) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 4 && cells[3] == "true" {
			ms, err := strconv.ParseFloat(cells[2], 64)
			must(b, err)
			took = append(took, ms)
		}
	}
	return took
}
