import type { Temporal as Ours } from 'temporal-polyfill/implementation'

const native = (globalThis as { Temporal?: typeof Ours }).Temporal

// The build puts this in the place of `temporal-polyfill`, which prefers the browser's own as well, but is sent to every browser.
export const Temporal: typeof Ours = native ?? (await import('temporal-polyfill/implementation')).Temporal
