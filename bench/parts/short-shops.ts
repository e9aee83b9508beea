// Every benchmark that opens shops in its own process, one after the other in the same one: shows that they run, for the tests.
await import("../lists.ts")
await import("../renewals.ts")
await import("../figures.ts")
await import("../dunning.ts")
await import("../papers.ts")

export {}
