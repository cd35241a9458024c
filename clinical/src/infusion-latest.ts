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
  for (const { event } of entries) {
    const ageMs = Date.parse(asOf) - Date.parse(event.at)
    if (ageMs < 0) continue
    const charted: object =
      event.kind === 'checked-in' ? event.vitals : event.kind === 'vitals' || event.kind === 'scores' ? event : {}
    for (const [name, value] of Object.entries(charted))
      if (isSign(name, latest) && typeof value === 'number')
        latest[name] = { value, at: event.at, by: event.by, ageMinutes: ageMs / 60_000, eventId: event.id }
  }
  return latest
}

const isSign = (name: string, signs: object): name is ChartedSign => name in signs
