import { connect, createServer, type Socket } from 'node:net'

export type Wire = {
  /** The server's address by way of this wire. */
  readonly url: string
  /** Bytes that have come from the server since this was last asked, headers and all. */
  received(): number
  /** Ends when nothing has come for this long, but for a stream's small pings. */
  quiet(forMs: number): Promise<void>
  close(): Promise<void>
}

const PING_BYTES = 64

/** A wire between a browser and a server on which every byte is counted, whoever in the browser asked for it. */
export async function openWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let [received, lastAt] = [0, performance.now()]
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    far.on('data', (piece) => {
      received += piece.length
      if (piece.length > PING_BYTES) lastAt = performance.now()
    })
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((done) => server.listen(0, hostname, done))
  const bound = server.address()
  return {
    url: `http://${hostname}:${typeof bound === 'object' && bound ? bound.port : 0}`,
    received: () => {
      const all = received
      received = 0
      return all
    },
    quiet: async (forMs) => {
      lastAt = Math.max(lastAt, performance.now())
      while (performance.now() - lastAt < forMs) await new Promise((done) => setTimeout(done, 100))
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
