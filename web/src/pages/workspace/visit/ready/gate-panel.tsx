import { type ClearingAct, closedGates, type GatedAct, type GateReading, sayStaff } from '@dripline/clinical'
import {
  Button,
  Card,
  Icon,
  Line,
  Lines,
  Notice,
  type Status,
  StatusMark,
  StatusShape,
  saySpan,
  sayTime,
} from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import type { Pad } from '../pads/due-strip.tsx'
import styles from './gate-panel.module.css'

type Visit = Open['visit']
type OnPick = (pad: Pad) => void

const words = ['no criteria', 'one criterion', 'two criteria', 'three criteria', 'four criteria', 'five criteria']
/** "two criteria not met" */
export const notMet = (count: number): string => `${words[count] ?? `${count} criteria`} not met`

const titles: Record<GatedAct, string> = {
  'draw-up': 'draw up',
  start: 'start',
  resume: 'resume',
  raise: 'raise the rate',
  waste: 'waste',
  discharge: 'discharge',
  'controlled-dose': 'give',
}

/** How a gate stands, in a shape and a word: a value that blocks the act, one too old to count, or one that nobody knows. */
const standing = ({ state, value }: GateReading): { status: Status; word: string } => {
  if (state === 'met') return { status: 'clear', word: 'Met' }
  if (state === 'not-met') return { status: 'exclude', word: 'Not met' }
  return { status: 'defer', word: value === null ? 'Unknown' : 'Out of date, so unknown' }
}

/** When, how old and by whom: "13:10, 2 min ago · J. Osprey". */
function Read({ gate: { at, by, ageMinutes }, visit: { names, zone, now } }: { gate: GateReading; visit: Visit }) {
  const isToday = at !== null && isOfToday(at, now)
  const age = isToday && ageMinutes !== null && (ageMinutes < 1 ? ', just now' : `, ${saySpan(Math.floor(ageMinutes))} ago`)
  const when = at !== null && `${sayTime(at, zone, isToday ? 'time' : 'short day')}${age || ''}`
  return [when, by !== null && names[by]].filter(Boolean).join(' · ')
}

const dayMs = 86_400_000
const isOfToday = (at: string, now: string) => Date.parse(now) - Date.parse(at) < dayMs / 2

const pads: Partial<Record<ClearingAct, readonly [Pad, string]>> = {
  vitals: ['vitals', 'Measure'],
  scores: ['scores', 'Score now'],
}
const pages: Partial<Record<ClearingAct, readonly [path: string, label: string]>> = {
  screening: ['screening', 'Open the screening'],
  consent: ['consent', 'Open the consent'],
  'renew-order': ['plan', 'Open the plan'],
  'confirm-order': ['plan', 'Open the plan'],
}

/** What clears a gate as its own act; where only time does, from when on. */
function Clear({ gate, visit, onPick }: { gate: GateReading; visit: Visit; onPick: OnPick }) {
  const { act, actFrom, title } = gate
  const waits = actFrom !== undefined && Date.parse(actFrom) > Date.parse(visit.now)
  if (act === null) return null
  if (waits)
    return (
      <b>
        <Icon name="clock" /> from {sayTime(actFrom, visit.zone)}
      </b>
    )
  const pad = pads[act]
  if (pad)
    return (
      <Button size="chair" kind="second" onClick={() => onPick(pad[0])}>
        {act === 'vitals' ? `${pad[1]} ${title === 'SpO₂' ? title : title.toLowerCase()}` : pad[1]}
      </Button>
    )
  const page = pages[act]
  return page ? (
    <Button size="chair" kind="second" href={`/patients/${visit.personId}/${page[0]}`}>
      {page[1]}
    </Button>
  ) : null
}

type GatePanelProps = { visit: Visit; act: 'draw-up' | 'start'; onPick: OnPick }

/** The gates of an act before it: what is not met on top, each with what was read and what clears it; then what is met. */
export function GatePanel({ visit, act, onPick }: GatePanelProps) {
  const all = visit.gates[act]
  const open = closedGates(all)
  const met = all.filter(({ state }) => state === 'met')
  return (
    <section className={styles.panel} aria-label={`Gates before the ${act}`}>
      <div>
        <h2>{open.length === 0 ? `Ready to ${titles[act]}` : `Not ready to ${titles[act]}: ${notMet(open.length)}`}</h2>
        <p>Checked at {sayTime(visit.now, visit.zone)}, and again when you press the button.</p>
      </div>
      {open.map((gate) => (
        <Closed key={gate.id} gate={gate} visit={visit} onPick={onPick} />
      ))}
      <Card title="Met" aside={`${met.length} of ${all.length}`}>
        <Lines>
          {met.map((gate) => (
            <Line
              key={gate.id}
              mark={<StatusShape status="clear" />}
              note={gate.asks}
              aside={
                <>
                  {gate.value ? sayStaff(gate.value) : 'yes'} <Read gate={gate} visit={visit} />
                </>
              }
            >
              <b>{gate.title}</b>
            </Line>
          ))}
        </Lines>
      </Card>
      <StatusMark status="inform" word="Pause, stop, a lower rate and charting always work, whatever is shown here in red." />
    </section>
  )
}

/** A gate that is not met: what was read, what clears it, and the act that does. */
function Closed({ gate, visit, onPick }: { gate: GateReading; visit: Visit; onPick: OnPick }) {
  const { status, word } = standing(gate)
  return (
    <article aria-label={gate.title}>
      <Notice status={status} title={`${word}: ${gate.title}`} aside={<Clear gate={gate} visit={visit} onPick={onPick} />}>
        <p className={styles.read}>
          {gate.value !== null && <strong>{sayStaff(gate.value)}</strong>}
          <Read gate={gate} visit={visit} />
        </p>
        <p>
          <b>Clears when</b> {gate.clearsWhen && sayStaff(gate.clearsWhen)}.
        </p>
      </Notice>
    </article>
  )
}

/** What blocks an act, in a dialog: short, each with its value and what clears it. */
export function ClosedGates({ visit, act }: { visit: Visit; act: 'resume' | 'raise' }) {
  const open = closedGates(visit.gates[act])
  if (open.length === 0) return null
  return (
    <section aria-label={`Not met for the ${act}`}>
      <Lines>
        {open.map((gate) => (
          <Line
            key={gate.id}
            mark={<StatusShape status={standing(gate).status} />}
            note={gate.clearsWhen && `clears when ${sayStaff(gate.clearsWhen)}`}
          >
            <b>{gate.title}</b> {gate.value && sayStaff(gate.value)}
          </Line>
        ))}
      </Lines>
    </section>
  )
}
