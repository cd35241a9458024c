import type { ChartData } from '../../../../data/chart.ts'
import { Card, Link, quantity, StateShape, Time } from '../../../../ui/index.tsx'
import { hasOwnActs } from '../../visit/own/has-own-acts.ts'
import styles from './course-card.module.css'

type Visit = ChartData['visits'][number]

/** The visits of the newest course, the first one first. */
export function newestCourse(visits: readonly Visit[]): Visit[] {
  const infusions = visits
    .filter(({ kind, number, state, by }) => kind === 'infusion' && !hasOwnActs(by) && number !== null && state !== 'cancelled')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return infusions.slice(
    Math.max(
      0,
      infusions.findLastIndex(({ number }) => number === 1),
    ),
  )
}

/** The newest course at a glance: given is filled, planned is dashed. */
export function CourseCard({ visits, personId }: { visits: readonly Visit[]; personId: string }) {
  const course = newestCourse(visits)
  const [first] = course
  if (!first) return null
  return (
    <Card
      title="This course"
      note={`${first.of ?? course.length} sessions`}
      aside={<Link href={`/patients/${personId}/plan`}>Plan</Link>}
    >
      <ol className={styles.course}>
        {course.map(({ appointmentId, at, session, number }) => {
          const given = session?.givenMg ?? null
          return (
            <li key={appointmentId} data-given={given !== null || undefined}>
              <StateShape state={given === null ? 'recovering' : 'running'} size={16} />
              <b>{given === null ? 'planned' : quantity(given, 'mg')}</b>
              <small>
                {number} · <Time at={at} form="short day" />
              </small>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
