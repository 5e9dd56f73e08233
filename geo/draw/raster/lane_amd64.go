package raster

import "golang.org/x/sys/cpu"

// draw draws the lane onto an image's bytes.
func (l *lane) draw(bytes []uint8) {
	pixels := words(bytes)
	if l.top >= l.bottom || l.minX >= l.maxX {
		return
	}
	if !cpu.X86.HasAVX2 {
		l.drawPlain(pixels)
		return
	}
	l.pixels = &pixels[0]
	drawEight(l)
}

// drawEight is drawPlain for eight pixels at once.
//
//go:noescape
func drawEight(l *lane)
