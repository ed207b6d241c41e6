// Package eventloop holds the mechanics under asyncio: a virtual clock, the ready queue,
// the timers and the baton that simulated threads pass. It knows neither Python values
// nor traces; package asyncio gives it handles and asks it what comes next.
//
// Time is virtual: it stands still while callbacks run and jumps to the next deadline
// when nothing is ready. So a program that sleeps for an hour takes a millisecond, and
// runs the same way every time.
package eventloop
