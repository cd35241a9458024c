import { type ClearingAct, closedGates, type GatedAct, type GateReading } from '@dripline/clinical'
import { Button, Card, Icon, type Status, StatusShape } from '../../../../ui/index.tsx'
import { saySpan, sayTime } from '../../../../ui/when.ts'
import type { Pad } from '../shared/due-strip.tsx'
import type { Open } from '../shared/folded.ts'
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

/** When, by whom and how old: "13:10, 2 min ago · J. Osprey". */
function Read({ gate, visit }: { gate: GateReading; visit: Visit }) {
  const { at, by, ageMinutes } = gate
  const who = by === null ? null : (visit.names[by] ?? null)
  return (
    <>
      {at !== null && (
        <span>
          {sayTime(at, visit.zone, isOfToday(at, visit.now) ? 'time' : 'short day')}
          {ageMinutes !== null && isOfToday(at, visit.now) && (
            <>
              , <b>{ageMinutes < 1 ? 'just now' : `${saySpan(Math.floor(ageMinutes))} ago`}</b>
            </>
          )}
        </span>
      )}
      {who && <span>{who}</span>}
    </>
  )
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
      <span className={styles.wait}>
        <Icon name="clock" /> from {sayTime(actFrom, visit.zone)}
      </span>
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
      <Card title="Met" aside={`${met.length} of ${all.length}`} flush>
        <ul className={styles.met}>
          {met.map((gate) => (
            <li key={gate.id}>
              <StatusShape status="clear" />
              <div>
                <b>{gate.title}</b>
                <small>{gate.asks}</small>
              </div>
              <span>{gate.value ?? 'yes'}</span>
              <small>
                <Read gate={gate} visit={visit} />
              </small>
            </li>
          ))}
        </ul>
      </Card>
      <p className={styles.always}>
        <StatusShape status="inform" /> Pause, stop, a lower rate and charting always work, whatever is shown here in red.
      </p>
    </section>
  )
}

function Closed({ gate, visit, onPick }: { gate: GateReading; visit: Visit; onPick: OnPick }) {
  const { status, word } = standing(gate)
  return (
    <article className={styles.closed} data-status={status} aria-label={gate.title}>
      <p className={styles.word}>
        <StatusShape status={status} /> <b>{word}</b>
      </p>
      <div>
        <h3>{gate.title}</h3>
        <p className={styles.read}>
          {gate.value !== null && <strong>{gate.value}</strong>}
          <Read gate={gate} visit={visit} />
        </p>
      </div>
      <div className={styles.clears}>
        <p>
          <b>Clears when</b> {gate.clearsWhen}.
        </p>
        <Clear gate={gate} visit={visit} onPick={onPick} />
      </div>
    </article>
  )
}

/** What blocks an act, in a dialog: short, each with its value and what clears it. */
export function ClosedGates({ visit, act }: { visit: Visit; act: 'resume' | 'raise' }) {
  const open = closedGates(visit.gates[act])
  if (open.length === 0) return null
  return (
    <ul className={styles.short} aria-label={`Not met for the ${act}`}>
      {open.map((gate) => (
        <li key={gate.id}>
          <StatusShape status={standing(gate).status} />
          <span>
            <b>{gate.title}</b> {gate.value} · clears when {gate.clearsWhen}
          </span>
        </li>
      ))}
    </ul>
  )
}
