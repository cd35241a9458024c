import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/** What runs in a clinic: no tests, and nothing that only tests and benches start. */
const inUse = (file: string) =>
  /[.](tsx?|js)$/.test(file) &&
  !/[.]test[.]tsx?$|[.]generated[.]ts$|\/(testing[^/]*|postgres-server|write-database-types|bench-find)[.]tsx?$|\/(bench|faults|trial|kept)\//.test(
    file,
  )
const files: string[] = filesUnder('server/src', 'clinical/src', 'web/src').filter(inUse)
const texts = new Map(files.map((file) => [file, readFileSync(at(file), 'utf8')]))

/** Every line that holds the sign, but for those that may: by file, with the line or a part of it. */
const linesWith = (sign: RegExp, allowed: readonly (readonly [file: string, part: string])[] = [], box = /./) =>
  [...texts].flatMap(([file, text]) =>
    box.test(file)
      ? text
          .split('\n')
          .filter((line) => sign.test(line) && !allowed.some(([where, part]) => where === file && line.includes(part)))
          .map((line) => `${file}: ${line.trim()}`)
      : [],
  )

const server = /^server\//
const web = /^web\//

type Lock = { packages: Record<string, { dev?: boolean; link?: boolean; resolved?: string; integrity?: string }> }
const { packages }: Lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))
const shipped = Object.entries(packages)
  .filter(([path, { dev }]) => path.includes('node_modules/') && !dev)
  .map(([path]) => path.split('node_modules/').at(-1) ?? path)

test('there is something to look through', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(shipped).toEqual(expect.arrayContaining(['hono', 'pg', 'react']))
})

