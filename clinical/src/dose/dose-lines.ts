import { plain } from '../exact.ts'
import { duration, quantity } from '../quantity.ts'
import type { DoseFacts } from './dose-rule.ts'
import type { DoseLine } from './dose-words.ts'

/** The sum as a person would write it down, one line a step; steps without their numbers are left out. */
export function doseLines(facts: DoseFacts): DoseLine[] {
  return [doseLine(facts), hourlyLine(facts), ...bagLines(facts), ...drawUpLines(facts)]
}

function doseLine({ request: { protocol, weight }, kg, uncapped, isCapped, cap, doseMg }: DoseFacts): DoseLine {
  const { amount, unit } = protocol.dose
  const factors = [
    quantity(amount, unit),
    unit.startsWith('mg/kg') && quantity(plain(kg), weight.basis === 'actual' ? 'kg' : `kg (${weight.basis})`),
    unit.endsWith('/h') && duration(protocol.minutes),
  ].filter((factor) => typeof factor === 'string')
  const note =
    isCapped && cap && protocol.cap
      ? `${quantity(plain(uncapped), 'mg')} is over the cap of ${quantity(protocol.cap.amount, protocol.cap.unit)}; the cap holds`
      : null
  return { id: 'dose', label: 'Dose', sum: factors.join(' × '), result: doseMg, note }
}

const hourlyLine = ({ doseMg, minutes, rateMgPerHour }: DoseFacts): DoseLine => ({
  id: 'mg-per-hour',
  label: 'Per hour',
  sum: `${quantity(doseMg.value, 'mg')} in ${duration(minutes)}`,
  result: rateMgPerHour,
  note: null,
})

function drawUpLines({ syringeMl, infusate, vialMgPerMl }: DoseFacts): DoseLine[] {
  if (!syringeMl || !infusate || vialMgPerMl === null) return []
  const sum = `${quantity(infusate.infusateMg, 'mg')} ÷ ${quantity(vialMgPerMl, 'mg/mL')} (vial strength)`
  return [{ id: 'draw-up', label: 'Draw up', sum, result: syringeMl, note: null }]
}

function bagLines({ infusate, infusateMgPerMl, rateMlPerHour, vtbiMl, rateMgPerHour, doseMg, leftMg }: DoseFacts): DoseLine[] {
  if (!infusate || !infusateMgPerMl || !rateMlPerHour || !vtbiMl) return []
  const strength = `${quantity(infusateMgPerMl.value, 'mg/mL')} (infusate)`
  const left =
    leftMg !== null && leftMg !== '0' ? `${quantity(leftMg, 'mg')} stays in the bag and is wasted with a witness` : null
  return [
    {
      id: 'infusate',
      label: 'Infusate',
      sum: `${quantity(infusate.infusateMg, 'mg')} in ${quantity(infusate.finalMl, 'mL')}`,
      result: infusateMgPerMl,
      note: null,
    },
    {
      id: 'ml-per-hour',
      label: 'Pump rate',
      sum: `${quantity(rateMgPerHour.value, 'mg/h')} ÷ ${strength}`,
      result: rateMlPerHour,
      note: rateMlPerHour.unrounded === null ? null : 'rounded down, so that the pump never runs faster than the order',
    },
    {
      id: 'vtbi',
      label: 'Volume to be infused',
      sum: `${quantity(doseMg.value, 'mg')} ÷ ${strength}`,
      result: vtbiMl,
      note: left,
    },
  ]
}
