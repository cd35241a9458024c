import type { DoseDoing } from './acts.ts'
import type { Chance } from './chance.ts'
import { last, type World } from './world.ts'

const read = (chance: Chance, mg: number) => ({
  vial: chance.isSo(0.93) ? 1 : chance.oneOf([0, 2, 3]),
  ml: chance.isSo(0.94) ? mg / 5 : chance.oneOf([mg / 2, mg / 10]),
})

/** The next step of a dose by its line: signed, read by two, given; now and then an allergy is told meanwhile. */
export const nextOfDose = (chance: Chance, { line, order, doseReadings }: World): DoseDoing => {
  if (!line || line.order !== order.number) return { do: 'sign-line', times: chance.oneOf([1, 1, 2]) }
  if (chance.isSo(0.05)) return { do: 'allergy', text: chance.oneOf(['Valium', 'latex']) }
  if (new Set(doseReadings.slice(-2).map(({ by }) => by)).size === 2 && chance.isSo(0.9)) return { do: 'give-dose' }
  return { do: 'read-dose', ...read(chance, 1) }
}

/** What an emergency leaves behind, one step after the other. */
export const nextOfEmergency = (chance: Chance, { emergencies, emergencyReadings }: World): DoseDoing => {
  const emergency = last(emergencies)
  if (!emergency) return { do: 'emergency' }
  if (emergency.isVialNamed || (!emergency.isSigned && chance.isSo(0.3))) return { do: 'sign-emergency' }
  if (new Set(emergencyReadings.slice(-2).map(({ by }) => by)).size === 2 && chance.isSo(0.9)) return { do: 'name-vial' }
  return { do: 'read-emergency', ...read(chance, 2) }
}

/** Anything at all with midazolam. */
export const anyDose = (chance: Chance, world: World): DoseDoing =>
  chance.oneOf<DoseDoing>([
    nextOfDose(chance, world),
    nextOfEmergency(chance, world),
    { do: 'emergency' },
    { do: 'give-dose' },
    { do: 'name-vial' },
    { do: 'allergy', text: chance.oneOf(['Valium', 'latex']) },
  ])
