import { expect, test } from '@jest/globals'
import { parsePort } from '../../../../src/stack/read/ports.rules.ts'

const port = (target: number, published?: number, protocol = 'tcp', mode = 'ingress') => ({
  target,
  published,
  protocol,
  mode
})

test.each([
  ['80:8080', [port(8080, 80)]],
  ['8080', [port(8080)]],
  [8080, [port(8080)]],
  ['127.0.0.1:80:8080', [port(8080, 80)]],
  ['53:53/udp', [port(53, 53, 'udp')]],
  ['8000-8002:80-82', [port(80, 8000), port(81, 8001), port(82, 8002)]],
  [{ target: 80, published: 8080, mode: 'host' }, [port(80, 8080, 'tcp', 'host')]],
  [{ target: 80, published: '8080', protocol: 'udp' }, [port(80, 8080, 'udp')]],
  [{ target: 80 }, [port(80)]],
  ['nonsense', []],
  ['99999:80', [port(80)]],
  [null, []],
  [{}, []]
])('%j', (entry, expected) => expect(parsePort(entry)).toEqual(expected))
