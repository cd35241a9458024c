import { patientWords, usualPolicies } from '@dripline/clinical'
import { useCheckIn } from '../../data/outcomes.ts'
import { usePageData } from '../../data/page-data.ts'
import { Act, FormProblems } from '../../ui/index.tsx'
import { Change } from './check-in/change.tsx'
import styles from './check-in/check-in.module.css'
import { Closed } from './check-in/closed.tsx'
import { Ladder } from './check-in/ladder.tsx'
import { Safety } from './check-in/safety.tsx'
import { SideEffects } from './check-in/side-effects.tsx'
import { SinceThen } from './check-in/since-then.tsx'
import { Tap } from './check-in/tap.tsx'

export const page = { path: '/l/:secret/check-in', for: 'link', mood: 'paper', title: 'A short question' } as const

/** One question by mail: two taps, each saved at once, and nothing from before beside it. */
export default function CheckIn() {
  const checkIn = useCheckIn()
  if (checkIn.standing !== 'open') return <Closed {...checkIn} />
  const asks = [...checkIn.needed, ...checkIn.further]
  return (
    <div className={styles.page}>
      {checkIn.isCrisis && <Crisis />}
      <Heading {...checkIn} />
      <FormProblems problem={checkIn.problem} advice="Nothing else was changed. Please tap again." />
      <Ladder {...checkIn} part={checkIn.indication === 'pain' ? 'pain' : 'mood'} />
      {asks.includes('safetyQuestion') && <Safety {...checkIn} />}
      {asks.includes('newProcedure') ? <SinceThen {...checkIn} /> : asks.includes('sideEffects') && <SideEffects {...checkIn} />}
      <p className={styles.thanks} role="status">
        {checkIn.isWhole && checkIn.saving === 'saved' && 'Thank you, it is saved. Until midnight you can tap another.'}
      </p>
      {asks.includes('globalChange') && <Change {...checkIn} />}
      <div className={styles.stop}>
        <Tap fields={{ act: 'stop' }} idempotencyKey={checkIn.idempotencyKey} className={styles.plain}>
          Stop these check-ins
        </Tap>
      </div>
    </div>
  )
}

const questions = {
  pain: ['Your pain over the last 24 hours', 'Taken together.'],
  mood: ['How has your mood been today?', ''],
} as const

const LAST_DAY = Math.max(...usualPolicies.followUp.days)

function Heading({ indication, kind, day, needed, further }: ReturnType<typeof useCheckIn>) {
  const [title, note] = questions[indication === 'pain' ? 'pain' : 'mood']
  const isLast = kind === 'follow-up' && day === LAST_DAY
  const when = kind === 'follow-up' ? `Day ${day}${isLast ? ', the last' : ''}. ` : ''
  const second = needed.includes('safetyQuestion')
    ? 'mood, then your safety'
    : `pain, then ${further.includes('newProcedure') ? 'anything else' : 'side effects'}`
  const taps = needed.length + further.length === 1 ? 'One tap.' : `Two taps: ${second}.`
  return (
    <div>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>
        {note} {when}
        {taps}
      </p>
    </div>
  )
}

const toView = (element: HTMLElement | null) => element?.focus()

/** Whom to reach now: the first thing on the page from the moment in which the answer is not a no. */
function Crisis() {
  const { crisisLines } = usePageData().frame.clinic
  return (
    <section className={styles.crisis} ref={toView} tabIndex={-1} aria-label="Help now" role="alert">
      <p>{patientWords([{ pathway: 'urgent' }]).text}</p>
      <div>
        {crisisLines.map(({ action, number }) => (
          <Act key={number} href={`tel:${number}`} icon="phone" size="wide">
            {action} {number}
          </Act>
        ))}
      </div>
    </section>
  )
}
