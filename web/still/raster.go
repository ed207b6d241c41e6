package still

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// raster draws shapes in CSS pixels into an image whose pixels are finer. Pictures for other sites are made with it: they take
// no SVG.
type raster struct {
	img     *image.RGBA
	scale   float64 // pixels of the image for one CSS pixel
	originX float64 // of the shapes, in CSS pixels
	originY float64
	clip    image.Rectangle
	faces   map[faceKey]font.Face
}

type faceKey struct {
	font *opentype.Font
	size float64
}

func newRaster(width, height int, scale float64) *raster {
	bounds := image.Rect(0, 0, width, height)
	return &raster{img: image.NewRGBA(bounds), scale: scale, clip: bounds, faces: map[faceKey]font.Face{}}
}

func (r *raster) x(v float64) float32 { return float32((v + r.originX) * r.scale) }
func (r *raster) y(v float64) float32 { return float32((v + r.originY) * r.scale) }

// box is a rectangle in the image's pixels, within what is clipped to.
func (r *raster) box(x, y, width, height float64) image.Rectangle {
	return image.Rect(int(math.Floor(float64(r.x(x)))), int(math.Floor(float64(r.y(y)))),
		int(math.Ceil(float64(r.x(x+width)))), int(math.Ceil(float64(r.y(y+height))))).Intersect(r.clip)
}

// polygon fills a closed path. Only the pixels around it are looked at: a picture has a thousand of them.
func (r *raster) polygon(paint color.Color, points ...[2]float64) {
	left, top, right, bottom := points[0][0], points[0][1], points[0][0], points[0][1]
	for _, p := range points {
		left, top, right, bottom = math.Min(left, p[0]), math.Min(top, p[1]), math.Max(right, p[0]), math.Max(bottom, p[1])
	}
	box := r.box(left, top, right-left, bottom-top)
	if box.Empty() {
		return
	}
	v := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range points {
		x, y := r.x(p[0])-float32(box.Min.X), r.y(p[1])-float32(box.Min.Y)
		if i == 0 {
			v.MoveTo(x, y)
		} else {
			v.LineTo(x, y)
		}
	}
	v.ClosePath()
	v.Draw(r.img, box, image.NewUniform(paint), image.Point{})
}

func (r *raster) rect(x, y, width, height float64, paint color.Color) {
	r.polygon(paint, [2]float64{x, y}, [2]float64{x + width, y}, [2]float64{x + width, y + height}, [2]float64{x, y + height})
}

// rounded is a rectangle with round corners; a circle when the radius is half its side.
func (r *raster) rounded(x, y, width, height, radius float64, paint color.Color) {
	const steps = 8 // of each corner
	var points [][2]float64
	for corner := range 4 {
		cx, cy := x+width-radius, y+height-radius
		if corner == 1 || corner == 2 {
			cx = x + radius
		}
		if corner >= 2 {
			cy = y + radius
		}
		for i := range steps + 1 {
			angle := (float64(corner) + float64(i)/steps) * math.Pi / 2
			points = append(points, [2]float64{cx + radius*math.Cos(angle), cy + radius*math.Sin(angle)})
		}
	}
	r.polygon(paint, points...)
}

// line is a straight one, solid when dash is 0.
func (r *raster) line(x, y, dx, dy, width, dash float64, paint color.Color) {
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	nx, ny := -dy/length*width/2, dx/length*width/2
	part := func(from, to float64) {
		ax, ay, bx, by := x+dx*from/length, y+dy*from/length, x+dx*to/length, y+dy*to/length
		r.polygon(paint, [2]float64{ax + nx, ay + ny}, [2]float64{bx + nx, by + ny}, [2]float64{bx - nx, by - ny}, [2]float64{ax - nx, ay - ny})
	}
	if dash <= 0 {
		part(0, length)
		return
	}
	for at := 0.0; at < length; at += dash * 1.75 {
		part(at, math.Min(length, at+dash))
	}
}

// pattern tints every pixel of a rectangle by how much of it the pattern covers there.
func (r *raster) pattern(x, y, width, height float64, paint color.NRGBA, opacity float64, covered func(u, v float64) float64) {
	box := r.box(x, y, width, height)
	for py := box.Min.Y; py < box.Max.Y; py++ {
		for px := box.Min.X; px < box.Max.X; px++ {
			share := covered((float64(px)+.5)/r.scale-r.originX, (float64(py)+.5)/r.scale-r.originY) * opacity
			if share <= 0 {
				continue
			}
			under := r.img.RGBAAt(px, py)
			mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-share) + float64(b)*share)) }
			r.img.SetRGBA(px, py, color.RGBA{mix(under.R, paint.R), mix(under.G, paint.G), mix(under.B, paint.B), 255})
		}
	}
}

// face is a font at a size in CSS pixels.
func (r *raster) face(f *opentype.Font, size float64) font.Face {
	key := faceKey{f, size}
	if r.faces[key] == nil {
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size * r.scale, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return nil
		}
		r.faces[key] = face
	}
	return r.faces[key]
}

// width of a text in CSS pixels.
func (r *raster) width(f *opentype.Font, size float64, text string) float64 {
	return float64(font.MeasureString(r.face(f, size), text)) / 64 / r.scale
}

// text draws a line of text; y is its middle, anchor 0 its left end, 1 its middle, 2 its right end.
func (r *raster) text(x, y float64, f *opentype.Font, size float64, anchor int, paint color.Color, text string) {
	face := r.face(f, size)
	if face == nil {
		return
	}
	x -= r.width(f, size, text) * float64(anchor) / 2
	const middle = .355 // of the size: half the height of a capital letter
	target := r.img
	if sub, ok := r.img.SubImage(r.clip).(*image.RGBA); ok {
		target = sub
	}
	d := font.Drawer{Dst: target, Src: image.NewUniform(paint), Face: face, Dot: fixed.Point26_6{
		X: fixed.Int26_6(math.Round(float64(r.x(x)) * 64)), Y: fixed.Int26_6(math.Round(float64(r.y(y+size*middle)) * 64)),
	}}
	d.DrawString(text)
}
