// Package network decides how the simulated network answers: which URL gives which response, when it comes and what goes
// wrong. It is a function of the seed, the #@network lines of the program and the requests made so far; it knows neither
// Python values nor the event loop. docs/network.md says what the lines may hold.
package network
