import { ledTo } from '@dripline/clinical/words'
import { usePageData } from '../data/page-data.ts'

const BOOKING = /^\/book(?=[?#]|$)/

/** Says where a link or a form of this page leads: to the same language, where the page's own address names one; within a frame the booking stays in it. */
export function useAddress(): (href: string) => string {
  const { address, framedOn } = usePageData().frame
  const base = address?.base ?? ''
  return (href) => ledTo(base, framedOn && BOOKING.test(href) ? `/embed${href}` : href)
}

/** Where a link opens: out of a frame everything leads but the booking itself, as nothing else of ours may stand in one. */
export function useTarget(): (href: string) => '_top' | undefined {
  const isFramed = usePageData().frame.framedOn !== undefined
  return (href) => (isFramed && !BOOKING.test(href) && !href.startsWith('?') && !href.startsWith('#') ? '_top' : undefined)
}
