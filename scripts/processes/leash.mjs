// Runs one command that may not outlive whoever asked for it: standard input is the leash, and it ends even on kill -9.
import { spawn } from 'node:child_process'

const [command, ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })

process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL')).resume()
// The whole group gets the signal; the leash waits for the command to end by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

child.on('error', (error) => {
  console.error(`${command}: ${error.message}`)
  process.exit(127)
})
child.on('exit', (code) => process.exit(code ?? 1))
