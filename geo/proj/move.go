package proj

import "math"

// Pan moves what lies at one point of the picture to another, as a drag does. A sheet moves, but never so far that the
// middle of the picture leaves it; a globe turns with north up, so that the place under the pointer stays under it as far as
// that can be.
func (v View) Pan(fromX, fromY, toX, toY float64) View {
	if v.Round() {
		return v.spin(fromX, fromY, toX, toY)
	}
	v.X += finite(toX - fromX)
	v.Y += finite(toY - fromY)
	return v.hold()
}

// ZoomAt makes the scale factor times as great and keeps the place at the point of the picture where it is.
func (v View) ZoomAt(x, y, factor float64) View {
	if !(factor > 0) || math.IsInf(factor, 0) {
		return v
	}
	scale := max(MinScale, min(MaxScale, v.Scale*factor))
	factor = scale / v.Scale
	zoomed := v
	zoomed.Scale = scale
	if v.Round() {
		// The globe stays in the middle; turning it brings the place back under the pointer.
		return zoomed.spin(v.X+(x-v.X)*factor, v.Y+(y-v.Y)*factor, x, y)
	}
	zoomed.X = x - (x-v.X)*factor
	zoomed.Y = y - (y-v.Y)*factor
	return zoomed.hold()
}

// hold keeps the middle of the picture on the map's outline box.
func (v View) hold() View {
	if !(v.Width > 0 && v.Height > 0) {
		return v
	}
	box := v.outline()
	cx, cy := v.Width/2, v.Height/2
	v.X += max(0, cx-(v.X+v.Scale*box.maxX)) + min(0, cx-(v.X+v.Scale*box.minX))
	v.Y += max(0, cy-(v.Y+v.Scale*box.maxY)) + min(0, cy-(v.Y+v.Scale*box.minY))
	return v
}

// outline is the box around the whole map in unit scale, y downwards.
func (v View) outline() extent {
	found := v.projection()
	if h := found.Horizon(); h > 0 {
		r := min(h, math.Pi)
		return extent{-r, -r, r, r}
	}
	x, _ := found.Forward(math.Pi, 0)
	_, y := found.Forward(0, math.Pi/2)
	return extent{-x, -y, x, y}
}

// spin turns the globe so that the place at the first point comes to the second. Where that cannot be with north up, or the
// first point lies beside the globe, the drag turns it by its length.
func (v View) spin(fromX, fromY, toX, toY float64) View {
	if place, ok := v.Invert(fromX, fromY); ok {
		x, y := finite(toX-v.X)/v.Scale, finite(v.Y-toY)/v.Scale
		if r := math.Hypot(x, y); r > 0.999 {
			x, y = x/r*0.999, y/r*0.999
		}
		if turned, ok := v.bring(place[0]*degree, place[1]*degree, x, y); ok {
			return turned
		}
	}
	perPixel := 1 / (v.Scale * degree)
	return v.Rotate(finite(fromX-toX)*perPixel, finite(toY-fromY)*perPixel)
}

// bring turns the globe so that a place, in radians, comes to a point of the plane in unit scale, the nearest way.
//
// With d the longitude of the place as seen from the middle, and m the middle's latitude: x = cos lat sin d and
// y = a cos m - b sin m, with a = sin lat and b = cos lat cos d. The first gives two d, the second two m for each.
func (v View) bring(lon, lat, x, y float64) (turned View, ok bool) {
	const far = 60 // degrees: no drag turns the globe so much at once
	nearest := float64(far)
	d := math.Asin(x / max(math.Cos(lat), 1e-9))
	for _, d := range [2]float64{d, math.Pi - d} {
		a, b := math.Sin(lat), math.Cos(lat)*math.Cos(d)
		for _, side := range [2]float64{-1, 1} {
			m := math.Remainder(side*math.Acos(y/math.Hypot(a, b))-math.Atan2(b, a), 2*math.Pi)
			if !(math.Abs(m) <= math.Pi/2 && a*math.Sin(m)+b*math.Cos(m) >= 0) {
				continue // there is no such angle, or the place would be behind
			}
			t := v
			t.Lon, t.Lat = math.Remainder(lon-d, 2*math.Pi)/degree, m/degree
			if off := math.Abs(t.Lat-v.Lat) + math.Abs(math.Remainder(t.Lon-v.Lon, 360))*math.Cos(v.Lat*degree); off < nearest {
				turned, nearest, ok = t, off, true
			}
		}
	}
	return turned, ok
}
