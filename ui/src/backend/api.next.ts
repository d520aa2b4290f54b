// Commands that the core is about to answer, typed by hand until `cargo xtask types` makes them. Whoever builds
// a command takes its types away here.

export type NextCommands = Record<never, never>;
