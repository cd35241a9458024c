import { setTimeout as after } from 'node:timers/promises'
import { type Client, clientOf } from '../bench/client.ts'
import { signs } from '../care/session/testing.ts'

/** What a nurse's hand knows: which key stands for which entry, and which of them a server has said yes to, with the id it gave. */
export type Notebook = {
  readonly sent: Map<string, { readonly sessionId: string; readonly note: string }>
  readonly acknowledged: Map<string, string>
  /** Whatever a server refused in words: nothing that a hand sends here may be. */
  readonly refused: string[]
  /** Milliseconds of `performance.now()` at which each answer came, and from which server. */
  readonly answeredAt: { readonly at: number; readonly server: number }[]
}

export const newNotebook = (): Notebook => ({ sent: new Map(), acknowledged: new Map(), refused: [], answeredAt: [] })

export type Door = { port(): number }
export type Hands = {
  readonly host: string
  readonly cookie: string
  readonly sessionIds: readonly string[]
  readonly doors: readonly Door[]
}

const HANDS = 6
const LONGEST_MS = 8000
const AGAIN_MS = 150

// An answer that never comes is what a frozen server gives: the hand lets go, and presses again elsewhere.
const within = <T>(ms: number, work: Promise<T>): Promise<T | null> =>
  Promise.race([work.catch(() => null), after(ms).then(() => null)])

const press = async (clients: Map<number, Client>, hands: Hands, notebook: Notebook, key: string, server: number) => {
  const { sessionId, note } = notebook.sent.get(key) ?? { sessionId: '', note: '' }
  const port = hands.doors[server]?.port() ?? 0
  const client = clients.get(port) ?? clientOf(port, HANDS * 4)
  clients.set(port, client)
  const answer = await within(
    LONGEST_MS,
    client.send({
      method: 'POST',
      path: `/api/session/${sessionId}/entries`,
      host: hands.host,
      cookie: hands.cookie,
      key,
      body: note.startsWith('signs') ? { entry: { kind: 'vitals', ...signs } } : { entry: { kind: 'note', text: note } },
    }),
  )
  if (answer === null || answer.status >= 500) return false
  notebook.answeredAt.push({ at: performance.now(), server })
  if (answer.status !== 201) {
    notebook.refused.push(`${answer.status} ${answer.text.slice(0, 200)}`)
    return true
  }
  const { eventIds } = JSON.parse(answer.text) as { eventIds: string[] }
  const before = notebook.acknowledged.get(key)
  if (before !== undefined && before !== eventIds[0]) notebook.refused.push(`${key} was given two ids`)
  notebook.acknowledged.set(key, eventIds[0] ?? '')
  return true
}

/** Six hands that chart on two servers without a pause; what gets no yes is pressed again with its key, on the other server too. */
export const storm = (hands: Hands, notebook: Notebook) => {
  let isOver = false
  const clients = new Map<number, Client>()
  const hand = async (number: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      const key = `entry-${number}-${String(notebook.sent.size).padStart(7, '0')}`
      const sessionId = hands.sessionIds[(number + turn) % hands.sessionIds.length] ?? ''
      notebook.sent.set(key, { sessionId, note: turn % 2 === 0 ? `signs ${key}` : `note ${key}` })
      for (let tries = number; !(await press(clients, hands, notebook, key, tries % hands.doors.length)); tries += 1)
        await after(AGAIN_MS)
    }
  }
  const all = Promise.all(Array.from({ length: HANDS }, (_, number) => hand(number)))
  return {
    /** Lets every hand finish what it has begun. */
    end: async () => {
      isOver = true
      await all
      for (const client of clients.values()) client.close()
    },
  }
}
