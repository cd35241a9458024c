import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../data/api.ts'
import { addressOf, api } from '../data/client.ts'
import { useLive } from '../data/live.ts'
import type { AlertCounts } from '../data/people.ts'
import { Link } from './link.tsx'
import { StatusMark } from './status-mark.tsx'

const path = addressOf(api.people.alerts.count)
const anything = ['any']

/** Open alerts, in the bar of every staff page, until each is closed by name. */
export function AlertBadge() {
  const client = useQueryClient()
  useLive(
    anything,
    useCallback(() => void client.invalidateQueries({ queryKey: [path] }), [client]),
  )
  const { data } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<AlertCounts>('GET', path, undefined, { signal }),
    refetchInterval: 60_000,
  })
  const { open, unowned } = data ?? { open: 0, unowned: 0 }
  if (open === 0) return null
  return (
    <Link href="/alerts">
      <StatusMark
        status={unowned > 0 ? 'exclude' : 'caution'}
        word={
          unowned > 0
            ? `${unowned} ${unowned === 1 ? 'alert' : 'alerts'} without an owner`
            : `${open} open ${open === 1 ? 'alert' : 'alerts'}`
        }
      />
    </Link>
  )
}
