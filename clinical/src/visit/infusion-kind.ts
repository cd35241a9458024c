import type { EventKind, EventOf, SessionEvent } from './infusion-events.ts'

/** An event of one kind, or not. */
export const isKind =
  <Kind extends EventKind>(kind: Kind) =>
  (event: SessionEvent): event is EventOf<Kind> =>
    event.kind === kind
