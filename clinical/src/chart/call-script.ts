import type { ProblemCode } from '../problems.ts'
import type { Answers, ChartKey } from './chart.ts'

/**
 * One part of the fifteen minutes; minutes from the start of the call. `does` is for whoever calls, `says` are the words to say: `{me}` and
 * `{clinic}` stand for the two names.
 */
export type CallPhase = { id: string; from: number; to: number; title: string; does: string; says: readonly string[] }

export const callScript = {
  source: 'clinical reference 8.4; wording ours',
  basis: 'proposed',
  safetyQuestion: 'Are you having thoughts of ending your life, or of hurting yourself?',
  phases: [
    {
      id: 'safe',
      from: 0,
      to: 2,
      title: 'Who, where, safe',
      does: 'Confirm name, state and a number to call back. Then ask the safety question, and wait for the answer.',
      says: [
        'Hello, this is {me} from {clinic}. You asked for a free call of about fifteen minutes. Is now a good time?',
        'Which state are you in right now? And which number may I call if we are cut off?',
        'Before anything else, I ask everyone this:',
      ],
    },
    {
      id: 'story',
      from: 2,
      to: 6,
      title: 'Goal, diagnosis, what failed',
      does: 'Write down their own words in the notes.',
      says: [
        'What would you like to be able to do again?',
        'What have doctors called it, and when did it start?',
        'What have you tried so far, for how long, and what did it do?',
      ],
    },
    {
      id: 'flags',
      from: 6,
      to: 10,
      title: 'Red flags',
      does: 'One by one, in the list of red flags.',
      says: [
        'I will ask about your heart, your mind and your liver. A yes does not shut a door; it tells us what to check.',
        'It is fine not to be sure. We ask it again at the evaluation.',
      ],
    },
    {
      id: 'evidence',
      from: 10,
      to: 13,
      title: 'Honest evidence and cost',
      does: 'Say what the studies found and what they did not; press Said for what you told them.',
      says: ['Insurance may not pay for this. We tell you the price before you decide anything.'],
    },
    {
      id: 'next',
      from: 13,
      to: 15,
      title: 'Next step',
      does: 'Make no promise about being accepted. Book the next time while you speak.',
      says: [
        'Nothing is decided today. At the evaluation a prescriber looks at all of it with you.',
        'Which day would suit you best?',
      ],
    },
  ],
} as const satisfies { source: string; basis: 'source' | 'proposed'; safetyQuestion: string; phases: readonly CallPhase[] }

/** Words of the script with the names of whoever calls and of the clinic in them. */
export const inTheirWords = (line: string, { me, clinic }: { me: string; clinic: string }): string =>
  line.replaceAll('{me}', me).replaceAll('{clinic}', clinic)

/** The part of the call that runs after so many minutes; the last one also when the time is over. */
export const phaseAt = (minutes: number): CallPhase => callScript.phases.find(({ to }) => minutes < to) ?? callScript.phases[4]

/** What to say when a caller may be in danger. It never leaves the screen. */
export const crisisWords = {
  lines: [
    'I am glad that you told me. I am staying on the line with you.',
    'Are you alone? Where are you right now?',
    'If you are in danger now: we call 911 together, and I stay until someone is with you.',
    'You can call or text 988 at any hour and talk to someone who can help.',
    'I am going to bring in a colleague. I am not hanging up.',
  ],
  source: '988 Suicide and Crisis Lifeline (988lifeline.org); wording ours',
  basis: 'proposed',
} as const

/** How each answer to a red flag is said. */
export const flagAnswers = { yes: 'yes', no: 'no', 'not-sure': 'not sure' } as const

export type FlagAnswer = keyof typeof flagAnswers

export const isFlagAnswer = (answer: string): answer is FlagAnswer => Object.hasOwn(flagAnswers, answer)

/** A question of the call, and what each answer becomes in the chart; null is not handed on and is asked again. */
export type RedFlag<K extends ChartKey = ChartKey> = {
  id: string
  text: string
  key: K
  becomes: Record<FlagAnswer, Answers[K] | null>
}

const flag = <K extends ChartKey>(id: string, text: string, key: K, becomes: RedFlag<K>['becomes']): RedFlag<K> => ({
  id,
  text,
  key,
  becomes,
})
const asAnswered = { yes: 'yes', no: 'no', 'not-sure': 'not-sure' } as const

export const redFlags = [
  flag('heart-event', 'Heart attack, stent or bypass in the last six months', 'recentHeartEvent', asAnswered),
  flag('angina', 'Chest pain from the heart, new, worse or at rest', 'unstableAngina', asAnswered),
  flag('aneurysm', 'An aneurysm or malformed vessel, anywhere', 'vesselMalformation', asAnswered),
  flag('brain-bleed', 'Ever a bleed in the brain', 'brainBleed', asAnswered),
  flag('psychosis', 'Hearing or seeing things that are not there, now', 'psychosis', asAnswered),
  flag('mania', 'A manic episode, now', 'mania', asAnswered),
  flag('pregnancy', 'Pregnant, or could be', 'pregnancy', { yes: 'not-sure', no: 'not-possible', 'not-sure': 'not-sure' }),
  flag('liver', 'Liver disease', 'liver', { yes: 'not-sure', no: 'none', 'not-sure': null }),
  flag('substances', 'Trouble with alcohol or drugs, now', 'activeSubstanceUse', asAnswered),
  flag('allergy', 'A serious allergic reaction to ketamine, ever', 'ketamineAllergy', asAnswered),
] as const

export type RedFlagId = (typeof redFlags)[number]['id']

/** The answers of the call as the chart holds them. What was not asked is not there. */
export function handedOn(flags: Readonly<Record<string, FlagAnswer>>, safety: SafetyAnswer | null): Partial<Answers> {
  const entries = redFlags.flatMap(({ id, key, becomes }) => {
    const answer = flags[id]
    const value = answer ? becomes[answer] : null
    return value === null ? [] : [[key, value] as const]
  })
  return { ...Object.fromEntries(entries), ...(safety ? { safetyQuestion: safety } : {}) }
}

export const callOutcomes = {
  'book evaluation': 'Evaluation',
  'need records': 'Need records',
  'not suitable now': 'Not suitable now',
  'urgent referral': 'Urgent referral',
  declined: 'Declines',
} as const

export type CallOutcome = keyof typeof callOutcomes
export type SafetyAnswer = Answers['safetyQuestion']

/** Whether a call may end with this outcome: null, or why not. A caller in danger can always be referred. */
export function mayEndCall(outcome: CallOutcome, safety: SafetyAnswer | null): ProblemCode | null {
  if (outcome === 'urgent referral') return null
  if (safety === null) return 'safety-unanswered'
  return safety === 'yes' && outcome === 'book evaluation' ? 'finding-blocks' : null
}

/** The red banner stands for anything but a no that was said; then nothing is booked from this screen unless the answer was withheld. */
export const callStanding = (safety: SafetyAnswer | null): { showsCrisis: boolean; offersBooking: boolean } => ({
  showsCrisis: safety === 'yes' || safety === 'rather-not-say',
  offersBooking: mayEndCall('book evaluation', safety) === null,
})