test('no source runs text as code', () => {
  expect(linesWith(/\beval\(|\bnew Function\(|(setTimeout|setInterval)\(\s*['"`]|from 'node:vm'|javascript:/)).toEqual([])
})

test('no SQL is put together out of text', () => {
  const names = [
    ['server/src/platform/migrate.ts', 'LOCK'],
    ['server/src/platform/migrate.ts', 'alter table ${name} ${action}'],
    ['server/src/platform/database.ts', 'escapeIdentifier'],
    ['server/src/platform/listen.ts', 'escapeIdentifier'],
    ['server/src/platform/prepare-database.ts', 'escapeIdentifier'],
    ['server/src/ledgers/substances/store.ts', 'sql.raw(column)'],
  ] as const
  expect(linesWith(/sql\.(raw|lit)\(|\bquery\([^)]*(`[^`]*\$\{|' ?\+)/, names, server)).toEqual([])
})

test('the server starts no other program', () => {
  expect(linesWith(/node:child_process|\bexec(File)?Sync\(|\bspawn\(/, [], server)).toEqual([])
})

test('no page makes markup out of text', () => {
  // A whole page of our own server, in a frame where nothing runs.
  const own = [['web/src/pages/workspace/face/preview.tsx', 'srcDoc={still(html)} sandbox="allow-same-origin"']] as const
  expect(
    linesWith(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|srcdoc/i, own, web),
  ).toEqual([])
})

/** What reads such a thing all the same: the one file that may, and why nobody’s text can do harm there. */
const readers: Readonly<Record<string, string>> = {
  // The heads of the articles that are shipped with this program, and nothing that anybody sent.
  yaml: 'clinical/src/article/read-article.ts',
  // Taken apart alone, never made into markup: "an article holds nothing that runs" in read-markdown.test.ts.
  marked: 'clinical/src/article/read-markdown.ts',
}

test('no package in use reads XML, LaTeX or templates, speaks LDAP, GraphQL, SAML or OAuth, or unpacks an archive; YAML and Markdown have one reader each', () => {
  const sign =
    /xml|sax|xpath|yaml|ldap|graphql|saml|oauth|openid|jsonwebtoken|^jose$|jwt|latex|katex|mathjax|handlebars|mustache|^ejs$|^pug$|nunjucks|marked|markdown|unzip|yauzl|adm-zip|^tar$|jszip|memcache|redis|socket\.io|^ws$/
  expect(shipped.filter((name) => sign.test(name)).sort()).toEqual(Object.keys(readers).sort())
  for (const [name, file] of Object.entries(readers))
    expect(linesWith(new RegExp(`from '${name}'`)).map((line) => line.split(':')[0])).toEqual([file])
  expect(linesWith(/\breadArticle\(/).map((line) => line.split(':')[0])).toEqual([
    'server/src/care/articles/shelf.ts',
    readers.yaml,
  ])
  expect(linesWith(/markdown\.(?!lexer\()\w+\(/)).toEqual([])
  expect(linesWith(/\bDOMParser\b|\bnew WebSocket\b|JSONP\b/)).toEqual([])
})

test('the server asks nothing of another host but its database and its mail server', () => {
  const reading = [
    ['server/src/platform/settings.ts', 'isIP'],
    ['server/src/platform/network.ts', 'isIPv6'],
  ] as const
  const asking = linesWith(/(?<![\w.])fetch\(|from '(node:https?|undici|node:dns|node:net)'/, reading, server)
  expect(asking.filter((line) => !line.includes('import type '))).toEqual([])
})

test('no route takes in a file but that of the logo, which is drawn again; the lab opens its own in the browser', () => {
  const own = [['server/src/platform/compressed.ts', 'c.res.arrayBuffer()']] as const
  expect(linesWith(/instanceof (File|Blob)\b|\.arrayBuffer\(|formidable|multer|busboy/, own, server)).toEqual([])
  const opened = [
    ['web/src/pages/workspace/lab/take-card.tsx', 'type="file"'],
    ['web/src/pages/workspace/face/logo-field.tsx', 'type="file"'],
  ] as const
  expect(linesWith(/type="file"|showOpenFilePicker|webkitdirectory/, opened, web)).toEqual([])
})

test('what must not be guessed is drawn by the system', () => {
  const waits = [['server/src/platform/public-door.ts', 'retryAfterSeconds']] as const
  expect(linesWith(/Math\.random/, waits, /^(server|web)\//)).toEqual([])
})

test('hashes, ciphers, signatures and keys are of approved kinds', () => {
  const approved =
    /createHash\('sha256'\)|createHmac\('sha256'|create(C|Dec)ipheriv\('aes-256-gcm'|hkdfSync\('sha256'|subtle\.(digest\('SHA-256'|generateKey\(\{ name: 'AES-GCM', length: 256|encrypt\(|decrypt\()/
  const used = linesWith(
    /\b(createHash|createHmac|createCipheriv|createDecipheriv|hkdfSync|pbkdf2\w*|scrypt\w*)\(|\bsubtle\.\w+\(/,
  )
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((line) => !approved.test(line))).toEqual([])
})

test('local storage keeps the colors of a screen and what a reader chose in an article, and nothing that says who it is', () => {
  const colors = [
    ['web/src/ui/dim.tsx', "'dl-dim'"],
    ['web/src/ui/scheme.ts', 'KEY'],
    ['web/src/before-paint.js', ''],
    ['web/src/data/draft.ts', 'TAB'],
    ['web/src/data/chair-lock.ts', 'AT_CHAIR'],
    ['web/src/data/open-keys.ts', 'sessionStorage : null'],
    ['web/src/explore/known/kept.ts', 'NAME'],
  ] as const
  expect(linesWith(/\b(local|session)Storage|document\.cookie/, colors, web)).toEqual([])
})

test('no page loads anything from another host, or listens to another window', () => {
  expect(linesWith(/(src|href)=["'{`]+https?:|@import url\(|url\(["']?https?:/, [], web)).toEqual([])
  expect(linesWith(/(window|self)\.(onmessage\b|addEventListener\('message')/, [], web)).toEqual([])
})

test('no secret stands among the sources', () => {
  const kept = linesWith(/-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|['"`][A-Za-z0-9+/]{43}=['"`]|postgres(ql)?:\/\/\w+:\w+@/)
  expect(kept).toEqual([])
})

test('every package is pinned to its checksum and comes from the registry, never from an address of its own', () => {
  const foreign = Object.entries(packages).filter(
    ([path, { link, resolved = '', integrity = '' }]) =>
      path.includes('node_modules/') &&
      !link &&
      !(/^(https:\/\/registry\.npmjs\.org\/.*)?$/.test(resolved) && integrity.startsWith('sha512-')),
  )
  expect(foreign.map(([path]) => path)).toEqual([])
})

test('no field refuses what is pasted, and every password is masked', () => {
  expect(linesWith(/onPaste|onBeforeInput|onCopy\b/, [], web)).toEqual([])
  const fields = linesWith(/name="[\w.]*(password|current)"|text\('[\w.]*password'\)/i, [], web)
  const masked = linesWith(/type="password"/, [], web)
  expect(fields.length).toBeGreaterThan(3)
  expect(masked.length).toBeGreaterThanOrEqual(fields.length)
})

test('the server writes its log in one place, and prints only what a start has to say', () => {
  const starting = [
    'new-clinic.ts',
    'main.ts',
    'migrate-database.ts',
    'verify-audit.ts',
    'audit-check/',
    'reset-second-factor.ts',
  ]
  const printed = linesWith(/\bconsole\.\w+\(|process\.std(out|err)\.write/, [], server)
  expect(printed.filter((line) => !starting.some((name) => line.startsWith(`server/src/${name}`)))).toEqual([])
})

test('a verb is a function declaration: it can be read from its name on, and stands before whatever imports it', () => {
  const takesOnlyContext = /^export const (\w+)[^\n]* = (?:async )?(?:<[^>]+>)?\(\s*ctx: Ctx\b((?:(?!=>\s)[\s\S])*)=>\s/gm
  const opensDoor = /^export const (\w+) = (?:async )?\([^)]*\) =>\s+(?:inOneStep|inClinic|inPerson)\(/gm
  const arrows = [...texts]
    .filter(([file]) => /^server\/src\/(care|ledgers|analytics|platform\/auth)\//.test(file))
    .flatMap(([file, text]) => [
      ...[...text.matchAll(takesOnlyContext)]
        .filter(([, , rest = '']) => !/\bTx\b/.test(rest))
        .map(([, name]) => `${file}: ${name}`),
      ...[...text.matchAll(opensDoor)].map(([, name]) => `${file}: ${name}`),
    ])
  expect(arrows).toEqual([])
})
