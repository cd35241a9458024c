import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a database that a test can spoil: `silent` carries nothing on, `cut` ends every connection, now and from here on. */
export type Spoilt = 'open' | 'silent' | 'cut'

/** A wire between a server and its database, which can fall silent, be cut, or lose an answer. */
export const proxyTo = async (target: string) => {
  const there = new URL(target)
  const pairs = new Set<[Socket, Socket]>()
  let state: Spoilt = 'open'
  let losesAnswerTo: RegExp | null = null
  const end = (pair: [Socket, Socket]) => {
    pairs.delete(pair)
    for (const each of pair) each.destroy()
  }
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = connect(Number(there.port), there.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    for (const each of pair) each.on('error', () => end(pair)).on('close', () => end(pair))
    let isLost = false
    near.on('data', (part) => {
      if (state === 'silent') return
      const said = part.toString('latin1')
      // The deed arrives and is done; what is lost is the word of it.
      if (losesAnswerTo?.test(said)) isLost = true
      far.write(part)
    })
    far.on('data', (part) => {
      if (state === 'silent') return
      if (!isLost) return near.write(part)
      losesAnswerTo = null
      end(pair)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    become: (next: Spoilt) => {
      state = next
      if (next === 'cut') for (const pair of pairs) end(pair)
    },
    /** Loses the answer to the next call in which this is said: a deed in one call is committed with it. */
    loseAnswerTo: (said: RegExp) => {
      losesAnswerTo = said
    },
    close: () => {
      for (const pair of pairs) end(pair)
      server.close()
    },
  }
}
