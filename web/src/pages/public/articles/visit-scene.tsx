import { type Protocol, protocolOf } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/article'
import { Label } from '../../../charts/marks.tsx'
import { useReader } from '../../../data/reader.ts'
import { BothWidths } from './both-widths.tsx'
import styles from './scene.module.css'

type VisitProps = { protocolId: string }

const [LONGEST, TOP, HIGH] = [330, 30, 34]
/** The minutes at which pressure is taken while the drip runs, as the protocol says. */
function checksOf({ minutes, checks: { afterStart, thenEvery } }: Protocol): number[] {
  const last = afterStart.at(-1) ?? 0
  const more = Array.from({ length: Math.floor((minutes - last) / thenEvery) }, (_, i) => last + (i + 1) * thenEvery)
  return [...afterStart, ...more].filter((at) => at < minutes)
}

/** A visit on one axis of minutes, the same for the long and for the short. */
export function VisitScene({ protocolId }: VisitProps) {
  const to = useReader()
  const protocol = protocolOf(protocolId)
  if (!protocol) return null
  const { minutes: drip, block, recovery } = protocol
  const label = words.visitLabel(to, { arrive: block.prepareMinutes, drip, rest: recovery.leastMinutes })
  return (
    <figure className={styles.scene}>
      <BothWidths label={label}>{(width) => <Drawing protocol={protocol} width={width} />}</BothWidths>
      <figcaption>{words.visitDots(to)}</figcaption>
    </figure>
  )
}

function Drawing({ protocol, width }: { protocol: Protocol; width: number }) {
  const to = useReader()
  const { minutes: drip, block, recovery } = protocol
  const [arrive, rest] = [block.prepareMinutes, recovery.leastMinutes]
  const x = (minute: number) => (minute / LONGEST) * width
  const isShort = drip < LONGEST / 2
  return (
    <svg viewBox={`0 0 ${width} 92`} className={styles.visit} aria-hidden="true">
      <rect x={1} y={TOP} width={x(arrive) - 1} height={HIGH} fill="var(--dl-sunk)" stroke="var(--dl-line-strong)" />
      <rect x={x(arrive)} y={TOP} width={x(drip)} height={HIGH} fill="var(--dl-accent)" />
      <rect
        x={x(arrive + drip)}
        y={TOP}
        width={x(rest) - 1}
        height={HIGH}
        fill="var(--dl-accent-soft)"
        stroke="var(--dl-line-strong)"
      />
      {checksOf(protocol).map((at) => (
        <circle key={at} cx={x(arrive + at)} cy={TOP + HIGH - 7} r={isShort ? 1.6 : 2.2} fill="var(--dl-on-accent)" />
      ))}
      <Label x={0} y={TOP - 10} bare>
        {words.visitArrive(to)}
      </Label>
      <Label
        x={isShort ? x(arrive + drip + rest) + 8 : x(arrive + drip / 2)}
        y={TOP + 17}
        anchor={isShort ? 'start' : 'middle'}
        weight={600}
        ink={isShort ? 'var(--dl-ink)' : 'var(--dl-on-accent)'}
        bare
      >
        {isShort ? `${words.visitDrip(to)}, ${words.visitRest(to)}` : words.visitDrip(to)}
      </Label>
      {!isShort && (
        <Label x={x(arrive + drip + rest / 2)} y={TOP + 21} anchor="middle" bare>
          {words.visitRest(to)}
        </Label>
      )}
      <Label x={isShort ? x(arrive) : x(arrive + drip + rest)} y={TOP + HIGH + 22} anchor={isShort ? 'start' : 'end'} bare>
        {words.visitHome(to)}
      </Label>
    </svg>
  )
}
