import * as words from '@dripline/clinical/words/frame'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { Link, Page } from '../../ui/index.tsx'
import { CallUs } from '../../ui/link-refused.tsx'

/** What stands where a page, a link or a record is not. */
export default function NotFound() {
  const { frame } = usePageData()
  const to = useReader()
  return (
    <Page title={words.notFoundTitle(to)} lead={words.notFoundLead(to)}>
      {!frame.user && <CallUs />}
      <p>
        {frame.user ? (
          <>
            <Link href="/room">Go to the room</Link>, or look in <Link href="/patients">Patients</Link>.
          </>
        ) : (
          <Link href="/">{words.front(to)}</Link>
        )}
      </p>
    </Page>
  )
}
