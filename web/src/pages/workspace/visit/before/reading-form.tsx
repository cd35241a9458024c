import { type FormEvent, useState } from 'react'
import { ofVisit, useStep, useVials } from '../../../../data/session.ts'
import { Button, FieldScope, FormProblems, faultOf, Row, Tick } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import styles from '../visit.module.css'
import { VialPicker } from './vial-picker.tsx'

type Who = { id: string; name: string; proof?: string }
type ReadingFormProps = Open & { who: Who; onLeave?: () => void }

const rows = [
  { field: 'mg', label: 'Dose', note: 'on the syringe label', unit: 'mg' },
  { field: 'syringeMl', label: 'In the syringe', note: 'at the plunger edge', unit: 'mL' },
  { field: 'rateMlPerHour', label: 'Set on the pump', note: 'from the display', unit: 'mL/h' },
] as const
const identifiers = ['full name', 'date of birth'] as const
const blank = { mg: '', syringeMl: '', rateMlPerHour: '' }
const labels = {
  mg: 'Dose',
  syringeMl: 'In the syringe',
  rateMlPerHour: 'Set on the pump',
  vials: 'Vial',
  identifiers: 'Patient',
}

/** One person's own reading, from an empty form: nothing in it comes from the order or from anybody else. */
export function ReadingForm({ visit, who, onLeave }: ReadingFormProps) {
  const safe = useVials()
  const [typed, setTyped] = useState(blank)
  const [vialIds, setVialIds] = useState<string[]>([])
  const [fromVial, setFromVial] = useState<Record<string, string>>({})
  const [said, setSaid] = useState<readonly string[]>([])
  const send = useStep(visit.id, ofVisit.readings)
  const missing = whatIsMissing(typed, vialIds, said)
  const store = (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    const vials = vialIds.map((vialId) => ({ vialId, ml: vialIds.length === 1 ? typed.syringeMl : (fromVial[vialId] ?? '') }))
    send.send({
      ...typed,
      vials,
      identifiers: [said[0] ?? '', said[1] ?? ''],
      ...(who.proof !== undefined && { proof: who.proof }),
    })
  }
  return (
    <FieldScope name="reading">
      <form onSubmit={store} noValidate className={styles.reading} aria-label={`What ${who.name} reads`}>
        <header>
          <h3>What I read</h3>
          <span>{who.name}</span>
        </header>
        <Earlier visit={visit} who={who} />
        {rows.map(({ field, label, note, unit }) => (
          <Typed
            key={field}
            {...{ label, note, unit }}
            value={typed[field]}
            fault={faultOf(send.problem, field)}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <VialPicker safe={safe} order={visit.order} chosen={vialIds} onChoose={setVialIds} />
        {vialIds.length > 1 &&
          safe
            .filter(({ id }) => vialIds.includes(id))
            .map(({ id, number }) => (
              <Typed
                key={id}
                label={`From vial ${number}`}
                note="of what is in the syringe"
                unit="mL"
                value={fromVial[id] ?? ''}
                fault={undefined}
                onChange={(value) => setFromVial({ ...fromVial, [id]: value })}
              />
            ))}
        <fieldset className={styles.vials}>
          <legend>Confirm two identifiers</legend>
          {identifiers.map((each) => (
            <Tick
              key={each}
              name={each}
              label={`${visit.person.name}: ${each}`}
              checked={said.includes(each)}
              onChange={(isOn) => setSaid(isOn ? [...said, each] : said.filter((one) => one !== each))}
            />
          ))}
        </fieldset>
        <FormProblems problem={send.problem} labels={labels} advice={advice(send.problem?.code)} />
        <Row>
          <Button
            kind={kindOf(visit, 'read-first', 'read-second', 'read-again')}
            submits
            size="chair"
            isPending={send.isSending}
            disabledReason={missing}
          >
            Save my reading
          </Button>
          {onLeave && (
            <Button kind="second" size="chair" onClick={onLeave}>
              Not now
            </Button>
          )}
        </Row>
      </form>
    </FieldScope>
  )
}

// The reading itself is stored before the dose leaves the vial: what is then refused is only the draw-up.
const advice = (code: string | undefined) =>
  code !== undefined && ['vial-short', 'vial-expired', 'vial-of-other-drug', 'gate-closed', 'no-right'].includes(code)
    ? 'Your reading is saved. The draw-up is not recorded yet.'
    : 'Nothing was saved. What you typed stays here.'

function whatIsMissing(typed: typeof blank, vialIds: readonly string[], said: readonly string[]): string | undefined {
  const empty = rows.find(({ field }) => typed[field].trim() === '')
  if (empty) return `${empty.label}: not read yet.`
  if (vialIds.length === 0) return 'Choose the vial you read.'
  return said.length < 2 ? 'Confirm two identifiers.' : undefined
}

/** My earlier readings of this check, which stay on the record; whether they were right is not said yet. */
function Earlier({ visit, who }: { visit: Open['visit']; who: Who }) {
  const [isShown, setShown] = useState(false)
  const earlier = visit.events.filter((event) => event.kind === 'check-reading' && event.by === who.id)
  const last = earlier.at(-1)
  if (last?.kind !== 'check-reading' || who.proof !== undefined || visit.check.kind !== 'differ') return null
  return (
    <div className={styles.slip}>
      <p>
        {isShown
          ? `On the record: ${last.mg} mg, ${last.syringeMl} mL, ${last.rateMlPerHour} mL/h at ${sayTime(last.at, visit.zone)}.`
          : `Your reading of ${sayTime(last.at, visit.zone)} is on the record.`}{' '}
        Read again from the syringe and the pump.
      </p>
      <Button kind="second" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide it' : 'Show me mine'}
      </Button>
    </div>
  )
}

type TypedProps = {
  label: string
  note: string
  unit: string
  value: string
  fault: string | undefined
  onChange: (value: string) => void
}

const Typed = ({ label, note, unit, value, fault, onChange }: TypedProps) => (
  <div className={styles.readRow}>
    <label>
      <b>{label}</b>
      <small>{note}</small>
      <span className={`${styles.typed} ${styles.readField}`} data-fault={fault ? true : undefined}>
        <input
          aria-label={`${label}, ${unit}`}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <span>{unit}</span>
      </span>
    </label>
    {fault && <p className={styles.readFault}>{fault}</p>}
  </div>
)
