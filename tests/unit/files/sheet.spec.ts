import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { Refusal } from '#exceptions/refusal'
import { type Issue, readSheet, sentenceOf } from '#services/csv/sheet'
import { standSheet } from '#validators/fair/stand_sheet'

const french = i18nManager.locale('fr')

async function read(file: string | Buffer) {
  return readSheet(Buffer.from(file), standSheet, french)
}

async function refusalOf(file: string | Buffer) {
  try {
    await read(file)
  } catch (error) {
    if (error instanceof Refusal) return spaced(french.t(error.sentence, error.params))
    throw error
  }
  return null
}

const spaced = (text: string) => text.replace(/\s/g, ' ')
const said = (issue: Issue) => spaced(sentenceOf(issue, french))

const acme = { name: 'Acme', slots: 2, queueLimit: 30, place: null, organisation: null }

test.group('The columns of a file', () => {
  const FILES = {
    'in French': 'Entreprise;Entretiens en même temps;Limite de la file\r\nAcme;2;30',
    'in English': 'Company,Interviews at once,Queue limit\nAcme,2,30',
    'without accents nor case': 'ENTREPRISE;entretiens en meme temps;LIMITE  de la file\nAcme;2;30',
    'in another order, with one more': 'Limite de la file\tVille\tEntreprise\tCréneaux\n30\tLyon\tAcme\t2',
    quoted: '"Entreprise";" Créneaux";"Limite"\n" Acme ";2;30\n',
    'after the line of Excel': 'sep=,\r\nNom,Places,Limite\r\nAcme,2,30',
    'with the other separator inside': 'Entreprise,"Entretiens; en même temps",Limite\nAcme,2,30',
  }

  for (const [what, file] of Object.entries(FILES))
    test(`are found ${what}`, async ({ assert }) => {
      const { lines } = await read(file)
      assert.deepEqual(
        lines.map(({ values }) => values),
        [acme]
      )
    })

  test('that are not ours are told, except that of our own errors', async ({ assert }) => {
    const { ignored } = await read('Entreprise;Ville;;Erreurs\nAcme;Lyon;;non')
    assert.deepEqual(ignored, ['Ville'])
  })
})

test.group('The lines of a file', () => {
  test('have the numbers of a spreadsheet, and each says what is wrong in it', async ({ assert }) => {
    const { lines } = await read('Entreprise;Créneaux;Limite\n\nAcme;2;30\n;;\n;1;\nHooli;0;x\n"Initech\nSA";1;\n')
    assert.deepEqual(
      lines.map(({ line, values, issues }) => [line, values, issues.map((issue) => said(issue))]),
      [
        [3, acme, []],
        [5, null, ['Indiquez le nom.']],
        [6, null, ['« Entretiens en même temps » : indiquez un nombre entre 1 et 50.', '« Limite de la file » : indiquez un nombre.']],
        [7, { name: 'Initech\nSA', slots: 1, queueLimit: null, place: null, organisation: null }, []],
      ]
    )
  })

  test('have numbers as people write them, and one slot unless told', async ({ assert }) => {
    const { lines } = await read('Entreprise;Créneaux;Limite\nAcme;;"1 000"\nHooli;2,5;\nPied;;1\u202F000\nAvide;;-3')
    assert.deepEqual(
      lines.map(({ values }) => values && [values.slots, values.queueLimit]),
      [[1, 1000], null, [1, 1000], null]
    )
    assert.equal(said(lines[1].issues[0]), '« Entretiens en même temps » : indiquez un nombre entier.')
  })

  test('may come from our own export: what kept a formula harmless is taken away', async ({ assert }) => {
    const { lines } = await read("Entreprise\n'=Acme\n'Hooli\n")
    assert.deepEqual(
      lines.map(({ values }) => values?.name),
      ['=Acme', "'Hooli"]
    )
  })
})

test.group('A file that cannot be read', () => {
  const FILES: [string, string | Buffer, string][] = [
    ['empty', '', 'Ce fichier n’a aucune ligne'],
    ['of headers alone', 'Entreprise;Créneaux\n\n', 'Ce fichier n’a aucune ligne'],
    ['without the column that is needed', 'Ville;Créneaux\nLyon;2', 'Colonne manquante : Entreprise.'],
    ['with a column twice', 'Entreprise;Nom\nAcme;Acme', 'Colonne présente plusieurs fois : Entreprise.'],
    ['whose quotes do not close', 'Entreprise;Créneaux\nAcme;2\n"Hooli;2\n', 'Les guillemets de la ligne 3'],
    ['whose quotes are misplaced', 'Entreprise;Créneaux\nAcme;2\nHoo"li";2\n', 'Les guillemets de la ligne 3'],
    ['of Excel', Buffer.from('504b0304140006000800', 'hex'), 'Ce fichier est un classeur'],
    ['of bytes', Buffer.from([1, 2, 0, 4, 255]), 'Ce fichier n’est pas un texte'],
    ['too long', `Entreprise\n${'x\n'.repeat(501)}`, 'Ce fichier a plus de 500 lignes'],
    ['of one endless cell', `Entreprise\n"${'x'.repeat(200_000)}"\n`, 'Les guillemets de la ligne 2'],
  ]

  for (const [what, file, sentence] of FILES)
    test(`${what} is refused with the reason`, async ({ assert }) => {
      assert.include(await refusalOf(file), sentence)
    })

  test('has 500 lines at most, empty ones not counted', async ({ assert }) => {
    const names = Array.from({ length: 500 }, (_, i) => `Stand ${i}\n\n`)
    assert.lengthOf((await read(`Entreprise\n${names.join('')}`)).lines, 500)
  })
})
