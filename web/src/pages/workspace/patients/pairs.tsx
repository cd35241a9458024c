import { usePairs } from '../../../data/records.ts'
import { Card, Empty, Line, Lines, Link, Page } from '../../../ui/index.tsx'

export const page = {
  path: '/patients/pairs',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Likely pairs',
  place: 'Patients',
  skeleton: 'table',
} as const

/** Records that may be one person twice, until somebody says so or says that they are two. */
export default function Pairs() {
  const { pairs } = usePairs()
  return (
    <Page
      title={
        pairs.length === 0 ? 'No likely pairs' : `${pairs.length} likely ${pairs.length === 1 ? 'pair' : 'pairs'} of records`
      }
      lead="Same phone, same email, or same name and birth date."
    >
      <Card>
        {pairs.length === 0 ? (
          <Empty icon="check">When two records look like one person, they are listed here.</Empty>
        ) : (
          <Lines>
            {pairs.map(({ personId, otherId, name, otherName }) => (
              <Line
                key={personId + otherId}
                aside={
                  <Link href={`/patients/${personId}/merge/${otherId}`}>
                    Compare {name} and {otherName}
                  </Link>
                }
              >
                <b>{name}</b> and <b>{otherName}</b>
              </Line>
            ))}
          </Lines>
        )}
      </Card>
    </Page>
  )
}
