import { type GateReading, sayStaff } from '@dripline/clinical'
import { useState } from 'react'
import { useEntry } from '../../../../data/session.ts'
import {
  Button,
  Card,
  ConfirmDialog,
  FormProblems,
  Line,
  Lines,
  Link,
  Row,
  StatusShape,
  sayPhone,
  sayTime,
} from '../../../../ui/index.tsx'
import { Instructions } from '../../../portal/instructions.tsx'
import type { Open } from '../folded.ts'
import { kindOf } from '../kind-of.ts'
import type { Pad } from '../pads/due-strip.tsx'
import { NumberMissing } from './number-missing.tsx'
import styles from './recovery.module.css'

const acts = {
  escort: 'Escort is here',
  walks: 'Walks steadily, seen',
  mood: 'Asked, no change',
  instructions: 'Teach-back now',
} as const
type Checked = keyof typeof acts
const isChecked = (id: string): id is Checked => id in acts
const pads: Partial<Record<GateReading['id'], readonly [Pad, string]>> = {
  signs: ['vitals', 'Chart vital signs'],
  pulse: ['vitals', 'Chart vital signs'],
  spo2: ['vitals', 'Chart vital signs'],
  dissociation: ['scores', 'Ask now'],
}

type OnPick = { onPick: (pad: Pad) => void }

/** Every gate: what is missing on top, each with its own act; what is met keeps its value and its time. */
export function Gates({ onPick, ...open }: Open & OnPick) {
  const { visit } = open
  const [isReading, setReading] = useState(false)
  const entry = useEntry(visit.id, () => setReading(false))
  const check = (gate: Checked) => entry.send({ entry: { kind: 'home-check', gate, isMet: true, note: null } })
  const isMet = ({ state }: GateReading) => state === 'met'
  const { met = [], open: missing = [] } = Object.groupBy(visit.gates.discharge, (gate) => (isMet(gate) ? 'met' : 'open'))
  return (
    <section className={styles.gates} aria-label="Discharge criteria">
      <Card>
        <FormProblems problem={isReading ? null : entry.problem} />
        <Lines>
          {[...missing, ...met].map((gate) => (
            <Line
              key={gate.id}
              mark={<StatusShape status={isMet(gate) ? 'clear' : isOutOfDate(gate) ? 'defer' : 'caution'} />}
              note={noteOf(gate, open)}
              aside={
                isMet(gate) ? (
                  metOf(gate, open)
                ) : (
                  <Row>
                    {isChecked(gate.id) && (
                      <Button
                        kind={visit.next.gate === gate.id ? kindOf(visit, 'see-home') : 'second'}
                        isPending={entry.isSending}
                        onClick={() => isChecked(gate.id) && (gate.id === 'instructions' ? setReading(true) : check(gate.id))}
                      >
                        {acts[gate.id]}
                      </Button>
                    )}
                    <Elsewhere gate={gate} visit={visit} entry={entry} onPick={onPick} />
                  </Row>
                )
              }
            >
              <b>{gate.title}</b>
            </Line>
          ))}
        </Lines>
      </Card>
      {isReading && (
        <TeachBack visitId={visit.id} entry={entry} onDone={() => check('instructions')} onClose={() => setReading(false)} />
      )}
    </section>
  )
}

type TeachBackProps = { visitId: string; entry: ReturnType<typeof useEntry>; onDone: () => void; onClose: () => void }

const TeachBack = ({ visitId, entry, onDone, onClose }: TeachBackProps) => (
  <ConfirmDialog
    isOpen
    onClose={onClose}
    title="Teach-back done, in the patient’s own words?"
    status="inform"
    confirm="Teach-back done, all of it"
    cancel="Not yet"
    isPending={entry.isSending}
    onConfirm={onDone}
  >
    <Instructions />
    <NumberMissing />
    <p>
      <Link href={`/visits/${visitId}/after-care`}>Print it to take home</Link>
    </p>
    <FormProblems problem={entry.problem} />
  </ConfirmDialog>
)

const isOutOfDate = ({ state, value }: GateReading) => state === 'unknown' && value !== null

function noteOf(gate: GateReading, { visit, session }: Open): string {
  const { id, asks, clearsWhen, override, value, at } = gate
  const escort = id === 'escort' ? session.checkIn?.escort : null
  return [
    escort && `Named: ${escort.name}, ${sayPhone(escort.phone)}.`,
    isOutOfDate(gate) && value && at !== null && `${sayStaff(value)} at ${sayTime(at, visit.zone)}, out of date.`,
    clearsWhen === null ? asks : `Clears when ${sayStaff(clearsWhen)}.`,
    override && `Overridden by ${visit.names[override.by] ?? 'a prescriber'}: ${override.reason}`,
  ]
    .filter(Boolean)
    .join(' ')
}

const metOf = ({ id, value, at, by }: GateReading, { visit }: Open): string => {
  const when = at && id !== 'stay' ? ` at ${sayTime(at, visit.zone)}` : ''
  const who = by && visit.names[by] ? `, ${visit.names[by]}` : ''
  return `${value ? sayStaff(value) : 'yes'}${when}${who}`
}

type ElsewhereProps = OnPick & { gate: GateReading; visit: Open['visit']; entry: ReturnType<typeof useEntry> }

/** What clears a gate on a pad beside it. */
function Elsewhere({ gate, visit, entry, onPick }: ElsewhereProps) {
  const pad = pads[gate.id]
  return (
    <>
      {gate.id === 'adverse-effects' && (
        <Button
          kind={kindOf(visit, 'answer-effects')}
          isPending={entry.isSending}
          onClick={() => entry.send({ entry: { kind: 'no-adverse-effects' } })}
        >
          None observed
        </Button>
      )}
      {gate.id === 'adverse-effects' && (
        <Button kind="second" onClick={() => onPick('effect')}>
          Add one
        </Button>
      )}
      {pad && (
        <Button kind="second" onClick={() => onPick(pad[0])}>
          {pad[1]}
        </Button>
      )}
    </>
  )
}
