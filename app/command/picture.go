package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/export"
	"entente/app/proof"
	"entente/app/scene"
	"entente/app/words"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/store"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

// Limits of a picture's sides in pixels: smaller ones hold no map, larger ones no machine's memory.
const (
	leastSide = 160
	mostSide  = 16384
)

// pictureFlags say how the map is drawn.
type pictureFlags struct {
	size, projection, theme, title, region, tieNames string

	language      *string
	scale         float64
	dpi           int
	bare, noInset bool
}

// pictureFlagsFor adds the flags to a command. size and scale are the defaults; a scale of 0 goes by the size.
func pictureFlagsFor(cmd *cobra.Command, size string, scale float64) *pictureFlags {
	p := &pictureFlags{language: languageFlag(cmd)}
	flags := cmd.Flags()
	flags.StringVar(&p.size, "size", size, "width and height of the map in `PIXELS`, or "+paperNames())
	flags.IntVar(&p.dpi, "dpi", 300, "dots an inch, for a size of paper")
	flags.StringVar(&p.projection, "projection", proj.Names()[0], "how the globe is laid flat: "+strings.Join(proj.Names(), ", "))
	flags.StringVar(&p.theme, "theme", scene.LightName, "colours: "+strings.Join(scene.ThemeNames, ", "))
	flags.StringVar(&p.title, "title", "", "the title (default of a snapshot: the name of the library)")
	flags.StringVar(&p.region, "region", "world", "what to show: world, ties, a country with its partners, or "+strings.Join(scene.Regions(), ", "))
	flags.Float64Var(&p.scale, "scale", scale, "size of letters and lines: 2 for twice the usual; 0 for what suits the size")
	flags.StringVar(&p.tieNames, "tie-names", proof.NoTieNames, "what stands along the arcs: "+strings.Join(proof.TieNames, ", "))
	flags.BoolVar(&p.noInset, "no-inset", false, "do not enlarge the part of the map where ties crowd")
	flags.BoolVar(&p.bare, "no-evidence", false, "do not put the passages into the file for entente verify")
	cmd.RegisterFlagCompletionFunc("projection", among(proj.Names()))
	cmd.RegisterFlagCompletionFunc("tie-names", among(proof.TieNames))
	cmd.RegisterFlagCompletionFunc("theme", among(scene.ThemeNames))
	cmd.RegisterFlagCompletionFunc("region", among(append([]string{"world", "ties"}, scene.Regions()...)))
	return p
}

// picture is a map to be drawn: the flags, checked.
type picture struct {
	width, height int // pixels
	scale         float64
	projection    string
	theme         scene.Theme
	title         string
	region        string
	country       data.Party // where the region is a country
	bare          bool       // carries no evidence
	tieNames      string     // one of proof.TieNames
	noInset       bool
	say           *words.Table
	saved         *proj.View   // the place of a saved view, nil for what the region asks for
	selected      scene.Target // what stands out
}

// check refuses what cannot be drawn, naming what can.
func (p *pictureFlags) check(places *gazetteer.Gazetteer) (picture, error) {
	out := picture{projection: p.projection, title: p.title, region: strings.ToLower(p.region), scale: p.scale, bare: p.bare,
		tieNames: p.tieNames, noInset: p.noInset}
	var err error
	var sheet float64
	if out.width, out.height, sheet, err = sizeOf(p.size, p.dpi); err != nil {
		return out, err
	}
	if out.scale == 0 {
		out.scale = sheet
	}
	if !slices.Contains(proof.TieNames, p.tieNames) {
		return out, usageError{fmt.Errorf("--tie-names %q is not one of %s", p.tieNames, strings.Join(proof.TieNames, ", "))}
	}
	if !slices.Contains(proj.Names(), p.projection) {
		return out, usageError{fmt.Errorf("--projection %q is not one of %s", p.projection, strings.Join(proj.Names(), ", "))}
	}
	var ok bool
	if out.theme, ok = scene.ThemeNamed(p.theme); !ok {
		return out, usageError{fmt.Errorf("--theme %q is not one of %s", p.theme, strings.Join(scene.ThemeNames, ", "))}
	}
	if out.scale == 0 {
		out.scale = max(1, math.Round(2*float64(min(out.width*9/16, out.height))/1080)/2)
	}
	if !(out.scale >= 0.5 && out.scale <= 8) {
		return out, usageError{fmt.Errorf("--scale %g is not between 0.5 and 8", p.scale)}
	}
	if out.region == "world" || out.region == "ties" || slices.Contains(scene.Regions(), out.region) {
		return out, nil
	}
	if out.country, ok = places.Lookup(p.region); !ok {
		return out, usageError{fmt.Errorf("--region %q is no country%s, and not one of world, ties, %s", p.region, nearest(p.region, places),
			strings.Join(scene.Regions(), ", "))}
	}
	return out, nil
}

