// Named only in the document's head; imported here so that this build writes these files.
import './icon.svg?url'
import './before-paint.js?url'
import './framed.js?url'
import './share.png?url'
import { definitionSentences, openWords } from '@dripline/clinical'
import { createBrowserHistory } from '@tanstack/react-router'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ProblemError } from './data/api.ts'
import { framed } from './data/page-data.ts'
import { newQueryClient } from './data/query.ts'
import { newRouter } from './router.tsx'
import { PartMissing } from './ui/later.ts'
import { writeDates } from './ui/when.ts'

const textOf = (id: string) => document.getElementById(id)?.textContent ?? ''
const data = framed(JSON.parse(textOf('page-data')))
// Whatever is said within a fault can be said anywhere in the workspace.
openWords(definitionSentences)
writeDates(data.frame.clinic.dateOrder ?? 'month first')
const router = newRouter(createBrowserHistory())
// The library's own hand-over needs an inline script, which our policy refuses. This line tells it that the server has drawn.
Object.assign(router, { ssr: { manifest: undefined } })

// A refusal is said on the page; only what nobody foresaw is for the console.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ProblemError || error instanceof PartMissing)) console.error(error)
}

// Not awaited at the top: a page's part may stand on this file, which would then wait for the part, and the part for it.
router.load().then(() => {
  const root = document.getElementById('root')
  if (root) hydrateRoot(root, <App router={router} queries={newQueryClient()} data={data} />, { onCaughtError })
})
