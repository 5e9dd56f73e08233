package app_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"entente/app"
	"entente/data"
)

func TestViewsAreKeptWithTheirLibrary(t *testing.T) {
	ctx, lib := t.Context(), shelf(t)
	if views, err := app.Views(ctx, lib); err != nil || views != nil {
		t.Fatalf("got %v, %v; want none", views, err)
	}
	serbia := app.View{Name: "Serbia", Map: json.RawMessage(`{"projection":"mercator"}`), Fitted: true, Theme: "dark", Picture: app.MatrixPicture,
		Filter: data.Filter{Countries: []data.Party{"RS"}, From: "2022"}, Route: app.Route{Country: "RS"}}
	energy := app.View{Name: "energy", Map: json.RawMessage(`null`), Filter: data.Filter{Fields: []data.Field{data.Energy}}}
	if err := app.SetViews(ctx, lib, app.PutView(app.PutView(nil, serbia), energy)); err != nil {
		t.Fatal(err)
	}
	views, err := app.Views(ctx, lib)
	if err != nil || !reflect.DeepEqual(views, []app.View{energy, serbia}) {
		t.Errorf("got %+v, %v; want both by name", views, err)
	}
	if i := app.FindView(views, " SERBIA "); i != 1 {
		t.Errorf("found at %d, want 1", i)
	}
	energy.Name = "Energy"
	if views = app.PutView(views, energy); len(views) != 2 || views[0].Name != "Energy" {
		t.Errorf("got %+v, want the view of that name replaced", views)
	}
	if err := app.SetViews(ctx, lib, nil); err != nil {
		t.Fatal(err)
	}
	if views, err := app.Views(ctx, lib); err != nil || len(views) != 0 {
		t.Errorf("got %v, %v; want none again", views, err)
	}
	if err := lib.SetSetting(ctx, "views", "nonsense"); err != nil {
		t.Fatal(err)
	}
	if _, err := app.Views(ctx, lib); !errors.Is(err, data.ErrDamaged) {
		t.Errorf("got %v for what is no list, want data.ErrDamaged", err)
	}
}
