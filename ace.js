/*
 * The entry point of every command, `node ace.js <command>`: it lets Node run TypeScript with
 * decorators as it is. The build replaces this file by one that needs neither.
 */
import './bin/runtime.js'
import '@poppinss/ts-exec'

await import('./bin/console.js')
