import type { SafetyKey } from '@dripline/clinical'
import { asSafety, type SafetyAlone, useSafety } from '../../../../data/safety.ts'
import type { SafetyToday } from '../../../../data/session.ts'
import { Card, Choice, SafetyStanding, Stack } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'

type Option = { value: string; label: string; tone?: 'defer'; note?: string }

const questions: Readonly<Record<'safetyQuestion' | 'asqResult', { label: string; options: Option[] }>> = {
  safetyQuestion: {
    label: 'Thoughts of ending your life or hurting yourself?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', tone: 'defer' },
      { value: 'rather-not-say', label: 'Prefers not to answer', tone: 'defer' },
    ],
  },
  asqResult: {
    label: 'Ask the five ASQ questions now, word for word from the card. What came out?',
    options: [
      { value: 'negative', label: 'Negative', note: 'no to the first four' },
      { value: 'non-acute', label: 'Positive, not acute', note: 'yes to one, no to the fifth', tone: 'defer' },
      { value: 'acute', label: 'Positive, acute', note: 'yes to the fifth: stay with them', tone: 'defer' },
    ],
  },
}

type SafetyAskProps = {
  safety: SafetyAlone
  /** What the record holds of today; what was pressed here comes before it. */
  held: SafetyToday
  zone: string
}

/** The safety question at the chair, and, once an answer has raised it, the five of the ASQ: each saved by itself when it is pressed. */
export function SafetyAsk({ safety, held, zone }: SafetyAskProps) {
  const { said, isUnsafe, press } = safety
  const needsAsq = isUnsafe || held.isRaised
  const one = (key: Extract<SafetyKey, 'safetyQuestion' | 'asqResult'>, at: SafetyToday['asq']) => (
    <>
      <Choice
        name={key}
        label={questions[key].label}
        value={said[key] ?? at?.value ?? ''}
        onChange={(value) => press(asSafety(key, value))}
        options={questions[key].options}
      />
      {said[key] === undefined && at && <p>Answered today at {sayTime(at.at, zone)}.</p>}
    </>
  )
  return (
    <Stack>
      {one('safetyQuestion', held.safetyQuestion)}
      {needsAsq && one('asqResult', held.asq)}
      <SafetyStanding {...safety} />
    </Stack>
  )
}

/** The same between check-in and start, while the gate of an act is closed for it; what was pressed stays in sight. */
export function SafetyAtChair({ visit, act }: { visit: Open['visit']; act: 'draw-up' | 'start' }) {
  const safety = useSafety(visit.personId, 'check-in')
  const isOpen = visit.gates[act].some(({ id, state }) => id === 'safety' && state !== 'met')
  if (!isOpen && safety.standing === 'nothing said') return null
  return (
    <Card title="Ask about safety" note="before anything is given" edge="accent">
      <SafetyAsk safety={safety} held={visit.safety} zone={visit.zone} />
    </Card>
  )
}
