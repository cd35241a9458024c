import { useRouter, useRouterState } from '@tanstack/react-router'
import { useDeferredValue } from 'react'

type Shown = { day: string; isWeek: boolean; placeId: string }

// What the server takes as a day of the desk.
const isDay = (text: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** What the desk shows: a day, its week or it alone, and whose times. It stands in the address, so that back and a reload find it. */
export function useShown(today: string) {
  const { history } = useRouter()
  const asked = useRouterState({ select: ({ location }) => location.searchStr })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const shown = useDeferredValue(asked)
  const read = (search: string): Shown => {
    const query = new URLSearchParams(search)
    const day = query.get('day') ?? ''
    return { day: isDay(day) ? day : today, isWeek: query.get('view') === 'week', placeId: query.get('with') ?? '' }
  }
  const show = (change: Partial<Shown>) => {
    const { day, isWeek, placeId } = { ...read(asked), ...change }
    const query = new URLSearchParams({
      ...(day !== today && { day }),
      ...(isWeek && { view: 'week' }),
      ...(placeId && { with: placeId }),
    }).toString()
    history.push(path + (query && `?${query}`))
  }
  return { ...read(shown), isLoading: asked !== shown, show }
}
