import { versionOf } from '@dripline/clinical'
import { versions } from '@dripline/engine'
import type { ReliefCourse } from '../../../data/outcomes.ts'
import { curveModel } from '../../../data/relief-curve.ts'

const { effect, kinetics } = curveModel
const hundred = (share: number) => Math.round(share * 100)
const DAY_MINUTES = 1440
const NG_PER_MG = 1000
const days = (minutes: number) => Math.round((minutes / DAY_MINUTES) * 10) / 10
const ng = (mgPerL: number) => Math.round(mgPerL * NG_PER_MG * 10) / 10

const { responder, placebo, halfLife, c50 } = effect
const give = (chance: { typical: number; standardError: number }) =>
  `${hundred(chance.typical)} ± ${hundred(chance.standardError)} of 100`

/** How many each of the two lines stands for, by the paper. */
export const responderWords = {
  responderWords: give(responder),
  nonResponderWords: `${100 - hundred(responder.typical)} ± ${hundred(responder.standardError)} of 100`,
}

/** What the curve is, of whom, from which numbers, and what it leaves out. */
export const ModelCaption = ({ course, hasEarlier }: { course: ReliefCourse; hasEarlier: boolean }) => {
  const weight = course.given?.subject.weightKg
  return (
    <>
      <b>Model estimate.</b> Slow effect site of Dahan 2011 ({effect.source.population}), driven by half of each racemic dose
      really given. Plasma by Kamp 2020 for {weight} kg. Band: the paper’s own uncertainty, half-life {days(halfLife.typical)}{' '}
      days ({days(halfLife.low)} to {days(halfLife.high)}) and C50 {ng(c50.typical)} ng/mL ({ng(c50.low)} to {ng(c50.high)}); the
      spread between people was not published. {give(responder)} responded on the drug, {give(placebo)} on placebo; no one is
      drawn as a mixture of the two. Not modeled: placebo response, other treatment, flares, function
      {hasEarlier ? ', what is left of earlier courses' : ''}.
      <br />
      {effect.id}, version {versionOf(versions, effect.id)} · {kinetics.id}, version {versionOf(versions, kinetics.id)}
    </>
  )
}

/** Why there are marks alone. */
export const MarksCaption = ({ course }: { course: ReliefCourse }) => (
  <>
    Scores only.{' '}
    {course.firstStart === null
      ? 'Nothing was given yet, so there is no estimate.'
      : 'There is no pain score from the week before the first infusion, so relief cannot be measured.'}
  </>
)
