import { addDays } from '@dripline/clinical'
import { usePersonNames } from '../../../data/people.ts'
import type { Book } from '../../../data/substances.ts'
import { Card, Line, Lines, quantity, StatusMark, sayDay, Time } from '../../../ui/index.tsx'
import { sayDrug } from './say-drug.ts'

const SOON_DAYS = 30

/** What the book waits for: doses without a vial, what is still in bags, the next count and whether it is late, vials near their day. */
export function Next({ book }: { book: Book }) {
  const { openInSessions, withoutVial, lastCount, vials, today } = book
  const names = usePersonNames([...openInSessions, ...withoutVial].map(({ personId }) => personId))
  const nameOf = (id: string | null) => names.get(id ?? '') ?? 'a patient'
  const soon = addDays(today, SOON_DAYS)
  const expiring = vials.filter(({ expiresOn }) => expiresOn <= soon)
  return (
    <Card title="Next">
      <Lines>
        {withoutVial.map(({ sessionId, personId, drug, mg, owner, openedAt }) => (
          <Line
            key={`${sessionId} ${openedAt}`}
            mark={<StatusMark status="defer" word="open" />}
            note={
              <>
                owner {owner}, open since <Time at={openedAt} form="day and time" />
              </>
            }
          >
            Vial of {quantity(mg, 'mg')} {drug} for {nameOf(personId)}: the book is short until the vial is named
          </Line>
        ))}
        <Line
          mark={<StatusMark status={lastCount.isLate ? 'caution' : 'clear'} word={lastCount.isLate ? 'late' : 'due'} />}
          note={
            lastCount.at ? (
              <>
                last one <Time at={lastCount.at} form="day and time" />, {lastCount.isAgreed ? 'agreed' : 'not agreed'}
              </>
            ) : (
              'not counted yet'
            )
          }
        >
          Count by two people
          {lastCount.dueAt && (
            <>
              , {lastCount.isLate ? 'was due' : 'due by'} <Time at={lastCount.dueAt} form="day" />
            </>
          )}
        </Line>
        {openInSessions.map(({ sessionId, personId, drugId, mg }) => (
          <Line key={`${sessionId} ${drugId}`} note="in the bag or being given; waste what is left with a witness">
            {nameOf(personId)}, {quantity(mg, 'mg')} {sayDrug(drugId)}
          </Line>
        ))}
        {expiring.map(({ id, number, drugId, expiresOn }) => (
          <Line key={id} note={`expires ${sayDay(expiresOn)}`}>
            Vial {number}, {sayDrug(drugId)}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
