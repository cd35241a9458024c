import type { GateReading } from '@dripline/clinical'
import { useState } from 'react'
import { useEntry } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems, Link, Row, StatusShape, sayPhone } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Pad } from '../shared/due-strip.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import styles from '../visit.module.css'
import { Instructions } from './instructions.tsx'

type Checked = 'escort' | 'walks' | 'mood' | 'instructions'
const acts: Record<Checked, string> = {
  escort: 'Escort is here',
  walks: 'Walks steadily, seen',
  mood: 'Asked, no change',
  instructions: 'Teach-back now',
}
const isChecked = (id: GateReading['id']): id is Checked => id in acts
const pads: Partial<Record<GateReading['id'], readonly [Pad, string]>> = {
  signs: ['vitals', 'Chart vital signs'],
  pulse: ['vitals', 'Chart vital signs'],
  spo2: ['vitals', 'Chart vital signs'],
  dissociation: ['scores', 'Ask now'],
}

type GatesProps = Open & { onPick: (pad: Pad) => void }

/** Every gate: what is missing on top, each with its own act; what is met keeps its value and its time. */
export function Gates({ visit, onPick, session }: GatesProps) {
  const [isReading, setReading] = useState(false)
  const entry = useEntry(visit.id, () => setReading(false))
  const gates = visit.gates.discharge
  const check = (gate: Checked) => entry.send({ entry: { kind: 'home-check', gate, isMet: true, note: null } })
  const act = (gate: Checked) => (gate === 'instructions' ? setReading(true) : check(gate))
  const sorted = [...gates.filter(({ state }) => state !== 'met'), ...gates.filter(({ state }) => state === 'met')]
  const escort = session.checkIn?.escort
  const noteOf = ({ id, asks, clearsWhen, override, state, value, at }: GateReading) => {
    const signed = override && ` Overridden by ${visit.names[override.by] ?? 'a prescriber'}: ${override.reason}`
    const named = id === 'escort' && escort ? `Named: ${escort.name}, ${sayPhone(escort.phone)}. ` : ''
    const was =
      state === 'unknown' && value !== null && at !== null ? `${value} at ${sayTime(at, visit.zone)}, out of date. ` : ''
    return `${named}${was}${clearsWhen === null ? asks : `Clears when ${clearsWhen}.`}${signed ?? ''}`
  }
  return (
    <section className={styles.gates} aria-label="Discharge criteria">
      <FormProblems problem={isReading ? null : entry.problem} />
      <ul>
        {sorted.map((gate) => (
          <li key={gate.id} data-met={gate.state === 'met'}>
            <StatusShape
              status={gate.state === 'met' ? 'clear' : gate.state === 'unknown' && gate.value !== null ? 'defer' : 'caution'}
            />
            <div>
              <b>{gate.title}</b>
              <small>{noteOf(gate)}</small>
            </div>
            {gate.state === 'met' ? (
              <span>
                {gate.value ?? 'yes'}
                {gate.at && gate.id !== 'stay' && ` at ${sayTime(gate.at, visit.zone)}`}
                {gate.by && visit.names[gate.by] && `, ${visit.names[gate.by]}`}
              </span>
            ) : (
              <Row>
                {isChecked(gate.id) && (
                  <Button
                    kind={visit.next.gate === gate.id ? kindOf(visit, 'see-home') : 'second'}
                    isPending={entry.isSending}
                    onClick={() => isChecked(gate.id) && act(gate.id)}
                  >
                    {acts[gate.id]}
                  </Button>
                )}
                {pads[gate.id] && (
                  <Button kind="second" onClick={() => onPick(pads[gate.id]?.[0] ?? 'vitals')}>
                    {pads[gate.id]?.[1]}
                  </Button>
                )}
                {gate.id === 'adverse-effects' && (
                  <>
                    <Button
                      kind={kindOf(visit, 'answer-effects')}
                      isPending={entry.isSending}
                      onClick={() => entry.send({ entry: { kind: 'no-adverse-effects' } })}
                    >
                      None observed
                    </Button>
                    <Button kind="second" onClick={() => onPick('effect')}>
                      Add one
                    </Button>
                  </>
                )}
              </Row>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={isReading}
        onClose={() => setReading(false)}
        title="Teach-back done, in the patient’s own words?"
        status="inform"
        confirm="Teach-back done, all of it"
        cancel="Not yet"
        isPending={entry.isSending}
        onConfirm={() => check('instructions')}
      >
        <Instructions />
        <p>
          <Link href={`/visits/${visit.id}/after-care`}>Print it to take home</Link>
        </p>
        <FormProblems problem={entry.problem} />
      </ConfirmDialog>
    </section>
  )
}
