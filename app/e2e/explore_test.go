//go:build e2e

package e2e

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestExploring is the way of somebody who looks around: she filters, sorts the table, opens a cell of the matrix, drags
// over the timeline, saves what she sees, and finds it again after a restart.
func TestExploring(t *testing.T) {
	binary, out := built(t, "e2e-explore")
	home := t.TempDir()
	s := newScreen(t, out, "1440x900")
	p := startProgram(t, s, binary, home, filepath.Join(out, "first.log"))
	p.wait("listed", "filtered=false")

	left := filterTwice(t, p)
	sortTable(t, p)
	openCell(t, p)
	dragPeriod(t, p, left)
	saveView(t, p)
	p.quit()

	again := startProgram(t, s, binary, home, filepath.Join(out, "second.log"))
	again.wait("view restored")
	again.wait("map drawn")
	showView(t, again, left)
	again.quit()
}

// filterTwice leaves the ties of cooperation in trade, and gives how many these are.
func filterTwice(t *testing.T, p *program) int {
	p.wait("part placed", "part=stance.cooperation")
	all := p.last("listed").number(t, "ties")
	p.click("part=stance.cooperation")
	p.wait("filter set", "stances=[cooperation]")
	one := p.wait("listed", "filtered=true").number(t, "ties")
	p.wait("part placed", "part=field.trade") // the words of the filter that is set have moved it
	p.click("part=field.trade")
	p.wait("filter set", "stances=[cooperation]", "fields=[trade]")
	two := p.wait("listed", "filtered=true").number(t, "ties")
	if !(all > one && one > two && two > 1) {
		t.Errorf("got %d ties, %d of cooperation, %d of these in trade; want fewer each time, and several in the end", all, one, two)
	}
	p.s.capture("filtered-twice")
	return two
}

// sortTable sorts the table by the countries' names, and then the other way round.
func sortTable(t *testing.T, p *program) {
	p.s.keys("ctrl+2")
	p.wait("picture shown", "picture=table")
	p.wait("head placed")
	p.click("msg=head placed")
	up := p.wait("table sorted", "column=countries")
	p.s.capture("table-sorted")
	p.click("msg=head placed")
	down := p.wait("table sorted", "column=countries")
	if up["first"] != down["last"] || up["last"] != down["first"] || up["first"] == up["last"] {
		t.Errorf("sorted by name from %s to %s, then from %s to %s, want the reverse", up["first"], up["last"], down["first"], down["last"])
	}
}

// openCell opens the tie of a cell of the matrix, and goes back to before it and forward to it again.
func openCell(t *testing.T, p *program) {
	p.s.keys("ctrl+3")
	p.wait("picture shown", "picture=matrix")
	pair := "pair=" + p.wait("cell placed")["pair"]
	p.click("msg=cell placed", pair)
	p.wait("tie opened", pair)
	p.s.capture("cell-opened")
	p.s.keys("ctrl+1")
	p.wait("picture shown", "picture=map")
	p.s.keys("alt+Left")
	p.wait("picture shown", "picture=matrix")
	p.s.keys("alt+Left", "alt+Left")
	p.wait("picture shown", "picture=table")
	p.s.keys("alt+Right")
	p.wait("picture shown", "picture=matrix")
	p.s.keys("alt+Right")
	p.wait("tie opened", pair)
	p.wait("part placed", "part=panel")
}

// dragPeriod drags over the first half of the timeline, and takes the period back.
func dragPeriod(t *testing.T, p *program, left int) {
	first, last := p.barAt("first"), p.barAt("last")
	x, y, to := first.number(t, "x"), strconv.Itoa(first.number(t, "y")), last.number(t, "x")
	step := func(n int) string { return strconv.Itoa(x + (to-x)*n/8) }
	p.s.run("xdotool", "mousemove", "--window", p.window, strconv.Itoa(x), y, "sleep", "0.1", "mousedown", "1", "sleep", "0.1",
		"mousemove", "--window", p.window, step(1), y, "sleep", "0.1", "mousemove", "--window", p.window, step(3), y, "sleep", "0.1",
		"mousemove", "--window", p.window, step(4), y, "sleep", "0.2", "mouseup", "1")
	chosen := p.wait("period chosen")
	_, begin, _ := strings.Cut(first["bar"], ".")
	if chosen["from"] != begin || chosen["to"] <= begin {
		t.Errorf("dragged from %s on, got the period %s to %s", begin, chosen["from"], chosen["to"])
	}
	if n := p.wait("listed", "filtered=true").number(t, "ties"); n >= left {
		t.Errorf("the first half of the time leaves %d ties, want fewer than %d", n, left)
	}
	p.s.capture("period-dragged")
	p.s.keys("Escape")
	p.wait("period chosen", "from=", "to=")
	if n := p.wait("listed", "filtered=true").number(t, "ties"); n != left {
		t.Errorf("got %d ties after the period was taken back, want %d", n, left)
	}
}

// saveView saves what is seen under a name.
func saveView(t *testing.T, p *program) {
	p.s.keys("ctrl+s")
	p.wait("asked for a name", "what=views.save")
	p.s.write("trade of friends")
	p.s.capture("view-named")
	p.s.keys("Return")
	p.wait("views kept", "views=1")
}

// showView takes the filter back that the restart kept, and shows the saved view from the list of views.
func showView(t *testing.T, p *program, left int) {
	p.s.keys("ctrl+shift+x")
	if n := p.wait("listed", "filtered=false").number(t, "ties"); n <= left {
		t.Errorf("got %d ties without a filter, want more than %d", n, left)
	}
	p.s.keys("ctrl+shift+o")
	p.wait("views listed", "views=1")
	p.s.capture("views-listed")
	p.s.keys("space")
	p.wait("view shown", "name=trade of friends", "picture=matrix")
	p.wait("filter set", "stances=[cooperation]", "fields=[trade]")
	if n := p.wait("listed", "filtered=true").number(t, "ties"); n != left {
		t.Errorf("the saved view shows %d ties, want %d", n, left)
	}
	p.s.capture("view-shown")
}

// barAt gives where the first or the last bar of the timeline is.
func (p *program) barAt(name string) (last event) {
	p.t.Helper()
	eventually(p.t, "the "+name+" bar", func() bool {
		for _, e := range p.events() {
			if e["msg"] == "bar placed" && strings.HasPrefix(e["bar"], name+".") {
				last = e
			}
		}
		return last != nil
	})
	return last
}

// last gives the last event with a message.
func (p *program) last(msg string) (last event) {
	p.t.Helper()
	for _, e := range p.events() {
		if e["msg"] == msg {
			last = e
		}
	}
	return last
}
