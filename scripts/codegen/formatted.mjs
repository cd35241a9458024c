import { spawn } from 'node:child_process'
import { environment, root } from '../place.mjs'

/** The same file as Biome would leave it, so that formatting and generation never disagree. */
export function formatted({ path, text }) {
  return new Promise((done, failed) => {
    const biome = spawn('biome', ['check', '--write', `--stdin-file-path=${path}`], { cwd: root, env: environment })
    let output = ''
    let complaint = ''
    biome.stdout.on('data', (part) => (output += part))
    biome.stderr.on('data', (part) => (complaint += part))
    biome.on('error', failed)
    biome.on('close', (code) => (code === 0 ? done({ path, text: output }) : failed(new Error(`${path}: ${complaint}`))))
    biome.stdin.end(text)
  })
}
