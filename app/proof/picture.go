package proof

import (
	"io"
	"time"

	"entente/app/scene"
	"entente/geo/draw"
	"entente/geo/draw/pdf"
	"entente/geo/draw/raster"
	"entente/geo/draw/svg"
)

// PictureFormats are the formats of pictures, by extension. The first is the one that everybody can show.
var PictureFormats = []string{"png", "svg", "pdf"}

// Picture is a picture to be written. A unit of Paint's canvas is Scale pixels.
type Picture struct {
	Width, Height int // in pixels
	Scale         float64
	Title         string
	Program       string // "Entente 1.0"
	Made          time.Time
	Fonts         *draw.Fonts
	Paint         func(draw.Canvas)
}

// Write writes the picture in a format of PictureFormats, png where it is none of them, with a record; without one where
// that is nil. In svg and pdf lines and letters stay sharp at any size.
func (p Picture) Write(w io.Writer, format string, r *Record) error {
	width, height := float64(p.Width)/p.Scale, float64(p.Height)/p.Scale
	switch format {
	case "svg":
		c := svg.New(width, height, p.Fonts)
		c.Title = p.Title
		p.Paint(c)
		if r != nil {
			return WriteSVG(w, c, r)
		}
		_, err := c.WriteTo(w)
		return err
	case "pdf":
		return WritePDF(w, func() *pdf.Canvas {
			c := pdf.New(width, height, p.Fonts)
			c.About(p.Title, p.Made)
			p.Paint(c)
			return c
		}, r)
	}
	notes := []raster.Note{{Keyword: "Software", Text: p.Program}}
	if p.Title != "" {
		notes = append(notes, raster.Note{Keyword: "Title", Text: p.Title})
	}
	if r == nil {
		return scene.WritePNG(w, raster.NewRenderer(p.Fonts), p.Width, p.Height, p.Scale, p.Paint, notes...)
	}
	return WritePNG(w, raster.NewRenderer(p.Fonts), p.Width, p.Height, p.Scale, p.Paint, r, notes...)
}