// take takes the projection, place, theme and selection of a saved view where no flag asks for others; nil takes nothing.
func (p *picture) take(v *app.View, given func(flag string) bool) error {
	if v == nil {
		return nil
	}
	var place proj.View
	if err := json.Unmarshal(v.Map, &place); err != nil {
		return fmt.Errorf("read view %s: %w: %w", v.Name, data.ErrDamaged, err)
	}
	if !given("projection") && slices.Contains(proj.Names(), place.Projection) {
		p.projection = place.Projection
		if !given("region") && !v.Fitted && place.Scale > 0 && place.Width > 0 && place.Height > 0 {
			p.saved = &place
		}
	}
	if theme, ok := scene.ThemeNamed(v.Theme); ok && !given("theme") {
		p.theme = theme
	}
	p.selected = scene.Target{Pair: v.Route.Pair, Country: v.Route.Country}
	return nil
}

// rescaled shows all that a view shows in a picture of another size, as large as that allows.
func rescaled(v proj.View, width, height float64) proj.View {
	k := min(width/v.Width, height/v.Height)
	x, y := k*(v.X-v.Width/2), k*(v.Y-v.Height/2)
	v.Scale *= k
	v.Width, v.Height = width, height
	v.X, v.Y = width/2+x, height/2+y
	return v
}

// view fits the map into the picture.
func (p picture) view(world *geo.World, ties []data.Tie) proj.View {
	v := proj.View{Projection: p.projection}
	w, h := float64(p.width)/p.scale, float64(p.height)/p.scale
	if p.saved != nil {
		return rescaled(*p.saved, w, h)
	}
	var parties []data.Party
	for i := range ties {
		if pair := ties[i].Pair; p.region == "ties" || pair.Has(p.country) {
			parties = append(parties, pair[0], pair[1])
		}
	}
	if p.country != "" {
		parties = append(parties, p.country)
		if p.projection == proj.Equidistant { // distances are true from the middle only
			v.Lon, v.Lat = anchor(world, p.country)
		}
	}
	if len(parties) > 0 {
		return scene.FitParties(v, world, parties, w, h)
	}
	if fitted, ok := scene.FitRegion(v, p.region, w, h); ok {
		return fitted
	}
	return scene.Fit(scene.Turned(v, world, ties), w, h)
}

// anchor gives the place of a country's name; 0, 0 where it is not on the map.
func anchor(world *geo.World, c data.Party) (lon, lat float64) {
	for i := range world.Countries {
		if world.Countries[i].Code == string(c) {
			return world.Countries[i].Anchor[0], world.Countries[i].Anchor[1]
		}
	}
	return 0, 0
}

// draw draws the map of a set in a format: with title, notes and sources around it as a figure, or alone. The file carries
// evidence, unless that is nil.
func (r *runner) draw(w io.Writer, format string, p picture, set *export.Set, figure bool, evidence *proof.Record) error {
	fonts, err := draw.LoadFonts(r.Assets)
	if err != nil {
		return fmt.Errorf("load fonts: %w", err)
	}
	paint, err := r.painter(p, set, figure, fonts)
	if err != nil {
		return err
	}
	return proof.Picture{Width: p.width, Height: p.height, Scale: p.scale, Title: p.title, Program: "Entente " + r.Version, Made: set.Made,
		Fonts: fonts, Paint: paint}.Write(w, format, evidence)
}

// titleOf is the title of a map of a library, as the window's export has it.
func titleOf(lib *store.Library, say *words.Table) string {
	name := strings.TrimSuffix(filepath.Base(lib.Path()), app.Extension)
	if home, err := app.DefaultLibrary(); err == nil && lib.Path() == home {
		name = say.Say("library.own")
	}
	return say.Say("export.map.of", "library", name)
}

// painter gives what draws the map of a set.
func (r *runner) painter(p picture, set *export.Set, figure bool, fonts *draw.Fonts) (func(draw.Canvas), error) {
	world, err := geo.Load(r.Assets)
	if err != nil {
		return nil, fmt.Errorf("load the world: %w", err)
	}
	in := scene.Input{
		Ties: set.Ties, Name: func(c data.Party) string { return set.Party(c).Name }, View: p.view(world, set.Ties), Words: p.say,
		Width: float64(p.width) / p.scale, Height: float64(p.height) / p.scale, Scale: p.scale, Theme: p.theme, Labels: true, Legend: true, Graticule: true, Selected: p.selected,
		TieName: proof.TieName(p.tieNames, p.say), NoInset: p.noInset,
	}
	builder := scene.New(world, fonts)
	if !figure {
		return builder.Build(in).Draw, nil
	}
	return builder.Snapshot(proof.Figure(scene.SnapshotInput{Input: in, Title: p.title}, set, p.say)).Draw, nil
}

// proof makes the evidence that a file carries; nil where the user wants none.
func (r *runner) proof(kind string, set *export.Set, p picture) (*proof.Record, error) {
	if p.bare {
		return nil, nil
	}
	world, err := geo.Load(r.Assets)
	if err != nil {
		return nil, fmt.Errorf("load the world: %w", err)
	}
	record, err := proof.Of(kind, set, &proof.View{View: p.view(world, set.Ties), Theme: p.theme.Name, Region: p.region}, "Entente "+r.Version)
	if err != nil {
		return nil, err
	}
	record.Title = p.title
	return record, nil
}

// errNoOutput says that a command has nowhere to write.
func errNoOutput(command string) error {
	return usageError{errors.New(command + " needs a file to write: -o FILE")}
}
