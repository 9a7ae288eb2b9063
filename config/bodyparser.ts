import { defineConfig } from '@adonisjs/core/bodyparser'

const fields = { convertEmptyStringsToNull: true, trimWhitespaces: true }

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { ...fields, limit: '200kb', types: ['application/x-www-form-urlencoded'] },
  json: { ...fields, limit: '200kb', types: ['application/json'] },
  multipart: { ...fields, autoProcess: false, processManually: [], limit: '1mb', types: ['multipart/form-data'] },
})
