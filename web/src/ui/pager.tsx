import { useEffect, useEffectEvent } from 'react'
import { Button } from './button.tsx'
import { Row } from './page.tsx'

type PagerProps = { page: number; size: number; total: number; onPage: (page: number) => void }

/** Which lines of how many, and the way to the pages before and after. */
export function Pager({ page, size, total, onPage }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / size))
  const goTo = useEffectEvent(onPage)
  useEffect(() => {
    // The list has become shorter than it was, or the address asks for more than there is.
    if (page > last) goTo(last)
  }, [page, last])
  const from = (page - 1) * size + 1
  return (
    <Row spread>
      <p role="status">
        {from} to {Math.min(total, page * size)} of {total}
      </p>
      {last > 1 && (
        <Row>
          <Button kind="second" onClick={() => onPage(page - 1)} disabledReason={page === 1 ? '' : undefined}>
            Page before
          </Button>
          <Button kind="second" onClick={() => onPage(page + 1)} disabledReason={page === last ? '' : undefined}>
            Next page
          </Button>
        </Row>
      )}
    </Row>
  )
}
