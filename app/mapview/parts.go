package mapview

// Parts are what the map draws besides lands and ties, each of which can be left out.
type Parts struct {
	Legend    bool
	Graticule bool
	TieNames  bool // what Options.TieName says, along the arcs
	Inset     bool // that enlarges where the ends of many ties crowd
}

// DefaultParts are drawn unless others are set.
var DefaultParts = Parts{Legend: true, Graticule: true, Inset: true}

// Parts gives what is drawn.
func (m *MapView) Parts() Parts { return m.parts }

// SetParts draws other parts.
func (m *MapView) SetParts(p Parts) {
	if p != m.parts {
		m.parts = p
		m.redraw()
	}
}

// A smaller map has no room for a legend at all times: it is folded until somebody wants to see it.
const legendWidth, legendHeight = 480, 320

// LegendFolds says whether the map is so small that its legend is folded.
func (m *MapView) LegendFolds() bool {
	return m.Size().Width < legendWidth || m.Size().Height < legendHeight
}

// LegendShown says whether the legend is drawn now.
func (m *MapView) LegendShown() bool {
	if m.LegendFolds() {
		return m.legend
	}
	return m.parts.Legend
}

// ToggleLegend shows the legend or hides it. On a small map it unfolds, and nothing is remembered.
func (m *MapView) ToggleLegend() {
	if m.LegendFolds() {
		m.legend = !m.legend
	} else {
		m.parts.Legend = !m.parts.Legend
	}
	m.redraw()
}
