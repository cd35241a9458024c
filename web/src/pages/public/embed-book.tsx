import { spanWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/appointment'
import { name as bookName } from '@dripline/clinical/words/book'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { Button, Card, Page, Policies } from '../../ui/index.tsx'
import styles from './book.module.css'
import Book from './book.tsx'

export const page = {
  path: '/embed/book',
  for: 'anyone',
  mood: 'paper',
  frame: 'bare',
  script: true,
  unlisted: true,
  keeps: true,
} as const
export const name = bookName
export { summary } from './book.tsx'

type Booked = { start: string; end: string; zone: string; url: string }

/** The booking as it stands on another site: the same page, and once it is booked, what was booked. */
export default function EmbedBook() {
  const { booked } = usePageData<{ booked?: Booked }>()
  return booked ? <Done {...booked} /> : <Book />
}

function Done({ start, end, zone, url }: Booked) {
  const to = useReader()
  return (
    <Page title={words.booked(to, { kind: 'call' })} lead={words.leadCall(to)} width="text">
      <Card>
        <p className={styles.when}>{spanWords(to, { start, end }, zone)}</p>
      </Card>
      <div className={styles.acts}>
        <Button href={url}>{words.openPage(to)}</Button>
      </div>
      <Policies />
    </Page>
  )
}
