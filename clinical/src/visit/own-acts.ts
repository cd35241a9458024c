import type { EventOf, SessionEvent } from './infusion-events.ts'
import { isKind } from './infusion-kind.ts'
import type { FoldedSession } from './infusion-words.ts'

/** The acts of one name that stand in a visit up to an instant, in order. */
export const actsDone = ({ entries }: Pick<FoldedSession, 'entries'>, name: string, asOf: string): EventOf<'act'>[] =>
  entries
    .map(({ event }): SessionEvent => event)
    .filter(isKind('act'))
    .filter(({ act, at }) => act === name && Date.parse(at) <= Date.parse(asOf))
