import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type Mood = 'takes' | 'refuses' | 'breaks off' | 'is full'

/** A mail server of this machine: it keeps the letters it takes, refuses them, or breaks off in the middle. */
export const openMailServer = async (port = 0) => {
  const letters: ParsedMail[] = []
  const house = { mood: 'takes' as Mood, tries: 0, letters }
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      house.tries += 1
      if (house.mood === 'refuses' || address.startsWith('nobody@')) return done(new Error('no such box'))
      if (house.mood === 'is full') return done(Object.assign(new Error('box is full'), { responseCode: 452 }))
      done()
    },
    onData: (stream, _session, done) => {
      if (house.mood === 'breaks off') return void stream.on('end', () => done(new Error('disk full'))).resume()
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done)
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((done) => smtp.listen(port, '127.0.0.1', done))
  const { port: bound } = smtp.server.address() as AddressInfo
  const close = () => new Promise<void>((done) => smtp.close(done))
  return { house, letters, port: bound, url: `smtp://127.0.0.1:${bound}`, close }
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** Waits for a letter to somebody, for at most twenty seconds. */
export const letterTo = async ({ letters }: MailServer, address: string): Promise<ParsedMail> => {
  const isTheirs = ({ to }: ParsedMail) => JSON.stringify(to).includes(address)
  for (let tries = 0; tries < 200; tries++) {
    const letter = letters.findLast(isTheirs)
    if (letter) return letter
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`No letter came for ${address}.`)
}
