import { figures } from '@dripline/clinical/words'
import { Bands, type FanPoint, Median } from '../charts/fan.tsx'
import { Across, Below, Down, Grid, Label } from '../charts/marks.tsx'
import { scaleLinear } from '../charts/scale.ts'
import { useReader } from '../data/reader.ts'

const [LEFT, TOP, FOOT, HIGH, UNDER] = [40, 20, 220, 252, 28]

type AlongProps = {
  points: readonly FanPoint[]
  /** Where the setting stands. */
  here: FanPoint
  ticks: readonly { at: number; label: string }[]
  ink: string
  width: number
  /** From where on a value is worth having, and how that is said. */
  worth?: { value: number; label: string }
  /** Those in whom nothing changes: as heavy as the line. */
  flat?: string
}

/** Something of 100 along an axis, its band as loud as its line, with a mark where the setting stands. */
export function AlongChart({ points, here, ticks, ink, width, worth, flat }: AlongProps) {
  const { locale } = useReader()
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1]
  const right = width - 10
  const x = scaleLinear([first, last], [LEFT, right])
  const y = scaleLinear([0, 100], [FOOT, TOP])
  const say = (value: number) => figures(locale, Math.round(value))
  const isLate = x(here.at) > width * 0.7
  return (
    <svg viewBox={`0 0 ${width} ${HIGH + (flat ? UNDER : 0)}`} aria-hidden="true">
      <Grid ticks={[0, 50, 100]} y={y} left={LEFT} right={right} format={say} />
      <Bands points={points} x={x} y={y} ink={ink} />
      <Median points={points} x={x} y={y} ink={ink} name="along" />
      {flat && (
        <>
          <Across y={FOOT} from={LEFT} to={right} ink="var(--dl-ink)" width={3.5} />
          <Across y={HIGH + 14} from={LEFT} to={LEFT + 26} ink="var(--dl-ink)" width={3.5} />
          <Label x={LEFT + 34} y={HIGH + 19} weight={600} bare>
            {flat}
          </Label>
        </>
      )}
      {worth && (
        <>
          <Across y={y(worth.value)} from={LEFT} to={right} ink="var(--dl-ink-2)" width={1.4} dash="3 4" />
          <Label x={right} y={y(worth.value) - 6} anchor="end">
            {worth.label}
          </Label>
        </>
      )}
      {ticks.map(({ at, label }) => (
        <Below key={at} x={x(at)} foot={FOOT} anchor={at === last ? 'end' : 'middle'}>
          {label}
        </Below>
      ))}
      <Down x={x(here.at)} from={TOP} to={FOOT} ink={ink} width={1.6} dash="4 4" />
      <circle cx={x(here.at)} cy={y(here.median)} r="6.5" fill={ink} stroke="var(--dl-ground)" strokeWidth="2" />
      <Label
        x={x(here.at) + (isLate ? -11 : 11)}
        y={y(here.median) - 10}
        anchor={isLate ? 'end' : 'start'}
        weight={650}
        size={17}
        ink={ink}
      >
        {say(here.median)}
      </Label>
    </svg>
  )
}
