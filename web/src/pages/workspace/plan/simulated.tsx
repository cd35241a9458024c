import {
  type CurveInputs,
  type CurveModelId,
  type CurveSummary,
  cannotDraw,
  curveCaption,
  curveModels,
  type DoseSum,
  plasmaRanges,
  sayCannotDraw,
} from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import { ConcentrationChart } from '../../../charts/concentration-chart.tsx'
import { type DrawnCurve, useCurve } from '../../../data/curve.ts'
import { Button, Card, Empty, figure, Loading, Notice, PressKeys, quantity, saySpan, Table } from '../../../ui/index.tsx'
import { drawnFrom, type inputsOf } from './draft.ts'
import styles from './plan.module.css'

type Choice = CurveModelId | 'both'

type SimulatedProps = { sum: DoseSum | null; wanted: ReturnType<typeof inputsOf> | null; note?: ReactNode }

/** What the model expects of one session, with its bands; the order freezes the first model's inputs. */
export function Simulated({ sum, wanted, note }: SimulatedProps) {
  const [choice, setChoice] = useState<Choice>('kamp-2020')
  const shown = choice === 'both' ? 'kamp-2020' : choice
  const { curve, isOld, again } = useCurve(wanted && drawnFrom(wanted, shown))
  const other = useCurve(wanted && choice === 'both' ? drawnFrom(wanted, 'domino') : null)
  const model = curveModels.find(({ id }) => id === shown)
  return (
    <Card
      title="Simulated, one session"
      aside={
        <PressKeys<Choice>
          label="Model"
          isLabelHeard
          keys={[...curveModels.map(({ id, name }) => ({ value: id, label: name })), { value: 'both', label: 'Compare both' }]}
          value={choice}
          onPick={setChoice}
        />
      }
    >
      {note}
      {again ? (
        <NotDrawn again={again} />
      ) : curve && sum ? (
        <div className={styles.drawn} data-old={isOld || undefined}>
          <ConcentrationChart
            plasma={curve.plasma}
            effect={curve.effect}
            rates={[{ from: 0, to: sum.minutes / 60, rateMgPerHour: Number(sum.rateMgPerHour.value) }]}
            ranges={plasmaRanges.ranges}
            rangesTitle={'Published plasma\nranges, Zanos 2018'}
            others={
              choice === 'both' && other.curve
                ? [{ label: 'Domino, middle', points: other.curve.plasma.map(({ at, median }) => ({ at, value: median })) }]
                : []
            }
            caption={<Caption name={model?.name ?? ''} of={model?.of ?? ''} />}
          />
          <Summary summary={curve.summary} weightKg={sum.weightKg} minutes={sum.minutes} />
        </div>
      ) : wanted ? (
        <Loading shape="chart" what="the curve" />
      ) : (
        <Empty>Enter a weight, a vial and a bag to see the curve.</Empty>
      )}
    </Card>
  )
}

/** The order does not need the curve: what is typed stays, and it can be signed. */
const NotDrawn = ({ again }: { again: () => void }) => (
  <Notice
    status="defer"
    title="The curve could not be drawn."
    aside={
      <Button kind="second" onClick={again}>
        Try again
      </Button>
    }
  >
    <p>The model broke off, or could not be started in this browser. The doses and checks on this page do not come from it.</p>
  </Notice>
)

const whole = (value: number) => figure(Math.round(value / 5) * 5)
const tens = (value: number) => figure(Math.round(value / 10) * 10)

type SummaryProps = { summary: CurveSummary; weightKg: string; minutes: number }

const Summary = ({ summary: { plasmaPeak, effectPeak, minutesAbove, exposure }, weightKg, minutes }: SummaryProps) => (
  <Table caption="Model estimate in figures" head={[`Model estimate, ${quantity(weightKg, 'kg')}`, 'median', '90 of 100 people']}>
    {[
      { what: `Highest in plasma, at ${saySpan(minutes)}`, of: plasmaPeak, say: whole, unit: 'ng/mL' },
      { what: 'Highest at effect site', of: effectPeak, say: whole, unit: 'ng/mL' },
      { what: `Plasma above ${quantity(70, 'ng/mL')}`, of: minutesAbove, say: saySpan, unit: '' },
      { what: 'Exposure, all time', of: exposure, say: tens, unit: 'ng·h/mL' },
    ].map(({ what, of, say, unit }) => (
      <tr key={what}>
        <td>{what}</td>
        <td>
          <b className="num">{say(of.median)}</b> {unit}
        </td>
        <td className={styles.range}>
          {say(of.p5)} to {say(of.p95)}
        </td>
      </tr>
    ))}
  </Table>
)

type SavedCurveProps = { inputs: CurveInputs; sum: DoseSum; frozenPrint: string }

/** The curve of a signed order, drawn with what was frozen with it and held against its print; or why it is not drawn. */
export function SavedCurve({ inputs, sum, frozenPrint }: SavedCurveProps) {
  const why = cannotDraw(inputs)
  const { curve, again } = useCurve(why ? null : inputs)
  const isOther = curve !== null && curve.print !== null && curve.print !== frozenPrint
  const version = `${inputs.model.id}, version ${inputs.model.version.slice(0, 7)}`
  return (
    <Card title="Simulated at signing" note={version}>
      {why ? (
        <Notice status="caution" title={sayCannotDraw(why)} />
      ) : again ? (
        <NotDrawn again={again} />
      ) : isOther ? (
        <Notice status="caution" title="Not drawn: today’s model would not match the curve saved with the order.">
          <p>
            Saved hash {frozenPrint.slice(0, 8)}, now {curve.print?.slice(0, 8)}.
          </p>
        </Notice>
      ) : curve ? (
        <Saved curve={curve} inputs={inputs} sum={sum} />
      ) : (
        <Loading shape="chart" what="the curve" />
      )}
    </Card>
  )
}

type SavedProps = { curve: DrawnCurve; inputs: CurveInputs; sum: DoseSum }

function Saved({ curve, inputs, sum }: SavedProps) {
  const model = curveModels.find(({ id }) => id === inputs.model.id)
  return (
    <>
      <ConcentrationChart
        plasma={curve.plasma}
        effect={curve.effect}
        rates={[{ from: 0, to: sum.minutes / 60, rateMgPerHour: Number(sum.rateMgPerHour.value) }]}
        ranges={plasmaRanges.ranges}
        rangesTitle={'Published plasma\nranges, Zanos 2018'}
        caption={<Caption name={model?.name ?? inputs.model.id} of={model?.of ?? ''} />}
      />
      <Summary summary={curve.summary} weightKg={sum.weightKg} minutes={sum.minutes} />
      <p>
        {curve.print === null ? 'The hash was not compared in this browser.' : 'The hash matches the one saved with the order.'}
      </p>
    </>
  )
}

const Caption = ({ name, of }: { name: string; of: string }) => (
  <>
    <b>Model estimate.</b> Plasma: {name}, {of}. {curveCaption.spread}. {curveCaption.effectSite}. {curveCaption.notModelled}.
  </>
)
