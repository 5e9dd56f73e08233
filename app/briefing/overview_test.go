package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"entente/app/briefing"
	"entente/app/export"
	"entente/data"
	"entente/geo/proj"
)

func TestTheOverviewTellsTheHeaviestTies(t *testing.T) {
	d := document(t)
	want := []briefing.Row{
		{Number: 1, Tie: "Japan – Serbia", Colour: data.Cooperation, Stance: "Cooperation", Reports: "2", Articles: "2", Sure: "98%", Latest: "October 2024"},
		{Number: 2, Tie: d.Ties[1].Heading, Colour: data.Conflict, Stance: "Conflict", Reports: "1", Articles: "1", Sure: "70%", Latest: ""},
	}
	if got := d.Overview.Rows; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	for format, want := range map[string]string{
		"md":   "| 1 | Japan – Serbia | Cooperation | 2 | 2 | 98% | October 2024 |",
		"html": `<th scope="row"><a href="#tie-1">Japan – Serbia</a></th>`,
		"docx": "",
		"pdf":  "",
	} {
		page := written(t, d, format)
		if !strings.Contains(page, want) {
			t.Errorf("%s lacks %q", format, want)
		}
	}
	document := docxParts(t, written(t, d, "docx"))["word/document.xml"]
	if !strings.Contains(document, `<w:tblHeader/>`) || !strings.Contains(document, `w:anchor="tie-2"`) || !strings.Contains(document, `w:name="tie-2"`) {
		t.Error("the docx has no table that leads to its ties")
	}
}

func TestTheLastDateIsOfWhatHappenedAndIsSure(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*data.Evidence)
		want   string
	}{
		"what is only planned does not count": {func(e *data.Evidence) { e.When, e.Modality = "2031", data.Planned }, "October 2024"},
		"the end of a period counts":          {func(e *data.Evidence) { e.When = "2020/2025-03" }, "March 2025"},
		"what is less sure does not":          {func(e *data.Evidence) { e.When, e.Confidence = "2025-01", 0.4 }, "October 2024"},
	} {
		t.Run(name, func(t *testing.T) {
			in := input(t)
			c.change(&in.Ties[0].Evidence[1])
			d, err := briefing.New(in)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Overview.Rows[0].Latest; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	in := input(t)
	for i := range in.Ties[0].Evidence {
		in.Ties[0].Evidence[i].When = ""
	}
	d, err := briefing.New(in)
	if err != nil || d.Overview.Rows[0].Latest != "5 October 2024" {
		t.Errorf("without a date got %q, %v, want that of the article", d.Overview.Rows[0].Latest, err)
	}
}

func TestALongListIsCutAndSaysSo(t *testing.T) {
	in := input(t)
	one := in.Ties[1]
	for range 30 {
		in.Ties = append(in.Ties, one)
	}
	in.Left = export.Left{Ties: 7, Passages: map[data.Pair]int{one.Pair: 4}}
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Overview.Rows) != 25 || !strings.Contains(d.Overview.Note, "7 more ties follow below.") {
		t.Errorf("%d rows, note %q, want 25 of 32 and a word on the others", len(d.Overview.Rows), d.Overview.Note)
	}
	if !strings.Contains(d.Summary, "7 lighter ties were left out.") || !strings.Contains(d.Ties[1].Facts, "4 more passages were left out.") ||
		strings.Contains(d.Ties[0].Facts, "left out") {
		t.Errorf("what was left out is not told: %q, %q", d.Summary, d.Ties[1].Facts)
	}
	if pdf := written(t, d, "pdf"); len(pdf) == 0 {
		t.Error("no pdf")
	}
}

func TestTheCaptionTellsWhatTheMapShows(t *testing.T) {
	flat := proj.View{Projection: proj.EqualEarth, Lon: 11}
	for name, c := range map[string]struct {
		view       proj.View
		region     string
		conditions string
		want       string
	}{
		"the whole world":     {flat.FitAll(860, 540, 12), "world", "", "It shows the whole world, in the Equal Earth projection. No filter was set."},
		"a region by name":    {flat.FitAll(860, 540, 12).ZoomAt(430, 270, 6), "europe", "", "Part of the world: Europe, in the Equal Earth projection."},
		"a part by its edges": {proj.View{Projection: proj.Mercator, Scale: 860 / 1.0471976, X: 430, Y: 270, Width: 860, Height: 540}, "", "", "from 30° W to 30° E and from 19° S to 19° N"},
		"over the date line":  {proj.View{Projection: proj.Mercator, Lon: 180, Scale: 860 / 1.0471976, X: 430, Y: 270, Width: 860, Height: 540}, "", "", "from 150° E to 150° W"},
		"a globe":             {proj.View{Projection: proj.Orthographic, Lon: 20, Lat: 44}.FitAll(860, 540, 12), "", "", "It shows the world around 20° E, 44° N"},
		"the filter":          {flat.FitAll(860, 540, 12), "world", "ties of Serbia", "Shown: ties of Serbia."},
		"no view":             {proj.View{}, "", "", "Japan – Serbia; Serbia – Russia. No filter was set."},
	} {
		t.Run(name, func(t *testing.T) {
			in := input(t)
			in.View, in.Region, in.Conditions = c.view, c.region, c.conditions
			d, err := briefing.New(in)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(d.MapText, "Russia – Serbia", "Serbia – Russia"); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q in it", got, c.want)
			}
			if page := written(t, d, "html"); !strings.Contains(page, "<figcaption>"+d.MapText) {
				t.Error("the page does not show it under the map")
			}
		})
	}
}
