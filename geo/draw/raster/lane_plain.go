//go:build !amd64

package raster

// draw draws the lane onto an image's bytes.
func (l *lane) draw(bytes []uint8) { l.drawPlain(words(bytes)) }
