import { addDays, drugOf } from '@dripline/clinical'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { type Book, useBook } from '../../data/substances.ts'
import {
  Button,
  Columns,
  Link,
  LiveState,
  Notice,
  Page,
  PrintPage,
  quantity,
  Row,
  Stack,
  sayDay,
  useFrom,
} from '../../ui/index.tsx'
import { BookTable } from './stock/book-table.tsx'
import { Count } from './stock/count.tsx'
import { Discrepancies } from './stock/discrepancies.tsx'
import { Next } from './stock/next.tsx'
import { Receive } from './stock/receive.tsx'
import { Safe } from './stock/safe.tsx'
import { sayDrug } from './stock/say-drug.ts'
import styles from './stock.module.css'

export const page = {
  path: '/stock',
  for: ['owner', 'prescriber', 'nurse'],
  mood: 'work',
  title: 'Drug book',
  place: 'Stock',
  skeleton: 'table',
} as const

/** The controlled-drug book: one day of it, and the safe as it is now. */
export default function Stock() {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const asked = new URLSearchParams(search).get('day') ?? undefined
  const book = useBook(asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : undefined)
  const { user, clinic } = usePageData().frame
  const [isReceiving, setReceiving] = useState(false)
  const clinical = holds(user, 'prescriber', 'nurse')
  const from = useFrom()
  return (
    <Page title={titleOf(book)} lead={strengthsOf(book)} aside={<Days book={book} />}>
      <PrintPage who={`Drug book, ${sayDay(book.day)}`} what={clinic.name} from={from} />
      <LiveState what="book" />
      {isReceiving && <Receive onDone={() => setReceiving(false)} />}
      <Columns kind="side">
        <Stack>
          <div className={styles.beside}>
            <Discrepancies list={book.discrepancies} />
          </div>
          <BookTable book={book} mayCorrect={clinical} />
          <div className={styles.beside}>
            <Stack>
              <Count />
              <Notice status="inform" title="Lines are added, never changed." />
            </Stack>
          </div>
        </Stack>
        <div className={styles.beside}>
          <Stack>
            <Row>
              {!isReceiving && (
                <Button icon="plus" keyHint="n" onClick={() => setReceiving(true)}>
                  Receive vials
                </Button>
              )}
              <Button kind="second" onClick={() => window.print()}>
                Print this day
              </Button>
            </Row>
            <Next book={book} />
            <Safe vials={book.vials} mayEmpty={clinical} />
          </Stack>
        </div>
      </Columns>
    </Page>
  )
}

const titleOf = ({ discrepancies, drugs }: Book) => {
  const held = drugs.map(({ drugId, balanceMl }) => `${quantity(balanceMl, 'mL')} ${sayDrug(drugId)}`).join(', ')
  if (drugs.length === 0) return 'The safe is empty'
  return discrepancies.length === 0 ? `The book balances: ${held} in the safe` : `Book and count differ: ${held} by the book`
}

const strengthsOf = ({ drugs }: Book) => {
  const held = drugs.flatMap(({ drugId, strengths }) => {
    const schedule = drugOf(drugId)?.schedule
    return strengths.map((mgPerMl) => `${sayDrug(drugId)} ${quantity(mgPerMl, 'mg/mL')}${schedule ? `, ${schedule}` : ''}`)
  })
  return held.length > 0 ? held.join('; ') : 'Two people receive the first vials.'
}

const Days = ({ book: { day, today } }: { book: Book }) => (
  <span className={styles.day}>
    <Link href={`/stock?day=${addDays(day, -1)}`}>Day before</Link>
    <span>{day === today ? `Today, ${sayDay(day)}` : sayDay(day)}</span>
    {day !== today && <Link href={addDays(day, 1) === today ? '/stock' : `/stock?day=${addDays(day, 1)}`}>Day after</Link>}
  </span>
)
