import pg from 'pg'
import { listening } from './shares.ts'

const [RECONNECT_MS, ASK_MS] = [500, 5000]

type Heard = (payload: string) => void

/** Listens on channels of a PostgreSQL server; who is cut off, or hears nothing any more, comes back and is told so by an empty payload. */
export const listenTo = (url: string) => {
  const open = new Set<() => void>()
  let closed = false
  const once = async (channel: string, heard: Heard, lost: () => void): Promise<void> => {
    const client = new pg.Client(listening(url))
    let isOver = false
    const stop = () => {
      if (isOver) return
      isOver = true
      clearInterval(asking)
      open.delete(stop)
      client.end().catch(() => {})
    }
    const gone = () => {
      if (isOver) return
      stop()
      lost()
    }
    // A server that is silent says nothing of it: it has to be asked.
    const asking = setInterval(() => client.query('select 1').catch(gone), ASK_MS)
    asking.unref()
    open.add(stop)
    client.on('error', gone)
    client.on('end', gone)
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      stop()
      throw error
    }
  }
  const again = (channel: string, heard: Heard) => {
    if (closed) return
    setTimeout(() => {
      if (closed) return
      once(channel, heard, () => again(channel, heard)).then(
        () => heard(''),
        () => again(channel, heard),
      )
    }, RECONNECT_MS)
  }
  return {
    listen: (channel: string, heard: Heard) => once(channel, heard, () => again(channel, heard)),
    close: () => {
      closed = true
      for (const stop of open) stop()
    },
  }
}
