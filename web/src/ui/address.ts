import { ledTo } from '@dripline/clinical/words'
import { usePageData } from '../data/page-data.ts'

/** Says where a link or a form of this page leads: to the same language, where the page's own address names one. */
export function useAddress(): (href: string) => string {
  const base = usePageData().frame.address?.base ?? ''
  return (href) => ledTo(base, href)
}
