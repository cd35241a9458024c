import { createHash } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { root } from './place.mjs'

const name = createHash('sha256').update(root).digest('hex')

// Both kinds are freed by the kernel when their owner dies, even by kill -9; a lock file or a socket file is not.
const address =
  process.platform === 'linux'
    ? { path: `\0dripline-${name}` }
    : { host: '127.0.0.1', port: 20_000 + (Number.parseInt(name.slice(0, 6), 16) % 10_000) }

/** Does the work while no other start in this folder does; a second one waits until the first has finished or died. */
export async function inTurn(work) {
  const lock = await take(false)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

async function take(hasSaid) {
  const lock = await listen()
  if (lock) return lock
  if (!hasSaid) console.log('Another start is preparing this folder; waiting for it to finish.')
  await untilFree()
  return take(true)
}

function listen() {
  return new Promise((done, failed) => {
    const waiting = new Set()
    const server = createServer((socket) => {
      waiting.add(socket.on('error', () => {}))
    })
    const release = () => {
      server.close()
      for (const socket of waiting) socket.destroy()
    }
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? done(undefined) : failed(error)))
    server.listen(address, () => done({ release }))
  })
}

/** Waits on a connection to the owner: it closes when the owner lets go or dies. */
const untilFree = () =>
  new Promise((done) =>
    connect(address)
      .on('error', () => {})
      .on('close', () => setTimeout(done, 50))
      .resume(),
  )
