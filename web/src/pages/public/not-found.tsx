import { usePageData } from '../../data/page-data.ts'
import { Link, Page } from '../../ui/index.tsx'
import { CallUs } from '../../ui/link-refused.tsx'

/** What stands where a page, a link or a record is not. */
export default function NotFound() {
  const { frame } = usePageData()
  return (
    <Page title="There is nothing at this address" lead="The link may be old, or a letter in it may be missing.">
      {!frame.user && <CallUs />}
      <p>
        {frame.user ? (
          <>
            <Link href="/room">Go to the room</Link>, or look in <Link href="/patients">Patients</Link>.
          </>
        ) : (
          <Link href="/">Go to the front page</Link>
        )}
      </p>
    </Page>
  )
}
