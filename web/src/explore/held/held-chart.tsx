import { figures } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/explore'
import { Bands, type FanPoint, Median } from '../../charts/fan.tsx'
import { Below, Down, Grid, Label } from '../../charts/marks.tsx'
import { scaleLinear } from '../../charts/scale.ts'
import { useReader } from '../../data/reader.ts'
import type { HeldNumbers } from './numbers.ts'

const [LEFT, TOP, FOOT, HIGH] = [40, 16, 216, 266]
const ink = 'var(--dl-ink-relief)'

/** Gates held over the dose, its band as loud as its line, and where the setting stands. */
export function HeldChart({
  numbers: { byDose, most, infusionHours },
  dose,
  width,
}: {
  numbers: HeldNumbers
  dose: number
  width: number
}) {
  const to = useReader()
  const x = scaleLinear([0, most], [LEFT, width - 8])
  const y = scaleLinear([0, 50], [FOOT, TOP])
  const points: FanPoint[] = byDose.map(([p5, p25, median, p75, p95], at) => ({ at, p5, p25, median, p75, p95 }))
  const here = points[dose]
  const say = (value: number) => figures(to.locale, Math.round(value))
  return (
    <svg viewBox={`0 0 ${width} ${HIGH}`} aria-hidden="true">
      <Grid ticks={[0, 25, 50]} y={y} left={LEFT} right={width - 8} format={say} />
      <Bands points={points} x={x} y={y} ink={ink} />
      <Median points={points} x={x} y={y} ink={ink} name="held" />
      <Label x={x(1)} y={y(46)} ink={ink} bare>
        {words.innerBand(to)}
      </Label>
      <Label x={x(1)} y={y(41)} ink={ink} bare>
        {words.outerBand(to)}
      </Label>
      {[0, 10, 20, 30].map((at) => (
        <Below key={at} x={x(at)} foot={FOOT} anchor={at === most ? 'end' : 'middle'}>
          {say(at)}
        </Below>
      ))}
      <Label x={width - 8} y={HIGH - 6} anchor="end" ink="var(--dl-ink-2)" size={13} bare>
        {words.heldAxisShort(to, { hours: infusionHours })}
      </Label>
      {here && (
        <g>
          <Down x={x(dose)} from={TOP} to={FOOT} ink={ink} width={1.6} dash="4 4" />
          <circle cx={x(dose)} cy={y(here.median)} r="6.5" fill={ink} stroke="var(--dl-ground)" strokeWidth="2" />
          <Label x={x(dose) - 12} y={y(here.median) - 12} anchor="end" weight={650} size={17} ink={ink}>
            {say(here.median)}
          </Label>
          <Label x={x(dose) + 7} y={y(here.p95) + 5} weight={600} ink={ink}>
            {say(here.p95)}
          </Label>
          <Label x={x(dose) + 7} y={y(here.p5) + 12} weight={600} ink={ink}>
            {say(here.p5)}
          </Label>
        </g>
      )}
    </svg>
  )
}
