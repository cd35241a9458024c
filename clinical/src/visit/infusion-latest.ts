import { keysOf } from '../keys.ts'
import type { FoldedSession } from './infusion-words.ts'

export type ChartedSign = 'systolic' | 'diastolic' | 'pulse' | 'spo2' | 'resp' | 'dissociation' | 'distress' | 'pain' | 'sedation'
export type Reading = { value: number; at: string; by: string; ageMinutes: number; eventId: string }

/** The newest reading of each sign as of an instant, with its age in minutes; null where none was charted. */
export function latestReadings({ entries }: Pick<FoldedSession, 'entries'>, asOf: string): Record<ChartedSign, Reading | null> {
  const latest: Record<ChartedSign, Reading | null> = {
    systolic: null,
    diastolic: null,
    pulse: null,
    spo2: null,
    resp: null,
    dissociation: null,
    distress: null,
    pain: null,
    sedation: null,
  }
  const missing = new Set(keysOf(latest))
  for (let place = entries.length - 1; place >= 0 && missing.size > 0; place -= 1) {
    const event = entries[place]?.event
    const charted: Partial<Record<ChartedSign, unknown>> | null =
      event?.kind === 'checked-in' ? event.vitals : event?.kind === 'vitals' || event?.kind === 'scores' ? event : null
    const fresh = charted ? [...missing].filter((name) => typeof charted[name] === 'number') : []
    if (!event || !charted || fresh.length === 0) continue
    const ageMs = Date.parse(asOf) - Date.parse(event.at)
    if (ageMs < 0) continue
    for (const name of fresh) {
      const value = charted[name]
      if (typeof value !== 'number') continue
      latest[name] = { value, at: event.at, by: event.by, ageMinutes: ageMs / 60_000, eventId: event.id }
      missing.delete(name)
    }
  }
  return latest
}
