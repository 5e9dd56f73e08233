package raster

import (
	"image"
	"runtime"
	"sync"
)

// Shift copies a picture onto another of the same size, moved dx pixels to the right and dy down, on all cores. What comes
// from outside the picture is left as it was.
func Shift(dst, src *image.RGBA, dx, dy int) {
	width, height := min(dst.Rect.Dx(), src.Rect.Dx()), min(dst.Rect.Dy(), src.Rect.Dy())
	left, right := max(0, dx), min(width, width+dx)
	if left >= right {
		return
	}
	parts := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for i := range parts {
		wait.Go(func() {
			for y := max(0, dy) + i; y < min(height, height+dy); y += parts {
				from := (y-dy)*src.Stride + 4*(left-dx)
				copy(dst.Pix[y*dst.Stride+4*left:y*dst.Stride+4*right], src.Pix[from:from+4*(right-left)])
			}
		})
	}
	wait.Wait()
}
