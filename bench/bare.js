/* What Node itself costs: the ruler by which the pages are measured. */
import { createServer } from 'node:http'

const port = Number(process.argv[2])
createServer((_request, response) => {
  response.setHeader('content-type', 'text/plain')
  response.end('Bonjour')
}).listen(port, '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
