import type { Act, DoseDoing } from './acts.ts'
import { last, noteReading, type World } from './world.ts'

const doing: readonly Act['do'][] = [
  'sign-line',
  'allergy',
  'read-dose',
  'give-dose',
  'emergency',
  'read-emergency',
  'name-vial',
  'sign-emergency',
]
export const isDose = (act: Act): act is Act & DoseDoing => doing.includes(act.do)

/** Writes into the notebook what was done with midazolam. */
export const noteDose = (world: World, act: Act & DoseDoing): void => {
  const { now: at, order } = world
  const emergency = last(world.emergencies)
  switch (act.do) {
    case 'sign-line':
      world.line = { order: order.number, times: act.times, used: 0 }
      world.doseReadings = []
      return
    case 'allergy':
      world.allergies.push(act.text)
      return
    case 'read-dose':
      noteReading(world.doseReadings, { by: act.who, at, vial: act.vial, ml: act.ml })
      return
    case 'read-emergency':
      noteReading(world.emergencyReadings, { by: act.who, at, vial: act.vial, ml: act.ml })
      return
    case 'give-dose':
      take(world, last(world.doseReadings))
      world.doseReadings = []
      world.doses.push(at)
      if (world.line) world.line.used += 1
      return
    case 'emergency':
      world.doses.push(at)
      world.emergencies.push({ isVialNamed: false, isSigned: false })
      world.emergencyReadings = []
      return
    case 'name-vial':
      take(world, last(world.emergencyReadings))
      world.emergencyReadings = []
      if (emergency) emergency.isVialNamed = true
      return
    case 'sign-emergency':
      if (emergency) emergency.isSigned = true
      return
  }
}

const take = ({ vials }: World, read: World['doseReadings'][number] | undefined) => {
  const vial = vials[read?.vial ?? -1]
  if (vial && read) vial.leftMl -= read.ml
}
