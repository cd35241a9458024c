import { proxyTo } from '../platform/testing-proxy.ts'
import { type Program, program } from '../testing-server.ts'

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64')

/** One server of the ward on a wire of its own to the database: it can be frozen, killed, cut off, and its clock stepped. */
export const openWardServer = async (databaseUrl: string) => {
  const wire = await proxyTo(databaseUrl)
  let running: Program
  let port = 0
  const begin = async () => {
    running = program('faults/serve.ts', { env: { DATABASE_URL: wire.url, SECRET_KEY, PORT: String(port) } })
    const address = (await running.says(/Dripline is ready: (\S+)/))[1] ?? ''
    port = Number(new URL(address).port)
  }
  await begin()
  return {
    wire,
    port: () => port,
    signal: (signal: NodeJS.Signals) => process.kill(running.pid, signal),
    kill: () => running.kill('SIGKILL'),
    begin,
    stepClock: async (ms: number) => {
      await fetch(`http://127.0.0.1:${port}/faults/clock?ms=${ms}`, { method: 'POST' })
    },
    close: async () => {
      await running.kill('SIGKILL')
      wire.close()
    },
  }
}

export type WardServer = Awaited<ReturnType<typeof openWardServer>>
