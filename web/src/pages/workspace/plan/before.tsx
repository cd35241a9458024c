import { consentText, type Indication } from '@dripline/clinical'
import type { PlanningData } from '../../../data/planning.ts'
import { Card, Line, Lines, Link, StatusShape } from '../../../ui/index.tsx'

type Gate = { what: string; isDone: boolean; href: string; act: string }

const forWhat: Record<Indication, string> = { pain: 'chronic pain', depression: 'depression' }

/** The newest decision for each indication that is an acceptance, with what it overrode. */
export const acceptances = ({ screenings }: PlanningData) =>
  (['pain', 'depression'] as const).flatMap((indication) => {
    const decided = screenings.filter((each) => each.indication === indication && each.decision)
    const [newest] = decided.sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? ''))
    if (newest?.decision !== 'accept') return []
    return [{ indication, overrides: newest.overrides.map(({ rule }) => rule), findings: newest.findings }]
  })

/** What must be there before anything can be signed; each with the way to it. */
export const gatesOf = (data: PlanningData): Gate[] => {
  const home = `/patients/${data.person.id}`
  const accepted = acceptances(data)
  const { consentFor, consentVersion } = data.chart
  const isSigned =
    accepted.some(({ indication }) => indication === consentFor?.value) && consentVersion?.value === consentText.version
  const aim = accepted.map(({ indication }) => forWhat[indication]).join(' and ')
  return [
    {
      what: accepted.length > 0 ? `Accepted for ${aim}` : 'Accepted by a prescriber',
      isDone: accepted.length > 0,
      href: `${home}/screening`,
      act: 'Screen and decide',
    },
    { what: 'The current consent is signed', isDone: isSigned, href: `${home}/consent`, act: 'Read and sign' },
    { what: 'The clinical defaults are approved', isDone: data.isApproved, href: '/defaults', act: 'Read and approve' },
    { what: 'A chair is open', isDone: data.chairs.length > 0, href: '/clinic', act: 'Open a chair' },
  ]
}

/** The way to a plan, step by step, while something is missing. */
export const Before = ({ gates }: { gates: readonly Gate[] }) => (
  <Card title="What comes first" edge="accent">
    <Lines>
      {gates.map(({ what, isDone, href, act }) => (
        <Line
          key={what}
          mark={<StatusShape status={isDone ? 'clear' : 'defer'} />}
          aside={isDone ? 'done' : <Link href={href}>{act}</Link>}
        >
          {what}
        </Line>
      ))}
    </Lines>
  </Card>
)
