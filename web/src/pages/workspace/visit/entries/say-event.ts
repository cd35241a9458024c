import {
  administrations,
  type EventKind,
  type EventOf,
  keysOf,
  linesOf,
  recoveryScores,
  recoveryTotal,
  sayAll,
  whySentBack,
} from '@dripline/clinical'
import { quantity, withSign } from '../../../../ui/quantity.tsx'

type Signs = Record<'systolic' | 'diastolic' | 'pulse' | 'spo2' | 'resp', number | null>

const figures = ({ systolic, diastolic, pulse, spo2, resp }: Signs) =>
  [
    systolic !== null && `${systolic}/${diastolic ?? '?'} mmHg`,
    pulse !== null && `pulse ${pulse}`,
    spo2 !== null && `SpO₂ ${quantity(spo2, '%')}`,
    resp !== null && `${resp} breaths`,
  ]
    .filter(Boolean)
    .join(', ')

const saidFound = ({ rateMlPerHour, note }: EventOf<'pump-found'>): string => {
  const found = Number(rateMlPerHour) > 0 ? `at ${quantity(rateMlPerHour, 'mL/h')}` : 'stopped'
  return `Pump found ${found}${note ? `: ${note}` : ''}`
}

const names = { dissociation: 'dissociation', distress: 'distress', pain: 'pain', sedation: 'RASS' } as const
type Scores = Record<keyof typeof names, number | null>

const saidScores = (scores: Scores) => {
  const said = keysOf(names).flatMap((key) =>
    scores[key] === null ? [] : [`${names[key]} ${key === 'sedation' ? withSign(scores[key]) : scores[key]}`],
  )
  return `Scores: ${said.join(', ')}`
}

const saidPump = ({ totalMl, reason }: EventOf<'pump-read'>): string =>
  totalMl === null ? `Pump total cannot be read: ${reason ?? 'no reason given'}` : `Pump total read: ${quantity(totalMl, 'mL')}`

const saidHandOver = ({ report }: EventOf<'handed-over'>): string => (report ? `Handoff offered: ${report}` : 'Handoff offered')

/** An act of an administration with no kind of entry of its own: its title and what was said. */
const saidAct = ({ act, title, said }: EventOf<'act'>): string => {
  const fields = administrations.find(({ acts }) => act in acts)?.acts[act]?.fields ?? {}
  const parts = linesOf(fields, said).map(({ label, value }) => `${label.toLowerCase()} ${value}`)
  return [title, parts.join(', ')].filter(Boolean).join(': ')
}

/** Each kind of entry as a sentence. */
const sentences: { readonly [Kind in EventKind]: (event: EventOf<Kind>) => string } = {
  act: saidAct,
  booked: () => 'Visit opened',
  arrived: () => 'Arrived',
  'taken-over': () => 'Took responsibility for this chair',
  'handed-over': saidHandOver,
  'checked-in': ({ weightKg, vitals, escort }) =>
    `Checked in: ${quantity(weightKg, 'kg')}, ${figures(vitals)}, escort ${escort?.name ?? 'not named'}`,
  'sent-back': (event) => `Order sent back: ${sayAll(whySentBack(event))}`,
  'dose-reading': ({ ml }) => `Read ${quantity(ml, 'mL')} in the syringe for a controlled dose`,
  'order-stands': ({ reason }) => `Let the order stand as signed: ${reason}`,
  'drawn-up': ({ infusateMg, syringeMl, finalMl }) =>
    `Drawn up: ${quantity(infusateMg, 'mg')} in ${quantity(syringeMl, 'mL')}, made up to ${quantity(finalMl, 'mL')}`,
  'second-check': ({ syringeMl, rateMlPerHour }) =>
    `Read: ${quantity(syringeMl, 'mL')} in the syringe, ${quantity(rateMlPerHour, 'mL/h')} on the pump`,
  'check-reading': ({ infusateMg, syringeMl, rateMlPerHour }) =>
    `Read: ${quantity(infusateMg, 'mg')}, ${quantity(syringeMl, 'mL')} in the syringe, ${quantity(rateMlPerHour, 'mL/h')} on the pump`,
  'check-taken-back': () => 'Withdrew their reading',
  'check-opened': () => 'Called a prescriber to the second check; the right values were shown',
  'pump-read': saidPump,
  'waste-reading': ({ ml, of }) => `Saw wasted: ${quantity(ml, 'mL')} of the ${of}`,
  started: ({ rateMlPerHour }) => `Started at ${quantity(rateMlPerHour, 'mL/h')}`,
  'rate-changed': ({ rateMlPerHour, reason }) => `Rate ${quantity(rateMlPerHour, 'mL/h')}: ${reason}`,
  'pump-found': saidFound,
  paused: ({ reason }) => `Paused: ${reason}`,
  resumed: ({ rateMlPerHour }) => `Resumed at ${quantity(rateMlPerHour, 'mL/h')}`,
  vitals: figures,
  scores: saidScores,
  'adverse-effect': ({ term, grade, action, outcome }) => `${term}, grade ${grade}; ${action}; ${outcome}`,
  'no-adverse-effects': () => 'Side effects: none observed',
  note: ({ text }) => text,
  'drug-given': ({ how, drug, amount, unit, route, reason }) =>
    `${how === 'emergency' ? 'Emergency: ' : ''}${drug} ${quantity(amount, unit)} ${route}${how === 'line' ? ', by the as-needed line' : ''}${reason ? `, ${reason}` : ''}`,
  'prescriber-asked': ({ drug, amount, route, reason }) =>
    `Prescriber asked for ${drug} ${quantity(amount, 'mg')} ${route}: ${reason}`,
  'line-signed': ({ drug, amount, route, reason }) =>
    `As-needed line signed: ${drug} ${quantity(amount, 'mg')} ${route} for ${reason}`,
  'drug-settled': ({ task, note }) => `Emergency dose settled, ${task}: ${note}`,
  stopped: ({ reason }) => `Stopped: ${reason}`,
  wasted: ({ mg }) => `Wasted ${quantity(mg, 'mg')} with a witness`,
  recovering: () => 'Recovery started',
  'home-check': ({ gate, isMet, note }) => `Discharge check, ${gate}: ${isMet ? 'yes' : 'no'}${note ? `, ${note}` : ''}`,
  'recovery-score': ({ scale, items }) => `${recoveryScores[scale].title} ${recoveryTotal(scale, items).total} of 10`,
  discharged: () => 'Discharged',
  'discharge-override': ({ gates, reason }) => `Discharged with criteria not met: ${gates.join(', ')}. ${reason}`,
  left: () => 'Left',
  cancelled: ({ reason }) => `Canceled: ${reason}`,
  amended: ({ because }) => (because === 'wrong person' ? 'Struck: charted on the wrong patient' : 'Struck'),
}

/** One entry of the log as a sentence. */
export const sayEvent = <Kind extends EventKind>(event: EventOf<Kind>): string => sentences[event.kind as Kind](event)
