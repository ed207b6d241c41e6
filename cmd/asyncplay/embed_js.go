package main

import (
	"asyncplay/app/embed"
	"asyncplay/app/host"
)

// serveEmbeds serves the frames of embedded programs, each with an engine that runs in slices, and never returns.
func serveEmbeds() error {
	ports, err := host.NewPorts()
	if err != nil {
		return err
	}
	server := embed.NewServer(func(port int, u embed.Update) {
		pictures, bytes := make([]any, 0, len(u.Pictures)), make([][]byte, 0, len(u.Pictures))
		for _, p := range u.Pictures {
			pictures = append(pictures, []any{p.Canvas, p.Width, p.Height, p.Shapes, p.Strings})
			bytes = append(bytes, p.Bytes)
		}
		ports.Post(port, u.Text, pictures, bytes)
	}, func(run host.RunFunc) host.Engine {
		engine, err := host.NewSlicedEngine(run)
		if err != nil {
			panic(err) // a browser without message channels: the frame hears that the worker ended
		}
		return engine
	}, host.LibraryPack)
	if err := ports.Listen(server.Receive); err != nil {
		return err
	}
	server.Serve()
	return nil
}
