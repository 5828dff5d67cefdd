import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { serviceName } from '../../suite/wanted.ts'
import { gatherSecret } from './gather.ts'
import { judgeSecret, secretExpected } from './judge.ts'

const id = z
  .string()
  .regex(/^\d{1,10}$/, 'takes a number in quotes')
  .optional()

const params = z.strictObject({
  secret: z
    .string()
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$/, 'takes a secret’s name, as the stack file says it')
    .describe('Name of the secret in the stack file.'),
  services: z.array(serviceName()).min(1).max(100).describe('The services that must mount it.'),
  file: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('File beside the suite with the content that it must have.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'takes 64 hexadecimal digits')
    .optional()
    .describe('SHA-256 of that content, where the file is not at hand.'),
  target: z.string().min(1).max(300).optional().describe('Where it is mounted; /run/secrets/NAME is NAME.'),
  mode: z
    .string()
    .regex(/^0[0-7]{3}$/, 'takes four octal digits in quotes')
    .optional()
    .describe('Its mode, such as "0444".'),
  uid: id.describe('Its owner’s number.'),
  gid: id.describe('Its group’s number.'),
  exclusive: z.boolean().default(true).describe('No other service of the stack may mount it.')
})

export const secret = defineKind({
  name: 'secret',
  explanation:
    'Looks whether a secret is mounted where it is granted, with the right content (compared inside this ' +
    'process; evidence says only whether it matches), mode and owner, and in no other service; and that its content shows in no environment, command or ' +
    'label of the stack’s services, in none of their images’ configuration or history, and in no log. Neither verdict ' +
    'nor evidence shows it.',
  example: `- kind: secret
  secret: db_password
  services: [backend, redis]
  mode: "0444"`,
  isDisturbing: false,
  visits: 'none',
  deadlineMs: () => 120_000,
  params,
  expected: secretExpected,
  place: ({ secret: name }) => ['secrets', name],
  gather: gatherSecret,
  judge: judgeSecret
})
