import { administrations, type EventOf, linesOf, recoveryScores, recoveryTotal, type SessionEvent } from '@dripline/clinical'
import { quantity, withSign } from '../../../../ui/quantity.tsx'

const figures = (signs: {
  systolic: number | null
  diastolic: number | null
  pulse: number | null
  spo2: number | null
  resp: number | null
}) =>
  [
    signs.systolic !== null && `${signs.systolic}/${signs.diastolic ?? '?'} mmHg`,
    signs.pulse !== null && `pulse ${signs.pulse}`,
    signs.spo2 !== null && `SpO₂ ${quantity(signs.spo2, '%')}`,
    signs.resp !== null && `${signs.resp} breaths`,
  ]
    .filter(Boolean)
    .join(', ')

const saidFound = ({ rateMlPerHour, note }: EventOf<'pump-found'>): string => {
  const found = Number(rateMlPerHour) > 0 ? `at ${quantity(rateMlPerHour, 'mL/h')}` : 'stopped'
  return `Pump found ${found}${note ? `: ${note}` : ''}`
}

/** An act of an administration with no kind of entry of its own: its title and what was said. */
const saidAct = ({ act, title, said }: EventOf<'act'>): string => {
  const fields = administrations.find(({ acts }) => act in acts)?.acts[act]?.fields ?? {}
  const parts = linesOf(fields, said).map(({ label, value }) => `${label.toLowerCase()} ${value}`)
  return [title, parts.join(', ')].filter(Boolean).join(': ')
}

/** One entry of the log as a sentence. */
export function sayEvent(event: SessionEvent): string {
  switch (event.kind) {
    case 'booked':
      return 'Visit opened'
    case 'arrived':
      return 'Arrived'
    case 'act':
      return saidAct(event)
    case 'taken-over':
      return 'Took responsibility for this chair'
    case 'handed-over':
      return saidHandOver(event)
    case 'checked-in':
      return `Checked in: ${quantity(event.weightKg, 'kg')}, ${figures(event.vitals)}, escort ${event.escort?.name ?? 'not named'}`
    case 'sent-back':
      return `Order sent back: ${event.reason}`
    case 'dose-reading':
      return `Read ${quantity(event.ml, 'mL')} in the syringe for a controlled dose`
    case 'order-stands':
      return `Let the order stand as signed: ${event.reason}`
    case 'drawn-up':
      return `Drawn up: ${quantity(event.mg, 'mg')} in ${quantity(event.ml, 'mL')}, made up to ${quantity(event.finalMl, 'mL')}`
    case 'second-check':
      return `Read: ${quantity(event.syringeMl, 'mL')} in the syringe, ${quantity(event.rateMlPerHour, 'mL/h')} on the pump`
    case 'check-reading':
      return `Read: ${quantity(event.mg, 'mg')}, ${quantity(event.syringeMl, 'mL')} in the syringe, ${quantity(event.rateMlPerHour, 'mL/h')} on the pump`
    case 'check-taken-back':
      return 'Withdrew their reading'
    case 'check-opened':
      return 'Called a prescriber to the second check; the right values were shown'
    case 'pump-read':
      return saidPump(event)
    case 'waste-reading':
      return `Saw wasted: ${quantity(event.ml, 'mL')} of the ${event.of}`
    case 'started':
      return `Started at ${quantity(event.rateMlPerHour, 'mL/h')}`
    case 'rate-changed':
      return `Rate ${quantity(event.rateMlPerHour, 'mL/h')}: ${event.reason}`
    case 'pump-found':
      return saidFound(event)
    case 'paused':
      return `Paused: ${event.reason}`
    case 'resumed':
      return `Resumed at ${quantity(event.rateMlPerHour, 'mL/h')}`
    case 'vitals':
      return figures(event)
    case 'scores':
      return saidScores(event)
    case 'adverse-effect':
      return `${event.term}, grade ${event.grade}; ${event.action}; ${event.outcome}`
    case 'no-adverse-effects':
      return 'Side effects: none observed'
    case 'note':
      return event.text
    case 'drug-given':
      return `${event.how === 'emergency' ? 'Emergency: ' : ''}${event.drug} ${quantity(event.amount, event.unit)} ${event.route}${event.how === 'line' ? ', by the as-needed line' : ''}${event.reason ? `, ${event.reason}` : ''}`
    case 'prescriber-asked':
      return `Prescriber asked for ${event.drug} ${quantity(event.amount, 'mg')} ${event.route}: ${event.reason}`
    case 'line-signed':
      return `As-needed line signed: ${event.drug} ${quantity(event.amount, 'mg')} ${event.route} for ${event.reason}`
    case 'drug-settled':
      return `Emergency dose settled, ${event.task}: ${event.note}`
    case 'stopped':
      return `Stopped: ${event.reason}`
    case 'wasted':
      return `Wasted ${quantity(event.mg, 'mg')} with a witness`
    case 'recovering':
      return 'Recovery started'
    case 'home-check':
      return `Discharge check, ${event.gate}: ${event.isMet ? 'yes' : 'no'}${event.note ? `, ${event.note}` : ''}`
    case 'recovery-score':
      return `${recoveryScores[event.scale].title} ${recoveryTotal(event.scale, event.items).total} of 10`
    case 'discharged':
      return 'Discharged'
    case 'discharge-override':
      return `Discharged with criteria not met: ${event.gates.join(', ')}. ${event.reason}`
    case 'left':
      return 'Left'
    case 'cancelled':
      return `Canceled: ${event.reason}`
    case 'amended':
      return event.because === 'wrong person' ? 'Struck: charted on the wrong patient' : 'Struck'
  }
}

const names = { dissociation: 'dissociation', distress: 'distress', pain: 'pain', sedation: 'RASS' } as const
type Scores = Record<keyof typeof names, number | null>

const saidScores = (scores: Scores) => {
  const said = (Object.keys(names) as (keyof Scores)[]).flatMap((key) =>
    scores[key] === null ? [] : [`${names[key]} ${key === 'sedation' ? withSign(scores[key]) : scores[key]}`],
  )
  return `Scores: ${said.join(', ')}`
}

const saidPump = ({ totalMl, reason }: EventOf<'pump-read'>): string =>
  totalMl === null ? `Pump total cannot be read: ${reason ?? 'no reason given'}` : `Pump total read: ${quantity(totalMl, 'mL')}`

const saidHandOver = ({ report }: EventOf<'handed-over'>): string => (report ? `Handoff offered: ${report}` : 'Handoff offered')
