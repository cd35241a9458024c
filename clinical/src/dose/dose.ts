import { down, Exact, exact, halfUp, parseExact, plain } from '../exact.ts'
import { type Fault, Problem } from '../problem.ts'
import { hardChecks, softChecks } from './dose-checks.ts'
import { type DoseLimits, doseLimits } from './dose-limits.ts'
import { doseLines } from './dose-lines.ts'
import type { DoseCheck, DoseProtocol, DoseRequest, DoseSum, Infusate, Rounded } from './dose-words.ts'
import { dosingWeight } from './dosing-weight.ts'

/** A dose worked out line by line: mg, mg/h, mL to draw up, mL/h, mL to be infused, with every check named. Problem `not-valid` lists all faults. */
export function workOutDose(request: DoseRequest, limits: DoseLimits = doseLimits): DoseSum {
  refuseUnreadable(request)
  const { protocol, vialMgPerMl } = request
  const kg = dosingWeight(request)
  const hours = new Exact(protocol.minutes).div(60)
  const uncapped = protocolDose(protocol, kg, hours)
  const cap = capMg(protocol, hours)
  const roundedDose = halfUp(uncapped, limits.doseMgPlaces)
  const isCapped = cap !== null && uncapped.gt(cap)
  // The cap comes after rounding, and itself rounds down, so that rounding never lifts a dose over it.
  const doseMg = cap ? Exact.min(roundedDose, down(cap, limits.doseMgPlaces)) : roundedDose
  const infusate = request.infusate
  const strength = infusate ? exact(infusate.infusateMg).div(infusate.finalMl) : null
  // Multiplied first, divided once: 19.25 stays 19.25.
  const rateMgPerHour = doseMg.times(60).div(protocol.minutes)
  const vtbi = infusate ? doseMg.times(infusate.finalMl).div(infusate.infusateMg) : null
  const rateMlPerHour = infusate ? rateMgPerHour.times(infusate.finalMl).div(infusate.infusateMg) : null
  const vtbiMl = vtbi && rounded(vtbi, down(vtbi, limits.vtbiMlPlaces), 'mL')

  const numbers = {
    weightKg: plain(kg),
    weightBasis: request.weight.basis,
    doseMg: rounded(isCapped ? doseMg : uncapped, doseMg, 'mg'),
    isCapped,
    minutes: protocol.minutes,
    rateMgPerHour: rounded(rateMgPerHour, halfUp(rateMgPerHour, 2), 'mg/h'),
    vialMgPerMl: vialMgPerMl === null ? null : plain(exact(vialMgPerMl)),
    syringeMl: infusate && vialMgPerMl !== null ? drawUp(infusate, vialMgPerMl, limits) : null,
    infusate,
    infusateMgPerMl: strength && rounded(strength, halfUp(strength, 3), 'mg/mL'),
    rateMlPerHour: rateMlPerHour && rounded(rateMlPerHour, down(rateMlPerHour, limits.mlPerHourPlaces), 'mL/h'),
    vtbiMl,
    leftMg:
      infusate && strength && vtbiMl && plain(Exact.max(0, exact(infusate.infusateMg).minus(strength.times(vtbiMl.value))), 2),
  }
  const facts = { request, limits, kg, uncapped, cap, ...numbers }
  return { ...numbers, lines: doseLines(facts), hard: hardChecks(facts), soft: softChecks(facts) }
}

/** The checks that stand in the way of signing or starting. */
export const failedHard = ({ hard }: Pick<DoseSum, 'hard'>): DoseCheck[] => hard.filter(({ pass }) => !pass)

/** The checks that somebody must acknowledge by name. */
export const failedSoft = ({ soft }: Pick<DoseSum, 'soft'>): DoseCheck[] => soft.filter(({ pass }) => !pass)

/** Lets only a possible order through; Problem `dose-not-possible` names every hard check that failed. */
export function requirePossible(sum: DoseSum): DoseSum {
  const failed = failedHard(sum)
  if (failed.length > 0)
    throw new Problem(
      'dose-not-possible',
      {},
      failed.map(({ id, found }) => ({ field: id, code: 'check-fails', params: { found } })),
    )
  return sum
}

/** The bag a protocol makes for this dose, in mg and final mL. */
export function usualInfusate({ infusate }: Pick<DoseProtocol, 'infusate'>, doseMg: string): Infusate {
  return {
    infusateMg: infusate.infusateMg === 'the dose' ? plain(exact(doseMg)) : infusate.infusateMg,
    finalMl: infusate.finalMl,
  }
}

/** The dose in mg, before a bag is chosen: what `usualInfusate` needs. */
export const doseBeforeBag = (request: Omit<DoseRequest, 'infusate'>): string =>
  workOutDose({ ...request, infusate: null }).doseMg.value

function protocolDose({ dose }: DoseProtocol, kg: Exact, hours: Exact): Exact {
  const amount = exact(dose.amount, 'protocol.dose.amount')
  const forWeight = dose.unit.startsWith('mg/kg') ? amount.times(kg) : amount
  return dose.unit.endsWith('/h') ? forWeight.times(hours) : forWeight
}

function capMg({ cap }: DoseProtocol, hours: Exact): Exact | null {
  if (!cap) return null
  const amount = exact(cap.amount, 'protocol.cap.amount')
  return cap.unit === 'mg/h' ? amount.times(hours) : amount
}

/** What leaves the vial is the bag's mg, not the dose: part of the bag may be waste. */
function drawUp(infusate: Infusate, vialMgPerMl: string, { drawUpMlPlaces }: DoseLimits): Rounded {
  const ml = exact(infusate.infusateMg).div(exact(vialMgPerMl))
  return rounded(ml, halfUp(ml, drawUpMlPlaces), 'mL')
}

const rounded = (before: Exact, after: Exact, unit: string): Rounded => ({
  value: plain(after),
  unit,
  unrounded: before.eq(after) ? null : plain(before),
})

function refuseUnreadable({ protocol, weight, vialMgPerMl, infusate, enteredDoseMg, body }: DoseRequest): void {
  const amounts: Record<string, string | null> = {
    'protocol.dose.amount': protocol.dose.amount,
    'protocol.cap.amount': protocol.cap?.amount ?? null,
    'weight.kg': weight.kg,
    'body.heightCm': body.heightCm,
    vialMgPerMl,
    'infusate.infusateMg': infusate?.infusateMg ?? null,
    'infusate.finalMl': infusate?.finalMl ?? null,
    enteredDoseMg,
  }
  const faults: Fault[] = Object.entries(amounts)
    .filter(([, value]) => value !== null && !parseExact(value)?.gt(0))
    .map(([field, value]) => ({ field, code: 'decimal-number-above-0', value }))
  if (!Number.isInteger(protocol.minutes) || protocol.minutes <= 0)
    faults.push({ field: 'protocol.minutes', code: 'whole-minutes-at-least-1', value: protocol.minutes })
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
