import { type EventBody, type FaultSaid, signDoubts } from '@dripline/clinical'
import { refuseUnconfirmed } from '../people/ask-back.ts'

type Signs = Parameters<typeof signDoubts>[0]

/** Asks unlikely signs back; those that somebody has said are right go into the entry with their question. */
export const unlikelySigns = (signs: Signs, confirmed: readonly string[], prefix: string): { askedBack?: FaultSaid[] } => {
  const answered = [...refuseUnconfirmed(signDoubts(signs), confirmed, prefix).values()]
  return answered.length > 0 ? { askedBack: answered } : {}
}

/** The same for an entry of the log; entries of other kinds have nothing that could be asked back. */
export const asLikely = (entry: EventBody, confirmed: readonly string[]): EventBody =>
  entry.kind === 'vitals' ? { ...entry, ...unlikelySigns(entry, confirmed, 'entry.') } : entry
