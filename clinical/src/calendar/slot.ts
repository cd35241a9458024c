/** One bookable time: ISO instants and whose time it is. */
export type Slot = { start: string; end: string; holderId: string }
