import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { App } from './app.tsx'
import type { PageData } from './data/page-data.ts'
import { newQueryClient } from './data/query.ts'
import { documentOf } from './document.ts'
import { isStaffPage } from './page.ts'
import { pages } from './pages/index.ts'
import { newRouter } from './router.tsx'

export type RenderRequest = {
  /** Path and query, or a whole address. */
  url: string
  data: PageData
  host: string
  scheme?: 'light' | 'dark'
}

/** One whole document for one address. Never throws for a path that is not there: that is a 404 with a page. */
export async function render({ url, data, host, scheme = 'light' }: RenderRequest): Promise<{ status: number; html: string }> {
  const { pathname, search } = new URL(url, `http://${host}`)
  const router = newRouter(createMemoryHistory({ initialEntries: [pathname + search] }))
  await router.load()
  const match = router.state.matches.at(-1)
  const page = match?.staticData.page
  const isMissing = !page
  const entry = pages.find((each) => each.page === page)
  const html = renderToString(<App router={router} queries={newQueryClient()} data={data} />)
  return {
    status: data.problem?.status ?? (isMissing ? 404 : 200),
    html: documentOf({
      body: html,
      data,
      scheme,
      mood: page?.mood ?? (data.frame.user ? 'work' : 'paper'),
      title: titleOf(data, page?.title ?? 'Not found'),
      offersDim: page?.dim === true,
      ...(entry && !isStaffPage(entry.page) ? { file: entry.file } : {}),
    }),
  }
}

const titleOf = (data: PageData, title: string) => `${data.problem?.title ?? data.title ?? title} · ${data.frame.clinic.name}`
