import { type Protocol, protocolOf } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/article'
import { Label } from '../../../charts/marks.tsx'
import { useReader } from '../../../data/reader.ts'
import styles from './scene.module.css'

type VisitProps = { protocolId: string }

const [WIDE, LONGEST, TOP, HIGH] = [680, 330, 30, 34]
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
  const [arrive, rest] = [block.prepareMinutes, recovery.leastMinutes]
  const x = (minute: number) => (minute / LONGEST) * WIDE
  const middle = x(arrive + drip / 2)
  return (
    <figure className={styles.scene}>
      <svg
        viewBox={`0 0 ${WIDE} 92`}
        className={styles.visit}
        role="img"
        aria-label={words.visitLabel(to, { arrive, drip, rest })}
      >
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
          <circle key={at} cx={x(arrive + at)} cy={TOP + HIGH - 7} r={2.6} fill="var(--dl-on-accent)" />
        ))}
        <Label x={0} y={TOP - 10} size={15} bare>
          {words.visitArrive(to)}
        </Label>
        <Label x={middle} y={TOP + 17} anchor="middle" size={drip < 60 ? 12 : 15} weight={600} ink="var(--dl-on-accent)" bare>
          {words.visitDrip(to)}
        </Label>
        <Label x={x(arrive + drip + rest / 2)} y={TOP + 22} anchor="middle" size={15} bare>
          {words.visitRest(to)}
        </Label>
        <Label x={x(arrive + drip + rest)} y={TOP + HIGH + 22} anchor={drip < 60 ? 'middle' : 'end'} size={15} bare>
          {words.visitHome(to)}
        </Label>
      </svg>
      <figcaption>{words.visitDots(to)}</figcaption>
    </figure>
  )
}
