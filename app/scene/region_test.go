package scene_test

import (
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/geo/proj"
)

func TestEveryRegionFitsInEveryProjection(t *testing.T) {
	inside := map[string]orb.Point{"balkans": {20.8, 44}, "oceania": {178, -17.8}, "pacific": {-160, 10}, "africa": {20, 5}, "europe": {10, 50}}
	for _, projection := range proj.Names() {
		for _, name := range scene.Regions() {
			v, ok := scene.FitRegion(proj.View{Projection: projection}, name, 800, 500)
			if !ok || !(v.Scale > 0) {
				t.Errorf("%s in %s: got %+v, %v", name, projection, v, ok)
			}
			place, known := inside[name]
			if !known {
				continue
			}
			if x, y, ok := v.Project(place); !ok || x < 0 || x > 800 || y < 0 || y > 500 {
				t.Errorf("%s in %s: %v lies at %.0f, %.0f (%v), want it in the picture", name, projection, place, x, y, ok)
			}
		}
	}
	if _, ok := scene.FitRegion(proj.View{}, "atlantis", 800, 500); ok {
		t.Error("atlantis is a region")
	}
}
