import { underNewNames } from '../stored-names.ts'
import { type EventBody, eventBody } from './infusion-events.ts'

// Until December 2026 a draw-up and a reading said `mg` and `ml` of what every order calls by its whole name.
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'drawn-up': { mg: 'infusateMg', ml: 'syringeMl' },
  'check-reading': { mg: 'infusateMg' },
}

/** What an entry says, from a row that was written at any time: quantities come under the names of now. */
export function storedEvent(stored: unknown): EventBody {
  const kind = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'kind') : null
  return eventBody.parse(underNewNames(stored, (typeof kind === 'string' && names[kind]) || {}))
}
