import { definitionSentences, openWords } from '@dripline/clinical'
import { PSEUDO, refusalWords, STAFF } from '@dripline/clinical/words'
import { notFoundName } from '@dripline/clinical/words/frame'
import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { addressesOf } from './addresses.ts'
import { App } from './app.tsx'
import { framed, type PageData } from './data/page-data.ts'
import { newQueryClient } from './data/query.ts'
import { readerFor } from './data/reader.ts'
import { builtNumbers, documentOf } from './document.ts'
import { takeBuilt } from './explore/once.ts'
import type { PageEntry, PageMeta } from './page.ts'
import { pages } from './pages/pages.generated.ts'
import { drawPaper } from './paper-document.tsx'
import { newRouter } from './router.tsx'

export { turnNumbers } from './explore/turns.ts'

openWords(definitionSentences)
takeBuilt(builtNumbers())

export type RenderRequest = {
  /** Path and query, or a whole address. */
  url: string
  /** The frame and what the page reads; the frame's clinic is null before one is set up. */
  data: Parameters<typeof framed>[0]
  host: string
  scheme?: 'light' | 'dark'
}

/** One whole document for one address. Never throws for a path that is not there: that is a 404 with a page. */
export async function render({
  url,
  data: given,
  host,
  scheme,
}: RenderRequest): Promise<{ status: number; html: string; mood: 'paper' | 'work' }> {
  const whole = framed(given)
  // Joined, not resolved: a path that begins with two slashes would be read as another host.
  const { pathname, search } = new URL(`http://${host}${url}`)
  const router = newRouter(createMemoryHistory({ initialEntries: [pathname + search] }))
  await router.load()
  const page = router.state.matches.at(-1)?.staticData.page
  const entry = pages.find((each) => each.page === page)
  const mood = page?.mood ?? (whole.frame.user ? 'work' : 'paper')
  const data = mood === 'paper' ? whole : inStaffsLanguage(whole)
  const file = entry?.file ?? 'src/pages/public/not-found.tsx'
  // What only the server draws of an explorable is no script of it.
  const isPlayed = page?.script === 'explore'
  const body =
    mood === 'paper'
      ? await drawPaper(entry, data)
      : renderToString(<App router={router} queries={newQueryClient()} data={data} />)
  return {
    status: data.problem?.status ?? (page === undefined ? 404 : 200),
    mood,
    html: documentOf({
      body,
      data,
      scheme,
      mood,
      isOpen: mood === 'paper' && page?.for === 'anyone',
      title: `${await nameOf(entry, data)} · ${data.frame.clinic.name}`,
      summary: mood === 'paper' ? await summaryOf(entry, data) : undefined,
      addresses: mood === 'paper' ? addressesOf(page, data) : [],
      offersDim: page?.dim === true,
      script: mood === 'work' ? 'src/main.tsx' : scriptOf(page),
      files: [...(mood === 'paper' || page?.frame === 'bare' ? [] : ['src/ui/work-frame.tsx']), ...(isPlayed ? [] : [file])],
      drawn: mood === 'paper' ? ['src/ui/public-frame.tsx', ...(isPlayed ? [file] : [])] : [],
    }),
  }
}

const scriptOf = (page: PageMeta | undefined) =>
  page?.script === 'explore' ? 'src/explore.ts' : page?.script ? 'src/paper.tsx' : null

const inStaffsLanguage = ({ frame: { address, tongue, ...frame }, ...data }: PageData): PageData => ({
  ...data,
  frame: { ...frame, tongue: tongue === PSEUDO ? PSEUDO : STAFF },
})

// A page of paper is named in its reader’s language by its own module; one of the workspace by its line in the list.
const nameOf = async (entry: PageEntry | undefined, { frame, problem, title }: PageData) => {
  const to = await readerFor(frame)
  if (problem) return refusalWords(to, problem.code, problem.title)
  if (title) return title
  if (!entry) return notFoundName(to)
  return entry.page.title ?? (await entry.load()).name?.(to) ?? ''
}

const summaryOf = async (entry: PageEntry | undefined, { frame, problem }: PageData) =>
  problem ? undefined : (await entry?.load())?.summary?.(await readerFor(frame))
