import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { at } from './place.mjs'

/**
 * Writes engine/dist: JavaScript and declarations that any Node from 20 on runs as they are, with a package.json of their own, and packs
 * them into one file. Prints the path of that file, and nothing else, on standard output.
 */
const engine = at('engine')
const dist = join(engine, 'dist')

rmSync(dist, { recursive: true, force: true })
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
execFileSync(process.execPath, [compiler, '-p', join(engine, 'tsconfig.pack.json')], { stdio: ['ignore', 2, 2] })
writeFileSync(join(dist, 'bin.js'), "#!/usr/bin/env node\nimport './cli.js'\n", { mode: 0o755 })
const { name, version, description, license } = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8'))
const own = {
  name,
  version,
  description,
  license,
  keywords: ['ketamine', 'pharmacokinetics', 'pharmacodynamics', 'pharmacometrics', 'simulation'],
  type: 'module',
  sideEffects: ['./bin.js', './cli.js'],
  engines: { node: '>=20' },
  bin: { dripline: './bin.js' },
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
}
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
copyFileSync(join(engine, 'README.md'), join(dist, 'README.md'))
copyFileSync(at('docs', 'science', 'case-file.md'), join(dist, 'case-file.md'))
copyFileSync(at('LICENSE'), join(dist, 'LICENSE'))
const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--loglevel=error'], { cwd: dist, encoding: 'utf8' }))
console.log(resolve(dist, filename))
