import { because, type Change, type Defect } from '../defect.ts'
import { PLAIN, watchProgram, webProgram } from '../programs.ts'

const by = 'web-metrics'
const saying =
  (...lines: string[]): Change =>
  ({ services: { web } }) => {
    web.command = webProgram({ metrics: [PLAIN, ...lines.map(line => `echo "${line}"`)].join('\n') })
  }
const UPTIME = "shop_uptime_seconds $(cut -d ' ' -f 1 /proc/uptime)"
const INFO = 'shop_build_info{version=\\"3\\"} 1'

export const metrics: readonly Defect[] = [
  {
    name: 'a metric that is missing',
    by: 'engine',
    stack: saying(INFO),
    caught: { by, says: /^manager1: shop_uptime_seconds is not there$/, hint: /scrape it by hand/ }
  },
  {
    name: 'a metric that stands still',
    by: 'engine',
    stack: saying('shop_uptime_seconds 5', INFO),
    caught: { by, says: /^manager1: shop_uptime_seconds stays at 5$/ }
  },
  {
    name: 'a metric of another value',
    by: 'engine',
    stack: saying(UPTIME, INFO.replace(' 1', ' 0')),
    caught: { by, says: /^manager1: shop_build_info is 0$/ }
  },
  {
    name: 'a metric with another label',
    by: 'engine',
    stack: saying(UPTIME, INFO.replace('3', '2')),
    caught: { by, says: /^manager1: shop_build_info is not there$/ }
  },
  {
    name: 'a page where metrics should be',
    by: 'engine',
    stack: saying('<html><body>It works!</body></html>'),
    caught: { by, says: /^manager1: what it answers has no metric in it$/ }
  },
  {
    name: 'an exporter that fails',
    by: 'engine',
    stack: ({ services: { web } }) => {
      web.command = webProgram({
        metrics: `printf 'Status: 500 No\\r\\nContent-Type: text/plain\\r\\n\\r\\n'`
      })
    },
    caught: { by, says: /^manager1: HTTP 500$/ },
    also: because('watch scrapes the same exporter', 'targets')
  },
  {
    name: 'a target that cannot be scraped',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.command = watchProgram({ target: 'http://tasks.web:9999/metrics' })
    },
    caught: { by: 'targets', says: /target web:8080 of job web is down: .*refused/i }
  },
  {
    name: 'a job that nobody scrapes',
    by: 'engine',
    stack: ({ services: { watch } }) => {
      watch.command = watchProgram({ job: 'website' })
    },
    caught: { by: 'targets', says: /job web has 0 targets$/ }
  }
]
