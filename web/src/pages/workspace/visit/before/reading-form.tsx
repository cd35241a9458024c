import { useState } from 'react'
import { ofVisit, type SafeVial, useStep, useVials, type Visit } from '../../../../data/session.ts'
import { Button, Card, Form, sayTime, TextField, Tick } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import type { Reader } from '../frame/two-readers.tsx'
import { kindOf } from '../kind-of.ts'
import styles from './before.module.css'
import { VialPicker } from './vial-picker.tsx'

type ReadingFormProps = Open & { who: Reader; onDone: () => void }

const rows = [
  { field: 'infusateMg', label: 'Dose', note: 'on the syringe label', unit: 'mg' },
  { field: 'syringeMl', label: 'In the syringe', note: 'at the plunger edge', unit: 'mL' },
  { field: 'rateMlPerHour', label: 'Set on the pump', note: 'from the display', unit: 'mL/h' },
] as const
const identifiers = ['full name', 'date of birth'] as const
const blank = { infusateMg: '', syringeMl: '', rateMlPerHour: '' }
const labels = { ...Object.fromEntries(rows.map(({ field, label }) => [field, label])), vials: 'Vial', identifiers: 'Patient' }

/** One person's own reading, from an empty form: nothing in it comes from the order or from anybody else. */
export function ReadingForm({ visit, who, onDone }: ReadingFormProps) {
  const safe = useVials()
  const [typed, setTyped] = useState(blank)
  const [vialIds, setVialIds] = useState<string[]>([])
  const [fromVial, setFromVial] = useState<Record<string, string>>({})
  const [said, setSaid] = useState<readonly string[]>([])
  const send = useStep(visit.id, ofVisit.readings, onDone)
  const missing = whatIsMissing(typed, vialIds, said)
  const mlOf = (vialId: string) => (vialIds.length === 1 ? typed.syringeMl : (fromVial[vialId] ?? ''))
  const body = () => ({
    ...typed,
    vials: vialIds.map((vialId) => ({ vialId, ml: mlOf(vialId) })),
    identifiers: [said[0] ?? '', said[1] ?? ''] satisfies [string, string],
    ...(who.proof !== undefined && { proof: who.proof }),
  })
  return (
    <Card title="What I read" aside={who.name}>
      <Form
        name={`What ${who.name} reads`}
        scope="reading"
        sends={send}
        body={() => (missing ? null : body())}
        act="Save my reading"
        kind={kindOf(visit, 'read-first', 'read-second', 'read-again')}
        size="chair"
        disabledReason={missing}
        labels={labels}
        advice={advice(send.problem?.code)}
        {...(who.proof && { onCancel: onDone, cancel: 'Not now' })}
      >
        <Earlier visit={visit} who={who} />
        <div className={styles.typed}>
          {rows.map(({ field, ...row }) => (
            <Typed
              key={field}
              {...row}
              name={field}
              value={typed[field]}
              onChange={(value) => setTyped({ ...typed, [field]: value })}
            />
          ))}
        </div>
        <VialPicker safe={safe} order={visit.order} chosen={vialIds} onChoose={setVialIds} />
        {vialIds.length > 1 && (
          <FromVials vials={safe.filter(({ id }) => vialIds.includes(id))} ml={fromVial} onChange={setFromVial} />
        )}
        <Identifiers patient={visit.person.name} said={said} onChange={setSaid} />
      </Form>
    </Card>
  )
}

type FromVialsProps = {
  vials: readonly SafeVial[]
  ml: Readonly<Record<string, string>>
  onChange: (ml: Record<string, string>) => void
}

/** How much of the syringe came from which vial, where there was more than one. */
const FromVials = ({ vials, ml, onChange }: FromVialsProps) =>
  vials.map(({ id, number }) => (
    <Typed
      key={id}
      name={`from-${number}`}
      label={`From vial ${number}`}
      note="of what is in the syringe"
      unit="mL"
      value={ml[id] ?? ''}
      onChange={(value) => onChange({ ...ml, [id]: value })}
    />
  ))

type IdentifiersProps = { patient: string; said: readonly string[]; onChange: (said: readonly string[]) => void }

const Identifiers = ({ patient, said, onChange }: IdentifiersProps) => (
  <fieldset className={styles.ticks}>
    <legend>Confirm two identifiers</legend>
    {identifiers.map((each) => (
      <Tick
        key={each}
        name={each}
        label={`${patient}: ${each}`}
        checked={said.includes(each)}
        onChange={(isOn) => onChange(isOn ? [...said, each] : said.filter((one) => one !== each))}
      />
    ))}
  </fieldset>
)

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
function Earlier({ visit, who }: { visit: Visit; who: Reader }) {
  const [isShown, setShown] = useState(false)
  const last = visit.events.findLast((event) => event.kind === 'check-reading' && event.by === who.id)
  if (last?.kind !== 'check-reading' || who.proof !== undefined || visit.check.kind !== 'differ') return null
  const at = sayTime(last.at, visit.zone)
  return (
    <div className={styles.slip}>
      <p>
        {isShown
          ? `On the record: ${last.infusateMg} mg, ${last.syringeMl} mL, ${last.rateMlPerHour} mL/h at ${at}.`
          : `Your reading of ${at} is on the record.`}{' '}
        Read again from the syringe and the pump.
      </p>
      <Button kind="second" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide it' : 'Show me mine'}
      </Button>
    </div>
  )
}

type TypedProps = { name: string; label: string; note: string; unit: string; value: string; onChange: (value: string) => void }

const Typed = ({ label, note, unit, ...field }: TypedProps) => (
  <TextField {...field} label={`${label}, ${unit}`} hint={note} unit={unit} decimal autoComplete="off" />
)
