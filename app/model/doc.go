// Package model is the playground without a page: its variants, faults, knobs, playback,
// selection and settings, and what each panel shows at an instant, as plain Go values.
// It knows neither the page's components nor JavaScript, so that all of it is tested
// natively. It reads recorded runs (runtime/trace, runtime/explain) and never a live
// engine; what it needs done outside (start a run, save, copy) it asks of an Env.
package model
