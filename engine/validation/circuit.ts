import { simulateCircuit } from '../src/circuit/circuit.ts'
import { circuitParameters } from '../src/circuit/parameters.ts'
import { kamp2020 } from '../src/models/kamp-2020.ts'
import { infusion } from '../src/regimen.ts'
import { days, hours } from '../src/units.ts'
import { fromRows, type Group, type Row } from './group.ts'

const hundredHours = { disposition: kamp2020.parameters({ weightKg: 70 }), regimen: [infusion(2000, hours(100))] }
const fourWeeks = [{ from: 0, to: days(28), level: 2 }]

const row = (id: string, what: string, expected: string, got: number, holds: boolean): Row => ({
  id,
  what,
  expected,
  tolerance: '',
  got: Number.isInteger(got) || Math.abs(got) >= 1e-3 ? String(Number(got.toPrecision(4))) : got.toExponential(1),
  verdict: holds ? 'pass' : 'FAIL',
})

function baseline(): Row {
  const { pain } = simulateCircuit({ times: [days(365)] })
  const off = Math.abs(pain[0] - 1)
  return row('baseline', 'a year untreated: how far pain strays from its baseline', '< 1e−12', off, off < 1e-12)
}

function wayBack(): Row {
  const { sensitisation: s } = simulateCircuit({ times: [days(60), days(80)], ketamine: hundredHours })
  const rest = circuitParameters.baselineSensitisation.value
  const halfLife = (Math.LN2 * 20) / Math.log((rest - s[0]) / (rest - s[1]))
  const { value } = circuitParameters.recoveryHalfLife
  return row(
    'recovery',
    'half-life of the way back, between days 60 and 80 after 100 hours, days',
    `${value} ± 2 %`,
    halfLife,
    Math.abs(halfLife / value - 1) < 0.02,
  )
}

function opioids(): Row[] {
  const { pain } = simulateCircuit({ times: [days(0.5), days(28) - 1, days(29)], opioid: fourWeeks })
  const taken = (given: object) => {
    const times = [days(5) + 30]
    const [with_] = simulateCircuit({ times, opioid: [{ from: days(5), to: days(6), level: 1 }], ...given }).pain
    const [without] = simulateCircuit({ times, ...given }).pain
    return 1 - with_ / without
  }
  const more = taken({ ketamine: hundredHours }) / taken({})
  return [
    row(
      'tolerance',
      'pain under an opioid after four weeks over pain after half a day',
      '> 1.2',
      pain[1] / pain[0],
      pain[1] / pain[0] > 1.2,
    ),
    row('hyperalgesia', 'pain a day after four weeks of opioid, baseline 1', '> 1.1', pain[2], pain[2] > 1.1),
    row('resistance', 'share of pain an opioid takes after ketamine over the share before', '> 1.15', more, more > 1.15),
  ]
}

function signals(): Row[] {
  const parameters = { baselineSensitisation: 0.1, baselineGlia: 0.1 }
  const signal = [{ from: 0, to: days(28), level: 1 }]
  const touch = { from: days(29), to: days(30), level: 0.2 }
  const { pain } = simulateCircuit({ times: [hours(6), days(29), days(150)], signal, parameters })
  const [touched] = simulateCircuit({ times: [days(29) + hours(6)], signal: [...signal, touch], parameters }).pain
  return [
    row('alarm', 'pain a day after four weeks of a strong signal in a calm nerve, baseline 1', '> 2', pain[1], pain[1] > 2),
    row('touch', 'pain of a touch then over pain of the strong signal at first', '> 1', touched / pain[0], touched > pain[0]),
    row('quiet', 'pain four months later', '1 ± 0.05', pain[2], Math.abs(pain[2] - 1) < 0.05),
  ]
}

function steps(): Row {
  const at = (tolerance: number) =>
    simulateCircuit({ times: [hours(50), days(20)], ketamine: hundredHours, opioid: fourWeeks, tolerance }).pain
  const [usual, tight] = [at(1e-7), at(1e-11)]
  const off = Math.max(...usual.map((value, i) => Math.abs(value - tight[i])))
  return row('steps', 'largest change of pain with a tolerance ten thousand times tighter', '< 1e−4', off, off < 1e-4)
}

export const circuit: Group = {
  id: 'circuit',
  title: 'The circuit, which is illustrative',
  about:
    'A small picture of NMDA current, sensitisation, glia and opioid tolerance. Its numbers are proposed and were fitted to nobody; what can be checked is that it does ' +
    'what it is drawn for, and that its steps are right.',
  file: import.meta.filename,
  run: () => fromRows([baseline(), wayBack(), ...opioids(), ...signals(), steps()]),
}
