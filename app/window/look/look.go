// Package look is the window's theme: calm, like a printed atlas, in a light and a dark form.
//
// It gives Fyne colours and sizes, and the rest of the window the colours that ties have. Only ties are strongly coloured.
// Text stands at least 4.5 to 1 against its ground (WCAG AA); a test measures it. A Theme does not change, and is safe for
// concurrent use.
package look

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"entente/app/scene"
	"entente/data"
)

// Names of colours beyond Fyne's own.
const (
	Panel  fyne.ThemeColorName = "entente.panel"  // behind lists and panels
	Card   fyne.ThemeColorName = "entente.card"   // behind a passage in a panel
	Notice fyne.ThemeColorName = "entente.notice" // behind a line that tells something
)

// Theme is a fyne.Theme.
type Theme struct {
	base    fyne.Theme
	choice  string
	text    float32
	letters fyne.Resource
}

// New makes a theme; the choice is "light", "dark", or anything else for what the system asks for. text is how large words
// are against the usual size. letters is a font for what Fyne's own cannot write, such as Chinese; it may be nil. Fyne asks
// it first, so it must lack every letter that Fyne's has. It must have the space, as high and as wide as Fyne's: the space's
// font sets the height of all lines.
func New(choice string, text float32, letters fyne.Resource) *Theme {
	return &Theme{base: theme.DefaultTheme(), choice: choice, text: text, letters: letters}
}

// Fit gives a size that suits words of the size that the present theme has, from the one that suits words of the usual
// size.
func Fit(size float32) float32 { return size * theme.TextSize() / sizes[theme.SizeNameText] }

// Dark says whether the theme is dark when the system asks for a variant.
func (t *Theme) Dark(system fyne.ThemeVariant) bool {
	switch t.choice {
	case "light":
		return false
	case "dark":
		return true
	}
	return system == theme.VariantDark
}

// Color is part of fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	colours, variant := light, theme.VariantLight
	if t.Dark(system) {
		colours, variant = dark, theme.VariantDark
	}
	if c, ok := colours[name]; ok {
		return c
	}
	return t.base.Color(name, variant)
}

// Font is part of fyne.Theme.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if t.letters == nil || style.Symbol {
		return t.base.Font(style)
	}
	return t.letters
}

// Icon is part of fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size is part of fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	s, ok := sizes[name]
	switch {
	case !ok:
		return t.base.Size(name)
	case slices.Contains(growing, name):
		return s * t.text
	}
	return s
}

// Stance is the colour of ties with a stance, on a light or a dark ground: the same as on the map.
func Stance(s data.Stance, onDark bool) color.NRGBA {
	t := &onLight
	if onDark {
		t = &onDarkGround
	}
	return t.Line(s, 1, false).Color
}

var onLight, onDarkGround = scene.Light(), scene.Dark()

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           13,
	theme.SizeNameCaptionText:    11,
	theme.SizeNameSubHeadingText: 16,
	theme.SizeNameHeadingText:    20,
	theme.SizeNameInnerPadding:   7,
	theme.SizeNameScrollBar:      10,
	theme.SizeNameInlineIcon:     18,
	theme.SizeNameInputRadius:    4,
	theme.SizeNameSplitThickness: 5,
}

// growing are the sizes that follow the size of words.
var growing = []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameSubHeadingText, theme.SizeNameHeadingText,
	theme.SizeNameInlineIcon}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	Panel:  rgb(0xFBFAF6),
	Card:   rgb(0xFFFFFF),
	Notice: rgb(0xEAF1F5),

	theme.ColorNameBackground:          rgb(0xF6F4EE),
	theme.ColorNameForeground:          rgb(0x2B2B2B),
	theme.ColorNamePlaceHolder:         rgb(0x66645E),
	theme.ColorNameDisabled:            rgb(0x6A675F),
	theme.ColorNamePrimary:             rgb(0x0A5F8F),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x0A5F8F),
	theme.ColorNameFocus:               rgba(0x0072B2, 0x50),
	theme.ColorNameSelection:           rgba(0x0072B2, 0x2E),
	theme.ColorNameHover:               rgba(0x2B2B2B, 0x10),
	theme.ColorNamePressed:             rgba(0x2B2B2B, 0x24),
	theme.ColorNameButton:              rgb(0xEBE7DC),
	theme.ColorNameDisabledButton:      rgb(0xF0EDE5),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xB9B2A2),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFBFAF6),
	theme.ColorNameHeaderBackground:    rgb(0xEFECE3),
	theme.ColorNameSeparator:           rgb(0xDDD7C9),
	theme.ColorNameScrollBar:           rgba(0x2B2B2B, 0x66),
	theme.ColorNameScrollBarBackground: rgba(0x2B2B2B, 0x0C),
	theme.ColorNameShadow:              rgba(0x2B2B2B, 0x22),
	theme.ColorNameError:               rgb(0xB3261E),
	theme.ColorNameWarning:             rgb(0x8A5200),
	theme.ColorNameSuccess:             rgb(0x2E6B3F),
}

var dark = palette{
	Panel:  rgb(0x20272C),
	Card:   rgb(0x283036),
	Notice: rgb(0x24343F),

	theme.ColorNameBackground:          rgb(0x1A2024),
	theme.ColorNameForeground:          rgb(0xE8E5DE),
	theme.ColorNamePlaceHolder:         rgb(0xA6ADB3),
	theme.ColorNameDisabled:            rgb(0x9DA5AC),
	theme.ColorNamePrimary:             rgb(0x6CBDEB),
	theme.ColorNameForegroundOnPrimary: rgb(0x10171C),
	theme.ColorNameHyperlink:           rgb(0x6CBDEB),
	theme.ColorNameFocus:               rgba(0x56B4E9, 0x60),
	theme.ColorNameSelection:           rgba(0x56B4E9, 0x3C),
	theme.ColorNameHover:               rgba(0xFFFFFF, 0x12),
	theme.ColorNamePressed:             rgba(0xFFFFFF, 0x28),
	theme.ColorNameButton:              rgb(0x323B42),
	theme.ColorNameDisabledButton:      rgb(0x272E34),
	theme.ColorNameInputBackground:     rgb(0x14191D),
	theme.ColorNameInputBorder:         rgb(0x56616A),
	theme.ColorNameMenuBackground:      rgb(0x283036),
	theme.ColorNameOverlayBackground:   rgb(0x20272C),
	theme.ColorNameHeaderBackground:    rgb(0x273037),
	theme.ColorNameSeparator:           rgb(0x3A444C),
	theme.ColorNameScrollBar:           rgba(0xFFFFFF, 0x66),
	theme.ColorNameScrollBarBackground: rgba(0xFFFFFF, 0x0C),
	theme.ColorNameShadow:              rgba(0x000000, 0x66),
	theme.ColorNameError:               rgb(0xF2867C),
	theme.ColorNameWarning:             rgb(0xE0A94D),
	theme.ColorNameSuccess:             rgb(0x83C796),
}
