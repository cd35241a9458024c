import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { isStaffPage, type PageMeta } from '../page.ts'
import { useAddress, useTarget } from './address.ts'
import { usePlace } from './place.ts'

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

const segments = (path: string) => path.split('/').filter(Boolean)

function matches(pattern: string, path: string) {
  const [want, have] = [segments(pattern), segments(path)]
  return want.length === have.length && want.every((part, i) => part.startsWith(':') || part === have[i])
}

/** Whether a workspace page stands at this path. A page named in full comes before one with a variable. */
function isStaffPath(pages: readonly PageMeta[], path: string) {
  const [page] = pages
    .filter((each) => matches(each.path, path))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  return page !== undefined && isStaffPage(page)
}

/** A link; on a page of paper it stays in the page's language. From one workspace page to another nothing is loaded but the page; all other links fetch a document. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const { pages, go } = usePlace()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!go || !href.startsWith('/') || rest.target || rest.download !== undefined || !isPlain(event)) return
    const path = new URL(href, window.location.href).pathname
    if (!isStaffPath(pages, path) || !isStaffPath(pages, window.location.pathname)) return
    event.preventDefault()
    go(href)
  }
  return <a href={useAddress()(href)} target={useTarget()(href)} onClick={follow} {...rest} />
}
