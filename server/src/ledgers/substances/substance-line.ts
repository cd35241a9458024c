import { Exact, exact, type Fault, isOneOf, Problem, plain } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'

/** What enters or leaves the safe; its mL carry a sign. */
export const safeKinds = ['received', 'withdrawn', 'returned'] as const
/** Parts of what left the safe; they do not change its balance. */
export const partKinds = ['given', 'wasted'] as const

export type LineKind = (typeof safeKinds)[number] | (typeof partKinds)[number]

export const isSafeKind = (kind: string) => isOneOf(safeKinds, kind)

/** The mL of a line as they stand in the book: what leaves the safe is below zero. */
export const signedMl = (kind: LineKind, ml: string): string =>
  kind === 'withdrawn' || kind === 'returned' ? plain(exact(ml).neg()) : ml

/** The book is kept to so many mL; what was drawn may differ from the dose by that much and no more. */
export const bookPlaces = 2
const step = new Exact('0.01')

/** Refuses an amount finer than the book, or mL and mg that are not the same amount of this strength. */
export const refuseUnequal = (ml: string, mg: string, mgPerMl: string, mayBeNone = false): void => {
  const [volume, mass] = [exact(ml, 'ml'), exact(mg, 'mg')]
  const faults: Fault[] = []
  const isNone = volume.isZero() && !mayBeNone
  if (isNone || volume.lt(0) || volume.decimalPlaces() > bookPlaces)
    faults.push({ field: 'ml', code: mayBeNone ? 'ml-from-0' : 'ml-above-0', value: ml })
  if (mass.minus(volume.times(mgPerMl)).abs().gt(step.times(mgPerMl)))
    faults.push({
      field: 'mg',
      code: 'mg-as-ml-of-mg-ml',
      params: { volume: plain(volume.times(mgPerMl)), ml, mgPerMl },
      value: mg,
    })
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}

/** Whether a vial's last day is over in this zone. */
export const isExpired = (expiresOn: string, now: Date, zone: string): boolean =>
  Temporal.PlainDate.compare(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate(),
    Temporal.PlainDate.from(expiresOn),
  ) > 0

/** Refuses a time that has not come yet. */
export const refuseFuture = (at: Date, now: Date): void => {
  if (at > now)
    throw new Problem('time-not-possible', {}, [{ field: 'at', code: 'time-that-has-passed', value: at.toISOString() }])
}
