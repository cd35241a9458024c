import type { SessionEvent } from '@dripline/clinical'

/** The names of everybody who stands in a visit's order, log and gates, and of `others`, by id. */
export function namesIn(
  names: ReadonlyMap<string, string>,
  { signedBy }: { signedBy: string },
  events: readonly SessionEvent[],
  gates: readonly { by: string | null }[],
  others: readonly string[] = [],
): Record<string, string> {
  const ids = [signedBy, ...events.flatMap(staffIn), ...others, ...gates.flatMap(({ by }) => by ?? [])]
  return Object.fromEntries([...new Set(ids)].flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])))
}

const staffIn = (event: SessionEvent): string[] => [
  event.by,
  ...('witness' in event && event.witness !== undefined ? [event.witness] : []),
  ...(event.kind === 'act' && event.booked ? [event.booked.witness] : []),
  ...(event.kind === 'handed-over' ? [event.to] : []),
]
