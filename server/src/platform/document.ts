import { Problem } from '@dripline/clinical'
import type { Context } from 'hono'
import type { Variables } from './allow.ts'
import { hasSaved } from './context.ts'
import { Outage } from './outage.ts'
import { outageProblem, problemJson, statuses } from './problem.ts'

type Page = Context<{ Variables: Variables }>

/**
 * Answers a plain form: does the deed and sends the browser on, or shows the page again with what was typed (`sent`) and every fault (`refused`).
 * `load` gives the page's data, `act` the address to go to, or the answer itself. Sent only to be read in another language, it does
 * nothing and stays as it was typed.
 */
export const answerForm = async (
  c: Page,
  load: () => Promise<object>,
  act: () => Promise<string | Response>,
): Promise<Response> => {
  if (await isSwitch(c)) return await inOtherLanguage(c, load)
  try {
    const done = await act()
    return typeof done === 'string' ? c.redirect(done, 303) : done
  } catch (error) {
    if (error instanceof Outage) return await shownAgain(c, load, error)
    if (!(error instanceof Problem)) throw error
    const sent = withoutSecrets(await c.req.parseBody({ all: true }))
    return c.var.show({ ...(await load()), refused: problemJson(error), sent }, statuses[error.code])
  }
}

// The button that says *Español* after a refusal sends what was typed along, and asks for nothing else.
const isSwitch = async (c: Page) => 'switch-language' in (await c.req.parseBody())

const inOtherLanguage = async (c: Page, load: () => Promise<object>) => {
  const { 'switch-language': _, ...sent } = withoutSecrets(await c.req.parseBody({ all: true }))
  return c.var.show({ ...(await load()), sent })
}

// Pressed again it must be the same act: the key of the form stays what it was.
const shownAgain = async (c: Page, load: () => Promise<object>, outage: Outage): Promise<Response> => {
  const problem = outageProblem(outage, c.req.method, hasSaved(c.var.ctx))
  const sent = withoutSecrets(await c.req.parseBody({ all: true }))
  c.header('retry-after', String(problem.about.retryAfterSeconds))
  const key = 'idempotency-key' in sent ? { idempotencyKey: sent['idempotency-key'] } : {}
  return c.var.show({ ...(await load()), refused: problemJson(problem), sent, ...key }, statuses[problem.code])
}

// A password is typed again; it never comes back in a document.
const withoutSecrets = (sent: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !/password$/i.test(name)))
