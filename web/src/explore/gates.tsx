import { Label, round } from '../charts/marks.tsx'

/** What sits in a gate: a cork, ketamine, nothing; `stuck` lets current through because the alarm has stuck, `doubt` may be held. */
export type Gate = 'cork' | 'held' | 'doubt' | 'open' | 'stuck'

const [GATE, TOP, HIGH] = [88, 84, 96]
const MEMBRANE = { top: TOP + 22, height: 22 }
const effect = 'var(--dl-ink-effect)'

/** One side of a gate: wide where the messenger docks, narrow in the membrane. */
const lobe =
  'M-20 0C-31 0 -34 9 -33 20C-32 32 -25 38 -25 48C-25 58 -33 62 -33 76C-33 88 -27 94 -20 94C-12 94 -7 86 -8 72C-9 58 -12 56 -12 46C-12 36 -7 30 -7 18C-7 7 -11 0 -20 0Z'

type GatesProps = {
  gates: readonly Gate[]
  /** How much messenger there is, 0 to 1. */
  messenger: number
  width: number
  /** What it is called, over the gates. */
  above: string
  /** What stands under a gate of each kind, once. */
  names: Partial<Record<Gate, string>>
}

/** How many gates fit a room. */
export const gatesIn = (width: number) => Math.max(4, Math.min(10, Math.floor(width / GATE)))

/** Gates in their membrane, the messenger over them. */
export function Gates({ gates, messenger, width, above, names }: GatesProps) {
  const step = width / gates.length
  const x = (i: number) => round((i + 0.5) * step)
  const foot = TOP + HIGH
  const named = Object.entries(names).flatMap(([kind, words]) => {
    const at = gates.indexOf(kind as Gate)
    return at < 0 || !words ? [] : [{ kind, words, at }]
  })
  return (
    <svg viewBox={`0 0 ${width} ${foot + 56}`} aria-hidden="true">
      <rect y={MEMBRANE.top} width={width} height={foot + 56 - MEMBRANE.top} rx="12" fill="var(--dl-accent)" opacity="0.07" />
      <rect y={MEMBRANE.top} width={width} height={MEMBRANE.height} fill="var(--dl-sunk)" stroke="var(--dl-line-strong)" />
      <Messenger width={width} much={messenger} />
      <Label x={0} y={16} ink={effect} weight={600} size={14.5} bare>
        {above}
      </Label>
      {gates.map((gate, i) => (
        <g key={x(i)} transform={`translate(${x(i)} ${TOP})`} data-gate={gate}>
          <OneGate gate={gate} />
        </g>
      ))}
      {named.map(({ kind, words, at }) => (
        <Label
          key={kind}
          x={at === 0 ? 6 : at === gates.length - 1 ? width - 6 : x(at)}
          y={foot + (kind === 'doubt' || kind === 'stuck' ? 44 : 26)}
          anchor={at === 0 ? 'start' : at === gates.length - 1 ? 'end' : 'middle'}
          weight={600}
          ink={kind === 'cork' ? 'var(--dl-ink-plasma)' : kind === 'doubt' || kind === 'stuck' ? effect : 'var(--dl-ink)'}
          bare
        >
          {words}
        </Label>
      ))}
    </svg>
  )
}

function OneGate({ gate }: { gate: Gate }) {
  const isOpen = gate === 'open' || gate === 'stuck'
  return (
    <>
      {[1, -1].map((side) => (
        <g key={side} transform={`scale(${side} 1)`}>
          <path d={lobe} fill="var(--dl-surface)" stroke="var(--dl-ink)" strokeWidth="2" />
          <circle cx="-20" cy="14" r="4.5" fill={effect} />
        </g>
      ))}
      {(gate === 'doubt' || gate === 'stuck') && (
        <rect x="-40" y="-10" width="80" height="114" rx="14" fill="none" stroke={effect} strokeWidth="2" strokeDasharray="6 5" />
      )}
      {gate === 'cork' && <Sits letter="Mg" ink="var(--dl-ink-plasma)" />}
      {(gate === 'held' || gate === 'doubt') && <Sits letter="K" ink="var(--dl-accent)" isSix />}
      {isOpen && (
        <g stroke="var(--dl-accent)" fill="var(--dl-accent)" strokeWidth="2">
          {[16, 34, 52, 70].map((y) => (
            <circle key={y} cx="0" cy={y} r="2" strokeWidth="0" />
          ))}
          <path d="M0 78v22m-6 -7l6 7l6 -7" fill="none" />
        </g>
      )}
    </>
  )
}

const Sits = ({ letter, ink, isSix = false }: { letter: string; ink: string; isSix?: boolean }) => (
  <>
    {isSix ? (
      <path d="M-7 33h14l7 12l-7 12h-14l-7 -12z" fill={ink} />
    ) : (
      <circle cx="0" cy="33" r="13" fill={ink} stroke="var(--dl-surface)" strokeWidth="1.5" />
    )}
    <Label x={0} y={isSix ? 49.5 : 37.5} anchor="middle" ink="var(--dl-on-accent)" weight={650} size={12} bare>
      {letter}
    </Label>
  </>
)

const MOST = 54
/** Places that look like chance and are the same for everybody. */
const scattered = (i: number, by: number) => Math.abs(Math.sin((i + 1) * by) * 43_758.5453) % 1
const spots = Array.from({ length: MOST }, (_, i) => [scattered(i, 12.9898), scattered(i, 78.233)] as const)

const Messenger = ({ width, much }: { width: number; much: number }) =>
  spots
    .slice(0, Math.round(MOST * Math.max(0, Math.min(1, much))))
    .map(([x, y]) => <circle key={x} cx={round(x * width)} cy={round(30 + y * (TOP - 44))} r="4" fill={effect} opacity="0.85" />)
