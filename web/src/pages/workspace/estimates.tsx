import { useState } from 'react'
import { useEstimates } from '../../data/estimates.ts'
import { Card, filterOf, Line, Lines, Link, Listing, Page, StatusMark, sayDay } from '../../ui/index.tsx'

export const page = {
  path: '/estimates',
  for: ['front desk', 'nurse', 'prescriber'],
  mood: 'work',
  title: 'Estimates',
  skeleton: 'cards',
} as const

const PAGE = 20
const which = [
  { value: 'all', label: 'Due and late' },
  { value: 'late', label: 'Late' },
] as const
type Which = (typeof which)[number]['value']

/** Good-faith estimates that nobody has in their hands yet: what is due by which day, what is late, and why. */
export default function Estimates() {
  const { waiting } = useEstimates()
  const [shown, setShown] = useState<Which>('all')
  const [at, setAt] = useState(1)
  const found = waiting.filter(({ isLate }) => shown === 'all' || isLate)
  return (
    <Page
      title="Estimates to be sent"
      lead="Each is written and sent by itself. What is listed here has not arrived: print it and give it."
    >
      <Listing
        filters={[filterOf({ name: 'which', label: 'Estimates', value: shown, options: which, onChange: setShown })]}
        empty={{
          icon: 'check',
          says: shown === 'late' ? 'None is late.' : 'None is waiting. Those of new bookings will be here until they are sent.',
        }}
        page={at}
        size={PAGE}
        total={found.length}
        onPage={setAt}
      >
        {found.length > 0 && (
          <Card>
            <Lines>
              {found.slice((at - 1) * PAGE, at * PAGE).map(({ estimateId, name, phone, dueBy, isLate, why }) => (
                <Line
                  key={estimateId}
                  note={`${why} · ${phone}`}
                  aside={
                    <StatusMark
                      status={isLate ? 'exclude' : 'inform'}
                      word={`${isLate ? 'Late since' : 'Due by'} ${sayDay(dueBy)}`}
                    />
                  }
                >
                  <Link href={`/estimates/${estimateId}`}>{name}</Link>
                </Line>
              ))}
            </Lines>
          </Card>
        )}
      </Listing>
    </Page>
  )
}
