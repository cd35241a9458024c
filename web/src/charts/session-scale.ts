import { ms } from './instant.ts'
import { scaleLinear } from './scale.ts'
import type { SessionRecord } from './session-record.ts'

const left = 92
const rightRoom = 86

/** Where each panel of the chair record stands, for a width in px. One time axis, never two scales in a panel. */
export function sessionScale(record: SessionRecord, width: number) {
  const drugs = record.drugs?.length ?? 0
  const drugTop = 16
  const pressureTop = drugTop + (drugs > 0 ? drugs * 21 + 34 : 26)
  const pressureFoot = pressureTop + 130
  const pulseTop = pressureFoot + 26
  const pulseFoot = pulseTop + 62
  const satTop = pulseFoot + 24
  const satFoot = satTop + 50
  const rateTop = satFoot + 42
  const rateFoot = rateTop + 52
  const scoreTop = rateFoot + 34
  const scoreStep = 30
  const axisY = scoreTop + record.scores.length * scoreStep + 22
  const start = left
  const end = width - rightRoom
  const peak = Math.max(10, ...record.rates.map((r) => r.rateMgPerHour), ...(record.ordered ?? []).map((r) => r.rateMgPerHour))
  const systolics = [
    ...record.pressures.map((p) => p.systolic),
    ...(record.policies ?? []).filter((p) => p.panel === 'pressure').map((p) => p.value),
  ]
  return {
    start,
    end,
    axisY,
    height: axisY + 12,
    drugTop,
    scoreTop,
    scoreStep,
    tops: { pressure: pressureTop, pulse: pulseTop, saturation: satTop, rate: rateTop },
    x: scaleLinear([ms(record.from), ms(record.to)], [start, end]),
    pressure: scaleLinear([60, Math.max(190, ...systolics) + 8], [pressureFoot, pressureTop]),
    pulse: scaleLinear(range(record.pulses, 60, 100), [pulseFoot, pulseTop]),
    saturation: scaleLinear([Math.min(90, ...record.saturations.map((s) => s.value)), 100], [satFoot, satTop]),
    rate: scaleLinear([0, peak * 1.05], [rateFoot, rateTop]),
  }
}

const range = (readings: readonly { value: number }[], low: number, high: number): [number, number] => [
  Math.min(low, ...readings.map((r) => r.value)),
  Math.max(high, ...readings.map((r) => r.value)),
]

export type SessionScale = ReturnType<typeof sessionScale>
