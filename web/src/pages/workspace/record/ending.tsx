import { entriesOf, type FoldedSession, recoveryScores, recoveryTotal } from '@dripline/clinical'
import type { VisitRecord } from '../../../data/record.ts'
import { Card, Columns, sayTime } from '../../../ui/index.tsx'
import { sayEvent } from '../visit/entries/say-event.ts'
import { useRecordWords } from './record-words.ts'

type RecordProps = { visit: VisitRecord; session: FoldedSession }

/** Adverse effects and how the patient went home, from what was written down and nothing else. */
export function Ending({ visit, session }: RecordProps) {
  const word = useRecordWords()
  return (
    <Columns kind="halves">
      <Card title={word('Adverse effects')}>
        <p>{word(effectWords(visit, session))}</p>
      </Card>
      <Card title={word('Discharge')}>
        <ul className="list">
          {homeWords(visit, session).map((line) => (
            <li key={line}>{word(line)}</li>
          ))}
        </ul>
      </Card>
    </Columns>
  )
}

function effectWords({ zone }: VisitRecord, { adverseEffects }: FoldedSession): string {
  if (adverseEffects === 'not answered') return 'Not charted.'
  if (adverseEffects === 'none') return 'None observed.'
  return adverseEffects
    .map(
      ({ term, grade, onset, action, outcome }) =>
        `${term}, grade ${grade}, from ${sayTime(onset, zone)}: ${action}; ${outcome}.`,
    )
    .join(' ')
}

function homeWords({ zone, names }: VisitRecord, session: FoldedSession): string[] {
  const at = (instant: string) => sayTime(instant, zone)
  const scores = entriesOf(session, 'recovery-score').map(
    (event) => `${recoveryScores[event.scale].title} ${recoveryTotal(event.scale, event.items).total} at ${at(event.at)}`,
  )
  const checks = entriesOf(session, 'home-check').map((event) => `${sayEvent(event)}, ${at(event.at)}`)
  const overrides = session.overrides.map((event) => `${sayEvent(event)} (${names[event.by] ?? 'a former colleague'})`)
  const left = entriesOf(session, 'left').map(({ at: when }) => `Left at ${at(when)}`)
  const lines = [...scores, ...checks, ...overrides, ...left]
  return lines.length > 0 ? lines : ['Nothing was charted about discharge.']
}
