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
	found, ok := Lookup(v.Projection)
	if !ok {
		found = equalEarth{}
	}
	if h := found.Horizon(); h > 0 {
		r := min(h, math.Pi)
		return extent{-r, -r, r, r}
	}
	x, _ := found.Forward(math.Pi, 0)
	_, y := found.Forward(0, math.Pi/2)
	return extent{-x, -y, x, y}
}

// spin turns the globe so that the place at the first point comes to the second. Where the first lies beside the globe, the
// drag turns it by its length.
func (v View) spin(fromX, fromY, toX, toY float64) View {
	place, ok := v.Invert(fromX, fromY)
	if !ok {
		return v.Rotate(finite(fromX-toX)/v.Scale/degree, finite(toY-fromY)/v.Scale/degree)
	}
	x, y := finite(toX-v.X)/v.Scale, finite(v.Y-toY)/v.Scale
	if r := math.Hypot(x, y); r > 0.999 {
		x, y = x/r*0.999, y/r*0.999
	}
	lon, lat := place[0]*degree, place[1]*degree
	sin := x / max(math.Cos(lat), 1e-9)
	if math.Abs(sin) > 1 {
		return v.Rotate(finite(fromX-toX)/v.Scale/degree, finite(toY-fromY)/v.Scale/degree)
	}
	// With d the longitude of the place seen from the middle: x = cos lat sin d, y = a cos m - b sin m, with m the middle's
	// latitude, a = sin lat and b = cos lat cos d. The second gives two latitudes; the nearer to the present one is taken.
	d := math.Asin(sin)
	best, found := v, math.Inf(1)
	for _, d := range [2]float64{d, math.Pi - d} {
		a, b := math.Sin(lat), math.Cos(lat)*math.Cos(d)
		n := math.Hypot(a, b)
		if math.Abs(y) > n {
			continue
		}
		for _, side := range [2]float64{-1, 1} {
			m := math.Remainder(side*math.Acos(y/n)-math.Atan2(b, a), 2*math.Pi)
			if math.Abs(m) > math.Pi/2 || a*math.Sin(m)+b*math.Cos(m) < 0 {
				continue
			}
			turned := v
			turned.Lon, turned.Lat = math.Remainder(lon-d, 2*math.Pi)/degree, m/degree
			off := math.Abs(turned.Lat-v.Lat) + math.Abs(math.Remainder(turned.Lon-v.Lon, 360))*math.Cos(v.Lat*degree)
			if off < found {
				best, found = turned, off
			}
		}
	}
	return best
}
