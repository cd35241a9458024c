import { minutesFrom } from '../chart/latest-facts.ts'
import { type TwoReadings, twoReadings } from '../chart/two-readings.ts'
import { exact } from '../exact.ts'
import { type Policies, usualPolicies } from '../policies.ts'
import type { EventOf, SessionEvent } from '../visit/infusion-events.ts'
import { isKind } from '../visit/infusion-kind.ts'

export type DoseReading = EventOf<'dose-reading'>

/**
 * How the two readings of a controlled dose stand: the same vial and the same mL, by two people, none older than the second check
 * holds. `about` is the signed line, the act that gives it, or the emergency entry whose vial is named; what was given or settled begins
 * again.
 */
export function doseCheck(
  events: readonly SessionEvent[],
  about: string,
  asOf: string,
  { readingHoldsMinutes }: Pick<Policies['secondPerson'], 'readingHoldsMinutes'> = usualPolicies.secondPerson,
): TwoReadings<DoseReading> {
  const from = events.findLastIndex((event) => ends(event, about))
  const readings = events.slice(from + 1).filter(isKind('dose-reading'))
  return twoReadings(
    readings.filter((reading) => reading.about === about && minutesFrom(reading.at, asOf) <= readingHoldsMinutes),
    (one, other) => one.vialId === other.vialId && exact(one.ml).eq(other.ml),
  )
}

const ends = (event: SessionEvent, about: string): boolean =>
  (event.kind === 'act' && event.act === about) ||
  (event.kind === 'drug-given' && event.vialId !== null && event.lineId === about) ||
  (event.kind === 'drug-settled' && event.about === about && event.task === 'vial')
