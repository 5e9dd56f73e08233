package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"entente/data"
)

// View is what a window shows, saved with a library under a name. Map is for whoever draws maps: a geo/proj.View as JSON.
type View struct {
	Name    string          `json:"name"`
	Map     json.RawMessage `json:"map"`
	Fitted  bool            `json:"fitted"` // all of the map is in view, whatever its size
	Filter  data.Filter     `json:"filter"`
	Route   Route           `json:"route"`
	Picture Picture         `json:"picture"`
	Theme   string          `json:"theme"` // a name of settings.Themes
}

// viewsKey is the setting of a library that holds its views.
const viewsKey = "views"

// Keeper is what keeps views. A Library is one.
type Keeper interface {
	Setting(context.Context, string) (string, bool, error)
	SetSetting(context.Context, string, string) error
}

// Views gives the views saved with a library, by name. data.ErrDamaged says that they cannot be read.
func Views(ctx context.Context, k Keeper) ([]View, error) {
	text, ok, err := k.Setting(ctx, viewsKey)
	if err != nil || !ok {
		return nil, err
	}
	var views []View
	if err := json.Unmarshal([]byte(text), &views); err != nil {
		return nil, fmt.Errorf("read saved views: %w: %w", data.ErrDamaged, err)
	}
	return views, nil
}

// SetViews keeps views with a library in the place of all that were.
func SetViews(ctx context.Context, k Keeper, views []View) error {
	if len(views) == 0 {
		return k.SetSetting(ctx, viewsKey, "")
	}
	sorted := slices.Clone(views)
	slices.SortStableFunc(sorted, func(a, b View) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	text, err := json.Marshal(sorted)
	if err != nil {
		return fmt.Errorf("save views: %w", err)
	}
	return k.SetSetting(ctx, viewsKey, string(text))
}

// FindView gives the place of the view of a name, whatever its case; less than none where there is none.
func FindView(views []View, name string) int {
	return slices.IndexFunc(views, func(v View) bool { return strings.EqualFold(v.Name, strings.TrimSpace(name)) })
}

// PutView gives the views with one more, in the place of the one with its name.
func PutView(views []View, v View) []View {
	out := slices.Clone(views)
	if i := FindView(views, v.Name); i >= 0 {
		out[i] = v
		return out
	}
	return append(out, v)
}
